import People
import Values

/// A file of comma-separated values by its name, `results.csv`.
public struct ReportCSVFile: Sendable, Hashable {
  /// The file's name, without a folder.
  public let name: String
  /// The content in UTF-8.
  public let bytes: [UInt8]
}

/// The report as comma-separated values: one file a block, and one that defines them all.
extension WrittenReport {
  var csvFiles: [ReportCSVFile] {
    [ReportCSVFile(name: "definitions.csv", bytes: definitionsCSV)]
      + blocks.map { ReportCSVFile(name: "\($0.name.rawValue).csv", bytes: $0.csv) }
  }

  /// What the report was asked for, and what is counted in each block: `subject`, `title`, `definition`.
  var definitionsCSV: [UInt8] {
    var writer = CSVWriter()
    writer.record(["subject", "title", "definition"])
    head.csv(&writer)
    for block in blocks { writer.record([block.name.rawValue, block.title, block.definition]) }
    return writer.bytes
  }
}

extension CertificationReport {
  func writeHead(to writer: inout CSVWriter) {
    if let issue { writer.issue(issue, words) }
    writer.record(["audience", words["head.audience"], parameters.audience.rawValue])
    if let party = parameters.party {
      writer.record(["party", party.names.text(for: parameters.language), party.code.text])
    }
    writer.record(["from", words["head.from"], parameters.from.description])
    writer.record(["to", words["head.to"], parameters.to.description])
    writer.record(["time-zone", words["head.time-zone"], parameters.timeZone])
    writer.record(["cut-off", words["head.cut-off"], parameters.cutOff.description])
    writer.record(["scope", words["head.scope"], scope])
    writer.record(["suppression", words["head.suppression"], suppression])
    for edition in editions { writer.record(["edition", words["head.editions"], edition.text]) }
  }
}

extension CSVWriter {
  fileprivate mutating func issue(_ issue: ReportIssue, _ words: ReportWords) {
    record(["issue", words["report.identifier"], issue.id.description])
    record(["version", words["report.version"], String(issue.version)])
    record(["issued-at", words["report.issued-at"], issue.issuedAt.description])
    if let signatory = issue.signatory { record(["signatory", words["report.signatory"], signatory]) }
    guard let correction = issue.correction else { return }
    record(["corrects", words["report.corrects"], correction.of.description])
    record(["reason", words["report.reason"], correction.reason])
    record(["changes", words["report.changes"], String(correction.changeCount)])
    for change in correction.changes {
      let (before, after) = (change.before ?? "-", change.after ?? "-")
      record(["change", "\(change.block), \(change.row), \(change.column)", "\(before) → \(after)"])
    }
  }
}

extension ReportBlock {
  /// The block as a table. Its first column says what a record is: `row`, `total`, or `no-records`, which stands alone.
  ///
  /// A percentage or a mean is followed by a column with its base. A suppressed figure is the word `suppressed`; what there is
  /// nothing to show for is an empty field. Cost grows with the number of cells.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.record(["record"] + columns.flatMap(\.csvNames))
    for row in rows { write(row, as: "row", to: &writer) }
    if let total { write(total, as: "total", to: &writer) }
    if rows.isEmpty { write(columns.map { _ in .empty }, as: "no-records", to: &writer) }
    return writer.bytes
  }

  private func write(_ cells: [ReportCell], as record: String, to writer: inout CSVWriter) {
    writer.field(record)
    for (column, cell) in zip(columns, cells) { writer.cell(cell, of: column) }
    writer.endRecord()
  }
}

extension ReportColumn {
  fileprivate var csvNames: [String] {
    kind.hasBase ? [name, "\(name)-base"] : [name]
  }
}

extension CSVWriter {
  fileprivate mutating func cell(_ cell: ReportCell, of column: ReportColumn) {
    switch cell {
    case .code(let text), .text(let text): field(text)
    case .day(let day): number(day.description)
    case .count(let count): number(String(count))
    case .percent(let tenths, let base):
      number(ReportCell.decimal(tenths: tenths))
      number(String(base))
    case .mean(let hundredths, let base):
      number(ReportCell.decimal(hundredths: hundredths))
      number(String(base))
    case .suppressed: repeated(ReportCodes.suppressed, in: column)
    case .empty: repeated("", in: column)
    }
  }

  private mutating func repeated(_ text: String, in column: ReportColumn) {
    for _ in column.csvNames { field(text) }
  }
}
