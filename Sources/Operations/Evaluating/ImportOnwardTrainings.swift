internal import ContentPackaging
internal import Enrolment
internal import Evaluation
internal import People
internal import Rosters
internal import Values

extension Registrar {
  /// Records the rows of a table as onward training: all of them or none. The second time nothing is changed: a training is
  /// known again by its enrolment and what it is called where it came from.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importOnwardTrainings(
    _ bytes: [UInt8], name: String, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RecordsReport> = .none
  ) throws -> RecordsReport {
    try take(bytes, name: name, isDryRun: isDryRun, as: principal, on: terms) {
      ImportOnwardTrainings(table: $0, found: $1)
    }
  }
}

/// Records the onward training of a table.
struct ImportOnwardTrainings: TableImport {
  static var columns: [String] { TrainingRow.columns }
  static var needed: [String] { TrainingRow.needed }

  let table: RecordTable
  let found: [Finding]

  func plan(in reached: ReachedRecords) throws -> RecordsPlan<TrainOthers> {
    var seen: Set<TrainingRow.Name> = []
    var plan = RecordsPlan<TrainOthers>(table, found: found)
    try plan.planRows { cells in
      let step = try TrainingRow(cells).step
      let enrolment = try reached.enrolment(identified: step.enrolment)
      let names = [
        TrainingRow.Name(enrolment: step.enrolment, words: "id \(step.source?.text ?? "")"),
        TrainingRow.Name(enrolment: step.enrolment, words: "on \(step.on) \(step.title)"),
      ]
      for name in names where !seen.insert(name).inserted {
        throw EvaluationRefused.sourceRecorded(step.source?.text ?? step.title)
      }
      if let source = step.source,
        let recorded = try reached.records.onwardTraining(of: step.enrolment, called: source)
      {
        guard recorded.on == step.on, recorded.title == step.title, recorded.trained == step.trained else {
          throw RowDiffers(message: "training “\(source)” is recorded with another day, title or numbers")
        }
        return .unchanged
      }
      guard step.trained.total > 0 else { throw OnwardTraining.Refusal.nobodyTrained }
      try step.require(of: enrolment, in: reached)
      return .add(step)
    }
    return plan
  }
}

/// One training of a table.
private struct TrainingRow {
  /// What two rows of one table may not both say.
  struct Name: Hashable {
    let enrolment: EnrolmentID
    let words: String
  }

  static let needed = ["source-id", "enrolment", "on", "title"]
  static let columns = needed + Person.Sex.allCases.map(\.rawValue) + ["evidence"]

  let step: TrainOthers

  init(_ row: RecordTable.Row) throws {
    var counts: [Person.Sex: Int] = [:]
    for sex in Person.Sex.allCases {
      counts[sex] = try row.number(sex.rawValue, in: 0...100_000)
    }
    step = TrainOthers(
      enrolment: try row.required("enrolment", "an enrolment's identifier") { EnrolmentID($0) },
      on: try row.day("on"),
      title: try row.required("title", "one line of text") { $0.isVisibleLine ? $0 : nil },
      trained: known(TrainedPeople(counts)),
      evidence: try row.line("evidence") ?? "",
      source: try row.required("source-id", "1 to 128 visible ASCII characters") { SourceIdentifier($0) })
  }
}
