/// One value of a document: a place in it, not a copy.
public struct JSONValue: Sendable {
  /// The six kinds of RFC 8259 §3, `true` and `false` taken as one.
  public enum Kind: UInt8, Sendable {
    case null, boolean, number, string, array, object
  }

  /// The document that this value lies in.
  public let document: JSONDocument
  @usableFromInline let index: Int

  @inlinable init(document: JSONDocument, index: Int) {
    (self.document, self.index) = (document, index)
  }

  @inlinable var node: Node { document.nodes[index] }

  /// Which of the six kinds this value is.
  @inlinable public var kind: Kind { node.kind }

  /// Offsets of the value's octets in the document, a string's quotes included.
  public var range: Range<Int> { node.range }

  /// The value's octets exactly as they were sent.
  public var raw: ArraySlice<UInt8> { document.bytes[range] }

  /// Whether this is the literal `null`.
  public var isNull: Bool { kind == .null }

  /// `true` or `false`; nil for other kinds.
  public var boolean: Bool? {
    let node = node
    return node.kind == .boolean ? node.isMarked : nil
  }

  /// The number with every digit as sent; nil for other kinds.
  public var number: JSONNumber? {
    let node = node
    return node.kind == .number ? JSONNumber(raw: document.bytes[node.range]) : nil
  }

  /// The text as it lies in the document, to be compared without making a `String`; nil for other kinds.
  @inlinable public var text: JSONText? {
    kind == .string ? JSONText(document: document, index: index) : nil
  }

  /// The text with its escapes resolved; nil for other kinds.
  public var string: String? { text?.string }

  /// The elements in order; nil for other kinds.
  @inlinable public var elements: JSONElements? {
    kind == .array ? JSONElements(document: document, array: index) : nil
  }

  /// The members in the order they were sent; nil for other kinds.
  @inlinable public var members: JSONMembers? {
    kind == .object ? JSONMembers(document: document, object: index) : nil
  }

  /// The member of this name; nil where there is none, or this is no object. Linear in the number of members.
  public subscript(name: StaticString) -> JSONValue? {
    guard let members else { return nil }
    for member in members where member.name == name { return member.value }
    return nil
  }

  /// The member whose name has the octets of this text; nil where there is none, or this is no object. Linear in the
  /// number of members.
  public func member(named name: String) -> JSONValue? {
    guard let members else { return nil }
    let octets = name.utf8Span.span
    for member in members where member.name.hasOctets(of: octets) { return member.value }
    return nil
  }
}
