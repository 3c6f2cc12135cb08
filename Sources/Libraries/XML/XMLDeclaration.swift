/// The XML declaration at the start of a document (§2.8), in any encoding that agrees with ASCII.
struct XMLDeclaration {
  let encoding: String?
  /// Bytes from `<?xml` to behind `?>`.
  let length: Int

  /// Reads the declaration; nil where the document begins without one.
  static func read(_ bytes: [UInt8]) throws(XMLError) -> XMLDeclaration? {
    guard bytes.count > 5, bytes.starts(with: "<?xml".utf8), isXMLSpace(bytes[5]) else { return nil }
    var cursor = DeclarationCursor(bytes: bytes, offset: 5)
    guard let version = try cursor.value(of: "version") else {
      throw cursor.fault("the XML declaration must begin with version=\"1.0\"")
    }
    guard version.utf8.count >= 3, version.utf8.starts(with: "1.".utf8) else {
      throw cursor.fault("XML version “\(version)” is not read, only 1.0")
    }
    let encoding = try cursor.value(of: "encoding")
    let standalone = try cursor.value(of: "standalone")
    guard standalone == nil || standalone == "yes" || standalone == "no" else {
      throw cursor.fault("standalone must be “yes” or “no”")
    }
    return XMLDeclaration(encoding: encoding, length: try cursor.close())
  }
}

/// Reads the pseudo-attributes of a declaration.
private struct DeclarationCursor {
  let bytes: [UInt8]
  var offset: Int

  func fault(_ message: String) -> XMLError {
    let isCut = offset >= bytes.count
    return XMLError(
      code: isCut ? .truncated : .malformed,
      message: isCut ? "the document ends within its XML declaration" : message,
      place: SourceText(bytes: bytes, bytesBefore: 0).place(at: offset))
  }

  /// The value of the named pseudo-attribute if it is the next one; nil where another or none follows.
  mutating func value(of name: String) throws(XMLError) -> String? {
    let start = offset
    skipSpace()
    guard bytes[offset...].starts(with: name.utf8) else {
      offset = start
      return nil
    }
    guard offset > start else { throw fault("white space is missing in the XML declaration") }
    offset += name.utf8.count
    skipSpace()
    guard take() == UInt8(ascii: "=") else { throw fault("“=” is missing in the XML declaration") }
    skipSpace()
    guard let quote = take(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault("a value in the XML declaration is not quoted")
    }
    let value = bytes[offset...].prefix { $0 != quote && $0 >= 0x20 && $0 < 0x7F }
    offset = value.endIndex
    guard take() == quote else { throw fault("a value in the XML declaration is not closed") }
    return String(decoding: value, as: UTF8.self)
  }

  /// Takes the closing `?>` and returns the offset behind it.
  mutating func close() throws(XMLError) -> Int {
    skipSpace()
    guard take() == UInt8(ascii: "?"), take() == UInt8(ascii: ">") else {
      throw fault("the XML declaration is not closed by “?>”, or holds something unknown")
    }
    return offset
  }

  private mutating func skipSpace() {
    while offset < bytes.count, isXMLSpace(bytes[offset]) { offset += 1 }
  }

  private mutating func take() -> UInt8? {
    guard offset < bytes.count else { return nil }
    offset += 1
    return bytes[offset - 1]
  }
}
