internal import Operations
internal import SQLite

/// What is sealed of a record at last.
enum LatestSeal: Equatable {
  /// Nothing: it was never recorded.
  case none
  /// That it was removed.
  case removal
  /// That it was not what was sealed before, when the schema was changed: it stays so.
  case doubt
  case digest([UInt8])

  /// Whether the record has to be there.
  var isOfRecord: Bool {
    switch self {
    case .none, .removal: false
    case .doubt, .digest: true
    }
  }
}

extension Connection {
  /// Carries out a body, and seals every record that it changed, in the transaction that is open.
  func sealed<Output>(_ body: () throws -> Output) throws -> Output {
    // What is left of works that were undone changed nothing.
    _ = takeChangedRows()
    let output = try body()
    let changed = takeChangedRows()
    if !changed.isEmpty { try seal(changed) }
    return output
  }

  /// Carries out a body that changes records which are never changed else, and seals them anew. One that was not what was
  /// sealed before stays told so: its seal is one that nothing fits.
  func changeLawfully(_ body: () throws -> Void) throws {
    let earlier = takeChangedRows()
    if !earlier.isEmpty { try seal(earlier) }
    let originals = try originals(changedBy: body)
    var chain = try SealChain(after: sealHead())
    let doubtful = try originals.filter { row in
      try latestSeal(kind: row.table, record: row.key) != .digest(chain.digest(of: row) ?? [])
    }
    try seal(takeChangedRows())
    chain = try SealChain(after: sealHead())
    for row in doubtful { try append(kind: row.table, record: row.key, digest: [], to: &chain) }
  }

  private func seal(_ changed: [RowImage]) throws {
    var chain = try SealChain(after: sealHead())
    for row in changed {
      try append(kind: row.table, record: row.key, digest: chain.digest(of: row), to: &chain)
    }
  }

  /// How far the seals have come.
  func sealHead() throws -> SealHead {
    try first("SELECT number, chain FROM seal ORDER BY number DESC LIMIT 1") {
      SealHead(number: try $0.count(0), chain: try $0.bytes(1))
    } ?? SealChain.beginning
  }

  /// The seal at a place.
  func seal(at number: Int) throws -> SealHead? {
    try first("SELECT chain FROM seal WHERE number = \(number)") {
      SealHead(number: number, chain: try $0.bytes(0))
    }
  }

  func append(kind: String, record: String, digest: [UInt8]?, to chain: inout SealChain) throws {
    let seal = try chain.add(kind: kind, record: record, digest: digest)
    try run(
      """
      INSERT INTO seal (number, kind, record, digest, chain)
      VALUES (\(seal.number), \(kind), \(record), \(digest), \(seal.chain))
      """)
  }

  func latestSeal(kind: String, record: String) throws -> LatestSeal {
    try first(
      """
      SELECT digest FROM seal WHERE kind = \(kind) AND record = \(record) ORDER BY number DESC LIMIT 1
      """
    ) { try LatestSeal($0.bytesOrNil(0)) } ?? .none
  }

  /// Gives `body` every record of a kind that has to be there by its latest seal.
  func eachSealedRecord(of kind: String, _ body: (_ record: String, _ seal: LatestSeal) throws -> Void) throws
  {
    // With max(), the other columns are those of the row that has it.
    try each(
      "SELECT record, digest, max(number) FROM seal WHERE kind = \(kind) GROUP BY record"
    ) { row in
      let seal = try LatestSeal(row.bytesOrNil(1))
      if seal.isOfRecord { try body(try row.text(0), seal) }
    }
  }

  /// The kinds of records that there are seals of.
  func sealedKinds() throws -> [String] {
    try all("SELECT DISTINCT kind FROM seal ORDER BY kind") { try $0.text(0) }
  }
}

extension LatestSeal {
  /// As it is kept.
  init(_ digest: [UInt8]?) {
    self = digest.map { $0.isEmpty ? .doubt : .digest($0) } ?? .removal
  }
}
