/// Where something stands in a document.
public struct Place: Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1. A line ends with LF, CR LF or CR.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// How many bytes stand before it: in the file where that is UTF-8, else in its UTF-8 form.
  public let byte: Int

  /// A place with all its coordinates.
  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }

  /// `line:column`, as compilers print it.
  public var description: String { "\(line):\(column)" }
}

/// A document's text as UTF-8, and the places in it.
struct SourceText: Sendable {
  /// A known place: at the start of each line, and within long lines every 4 KiB.
  private struct Anchor {
    let offset: Int32
    let line: Int32
    let column: Int32
  }

  let bytes: [UInt8]
  /// How many bytes of the file stand before the text: 3 for a UTF-8 byte order mark.
  let bytesBefore: Int
  private let anchors: [Anchor]

  init(bytes: [UInt8], bytesBefore: Int) {
    self.bytes = bytes
    self.bytesBefore = bytesBefore
    anchors = SourceText.setAnchors(in: bytes.span)
  }

  /// The place of a byte offset. Cost grows with the logarithm of the document's length.
  func place(at offset: Int) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    let anchor = anchors[anchorIndex(of: offset)]
    let scalars = bytes[Int(anchor.offset)..<offset].count(where: startsScalar)
    return Place(line: Int(anchor.line), column: Int(anchor.column) + scalars, byte: offset + bytesBefore)
  }

  /// The last anchor at or before the offset.
  private func anchorIndex(of offset: Int) -> Int {
    var low = 0
    var high = anchors.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(anchors[middle].offset) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func setAnchors(in bytes: Span<UInt8>) -> [Anchor] {
    var last = Anchor(offset: 0, line: 1, column: 1)
    var anchors = [last]
    var scalars: Int32 = 0
    for offset in 0..<bytes.count {
      let octet = bytes[offset]
      if startsScalar(octet) { scalars += 1 }
      let endsLine =
        octet == 0x0A || (octet == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A))
      guard endsLine || Int32(offset) - last.offset >= 4095 else { continue }
      last =
        endsLine
        ? Anchor(offset: Int32(offset + 1), line: last.line + 1, column: 1)
        : Anchor(offset: Int32(offset + 1), line: last.line, column: last.column + scalars)
      anchors.append(last)
      scalars = 0
    }
    return anchors
  }
}

/// Whether a byte of UTF-8 is the first of its scalar.
private func startsScalar(_ octet: UInt8) -> Bool { octet & 0xC0 != 0x80 }
