/// A string of a document, or a member's name, looked at in place.
///
/// Comparisons are those of octets after escapes are resolved: no normal form, no case.
public struct JSONText: Sendable {
  let document: JSONDocument
  let index: Int

  /// Whether the sender wrote any character as an escape.
  public var hasEscapes: Bool { document.nodes[index].isMarked }

  /// The text as UTF-8: a slice of the document where there are no escapes, otherwise a new array.
  public var utf8: ArraySlice<UInt8> {
    let node = document.nodes[index]
    let bytes = document.bytes
    return node.isMarked ? decodedText(bytes.span, in: node.textRange)[...] : bytes[node.textRange]
  }

  /// The text with its escapes resolved.
  public var string: String {
    withUTF8 { text in
      unsafe text.withUnsafeBufferPointer { octets in unsafe String(decoding: octets, as: UTF8.self) }
    }
  }

  /// Lends the octets of the text, without a copy where there are no escapes.
  public func withUTF8<Answer>(_ look: (Span<UInt8>) throws -> Answer) rethrows -> Answer {
    let node = document.nodes[index]
    let bytes = document.bytes
    guard node.isMarked else { return try look(bytes.span.extracting(node.textRange)) }
    let text = decodedText(bytes.span, in: node.textRange)
    return try look(text.span)
  }

  /// Whether the text has the octets of a name known beforehand.
  public static func == (text: JSONText, known: StaticString) -> Bool {
    let node = text.document.nodes[text.index]
    guard node.isMarked || node.textRange.count == known.utf8CodeUnitCount else { return false }
    return text.withUTF8 { octets in
      known.withUTF8Buffer { name in unsafe octetsAreEqual(octets, name.span) }
    }
  }

  /// Whether two texts have the same octets once escapes are resolved.
  public static func == (one: JSONText, other: JSONText) -> Bool {
    one.withUTF8 { left in other.withUTF8 { right in octetsAreEqual(left, right) } }
  }

  /// Lets `switch` choose by names known beforehand.
  public static func ~= (known: StaticString, text: JSONText) -> Bool { text == known }
}
