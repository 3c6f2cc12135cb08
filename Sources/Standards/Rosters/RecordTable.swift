internal import CSV
public import ContentPackaging
internal import Spelling
internal import XML

/// Records in a table of separated values: headings first, then a row for each record.
public struct RecordTable: Sendable {
  /// One row: the cells that hold a text, by their columns.
  public struct Row: Sendable {
    /// The row as a spreadsheet counts.
    public let number: Int
    fileprivate let place: Place
    fileprivate let cells: [String: (text: String, place: Place)]

    /// The text of a column without the white space around it; nil where the cell is empty.
    public subscript(column: String) -> String? { cells[column]?.text }

    /// The column whose cell holds a text; the first by name of several, nil where none does.
    public func column(holding text: String) -> String? {
      cells.keys.sorted().first { cells[$0]?.text == text }
    }
  }

  public let rows: [Row]
  private let file: String

  /// How many rows a table may have.
  public static let mostRows = 100_000
  /// How many bytes it may have: 32 MiB.
  public static let mostBytes = 32 * 1024 * 1024

  /// Reads a table. Capitals make no difference in headings, nor whether their words are joined by hyphen, underline or
  /// space. Cost grows with the number of bytes.
  ///
  /// - Parameters:
  ///   - file: the name by which findings tell the file.
  ///   - columns: those that there may be.
  ///   - needed: those without which no row can be used.
  /// - Returns: the table, nil where it cannot be used; and what was found.
  public static func read(
    _ bytes: [UInt8], file: String, columns: [String], needed: [String]
  ) -> (table: RecordTable?, findings: [Finding]) {
    var findings = Findings(file: file)
    do {
      let limits = CSVLimits(fileBytes: mostBytes, records: mostRows + 1)
      var reader = try CSVReader(bytes, limits: limits)
      guard let header = try reader.next() else { return (nil, findings.list) }
      let headings = headings(header, columns, needed, &findings)
      var rows: [Row] = []
      while !findings.refuse, let record = try reader.next() {
        guard !record.isEmpty else { continue }
        if let row = row(record, headings, &findings) { rows.append(row) }
      }
      guard !findings.refuse else { return (nil, findings.list) }
      guard !rows.isEmpty else {
        findings.report(.recordsMissing, "no row follows the headings", place: nil)
        return (nil, findings.list)
      }
      return (RecordTable(rows: rows, file: file), findings.list)
    } catch {
      findings.report(.recordsUnreadable, error.message, place: error.place.map(Place.init))
      return (nil, findings.list)
    }
  }

  /// Nothing found in the table yet.
  public var noFindings: Findings { Findings(file: file) }

  /// Adds what is wrong with a row, or with a cell of it, to what was found in the table.
  public func report(
    _ code: FindingCode, _ message: String, in row: Row, column: String? = nil, to findings: inout Findings
  ) {
    let cell = column.flatMap { row.cells[$0] }
    findings.report(
      code, "row \(row.number): \(message)", place: cell?.place ?? row.place,
      path: "row[\(row.number)]" + (column.map { "/\($0)" } ?? ""), text: cell?.text)
  }

  private static func headings(
    _ record: CSVRecord, _ columns: [String], _ needed: [String], _ findings: inout Findings
  ) -> [String?] {
    var found: [String?] = []
    for field in record.fields {
      let (heading, place) = (trimmed(field.text), Place(field.place))
      let column = columns.first { RosterColumn.folded($0) == RosterColumn.folded(heading) }
      if column == nil, !heading.isEmpty {
        let suggestion = nearest(to: RosterColumn.folded(heading), among: columns)
        let known =
          suggestion.map { "did you mean “\($0)”?" } ?? "there are \(columns.joined(separator: ", "))"
        findings.report(
          .recordsColumnUnknown, "the table has no column “\(heading)”; \(known)", place: place,
          path: "row[1]", text: heading)
      }
      if let column, found.contains(column) {
        findings.report(
          .recordsColumnRepeated, "a column \(column) stands here already", place: place, path: "row[1]")
      }
      found.append(column)
    }
    for column in needed where !found.contains(column) {
      findings.report(
        .recordsColumnMissing, "there is no column \(column)", place: Place(line: 1, column: 1, byte: 0),
        path: "row[1]")
    }
    return found
  }

  /// As many fields as headings; what is surplus, or under no heading, must be empty.
  private static func row(
    _ record: CSVRecord, _ headings: [String?], _ findings: inout Findings
  ) -> Row? {
    let isSurplus = record.fields.enumerated().contains { index, field in
      (index >= headings.count || headings[index] == nil) && !trimmed(field.text).isEmpty
    }
    guard record.fields.count >= headings.count, !isSurplus else {
      findings.report(
        .recordsRowUneven, "row \(record.number) has other fields than the headings name",
        place: Place(record.fields[0].place), path: "row[\(record.number)]")
      return nil
    }
    var cells: [String: (text: String, place: Place)] = [:]
    for (column, field) in zip(headings, record.fields) {
      let text = trimmed(field.text)
      if let column, !text.isEmpty { cells[column] = (text, Place(field.place)) }
    }
    return Row(number: record.number, place: Place(record.fields[0].place), cells: cells)
  }
}

extension FindingCode {
  static let recordsUnreadable = FindingCode(
    "records.unreadable", .error, "The table cannot be read as separated values in UTF-8.",
    fix: "Save it as comma-separated values in UTF-8.")
  static let recordsMissing = FindingCode(
    "records.missing", .error, "The table has headings and no rows.", fix: "Add the rows.")
  static let recordsColumnUnknown = FindingCode(
    "records.column.unknown", .error, "A heading names no column of such a table.",
    fix: "Write one of the headings that the message names, or take the column out.")
  static let recordsColumnRepeated = FindingCode(
    "records.column.repeated", .error, "Two columns have the same heading.", fix: "Take one of them out.")
  static let recordsColumnMissing = FindingCode(
    "records.column.missing", .error, "A column is missing without which no row can be used.",
    fix: "Add the column.")
  static let recordsRowUneven = FindingCode(
    "records.row.uneven", .error, "A row has fewer fields than there are headings, or a field under none.",
    fix: "Give each row a field under each heading, empty where there is nothing to say.")
  /// A cell's value is none of those it may be, or is missing.
  public static let recordsCellUnusable = FindingCode(
    "records.cell.unusable", .error, "A value is missing, or is none of those it may be.",
    fix: "Write one of the values that the message names.")
  /// The records do not take the row.
  public static let recordsRowRefused = FindingCode(
    "records.row.refused", .error, "What the row says stands against the rules or the records.",
    fix: "Correct the row as the message says, or take it out.")
  /// The row says otherwise what is recorded.
  public static let recordsRowDiffers = FindingCode(
    "records.row.differs", .warning, "The record is there already and says otherwise; it is left as it is.",
    fix: "Take the record back, or annul it, where the table is right.")

  /// Every code of this kind, for `registrar explain`.
  public static let recordTableCodes: [FindingCode] = [
    recordsUnreadable, recordsMissing, recordsColumnUnknown, recordsColumnRepeated, recordsColumnMissing,
    recordsRowUneven, recordsCellUnusable, recordsRowRefused, recordsRowDiffers,
  ]
}
