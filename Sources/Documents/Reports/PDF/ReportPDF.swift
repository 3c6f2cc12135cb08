import Typesetting
import Values

/// The report as PDF, A4 upright: the same figures, words and pictures as in HTML, from right to left where the language
/// is written so. A reader finds the blocks in the contents beside the pages.
extension WrittenReport {
  /// The same report gives the same bytes with the same fonts, since its dates are those of the cut-off.
  var pdf: [UInt8] {
    get throws {
      let sheets = try ReportSheets(
        PDFPage.Information(
          title: "\(title) · \(subject)", author: title, subject: period ?? subject,
          createdAt: cutOff.text(fractionDigits: 0)),
        foot: "\(title) · \(subject)", words)
      try sheets.page.tagged("Document") {
        try drawHead(on: sheets)
        if let correction { try draw(correction, on: sheets) }
        for block in blocks { try draw(block, on: sheets) }
      }
      return try sheets.finish()
    }
  }

  private var period: String? { days.map { "\($0.from) – \($0.to)" } }

  private func drawHead(on sheets: ReportSheets) throws {
    try sheets.write(title, as: .kind, below: 1)
    try sheets.write(subject, as: .title, below: 3)
    if let days {
      let (from, to) = (words.leftToRight(days.from.description), words.leftToRight(days.to.description))
      try sheets.write("\(from) – \(to)", as: .period, below: 8)
    }
    sheets.rule(.accent, width: 2, below: 10)
    for (name, value) in facts { try sheets.fact(name, value) }
    sheets.space(14)
  }

  private func draw(_ correction: ReportIssue.Correction, on sheets: ReportSheets) throws {
    try sheets.beginPart(words["report.changes"], keeping: 60)
    try sheets.write(words.count(of: correction), as: .text, below: 6)
    let columns = words.headsOfChanges.map { SheetTable.Column(title: $0, isNumber: false) }
    try sheets.draw(
      SheetTable(columns), rows: correction.changes.lazy.map(texts), total: nil)
    sheets.space(16)
  }

  private func draw(_ block: ReportBlock, on sheets: ReportSheets) throws {
    let picture = picture(block)
    try sheets.beginPart(block.title, keeping: picture.map { sheets.height(of: $0) + 60 } ?? 90)
    if let picture { try draw(picture, of: block, on: sheets) }
    if block.rows.isEmpty {
      try sheets.write("\(words["no-records"]) \(words.nothing(in: block.name))", as: .text, below: 5)
      try sheets.write(block.definition, as: .note, below: 20)
    } else {
      try drawTable(of: block, on: sheets)
    }
  }

  private func drawTable(of block: ReportBlock, on sheets: ReportSheets) throws {
    let shown = block.shownColumns
    let mark =
      shown.contains { block.columns[$0].isMarked } ? ["† \(words["table.not-additive"])"] : []
    let notes = sheets.height(of: mark + [block.definition], as: .note, below: 3)
    try sheets.draw(
      SheetTable(shown.map { block.columns[$0].onSheet }),
      rows: block.rows.lazy.map { words.texts(of: $0, shown, in: block) },
      total: block.total.map { words.texts(of: $0, shown, in: block) }, keeping: min(notes, 160))
    for note in mark { try sheets.write(note, as: .note, below: 3) }
    try sheets.write(block.definition, as: .note, below: 20)
  }

  private func draw(_ picture: Picture, of block: ReportBlock, on sheets: ReportSheets) throws {
    sheets.draw(picture)
    try sheets.write(words["picture.\(block.name.rawValue)"], as: .note, below: 3)
    if let note = picture.note(words) { try sheets.write(note, as: .note, below: 3) }
    sheets.space(6)
  }
}

extension ReportColumn {
  /// The column as it is set.
  fileprivate var onSheet: SheetTable.Column {
    let title = isMarked ? "\(title)\u{00A0}†" : title
    let isNumber =
      switch kind {
      case .text, .code, .day: false
      case .count, .percent, .mean: true
      }
    return SheetTable.Column(title: title, isNumber: isNumber)
  }
}

extension ReportWords {
  /// What the shown cells of a row say.
  fileprivate func texts(of row: [ReportCell], _ shown: [Int], in block: ReportBlock) -> [String] {
    shown.enumerated().map { position, place in
      if position == 0 { return name(of: row, at: place, in: block) }
      let text = self.shown(row[place], in: block.columns[place].name, of: block.name)
      return switch row[place] {
      case .percent(_, let base), .mean(_, let base): "\(text) \(self.base(base))"
      case .code, .text, .day, .count, .suppressed, .empty: text
      }
    }
  }
}
