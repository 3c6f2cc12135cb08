/// Reads separated values record by record, as RFC 4180 has them and as spreadsheets really write them: separated by
/// comma, semicolon or tab, with lines that end in CR LF, LF or CR, with a byte order mark or the line `sep=;` in front.
///
/// It is strict about quotes, since a misplaced one shifts every field behind it: a field that holds a quote is quoted,
/// its quotes are doubled, and nothing stands between a closing quote and the next separator. White space belongs to
/// the field. The first fault ends the reading. Cost grows with the number of bytes; one record at a time is kept.
public struct CSVReader: Sendable {
  static let quote = UInt8(ascii: "\"")
  static let carriageReturn: UInt8 = 0x0D
  static let lineFeed: UInt8 = 0x0A

  /// What parts the fields: announced by the file, or the one that its first record has most of.
  public let separator: Separator

  private let bytes: [UInt8]
  private let limits: CSVLimits
  private var offset: Int
  private var number = 0
  /// A place already passed on the present line, from which later columns are counted.
  private var passed: CSVPlace

  /// Begins to read. Throws where the file as a whole is not read: too large, empty, in another encoding.
  public init(_ bytes: [UInt8], limits: CSVLimits = .standard) throws(CSVError) {
    guard bytes.count <= limits.fileBytes else {
      throw CSVError(.tooLarge, "the file is larger than \(limits.fileBytes) bytes")
    }
    let start = try Encoding.markLength(of: bytes)
    guard bytes[start...].contains(where: { !isBlank($0) }) else {
      throw CSVError(.empty, "the file is empty")
    }
    let announced = Separator.announced(in: bytes, from: start)
    self.bytes = bytes
    self.limits = limits
    offset = start + (announced?.length ?? 0)
    separator = announced?.separator ?? Separator.sniffed(in: bytes, from: start)
    passed = CSVPlace(line: announced == nil ? 1 : 2, column: 1, byte: offset)
  }

  /// The next record; nil behind the last one. A line end at the end of the file begins no record.
  public mutating func next() throws(CSVError) -> CSVRecord? {
    guard offset < bytes.count else { return nil }
    guard number < limits.records else {
      throw CSVError(.tooManyRecords, "there are more than \(limits.records) records", at: place())
    }
    number += 1
    var fields: [CSVField] = []
    repeat {
      guard fields.count < limits.fields else {
        throw CSVError(.tooManyFields, "row \(number) has more than \(limits.fields) fields", at: place())
      }
      fields.append(try field())
    } while takeSeparator()
    takeLineEnd()
    return CSVRecord(number: number, fields: fields)
  }

  private mutating func field() throws(CSVError) -> CSVField {
    let place = place()
    let isQuoted = offset < bytes.count && bytes[offset] == CSVReader.quote
    let octets = isQuoted ? try quoted(from: place) : try plain(from: place)
    guard let text = String(validating: octets, as: UTF8.self) else {
      throw Encoding.notUTF8(octets, at: place)
    }
    return CSVField(text: text, place: place)
  }

  private mutating func plain(from start: CSVPlace) throws(CSVError) -> ArraySlice<UInt8> {
    while offset < bytes.count, !endsField(bytes[offset]) {
      let octet = bytes[offset]
      guard octet != CSVReader.quote else {
        throw CSVError(.quoteInField, "a quote stands in a field that does not begin with one", at: place())
      }
      try pass(octet, since: start)
    }
    return bytes[start.byte..<offset]
  }

  private mutating func quoted(from start: CSVPlace) throws(CSVError) -> ArraySlice<UInt8> {
    offset += 1
    var (octets, from): ([UInt8], Int) = ([], offset)
    while offset < bytes.count {
      let octet = bytes[offset]
      guard octet == CSVReader.quote else {
        try pass(octet, since: start)
        if endsLine(at: offset - 1) { beginLine() }
        continue
      }
      offset += 1
      guard offset < bytes.count, bytes[offset] == CSVReader.quote else {
        try checkEnd()
        return octets.isEmpty ? bytes[from..<offset - 1] : octets[...] + bytes[from..<offset - 1]
      }
      octets += bytes[from..<offset]
      offset += 1
      from = offset
    }
    throw CSVError(.quoteUnclosed, "the quote that opens this field is never closed", at: start)
  }

  /// Goes on behind an octet of a field.
  private mutating func pass(_ octet: UInt8, since start: CSVPlace) throws(CSVError) {
    guard octet != 0 else {
      throw CSVError(.forbiddenCharacter, "a NUL stands here, which no text holds", at: place())
    }
    offset += 1
    guard offset - start.byte <= limits.fieldBytes else {
      throw CSVError(.fieldTooLong, "this field has more than \(limits.fieldBytes) bytes", at: start)
    }
  }

  /// Throws unless a field ends here.
  private mutating func checkEnd() throws(CSVError) {
    guard offset < bytes.count, !endsField(bytes[offset]) else { return }
    throw CSVError(
      .textAfterQuote, "something stands between a field's closing quote and the next separator", at: place())
  }

  private mutating func takeSeparator() -> Bool {
    guard offset < bytes.count, bytes[offset] == separator.rawValue else { return false }
    offset += 1
    return true
  }

  private mutating func takeLineEnd() {
    guard offset < bytes.count else { return }
    let isPair =
      bytes[offset] == CSVReader.carriageReturn && offset + 1 < bytes.count
      && bytes[offset + 1] == CSVReader.lineFeed
    offset += isPair ? 2 : 1
    beginLine()
  }

  private mutating func beginLine() {
    passed = CSVPlace(line: passed.line + 1, column: 1, byte: offset)
  }

  /// The place that is being read, found from the one passed last.
  private mutating func place() -> CSVPlace {
    let scalars = bytes[passed.byte..<offset].count { $0 & 0xC0 != 0x80 }
    passed = CSVPlace(line: passed.line, column: passed.column + scalars, byte: offset)
    return passed
  }

  private func endsField(_ octet: UInt8) -> Bool {
    octet == separator.rawValue || octet == CSVReader.carriageReturn || octet == CSVReader.lineFeed
  }

  /// Whether the octet ends a line within a quoted field; of CR LF the second one does.
  private func endsLine(at place: Int) -> Bool {
    if bytes[place] == CSVReader.lineFeed { return true }
    guard bytes[place] == CSVReader.carriageReturn else { return false }
    return place + 1 >= bytes.count || bytes[place + 1] != CSVReader.lineFeed
  }
}

private func isBlank(_ octet: UInt8) -> Bool {
  octet == 0x20 || octet == 0x09 || octet == 0x0A || octet == 0x0D
}
