internal import ContentPackaging
internal import Rosters

/// Takes the rows of a table as records of one kind: all of them or none, each by the rules of the change that records one.
/// The second time nothing is changed.
protocol TableImport: Change where Outcome == RecordsReport {
  /// What records one row.
  associatedtype Step: Change
  /// The columns that there may be.
  static var columns: [String] { get }
  /// Those without which no row can be used.
  static var needed: [String] { get }

  /// What the table would come to.
  func plan(in reached: ReachedRecords) throws -> RecordsPlan<Step>
}

extension TableImport {
  static var right: Right { Step.right }

  /// Reads a table of such records, as `RecordTable.read` does.
  static func read(_ bytes: [UInt8], name: String) -> (table: RecordTable?, findings: [Finding]) {
    RecordTable.read(bytes, file: name, columns: columns, needed: needed)
  }

  func carryOut(_ work: Work) throws -> RecordsReport {
    try plan(in: work.reached).carryOut(work)
  }
}

extension Registrar {
  /// Reads a table and takes it, or on a dry run says what it would come to.
  ///
  /// - Parameter name: the name that findings are given under.
  func take<Table: TableImport>(
    _ bytes: [UInt8], name: String, isDryRun: Bool, as principal: Principal, on terms: Terms<RecordsReport>,
    by request: (RecordTable, [Finding]) -> Table
  ) throws -> RecordsReport {
    try permit(Table.right, to: principal, doing: Table.name)
    let (table, findings) = Table.read(bytes, name: name)
    guard let table else { return .refused(findings, isDryRun: isDryRun) }
    let request = request(table, findings)
    return try isDryRun
      ? answer(PlanTable(request: request), as: principal) : perform(request, as: principal, on: terms)
  }
}

/// Works out what a table would come to.
private struct PlanTable<Table: TableImport>: Inquiry {
  static var right: Right? { Table.right }

  let request: Table

  func answer(_ reading: Reading) throws -> RecordsReport {
    try request.plan(in: reading.reached).report(isDryRun: true)
  }
}
