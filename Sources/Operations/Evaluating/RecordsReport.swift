public import ContentPackaging
internal import Rosters
internal import Values

/// What came of a table of records: all of it is taken, or nothing.
public struct RecordsReport: Sendable {
  /// Whether it was, or would be, taken.
  public let isAccepted: Bool
  public let isDryRun: Bool
  /// How many records were, or would be, added.
  public let added: Int
  /// How many are there already.
  public let unchanged: Int
  public let findings: [Finding]

  /// How many bytes a table may have.
  public static let mostBytes = RecordTable.mostBytes

  /// Of a table that cannot be read.
  static func refused(_ findings: [Finding], isDryRun: Bool) -> RecordsReport {
    RecordsReport(isAccepted: false, isDryRun: isDryRun, added: 0, unchanged: 0, findings: findings)
  }
}

/// What a table of records comes to, row by row, before anything is changed.
struct RecordsPlan<Step: Sendable>: Sendable {
  private let table: RecordTable
  private(set) var steps: [Step] = []
  private(set) var unchanged = 0
  private(set) var findings: [Finding]

  init(_ table: RecordTable, found: [Finding]) {
    self.table = table
    findings = found
  }

  /// Plans each row: the body gives the step that it takes, nil where it is recorded already. What it throws is told of
  /// the row.
  mutating func planRows(_ body: (RecordTable.Row) throws -> Step?) throws {
    for row in table.rows {
      do {
        if let step = try body(row) { steps.append(step) } else { unchanged += 1 }
      } catch let fault as CellUnusable {
        tell(.recordsCellUnusable, "\(fault.column) is \(fault.expected)", row, fault.column)
      } catch let difference as RowDiffers {
        unchanged += 1
        tell(.recordsRowDiffers, difference.message, row)
      } catch let hidden as OutOfReach {
        tell(.recordsRowRefused, hidden.notFound.explanation.message, row)
      } catch let refusal as any Explainable where refusal.explanation.category != .temporary {
        tell(.recordsRowRefused, refusal.explanation.message, row)
      }
    }
  }

  func report(isDryRun: Bool) -> RecordsReport {
    let isAccepted = !findings.contains { $0.severity == .error }
    return RecordsReport(
      isAccepted: isAccepted, isDryRun: isDryRun, added: isAccepted ? steps.count : 0,
      unchanged: isAccepted ? unchanged : 0, findings: findings)
  }

  private mutating func tell(
    _ code: FindingCode, _ message: String, _ row: RecordTable.Row, _ column: String? = nil
  ) {
    guard findings.count < Findings.mostKept else { return }
    findings.append(table.finding(code, message, in: row, column: column))
  }
}

/// A cell is missing, or its value is none of those it may be.
struct CellUnusable: Error {
  let column: String
  let expected: String
}

/// The row says otherwise what is recorded.
struct RowDiffers: Error {
  let message: String
}

extension RecordTable.Row {
  /// The value of a cell; nil where it is empty.
  func optional<Value>(_ column: String, _ expected: String, _ read: (String) -> Value?) throws(CellUnusable)
    -> Value?
  {
    guard let text = self[column] else { return nil }
    guard let value = read(text) else { throw CellUnusable(column: column, expected: expected) }
    return value
  }

  /// The value of a cell that must be there.
  func required<Value>(_ column: String, _ expected: String, _ read: (String) -> Value?) throws(CellUnusable)
    -> Value
  {
    guard let value = try optional(column, expected, read) else {
      throw CellUnusable(column: column, expected: "missing; it is \(expected)")
    }
    return value
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
