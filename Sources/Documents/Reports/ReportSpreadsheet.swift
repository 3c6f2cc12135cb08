import Spreadsheets
import Values

/// The report as a workbook: a sheet with what was asked for and what is counted, then a sheet for each block. Numbers,
/// percentages and days have their types; the row of titles stays in sight.
extension WrittenReport {
  /// The same report gives the same bytes, since its dates are those of the cut-off. Memory grows with the finished
  /// workbook alone.
  var xlsx: [UInt8] {
    get throws {
      var workbook = try SpreadsheetWriter(
        title: title, created: Int(cutOff.microseconds / 1_000_000))
      try writeDefinitions(to: &workbook)
      for block in blocks { try workbook.write(block, words) }
      return try workbook.finish()
    }
  }

  private func writeDefinitions(to workbook: inout SpreadsheetWriter) throws {
    try workbook.beginSheet(
      title, widths: [30, 100], frozenRows: 0, isRightToLeft: words.isRightToLeft)
    try workbook.writeRow([.heading(title), .wrapped(subject)])
    if let days {
      try workbook.writeRow([.heading(words["head.from"]), .wrapped(days.from.description)])
      try workbook.writeRow([.heading(words["head.to"]), .wrapped(days.to.description)])
    }
    for (name, value) in facts { try workbook.writeRow([.heading(name), .wrapped(value)]) }
    try workbook.writeRow([])
    for block in blocks { try workbook.writeRow([.heading(block.title), .wrapped(block.definition)]) }
    guard let correction else { return }
    try workbook.writeRow([])
    try workbook.writeRow(words.headsOfChanges.map { .heading($0) })
    for change in correction.changes {
      try workbook.writeRow(texts(of: change).map { .text($0) })
    }
  }
}

extension SpreadsheetWriter {
  /// A block; where it has more rows than a sheet, it goes on in another one.
  fileprivate mutating func write(_ block: ReportBlock, _ words: ReportWords) throws {
    let most = SpreadsheetWriter.mostRows - 2
    var rows = block.rows[...]
    repeat {
      try beginSheet(
        block.title, widths: block.columns.flatMap(\.widths), frozenRows: 1,
        isRightToLeft: words.isRightToLeft)
      try writeRow(block.columns.flatMap { $0.headings(words) })
      for row in rows.prefix(most) { try write(row, of: block, words) }
      rows = rows.dropFirst(most)
    } while !rows.isEmpty
    if let total = block.total { try write(total, of: block, words) }
    if block.rows.isEmpty { try writeRow([.heading(words["no-records"])]) }
  }

  private mutating func write(_ row: [ReportCell], of block: ReportBlock, _ words: ReportWords) throws {
    try writeRow(zip(block.columns, row).flatMap { column, cell in column.cells(cell, words) })
  }
}

extension ReportColumn {
  fileprivate func headings(_ words: ReportWords) -> [SpreadsheetCell] {
    kind.hasBase
      ? [.heading(title), .heading(words.filled("table.base", ["base": words.unit(kind.unit)]))]
      : [.heading(title)]
  }

  fileprivate var widths: [Int] {
    switch kind {
    case .code: [20]
    case .text: [40]
    case .day: [12]
    case .count: [14]
    case .percent, .mean: [14, 14]
    }
  }

  fileprivate func cells(_ cell: ReportCell, _ words: ReportWords) -> [SpreadsheetCell] {
    let told: [SpreadsheetCell] =
      switch cell {
      case .code(let code): [code == ReportCodes.total ? .heading(words["total"]) : .text(code)]
      case .text(let text): [.text(text)]
      case .day(let day):
        [.day(year: day.components.year, month: day.components.month, day: day.components.day)]
      case .count(let count): [.whole(count)]
      case .percent(let tenths, let base): [.thousandths(tenths), .whole(base)]
      case .mean(let hundredths, let base): [.hundredths(hundredths), .whole(base)]
      case .suppressed: [.text(words["suppressed"])]
      case .empty: [.blank]
      }
    return kind.hasBase && told.count == 1 ? told + told : told
  }
}

extension ReportWords {
  /// What a percentage is of.
  fileprivate func unit(_ unit: ReportColumn.Unit?) -> String {
    switch unit {
    case .persons: column("persons")
    case .enrolments: column("enrolments")
    case .attendances: column("attendances")
    case .certificates: column("certificates")
    case .sessions: column("sessions")
    case .courseVersions: column("course-versions")
    case .standardItems: column("items")
    case .seats: column("seats")
    case .indicator: column("target")
    case .evaluations: column("evaluations")
    case .forms: column("asked")
    case .marks: column("marks")
    case .trainings: column("trainings")
    case .trained: column("people-trained")
    case .commitments: column("commitments")
    case .accreditations: column("accreditations")
    case .results: column("results")
    case nil: ""
    }
  }
}
