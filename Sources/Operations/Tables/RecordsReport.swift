public import ContentPackaging
internal import Rosters

/// What came of a table of records: all of it is taken, or nothing.
public struct RecordsReport: Sendable {
  /// Whether it was, or would be, taken.
  public let isAccepted: Bool
  public let isDryRun: Bool
  /// How many rows were, or would be, recorded, and what they make of the records.
  public let counts: Counts
  public let findings: [Finding]

  /// The rows of a table by what becomes of them; none where it is refused.
  public struct Counts: Sendable, Hashable {
    /// Rows that add a record.
    public var added = 0
    /// Rows that take the place of what was said before.
    public var changed = 0
    /// Rows that are recorded already.
    public var unchanged = 0
    /// Rows that were left out because they are about what is not recorded here, where that was asked for.
    public var leftOut = 0

    /// The four numbers, each 0 where it is not given.
    public init(added: Int = 0, changed: Int = 0, unchanged: Int = 0, leftOut: Int = 0) {
      (self.added, self.changed, self.unchanged, self.leftOut) = (added, changed, unchanged, leftOut)
    }
  }

  /// How many bytes a table may have.
  public static let mostBytes = RecordTable.mostBytes

  /// Of a table that cannot be read.
  static func refused(_ findings: [Finding], isDryRun: Bool) -> RecordsReport {
    RecordsReport(isAccepted: false, isDryRun: isDryRun, counts: Counts(), findings: findings)
  }
}
