internal import Cryptography
internal import Files
internal import Operations

/// The file beside a database that says where its seals had come when it was closed last: `records.sqlite.head`, one line
/// of a place and 64 hexadecimal digits. By it a database is noticed whose last changes were cut off, and an earlier copy
/// that was put in its place.
struct SealNote {
  private let path: String

  init(besideDatabase path: String) {
    self.path = path + ".head"
  }

  func read() throws -> NotedHead {
    guard try FileStatus.ifPresent(at: path) != nil else { return .none }
    let text = try String(decoding: File.read(path, limit: 4096), as: UTF8.self)
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.last == UInt8(ascii: "\n"), let number = Int(parts[0]), number >= 0,
      let chain = Hexadecimal.decode(String(parts[1].dropLast())), chain.count == 32
    else { return .unreadable }
    return .head(SealHead(number: number, chain: chain))
  }

  func write(_ head: SealHead) throws {
    let text = "\(head.number) \(Hexadecimal.encode(head.chain))\n"
    try File.replace(path, with: Array(text.utf8))
  }
}
