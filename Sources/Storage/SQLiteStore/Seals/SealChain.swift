internal import Cryptography
internal import Operations
internal import SQLite

/// The chain over all changes of records. Each seal has the digest of the record as the change left it, and a digest over
/// that, the seal's place, and the seal before: whoever has noted one seal knows by it all that came before.
struct SealChain: ~Copyable {
  private var digesting: SHA256
  private(set) var head: SealHead

  /// A chain that goes on behind a place.
  init(after head: SealHead) throws {
    digesting = try SHA256()
    self.head = head
  }

  /// What comes before the first seal.
  static let beginning = SealHead(number: 0, chain: Array(repeating: 0, count: 32))

  /// The digest of a row; nil where it was removed.
  mutating func digest(of row: RowImage) throws -> [UInt8]? {
    guard let octets = row.octets else { return nil }
    try digesting.update(Array(row.table.utf8) + [0] + row.key.utf8 + [0])
    try digesting.update(octets)
    return try digesting.finish().octets
  }

  /// The next seal, on a record whose digest is given.
  mutating func add(kind: String, record: String, digest: [UInt8]?) throws -> SealHead {
    let number = head.number + 1
    try digesting.update(head.chain)
    try digesting.update(sealedOctets(of: Int64(number)) + Array(kind.utf8) + [0] + record.utf8 + [0])
    try digesting.update(digest.map { [1] + $0 } ?? [0])
    head = SealHead(number: number, chain: try digesting.finish().octets)
    return head
  }

  /// Goes on behind what was read, whatever led there.
  mutating func goOn(after head: SealHead) {
    self.head = head
  }
}

/// Eight octets, the most significant first.
func sealedOctets(of number: Int64) -> [UInt8] {
  stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}
