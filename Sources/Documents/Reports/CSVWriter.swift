/// Comma-separated values as RFC 4180 has them: records end in CRLF, a field is quoted where it must be, a quote in it
/// is doubled. The text is UTF-8 without a byte order mark, which would become part of the first name in readers that
/// do not expect one; a spreadsheet is told the encoding when it imports.
///
/// A spreadsheet takes a cell for a formula by its first character. A text that begins with one of `= + - @ |`, with
/// their full-width forms, or with a tab or line end, white space and invisible characters before them not counted, is
/// written with an apostrophe in front, and so is a text that begins with an apostrophe. A text that is a plain decimal
/// number stays as it is. To read a text back, take one apostrophe off its front if it has one.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []
  private var isInRecord = false

  /// Writes a whole record of texts.
  mutating func record(_ fields: [String]) {
    for text in fields { field(text) }
    endRecord()
  }

  /// Writes a text, made harmless for spreadsheets.
  mutating func field(_ text: String) {
    separate()
    write(isNeutral(text) ? text : "'" + text)
  }

  /// Writes a number or a day, which is harmless as it is.
  mutating func number(_ digits: String) {
    separate()
    bytes.append(contentsOf: digits.utf8)
  }

  /// Ends the record.
  mutating func endRecord() {
    bytes.append(contentsOf: [0x0D, 0x0A])
    isInRecord = false
  }

  private mutating func separate() {
    if isInRecord { bytes.append(UInt8(ascii: ",")) }
    isInRecord = true
  }

  /// Octets are looked at, not characters: a quote with a combining mark behind it is still a quote to a parser.
  private mutating func write(_ text: String) {
    let octets = text.utf8
    guard octets.contains(where: mustBeQuoted) else {
      bytes.append(contentsOf: octets)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for octet in octets {
      if octet == UInt8(ascii: "\"") { bytes.append(octet) }
      bytes.append(octet)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Comma, quote and line ends by RFC 4180; semicolon and tab because some readers part fields by them; white space
/// because some take it off.
private func mustBeQuoted(_ octet: UInt8) -> Bool {
  switch octet {
  case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: " "), 0x09, 0x0A, 0x0D: true
  default: false
  }
}

/// Whether no spreadsheet takes the text for a formula.
private func isNeutral(_ text: String) -> Bool {
  // What most texts begin with.
  if let octet = text.utf8.first, isLetterOrDigit(octet) { return true }
  let scalars = text.unicodeScalars
  guard let first = scalars.first else { return true }
  if first == "'" || first == "\t" || first == "\r" || first == "\n" { return false }
  let visible = scalars.drop { isSkippedByReaders($0) }
  guard let first = visible.first, isFormulaSign(first) else { return true }
  return isPlainNumber(text)
}

private func isLetterOrDigit(_ octet: UInt8) -> Bool {
  (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
}

private func isSkippedByReaders(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    || scalar.properties.generalCategory == .control
}

private func isFormulaSign(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x3D, 0x2B, 0x2D, 0x40, 0x7C: true  // = + - @ |
  case 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0xFF5C: true  // the same, full-width
  case 0x2212, 0xFE62, 0xFE63, 0xFE66, 0xFE6B: true  // minus sign; small plus, hyphen, equals, commercial at
  default: false
  }
}

/// `-?digits(.digits)?` in ASCII, and nothing else.
private func isPlainNumber(_ text: String) -> Bool {
  var octets = Array(text.utf8)[...]
  if octets.first == UInt8(ascii: "-") { octets = octets.dropFirst() }
  let parts = octets.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  return (1...2).contains(parts.count)
    && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
}
