import Values

extension ReportWords {
  /// The titles of the columns that tell what a correction gives differently.
  var headsOfChanges: [String] {
    ["block", "row", "column", "before", "after"].map { self["change.\($0)"] }
  }

  /// How many figures a correction gives differently, and how many of them are listed.
  func count(of correction: ReportIssue.Correction) -> String {
    filled(
      "report.changes-count",
      ["count": number(correction.changeCount), "listed": number(correction.changes.count)])
  }
}

extension WrittenReport {
  /// One change as people read it, in the order of the titles: a figure as in its table. What this version of the report
  /// has no column for is told as it was recorded.
  func texts(of change: FigureChange) -> [String] {
    let block = blocks.first { $0.name.rawValue == change.block }
    let column = block?.columns.first { $0.name == change.column }
    func figure(_ text: String?) -> String {
      guard let text else { return words["change.absent"] }
      guard let block, let column, let cell = ReportCell(told: text, as: column.kind) else { return text }
      return words.told(cell, in: column.name, of: block.name)
    }
    return [
      block?.title ?? words["title.\(change.block)"],
      change.row == ReportCodes.total ? words["total"] : change.row,
      column?.title ?? words.column(change.column), figure(change.before), figure(change.after),
    ]
  }
}

extension ReportWords {
  /// A cell with what it is of, where it is a part of something.
  fileprivate func told(_ cell: ReportCell, in column: String, of block: TableName) -> String {
    let text = shown(cell, in: column, of: block)
    return switch cell {
    case .percent(_, let base), .mean(_, let base): "\(text) \(self.base(base))"
    case .code, .text, .day, .count, .suppressed, .empty: text
    }
  }
}

extension ReportCell {
  /// The cell that `ReportFigures` tells by a text; nil where no cell of such a column is told so.
  fileprivate init?(told text: String, as kind: ReportColumn.Kind) {
    guard !text.isEmpty, text != ReportCodes.suppressed else {
      self = text.isEmpty ? .empty : .suppressed
      return
    }
    switch kind {
    case .code: self = .code(text)
    case .text: self = .text(text)
    case .day:
      guard let day = Day(text) else { return nil }
      self = .day(day)
    case .count:
      guard let count = Int(text) else { return nil }
      self = .count(count)
    case .percent:
      guard let (tenths, base) = ReportCell.parts(of: text) else { return nil }
      self = .percent(tenths: tenths, base: base)
    case .mean:
      guard let (hundredths, base) = ReportCell.parts(of: text) else { return nil }
      self = .mean(hundredths: hundredths, base: base)
    }
  }

  /// The digits of a share without their point, and what it is of: `66.7/3` is 667 of 3.
  private static func parts(of text: String) -> (share: Int, base: Int)? {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let share = Int(parts[0].filter { $0 != "." }), let base = Int(parts[1]) else {
      return nil
    }
    return (share, base)
  }
}
