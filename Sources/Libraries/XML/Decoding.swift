/// A document's text as verified UTF-8, without byte order mark.
struct DecodedText {
  let bytes: [UInt8]
  /// How many bytes of the file stood before the text.
  let bytesBefore: Int
  /// Bytes of the XML declaration, which the parser is not shown: its encoding no longer holds.
  let declarationLength: Int
  let warning: String?

  /// Finds the encoding from the byte order mark, the declaration and the bytes, and makes UTF-8 of them.
  ///
  /// Read are UTF-8, UTF-16 (either byte order, with or without a mark), ISO-8859-1 and windows-1252. A Latin
  /// label over bytes that are UTF-8 beyond ASCII is disbelieved, with a warning; so is an ISO-8859-1 label over
  /// octets 80 to 9F, which are windows-1252. Everything else is refused by name.
  init(_ raw: [UInt8]) throws(XMLError) {
    let family = ByteFamily(of: raw)
    switch family {
    case .utf16(let bigEndian, let markLength):
      try self.init(utf16: raw, bigEndian: bigEndian, markLength: markLength)
    case .utf8(let markLength):
      try self.init(octets: markLength == 0 ? raw : Array(raw.dropFirst(markLength)), markLength: markLength)
    case .unread(let name):
      throw XMLError(
        code: .encodingUnsupported,
        message: "the document is in \(name), which is not read: save it as UTF-8",
        place: nil)
    }
  }

  private init(utf16 raw: [UInt8], bigEndian: Bool, markLength: Int) throws(XMLError) {
    let text = try decodeUTF16(raw.dropFirst(markLength), bigEndian: bigEndian)
    try refuseForbidden(in: text, bytesBefore: 0)
    let declaration = try XMLDeclaration.read(text)
    let label = declaration?.encoding.map(lowercase)
    guard label == nil || label.map({ $0.utf8.starts(with: "utf-16".utf8) }) == true else {
      throw XMLError(
        code: .encodingMismatch,
        message: "the document says it is in \(declaration?.encoding ?? ""), but its bytes are UTF-16",
        place: Place(line: 1, column: 1, byte: 0))
    }
    self.init(
      bytes: text, bytesBefore: 0, declarationLength: declaration?.length ?? 0, warning: nil)
  }

  private init(octets: [UInt8], markLength: Int) throws(XMLError) {
    let declaration = try XMLDeclaration.read(octets)
    let label = declaration?.encoding ?? "UTF-8"
    var text = octets
    var warning: String?
    switch lowercase(label) {
    case "utf-8", "utf8", "us-ascii", "ascii":
      break
    case "iso-8859-1", "iso_8859-1", "latin1":
      (text, warning) = try DecodedText.decodeLatin(octets, label: label, allowsWindowsOctets: false)
    case "windows-1252", "cp1252":
      (text, warning) = try DecodedText.decodeLatin(octets, label: label, allowsWindowsOctets: true)
    case "utf-16", "utf-16le", "utf-16be", "ucs-2", "iso-10646-ucs-2":
      throw XMLError(
        code: .encodingMismatch, message: "the document says it is in \(label), but its bytes are not",
        place: Place(line: 1, column: 1, byte: 0))
    default:
      throw XMLError(
        code: .encodingUnsupported,
        message: "the encoding “\(label)” is not read: save the document as UTF-8",
        place: Place(line: 1, column: 1, byte: 0))
    }
    try refuseForbidden(in: text, bytesBefore: markLength)
    self.init(
      bytes: text, bytesBefore: markLength, declarationLength: declaration?.length ?? 0, warning: warning)
  }

  private init(bytes: [UInt8], bytesBefore: Int, declarationLength: Int, warning: String?) {
    self.bytes = bytes
    self.bytesBefore = bytesBefore
    self.declarationLength = declarationLength
    self.warning = warning
  }

  /// The text of octets under a Latin label, and what was odd about it.
  private static func decodeLatin(
    _ octets: [UInt8], label: String, allowsWindowsOctets: Bool
  ) throws(XMLError) -> ([UInt8], String?) {
    if octets.allSatisfy({ $0 < 0x80 }) { return (octets, nil) }
    if firstForbiddenBytes(in: octets)?.code != .invalidBytes {
      return (octets, "the document says it is in \(label), but its bytes are UTF-8; it was read as UTF-8")
    }
    let text = try decodeWindows1252(octets)
    if allowsWindowsOctets || !octets.contains(where: { (0x80...0x9F).contains($0) }) { return (text, nil) }
    return (text, "the document says it is in \(label), but was read as windows-1252")
  }
}

/// What the first bytes tell of an encoding (XML 1.0 appendix F).
private enum ByteFamily {
  /// UTF-8 or another encoding that agrees with ASCII.
  case utf8(markLength: Int)
  case utf16(bigEndian: Bool, markLength: Int)
  case unread(String)

  init(of raw: [UInt8]) {
    let start = Array(raw.prefix(4))
    if start.starts(with: [0xEF, 0xBB, 0xBF]) {
      self = .utf8(markLength: 3)
    } else if start == [0xFF, 0xFE, 0, 0] || start == [0, 0, 0xFE, 0xFF] || start == [0, 0, 0, 0x3C]
      || start == [0x3C, 0, 0, 0]
    {
      self = .unread("UTF-32")
    } else if start == [0x4C, 0x6F, 0xA7, 0x94] {
      self = .unread("EBCDIC")
    } else if start.starts(with: [0xFF, 0xFE]) {
      self = .utf16(bigEndian: false, markLength: 2)
    } else if start.starts(with: [0xFE, 0xFF]) {
      self = .utf16(bigEndian: true, markLength: 2)
    } else if start.count == 4, start[0] == 0x3C, start[1] == 0 {
      self = .utf16(bigEndian: false, markLength: 0)
    } else if start.count == 4, start[0] == 0, start[1] == 0x3C {
      self = .utf16(bigEndian: true, markLength: 0)
    } else {
      self = .utf8(markLength: 0)
    }
  }
}

private func refuseForbidden(in text: [UInt8], bytesBefore: Int) throws(XMLError) {
  guard let found = firstForbiddenBytes(in: text) else { return }
  let place = SourceText(bytes: text, bytesBefore: bytesBefore).place(at: found.offset)
  throw XMLError(code: found.code, message: found.message, place: place)
}

private func decodeUTF16(_ raw: ArraySlice<UInt8>, bigEndian: Bool) throws(XMLError) -> [UInt8] {
  var units: [UInt16] = []
  units.reserveCapacity(raw.count / 2)
  var offset = raw.startIndex
  while offset + 1 < raw.endIndex {
    let (first, second) = (UInt16(raw[offset]), UInt16(raw[offset + 1]))
    units.append(bigEndian ? first << 8 | second : second << 8 | first)
    offset += 2
  }
  var text: [UInt8] = []
  text.reserveCapacity(units.count)
  let isWhole = !transcode(
    units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true,
    into: { text.append($0) })
  guard isWhole, raw.count.isMultiple(of: 2) else {
    let place = SourceText(bytes: text, bytesBefore: 0).place(at: text.count)
    throw XMLError(code: .invalidBytes, message: "the bytes here are not UTF-16 text", place: place)
  }
  return text
}

/// What windows-1252 means by the octets 80 to 9F; 0 where it means nothing.
private let windows1252: [UInt16] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
  0x0153, 0, 0x017E, 0x0178,
]

private func decodeWindows1252(_ octets: [UInt8]) throws(XMLError) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(octets.count + octets.count / 8)
  for octet in octets {
    let scalar = (0x80...0x9F).contains(octet) ? windows1252[Int(octet) - 0x80] : UInt16(octet)
    guard scalar != 0 || octet == 0 else {
      let place = SourceText(bytes: text, bytesBefore: 0).place(at: text.count)
      let digits = String(octet, radix: 16, uppercase: true)
      throw XMLError(
        code: .invalidBytes, message: "the byte \(digits) means nothing in windows-1252", place: place)
    }
    appendUTF8(scalar, to: &text)
  }
  return text
}

/// Appends a character below U+10000 that is no surrogate.
private func appendUTF8(_ scalar: UInt16, to text: inout [UInt8]) {
  if scalar < 0x80 {
    text.append(UInt8(scalar))
  } else if scalar < 0x800 {
    text.append(0xC0 | UInt8(scalar >> 6))
    text.append(0x80 | UInt8(scalar & 0x3F))
  } else {
    text.append(0xE0 | UInt8(scalar >> 12))
    text.append(0x80 | UInt8(scalar >> 6 & 0x3F))
    text.append(0x80 | UInt8(scalar & 0x3F))
  }
}

private func lowercase(_ label: String) -> String {
  String(decoding: label.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
