internal import Cryptography
internal import Operations
internal import SQLite
internal import Values

/// The statements that are sealed together: a thousand, or fewer while they are the last.
struct StatementSegment: Equatable {
  /// When the first of them was stored; nil while there is none.
  var first: Instant?
  /// When the last of them, or of those before, was stored.
  var last: Instant
  var statements: Int
  /// Over all of them and all before them.
  var digest: [UInt8]

  /// How many a segment has when it is full: what is altered is found as one of so many.
  static let fullCount = 1_000

  /// Before all statements.
  static let none = StatementSegment(
    first: nil, last: Instant(microseconds: .min), statements: 0, digest: SealChain.beginning.chain)
}

/// A digest over statements, one after the other.
struct StatementDigest: ~Copyable {
  private var digesting: SHA256
  private(set) var octets: [UInt8]

  /// A digest that goes on where another one ended.
  init(after octets: [UInt8]) throws {
    digesting = try SHA256()
    self.octets = octets
  }

  /// Adds a row of `stored, id, voids, body`. What cannot stand there leads to a digest that no statement has.
  mutating func add(_ row: borrowing Row) throws {
    try digesting.update(octets)
    do {
      let voids = try row.bytesOrNil(2)
      try digesting.update(
        sealedOctets(of: try row.integer(0)) + row.bytes(1) + (voids.map { [1] + $0 } ?? [0]))
    } catch is SQLiteError {
      try digesting.update([UInt8](repeating: 0xFF, count: 64))
    }
    if row.isNull(3) {
      try digesting.update([])
    } else {
      let body = try row.bytes(3)
      try digesting.update(body)
    }
    octets = try digesting.finish().octets
  }

  /// Goes on behind what was read, whatever led there.
  mutating func goOn(after octets: [UInt8]) {
    self.octets = octets
  }
}

extension Connection {
  /// Seals the statements that were stored since the last ones that are sealed.
  func sealNewStatements() throws {
    var segment = try openSegment() ?? .none
    let before = segment
    var digest = try StatementDigest(after: segment.digest)
    try each(
      """
      SELECT stored, id, voids, body FROM statement WHERE stored > \(segment.last) ORDER BY stored
      """
    ) { row in
      try digest.add(row)
      segment.last = try row.instant(0)
      segment.first = segment.first ?? segment.last
      segment.statements += 1
      guard segment.statements == StatementSegment.fullCount else { return }
      segment.digest = digest.octets
      try close(segment)
      (segment.first, segment.statements) = (nil, 0)
    }
    guard segment.last != before.last else { return }
    segment.digest = digest.octets
    try keep(segment)
  }

  /// The segment that is not full.
  func openSegment() throws -> StatementSegment? {
    try first("SELECT first, last, statements, digest FROM statement_tail") {
      StatementSegment(
        first: try $0.instantOrNil(0), last: try $0.instant(1), statements: try $0.count(2),
        digest: try $0.bytes(3))
    }
  }

  /// The segments that are full, oldest first.
  func eachFullSegment(_ body: (StatementSegment) throws -> Void) throws {
    try each("SELECT first, last, statements, digest FROM statement_segment ORDER BY first") {
      try body(
        StatementSegment(
          first: try $0.instant(0), last: try $0.instant(1), statements: try $0.count(2),
          digest: try $0.bytes(3)))
    }
  }

  private func close(_ segment: StatementSegment) throws {
    try run(
      """
      INSERT INTO statement_segment (first, last, statements, digest)
      VALUES (\(segment.first), \(segment.last), \(segment.statements), \(segment.digest))
      """)
  }

  private func keep(_ segment: StatementSegment) throws {
    try run(
      """
      INSERT INTO statement_tail (one, first, last, statements, digest)
      VALUES (1, \(segment.first), \(segment.last), \(segment.statements), \(segment.digest))
      ON CONFLICT (one) DO UPDATE
      SET first = excluded.first, last = excluded.last, statements = excluded.statements, digest = excluded.digest
      """)
  }

  /// Takes the seals away from the statements that follow an instant, for one that is about to be stored at it. It occurs
  /// only where records bear instants of a timeline of their own.
  func unsealStatements(from stored: Instant) throws {
    guard let open = try openSegment(), open.last >= stored else { return }
    try run("DELETE FROM statement_segment WHERE last >= \(stored)")
    let last = try first("SELECT last, digest FROM statement_segment ORDER BY first DESC LIMIT 1") {
      StatementSegment(first: nil, last: try $0.instant(0), statements: 0, digest: try $0.bytes(1))
    }
    try run("DELETE FROM statement_tail")
    if let last { try keep(last) }
  }
}
