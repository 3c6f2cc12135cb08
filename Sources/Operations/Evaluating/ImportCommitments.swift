internal import ContentPackaging
internal import Enrolment
internal import Evaluation
internal import Rosters
internal import Values

extension Registrar {
  /// Records the rows of a table as commitments: all of them or none. The second time nothing is changed: a commitment is
  /// known again by its enrolment.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importCommitments(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RecordsReport> = .none
  ) throws -> RecordsReport {
    try take(bytes, name: name, isDryRun: isDryRun, as: principal, on: terms) {
      ImportCommitments(table: $0, found: $1)
    }
  }
}

/// Records the commitments of a table.
struct ImportCommitments: TableImport {
  static let columns = ["enrolment", "people", "due"]
  static let needed = columns

  let table: RecordTable
  let found: [Finding]

  func plan(in reached: ReachedRecords) throws -> RecordsPlan<Commit> {
    var enrolments = RowSubjects<EnrolmentID>()
    var plan = RecordsPlan<Commit>(table, found: found)
    try plan.planRows { row in
      let step = Commit(
        enrolment: try row.required("enrolment", "an enrolment's identifier") { EnrolmentID($0) },
        people: try row.neededNumber("people", in: 1...1_000_000), due: try row.day("due"))
      try enrolments.claim(step.enrolment, for: row)
      let enrolment = try reached.enrolment(identified: step.enrolment)
      if let recorded = try reached.records.commitment(of: enrolment.id) {
        guard recorded.people == step.people, recorded.due == step.due else {
          throw RowDiffers(
            message: "the commitment made at this enrolment is \(recorded.people) people by \(recorded.due)")
        }
        return .unchanged
      }
      try step.requireDue(after: enrolment, in: reached.records)
      return .add(step)
    }
    return plan
  }
}
