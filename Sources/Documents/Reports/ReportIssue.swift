public import Values

/// What an issued report says of itself beside its figures; a draft has none of it.
public struct ReportIssue: Sendable, Hashable {
  /// That a report takes the place of an earlier one, and what it says otherwise.
  public struct Correction: Sendable, Hashable {
    /// The report that it takes the place of.
    public let of: UUID
    /// Why it was corrected, in the words of whoever did.
    public let reason: String
    /// What is said otherwise, at most `FigureChange.mostListed`.
    public let changes: [FigureChange]
    /// How many figures are said otherwise.
    public let changeCount: Int

    /// A correction with what is changed by it.
    public init(of report: UUID, reason: String, changes: [FigureChange], changeCount: Int) {
      of = report
      self.reason = reason
      self.changes = changes
      self.changeCount = changeCount
    }
  }

  /// The report's identity.
  public let id: UUID
  /// 1, and one more with each correction.
  public let version: Int
  /// When it was issued.
  public let issuedAt: Instant
  /// Who answers for it, by name and function; nil where nobody was named.
  public let signatory: String?
  /// What it corrects; nil for a first version.
  public let correction: Correction?

  /// How many characters a signatory may have.
  public static let longestSignatory = 300

  /// An issued report's own data.
  public init(
    id: UUID, version: Int, issuedAt: Instant, signatory: String? = nil, correction: Correction?
  ) {
    self.id = id
    self.version = version
    self.issuedAt = issuedAt
    self.signatory = signatory
    self.correction = correction
  }
}

/// One figure that two versions of a report give differently.
public struct FigureChange: Sendable, Hashable {
  /// The block's name.
  public let block: String
  /// What names the row: its codes, with spaces between them; `total` for the total.
  public let row: String
  /// The column's name.
  public let column: String
  /// The figure as it was; nil where the earlier version has no such row.
  public let before: String?
  /// The figure as it is; nil where the later version has no such row.
  public let after: String?

  /// A figure as it was and as it is.
  public init(block: String, row: String, column: String, before: String?, after: String?) {
    self.block = block
    self.row = row
    self.column = column
    self.before = before
    self.after = after
  }

  /// How many changes a correction lists; what is beyond is counted.
  public static let mostListed = 500
}
