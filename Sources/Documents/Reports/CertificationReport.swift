public import Catalogue
public import People
public import Values

/// A certification report as figures and words, before it is put into a format. Every format is written from this one
/// value, so that they cannot differ.
public struct CertificationReport: RenderableReport, Sendable, Hashable {
  /// What the report was asked for.
  public let parameters: ReportParameters
  /// What the report says of itself where it was issued; nil in a draft.
  public internal(set) var issue: ReportIssue?
  /// The words that it is told in.
  public let words: ReportWords
  /// The editions of standards that there were at the cut-off.
  public let editions: [StandardEditionCode]
  /// The audience's blocks, in the order of `BlockName`.
  public let blocks: [ReportBlock]

  /// The same report, issued.
  public func issued(as issue: ReportIssue) -> CertificationReport {
    var report = self
    report.issue = issue
    return report
  }

  /// The block of a name; nil where this audience's report has none such.
  public func block(_ name: BlockName) -> ReportBlock? {
    blocks.first { $0.name == .certification(name) }
  }

  /// Everybody whom its lists name.
  public var namedPersons: Set<PersonID> {
    Set(
      blocks.flatMap { block -> [PersonID] in
        guard let place = block.columns.firstIndex(where: { $0.name == "person" }) else { return [] }
        return block.rows.compactMap { row in
          guard case .code(let text) = row[place] else { return nil }
          return PersonID(text)
        }
      })
  }
}

/// One table of a report, with the sentence that says what is counted in it.
public struct ReportBlock: Sendable, Hashable {
  /// Which block it is.
  public let name: TableName
  /// The title by which people know the block.
  public let title: String
  /// What is counted, by which day, persons or attendances.
  public let definition: String
  /// What stands in each column.
  public let columns: [ReportColumn]
  /// The rows, each with a cell for each column. None means that there are no records, which is not a count of 0.
  public let rows: [[ReportCell]]
  /// The total over all rows, worked out from the records and not from the rows; nil where a total has no meaning.
  public let total: [ReportCell]?

  init(
    _ name: BlockName, in words: ReportWords, _ columns: [ReportColumn], rows: [[ReportCell]],
    total: [ReportCell]? = nil
  ) {
    self.init(.certification(name), in: words, columns, rows: rows, total: total)
  }

  init(
    _ name: TableName, in words: ReportWords, _ columns: [ReportColumn], rows: [[ReportCell]],
    total: [ReportCell]? = nil
  ) {
    self.name = name
    title = words.title(name)
    definition = words.definition(name)
    self.columns = columns
    self.rows = rows
    self.total = rows.isEmpty ? nil : total
  }
}

/// What stands in one column.
public struct ReportColumn: Sendable, Hashable {
  /// What a count counts.
  public enum Unit: String, Sendable, CaseIterable {
    /// Different people, each counted once in a cell.
    case persons
    /// Enrolments: a person who is enrolled in two sessions is enrolled twice.
    case enrolments
    /// Enrolments of which something shows that the person took part: who takes part twice attends twice.
    case attendances
    case certificates, sessions
    /// Courses of which a version is published: all versions and languages of a course are one.
    case courseVersions = "course-versions"
    /// Results of assessments.
    case results
    /// Items of an edition of a standard.
    case standardItems = "standard-items"
    /// Places in sessions that donors pay for.
    case seats
    /// What the row's own indicator counts.
    case indicator
    case evaluations
    /// Forms of evaluations: handed out, or filled in.
    case forms
    /// Marks given on such forms.
    case marks
    case trainings
    /// People who were trained onward. They are known as numbers: who was trained twice counts twice.
    case trained
    case commitments, accreditations
  }

  /// What kind of cells a column holds; any of them may be empty or suppressed instead.
  public enum Kind: Sendable, Hashable {
    case code, text, day
    /// Whole numbers. Where the rows do not share anything they count, they add up to the total: `isAdditive`.
    case count(Unit, isAdditive: Bool)
    /// Parts of a hundred, rounded half up to one decimal; each carries its base, counted in the unit. More than a hundred
    /// where more was reached than was agreed.
    case percent(of: Unit)
    /// Means, rounded half up to two decimals; each carries its base, counted in the unit.
    case mean(of: Unit)
  }

  /// The name by which machines know the column, unique in its block.
  public let name: String
  /// The title by which people know it.
  public let title: String
  /// What kind of cells it holds.
  public let kind: Kind
}

/// One value of a report.
public enum ReportCell: Sendable, Hashable {
  case code(String)
  case text(String)
  case day(Day)
  case count(Int)
  /// Tenths of a percent, and the number that 100 percent stands for.
  case percent(tenths: Int, base: Int)
  /// Hundredths of a mean, and the number of figures that it is the mean of.
  case mean(hundredths: Int, base: Int)
  /// There is a figure, and it is not shown because it, or another one through it, would tell of too few people.
  case suppressed
  /// There is nothing to show: a day that never came, a label that was never given.
  case empty

  /// The share of a base in percent; empty where the base is 0.
  static func share(_ part: Int, of base: Int) -> ReportCell {
    guard base > 0 else { return .empty }
    return .percent(tenths: (2000 * part + base) / (2 * base), base: base)
  }

  /// The mean of some figures by their sum; empty where there are none.
  static func mean(_ sum: Int, of base: Int) -> ReportCell {
    guard base > 0 else { return .empty }
    return .mean(hundredths: (200 * sum + base) / (2 * base), base: base)
  }
}
