/// One JSON text (RFC 8259), checked throughout and kept as it was sent.
///
/// Nothing is converted when it is read: values are places in `bytes`, and each is decoded when it is asked for. So a
/// number keeps every digit and an object its order, and what came in can go out again octet by octet.
public final class JSONDocument: Sendable {
  /// The text as it was sent.
  public let bytes: [UInt8]
  @usableFromInline let nodes: [Node]

  /// Checks a text and finds its values, in one pass and in time linear in it.
  ///
  /// Beyond RFC 8259's grammar it refuses: octets that are not UTF-8, a byte order mark, two members of one name in
  /// an object, half surrogate pairs, exponents of more than nine digits, and what passes the limits.
  public init(_ bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
    var scanner = Scanner(limits: limits)
    do {
      try scanner.scan(bytes.span)
    } catch {
      throw JSONError(error, innermost: scanner.innermost, nodes: scanner.nodes, bytes: bytes)
    }
    self.bytes = bytes
    nodes = scanner.nodes
  }

  /// The outermost value.
  public var root: JSONValue { JSONValue(document: self, index: 0) }
}
