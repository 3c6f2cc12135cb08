internal import Operations
internal import SQLite

// Seals and the schema: rows from before seals are sealed as they are found, and what a step of the schema makes of
// sealed ones is sealed anew, in the step's own transaction. Else that is done only where a person is made unknown
// (`changeLawfully`). Neither makes good what was altered before it.
extension Connection {
  /// Keeps in mind which records are not what was sealed, before a step of the schema changes others lawfully.
  func sealDoubts() throws {
    guard try hasTable("seal") else { return }
    try transaction {
      var chain = try SealChain(after: sealHead())
      for table in try sealedTables() {
        var doubtful: [String] = []
        try eachBrokenSeal(of: table, limit: .max) { record, _ in doubtful.append(record) }
        for record in doubtful { try append(kind: table.name, record: record, digest: [], to: &chain) }
      }
    }
  }

  /// Seals what a step of the schema left unsealed. Cost: one pass over the records.
  func settleSeals() throws {
    guard try hasTable("seal") else { return }
    try sealNewStatements()
    var chain = try SealChain(after: sealHead())
    let tables = try sealedTables()
    for table in tables { try sealRows(of: table, in: &chain) }
    for kind in try sealedKinds() where !tables.contains(where: { $0.name == kind }) {
      var gone: [String] = []
      try eachSealedRecord(of: kind) { record, _ in gone.append(record) }
      for record in gone { try append(kind: kind, record: record, digest: nil, to: &chain) }
    }
  }

  private func sealRows(of table: TableLayout, in chain: inout SealChain) throws {
    var rows = 0
    try eachRow(of: table) { row in
      rows += 1
      let digest = try chain.digest(of: row) ?? []
      let latest = try latestSeal(kind: table.name, record: row.key)
      guard latest != .doubt, latest != .digest(digest) else { return }
      try append(kind: table.name, record: row.key, digest: digest, to: &chain)
    }
    for record in try recordsWithoutRow(of: table, rows: rows, limit: .max)
    where try latestSeal(kind: table.name, record: record) != .doubt {
      try append(kind: table.name, record: record, digest: nil, to: &chain)
    }
  }
}
