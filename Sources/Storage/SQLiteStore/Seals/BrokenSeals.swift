internal import Operations
internal import SQLite
internal import Values

/// How a row is not what its seal says.
enum BrokenRow {
  case altered, removed, added
}

extension ConnectedRecords {
  func brokenSeals(noted: NotedHead) throws -> [BrokenSeal] {
    guard try connection.hasTable("seal") else { return [] }
    let chain = try connection.brokenChain(noted)
    let rows = try connection.sealedTables().flatMap { try connection.brokenSeals(of: $0) }
    return chain + rows + (try connection.brokenStatementSeals())
  }
}

extension Connection {
  /// How many broken seals of a kind are told.
  private static let told = 100

  /// Goes along the chain of seals: each follows from the one before, and at the place that was noted stands what was.
  fileprivate func brokenChain(_ noted: NotedHead) throws -> [BrokenSeal] {
    var broken: [BrokenSeal] = noted == .unreadable ? [.noteUnreadable] : []
    var chain = try SealChain(after: SealChain.beginning)
    try each("SELECT number, kind, record, digest, chain FROM seal ORDER BY number") { row in
      let found = SealHead(number: try row.count(0), chain: try row.bytes(4))
      let due = try chain.add(kind: row.text(1), record: row.text(2), digest: row.bytesOrNil(3))
      if found != due, broken.count < Connection.told { broken.append(.chain(number: found.number)) }
      if case .head(let head) = noted, head.number == found.number, head.chain != found.chain {
        broken.append(.remade(noted: head.number))
      }
      chain.goOn(after: found)
    }
    if case .head(let head) = noted, head.number > chain.head.number {
      broken.append(.cutOff(last: chain.head.number, noted: head.number))
    }
    return broken
  }

  fileprivate func brokenSeals(of table: TableLayout) throws -> [BrokenSeal] {
    var broken: [BrokenSeal] = []
    let kind = words(ofTable: table.name)
    try eachBrokenSeal(of: table, limit: Connection.told) { record, how in
      switch how {
      case .altered: broken.append(.altered(kind: kind, record: record))
      case .removed: broken.append(.removed(kind: kind, record: record))
      case .added: broken.append(.added(kind: kind, record: record))
      }
    }
    return broken
  }

  /// Holds every row of a table against its latest seal, and looks for what is sealed and has no row.
  func eachBrokenSeal(
    of table: TableLayout, limit: Int, _ body: (_ record: String, _ how: BrokenRow) throws -> Void
  ) throws {
    var chain = try SealChain(after: SealChain.beginning)
    var (rows, told) = (0, 0)
    func tell(_ record: String, _ how: BrokenRow) throws {
      told += 1
      if told <= limit { try body(record, how) }
    }
    try eachRow(of: table) { row in
      let latest = try latestSeal(kind: table.name, record: row.key)
      if latest.isOfRecord { rows += 1 }
      guard latest != .digest(try chain.digest(of: row) ?? []) else { return }
      try tell(row.key, latest.isOfRecord ? .altered : .added)
    }
    for record in try recordsWithoutRow(of: table, rows: rows, limit: limit) { try tell(record, .removed) }
  }

  /// The records of a table that are sealed and have no row.
  ///
  /// - Parameter rows: how many have one: only where that is fewer than are sealed, they are looked for.
  func recordsWithoutRow(of table: TableLayout, rows: Int, limit: Int) throws -> [String] {
    var sealed = 0
    try eachSealedRecord(of: table.name) { _, _ in sealed += 1 }
    guard sealed != rows else { return [] }
    var present: Set<String> = []
    try eachRow(of: table) { present.insert($0.key) }
    var missing: [String] = []
    try eachSealedRecord(of: table.name) { record, _ in
      if missing.count < limit, !present.contains(record) { missing.append(record) }
    }
    return missing
  }
}

// Statements.
extension Connection {
  /// Goes along all statements, and holds each segment's digest against them.
  fileprivate func brokenStatementSeals() throws -> [BrokenSeal] {
    var due: [StatementSegment] = []
    try eachFullSegment { due.append($0) }
    if let open = try openSegment(), open.statements > 0 { due.append(open) }
    var walk = try SegmentWalk(over: due)
    try each("SELECT stored, id, voids, body FROM statement ORDER BY stored") { try walk.pass($0) }
    return try walk.end(limit: Connection.told)
  }
}

/// A way along all statements from segment to segment.
private struct SegmentWalk: ~Copyable {
  private let segments: [StatementSegment]
  private var place = 0
  private var digest: StatementDigest
  private var count = 0
  /// The first and last statement that lie behind all segments.
  private var unsealed: (from: Instant, to: Instant)?
  private var broken: [BrokenSeal] = []

  init(over segments: [StatementSegment]) throws {
    self.segments = segments
    digest = try StatementDigest(after: StatementSegment.none.digest)
  }

  mutating func pass(_ row: borrowing Row) throws {
    let stored = try row.instant(0)
    while place < segments.count, segments[place].last < stored { settle() }
    guard place < segments.count else {
      unsealed = (unsealed?.from ?? stored, stored)
      return
    }
    try digest.add(row)
    count += 1
  }

  /// Ends the segment that was gone along, and goes on behind it as if it were sound.
  private mutating func settle() {
    let segment = segments[place]
    if segment.digest != digest.octets || segment.statements != count {
      broken.append(.statements(from: segment.first ?? segment.last, to: segment.last))
    }
    digest.goOn(after: segment.digest)
    (place, count) = (place + 1, 0)
  }

  mutating func end(limit: Int) throws -> [BrokenSeal] {
    while place < segments.count { settle() }
    if let unsealed { broken.append(.statements(from: unsealed.from, to: unsealed.to)) }
    return Array(broken.prefix(limit))
  }
}
