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
  let bytes: [UInt8]
  /// How many bytes of the file stand before the text: 3 for a UTF-8 byte order mark.
  let bytesBefore: Int
  private let lineStarts: [Int32]

  init(bytes: [UInt8], bytesBefore: Int) {
    self.bytes = bytes
    self.bytesBefore = bytesBefore
    lineStarts = SourceText.findLineStarts(in: bytes)
  }

  /// The place of a byte offset. Cost grows with the length of its line.
  func place(at offset: Int) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let scalars = bytes[Int(lineStarts[line])..<offset].count { $0 & 0xC0 != 0x80 }
    return Place(line: line + 1, column: scalars + 1, byte: offset + bytesBefore)
  }

  /// The last line that starts at or before the offset.
  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func findLineStarts(in bytes: [UInt8]) -> [Int32] {
    let span = bytes.span
    var starts: [Int32] = [0]
    for offset in 0..<span.count where span[offset] <= 0x0D {
      let endsLine =
        span[offset] == 0x0A
        || (span[offset] == 0x0D && (offset + 1 == span.count || span[offset + 1] != 0x0A))
      if endsLine { starts.append(Int32(offset + 1)) }
    }
    return starts
  }
}
