/// One value, or one member name, on the tape: twelve octets, in the order of the text.
///
/// After an object's node come its names and values in turns, after an array's node its elements; each child is
/// followed by its own children. So a value's whole subtree is one run of `span` nodes.
@usableFromInline
struct Node: Sendable {
  /// Offset of the value's first octet, a string's opening quote included.
  @usableFromInline var start: UInt32
  /// Offset behind the value's last octet. While a container is open: the index of the container around it.
  @usableFromInline var end: UInt32
  /// Kind in three bits, the mark in one, the span in 28.
  @usableFromInline var shape: UInt32

  static let greatestSpan = 1 << 28 - 1

  init(_ kind: JSONValue.Kind, isMarked: Bool, start: Int, end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    shape = UInt32(kind.rawValue) | (isMarked ? 8 : 0) | 1 << 4
  }

  @inlinable var kind: JSONValue.Kind {
    switch shape & 7 {
    case 0: .null
    case 1: .boolean
    case 2: .number
    case 3: .string
    case 4: .array
    default: .object
    }
  }

  /// A string with escapes, a number written as an integer, or `true`.
  @inlinable var isMarked: Bool { shape & 8 != 0 }

  /// How many nodes the subtree has, this one included.
  @inlinable var span: Int {
    get { Int(shape >> 4) }
    set { shape = shape & 15 | UInt32(truncatingIfNeeded: newValue) << 4 }
  }

  @inlinable var range: Range<Int> { Int(start)..<Int(end) }

  /// Where a string's text lies: the range without its quotes.
  @inlinable var textRange: Range<Int> { Int(start) + 1..<Int(end) - 1 }
}
