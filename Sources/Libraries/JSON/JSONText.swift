/// A string of a document, or a member's name, looked at in place.
///
/// Comparisons are those of octets after escapes are resolved: no normal form, no case.
public struct JSONText: Sendable {
  @usableFromInline let document: JSONDocument
  /// Where the text lies in the document, without its quotes.
  @usableFromInline let range: Range<Int>
  /// Whether the sender wrote any character as an escape.
  public let hasEscapes: Bool

  @inlinable init(document: JSONDocument, index: Int) {
    let node = document.nodes[index]
    self.document = document
    range = node.textRange
    hasEscapes = node.isMarked
  }

  /// The text as UTF-8: a slice of the document where there are no escapes, otherwise a new array.
  public var utf8: ArraySlice<UInt8> {
    let bytes = document.bytes
    return hasEscapes ? decodedText(bytes.span, in: range)[...] : bytes[range]
  }

  /// The text with its escapes resolved.
  public var string: String {
    withUTF8 { text in
      unsafe text.withUnsafeBufferPointer { octets in unsafe String(decoding: octets, as: UTF8.self) }
    }
  }

  /// Lends the octets of the text, without a copy where there are no escapes.
  public func withUTF8<Answer>(_ look: (Span<UInt8>) throws -> Answer) rethrows -> Answer {
    let bytes = document.bytes
    guard hasEscapes else { return try look(bytes.span.extracting(range)) }
    let text = decodedText(bytes.span, in: range)
    return try look(text.span)
  }

  /// Whether the text has the octets of a name known beforehand.
  ///
  /// Most names differ in length, which is seen without a call.
  @inlinable public static func == (text: JSONText, known: StaticString) -> Bool {
    guard text.range.count == known.utf8CodeUnitCount || text.hasEscapes else { return false }
    return text.hasOctets(of: known)
  }

  func hasOctets(of other: Span<UInt8>) -> Bool {
    withUTF8 { octets in octetsAreEqual(octets, other) }
  }

  @usableFromInline func hasOctets(of known: StaticString) -> Bool {
    withUTF8 { octets in known.withUTF8Buffer { name in unsafe octetsAreEqual(octets, name.span) } }
  }

  /// Whether two texts have the same octets once escapes are resolved.
  public static func == (one: JSONText, other: JSONText) -> Bool {
    one.withUTF8 { left in other.withUTF8 { right in octetsAreEqual(left, right) } }
  }

  /// Lets `switch` choose by names known beforehand.
  @inlinable public static func ~= (known: StaticString, text: JSONText) -> Bool { text == known }
}
