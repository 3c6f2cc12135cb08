internal import ContentPackaging
internal import Enrolment
internal import People
internal import Rosters
internal import Values

extension Registrar {
  /// Says of each row of a table that a donor pays for seats in a session: all of them or none. The second time nothing is
  /// changed; said otherwise, it takes the place of what was said before.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importSessionFunding(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RecordsReport> = .none
  ) throws -> RecordsReport {
    try take(bytes, name: name, isDryRun: isDryRun, as: principal, on: terms) {
      ImportSessionFunding(table: $0, found: $1)
    }
  }
}

/// Records who pays for seats, of a table.
struct ImportSessionFunding: TableImport {
  static let needed = ["session", "donor"]
  static let columns = needed + ["seats", "programme"]

  /// A donor pays once for seats in a session.
  private struct Subject: Hashable {
    let session: SessionID
    let donor: PartyID
  }

  let table: RecordTable
  let found: [Finding]

  func plan(in reached: ReachedRecords) throws -> RecordsPlan<FundSession> {
    var paid = RowSubjects<Subject>()
    var plan = RecordsPlan<FundSession>(table, found: found)
    try plan.planRows { row in
      let step = try step(row)
      let subjects = try step.subjects(in: reached)
      try paid.claim(Subject(session: subjects.session.id, donor: subjects.donor.id), for: row)
      if subjects.isRecorded(seats: step.seats) { return .unchanged }
      return subjects.earlier == nil ? .add(step) : .change(step)
    }
    return plan
  }

  private func step(_ row: RecordTable.Row) throws(CellUnusable) -> FundSession {
    FundSession(
      session: .code(try row.code("session")), donor: .code(try row.code("donor")),
      seats: try row.number("seats", in: 1...1_000_000),
      programme: row["programme"] == nil ? nil : .code(try row.code("programme")))
  }
}
