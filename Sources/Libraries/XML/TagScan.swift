/// Goes over a document's tags before libxml2 does, and refuses what would cost it dear.
///
/// It follows comments, CDATA sections, processing instructions and quoted values as XML 1.0 defines them. In a
/// document that is well-formed it sees the same tags as libxml2; in one that is not, libxml2 stops at the first
/// fault. One pass, no memory.
struct TagScan {
  private let text: SourceText
  private let limits: XMLLimits
  private var depth = 0
  private var elements = 0

  /// Scans the text from an offset on; throws at the first thing that is refused.
  static func refuseExcess(in text: SourceText, from start: Int, limits: XMLLimits) throws(XMLError) {
    var scan = TagScan(text: text, limits: limits)
    try scan.run(text.bytes.span, from: start)
  }

  private init(text: SourceText, limits: XMLLimits) {
    self.text = text
    self.limits = limits
  }

  private mutating func run(_ bytes: Span<UInt8>, from start: Int) throws(XMLError) {
    var offset = start
    while let tag = find("<", in: bytes, from: offset) {
      guard tag + 1 < bytes.count else { return }
      switch bytes[tag + 1] {
      case UInt8(ascii: "?"): offset = try skipInstruction(bytes, at: tag)
      case UInt8(ascii: "!"): offset = try skipMarkedSection(bytes, at: tag)
      case UInt8(ascii: "/"):
        depth -= 1
        offset = tag + 2
      default: offset = try skipStartTag(bytes, at: tag)
      }
    }
  }

  private func skipInstruction(_ bytes: Span<UInt8>, at tag: Int) throws(XMLError) -> Int {
    let target = (tag + 2..<min(tag + 6, bytes.count)).map { bytes[$0] | 0x20 }
    let namesXML = target.starts(with: "xml".utf8) && (target.count == 3 || isXMLSpace(bytes[tag + 5]))
    if namesXML {
      throw refusal(.malformed, at: tag, "an XML declaration may stand only at the very beginning")
    }
    return (find("?>", in: bytes, from: tag + 2) ?? bytes.count) + 2
  }

  private func skipMarkedSection(_ bytes: Span<UInt8>, at tag: Int) throws(XMLError) -> Int {
    if stands("<!--", in: bytes, at: tag) {
      return (find("-->", in: bytes, from: tag + 4) ?? bytes.count) + 3
    }
    if stands("<![CDATA[", in: bytes, at: tag) {
      return (find("]]>", in: bytes, from: tag + 9) ?? bytes.count) + 3
    }
    if stands("<!DOCTYPE", in: bytes, at: tag) {
      throw refusal(.doctype, at: tag, "a document type declaration (DOCTYPE) is not accepted: remove it")
    }
    let isCut = bytes.count - tag < 9
    throw refusal(
      isCut ? .truncated : .malformed, at: tag,
      isCut ? "the document ends within a tag" : "“<!” begins neither a comment nor a CDATA section")
  }

  private mutating func skipStartTag(_ bytes: Span<UInt8>, at tag: Int) throws(XMLError) -> Int {
    elements += 1
    depth += 1
    guard elements <= limits.elements else {
      throw refusal(.tooManyElements, at: tag, "the document has more than \(limits.elements) elements")
    }
    guard depth <= limits.depth else {
      throw refusal(.tooDeep, at: tag, "elements are nested more than \(limits.depth) deep")
    }
    let end = try endOfStartTag(bytes, at: tag)
    if end < bytes.count, bytes[end - 1] == UInt8(ascii: "/") { depth -= 1 }
    return end + 1
  }

  /// The offset of the start tag's `>`; the end of the text where it has none.
  private func endOfStartTag(_ bytes: Span<UInt8>, at tag: Int) throws(XMLError) -> Int {
    let last = min(bytes.count, tag + limits.startTagBytes)
    var quote: UInt8 = 0
    var attributes = 0
    for offset in (tag + 1)..<last {
      let octet = bytes[offset]
      if quote != 0 {
        if octet == quote { quote = 0 }
        continue
      }
      switch octet {
      case UInt8(ascii: ">"): return offset
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = octet
      case UInt8(ascii: "="):
        attributes += 1
        guard attributes <= limits.attributesPerElement else {
          let most = limits.attributesPerElement
          throw refusal(.tooManyAttributes, at: tag, "this element has more than \(most) attributes")
        }
      default: break
      }
    }
    guard last == bytes.count else {
      throw refusal(.startTagTooLong, at: tag, "this start tag is longer than \(limits.startTagBytes) bytes")
    }
    return last
  }

  private func refusal(_ code: XMLError.Code, at offset: Int, _ message: String) -> XMLError {
    XMLError(code: code, message: message, place: text.place(at: offset))
  }
}
