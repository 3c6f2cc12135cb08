internal import ContentPackaging
internal import Rosters

/// What a row of a table comes to.
enum RowPlan<Step: Sendable>: Sendable {
  case add(Step)
  /// The step takes the place of what was said before.
  case change(Step)
  /// It is recorded already.
  case unchanged
  /// It is about what is not recorded here, and such rows were to be left out.
  case leftOut
}

/// What a table of records comes to, row by row, before anything is changed.
struct RecordsPlan<Step: Sendable>: Sendable {
  private let table: RecordTable
  private(set) var steps: [Step] = []
  /// What was found when the table was read.
  private let found: [Finding]
  /// What was found in its rows.
  private var findings: Findings
  private var counts = RecordsReport.Counts()

  init(_ table: RecordTable, found: [Finding]) {
    self.table = table
    self.found = found
    findings = table.noFindings
  }

  /// Plans each row. What the body throws is told of the row, and of its cell where that is known.
  mutating func planRows(_ body: (RecordTable.Row) throws -> RowPlan<Step>) throws {
    for row in table.rows {
      do {
        take(try body(row))
      } catch let fault as CellUnusable {
        tell(.recordsCellUnusable, "\(fault.column) is \(fault.expected)", row, fault.column)
      } catch let difference as RowDiffers {
        counts.unchanged += 1
        tell(.recordsRowDiffers, difference.message, row)
      } catch let hidden as OutOfReach {
        refuse(hidden.notFound, row, row.column(holding: hidden.notFound.name))
      } catch let missing as NotFound {
        refuse(missing, row, row.column(holding: missing.name))
      } catch let refusal as any Explainable where refusal.explanation.category != .temporary {
        refuse(refusal, row, refusal.explanation.field.flatMap { row[$0] == nil ? nil : $0 })
      }
    }
  }

  func report(isDryRun: Bool) -> RecordsReport {
    let isAccepted = !findings.refuse && !found.contains { $0.severity == .error }
    return RecordsReport(
      isAccepted: isAccepted, isDryRun: isDryRun, counts: isAccepted ? counts : RecordsReport.Counts(),
      findings: found + findings.list)
  }

  private mutating func take(_ plan: RowPlan<Step>) {
    switch plan {
    case .add(let step):
      counts.added += 1
      steps.append(step)
    case .change(let step):
      counts.changed += 1
      steps.append(step)
    case .unchanged: counts.unchanged += 1
    case .leftOut: counts.leftOut += 1
    }
  }

  private mutating func refuse(_ refusal: any Explainable, _ row: RecordTable.Row, _ column: String?) {
    tell(.recordsRowRefused, refusal.explanation.message, row, column)
  }

  private mutating func tell(
    _ code: FindingCode, _ message: String, _ row: RecordTable.Row, _ column: String? = nil
  ) {
    table.report(code, message, in: row, column: column, to: &findings)
  }
}

extension RecordsPlan where Step: Change {
  /// Takes every step, unless a row was refused: then none.
  func carryOut(_ work: Work) throws -> RecordsReport {
    let report = report(isDryRun: false)
    guard report.isAccepted else { return report }
    for (done, step) in steps.enumerated() {
      try work.progress(done, steps.count)
      _ = try step.carryOut(work)
    }
    return report
  }
}

/// The row says otherwise what is recorded.
struct RowDiffers: Error {
  let message: String
}

/// What the rows of a table are about, each of which one row alone may say.
struct RowSubjects<Subject: Hashable> {
  private var rows: [Subject: Int] = [:]

  /// Throws where another row is about the same.
  mutating func claim(_ subject: Subject, for row: RecordTable.Row) throws(RowRepeated) {
    if let earlier = rows.updateValue(row.number, forKey: subject) { throw RowRepeated(earlier: earlier) }
  }
}

/// Two rows of a table are about the same.
struct RowRepeated: Explainable, Hashable {
  let earlier: Int

  var explanation: Explanation {
    Explanation(.conflict, "row-repeated", "row \(earlier) is about the same", remedy: "take one of them out")
  }
}
