internal import Certification
internal import Values

/// Notes in restored records that they were restored, and begins a series of certificate numbers, so that none that was
/// given out after the backup is given again.
public struct NoteRestore: Change {
  public static let right = Right.administerKeys

  public let backup: BackupFacts

  public init(of backup: BackupFacts) {
    self.backup = backup
  }

  /// - Returns: the series that numbers are given in from now on.
  public func carryOut(_ work: Work) throws -> String {
    let before = try work.records.numberSeries()
    let series = NumberSeries(begunAt: work.now, chance: work.random().low)
    try work.records.begin(series)
    try work.note(
      "backup restore", .backup, backup.id,
      [
        FieldChange("records until", from: nil, to: backup.latestRecord?.description),
        FieldChange("certificate series", from: before?.text, to: series.text),
      ])
    return series.text
  }
}
