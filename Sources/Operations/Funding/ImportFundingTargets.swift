internal import ContentPackaging
internal import Enrolment
internal import People
internal import Rosters
internal import Values

extension Registrar {
  /// Sets the targets of a table: all of them or none. The second time nothing is changed; another number for the same
  /// indicator and days takes the place of the one before.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importFundingTargets(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RecordsReport> = .none
  ) throws -> RecordsReport {
    try take(bytes, name: name, isDryRun: isDryRun, as: principal, on: terms) {
      ImportFundingTargets(table: $0, found: $1)
    }
  }
}

/// Sets the targets of a table.
struct ImportFundingTargets: TableImport {
  static let columns = ["programme", "indicator", "value", "from", "to"]
  static let needed = columns

  /// What tells a target from the others.
  private struct Subject: Hashable {
    let programme: FundingProgrammeID
    let indicator: FundingIndicator
    let days: DayRange
  }

  let table: RecordTable
  let found: [Finding]

  func plan(in reached: ReachedRecords) throws -> RecordsPlan<SetFundingTarget> {
    var subjects = RowSubjects<Subject>()
    var plan = RecordsPlan<SetFundingTarget>(table, found: found)
    try plan.planRows { row in
      let step = try step(row)
      let programme = try reached.records.fundingProgramme(named: step.programme)
      try subjects.claim(
        Subject(programme: programme.id, indicator: step.indicator, days: step.days), for: row)
      try FundingTarget.check(step.value, within: step.days, of: programme)
      let earlier = try reached.records.target(of: programme.id, step.indicator, within: step.days)
      guard let earlier else { return .add(step) }
      return earlier.value == step.value ? .unchanged : .change(step)
    }
    return plan
  }

  private func step(_ row: RecordTable.Row) throws(CellUnusable) -> SetFundingTarget {
    let indicators = FundingIndicator.allCases.map(\.rawValue).joined(separator: ", ")
    return SetFundingTarget(
      programme: .code(try row.code("programme")),
      indicator: try row.required("indicator", "one of \(indicators)") { FundingIndicator(rawValue: $0) },
      days: try row.days(), value: try row.neededNumber("value", in: 1...1_000_000_000))
  }
}
