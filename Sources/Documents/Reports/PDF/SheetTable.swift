import Typesetting

/// A table across the sheet.
struct SheetTable {
  struct Column {
    let title: String
    /// The part of the width that it has, beside the other columns.
    let share: Double
    let isNumber: Bool
    /// The least width that it has whatever its share, in points: what is in it is not to be broken.
    var least = 0.0
  }

  private static let gap = 6.0

  fileprivate let columns: [Column]

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Where each column begins and how wide it is, in points.
  fileprivate func places(across width: Double) -> [(start: Double, width: Double)] {
    let room = width - SheetTable.gap * Double(max(columns.count - 1, 0))
    let whole = columns.reduce(0) { $0 + $1.share }
    let held = columns.map { room * $0.share / whole < $0.least }
    let pairs = zip(columns, held)
    let shares = pairs.reduce(0) { $0 + ($1.1 ? 0 : $1.0.share) }
    let rest = pairs.reduce(room) { $0 - ($1.1 ? $1.0.least : 0) }
    var start = 0.0
    return pairs.map { column, isHeld in
      let own = isHeld ? column.least : rest * column.share / shares
      defer { start += own + SheetTable.gap }
      return (start, own)
    }
  }
}

// A row is never parted between sheets; where a sheet is turned, the titles stand above what goes on.
extension ReportSheets {
  /// Draws a table, row by row.
  func draw(_ table: SheetTable, rows: some Sequence<[String]>, total: [String]?) throws {
    let head = set(table.columns.map(\.title), .head, of: table)
    try page.tagged("Table") {
      try require(head.height + 30)
      draw(head)
      for row in rows { try draw(set(row, .cell, of: table), below: head) }
      if let total { try draw(set(total, .total, of: table), below: head) }
    }
    space(5)
  }

  /// A row that is set: each cell, how far from the beginning of the line it stands and how far down.
  private struct SetRow {
    let style: SheetStyle
    let cells: [(text: SetText, start: Double, width: Double, top: Double)]

    var height: Double { cells.map { $0.top + $0.text.height }.max() ?? 0 }
  }

  /// First lines stand on one line; in the head, last lines do.
  private func set(_ texts: [String], _ style: SheetStyle, of table: SheetTable) -> SetRow {
    let places = table.places(across: width)
    let cells = zip(texts, zip(table.columns, places)).map { text, column in
      (
        text: cell(text, style, column: column.1.width, isNumber: column.0.isNumber), start: column.1.start,
        width: column.1.width
      )
    }
    let height = cells.map(\.text.height).max() ?? 0
    let baseline = cells.map(\.text.baseline).max() ?? 0
    return SetRow(
      style: style,
      cells: cells.map {
        let top = style == .head ? height - $0.text.height : baseline - $0.text.baseline
        return (text: $0.text, start: $0.start, width: $0.width, top: top)
      })
  }

  private func draw(_ row: SetRow, below head: SetRow) throws {
    // A head that is repeated is no part of the table: it would be read out in its midst.
    if try require(row.height + 8) { draw(head, isRepeated: true) }
    draw(row)
  }

  private func draw(_ row: SetRow, isRepeated: Bool = false) {
    if row.style == .total { rule(.ink, width: 1, below: 2) }
    space(2)
    func write() {
      for (position, cell) in row.cells.enumerated() {
        let place = Point(left(cell.start, cell.width), y + cell.top)
        if isRepeated {
          page.draw(cell.text, at: place)
        } else {
          page.tagged(row.style == .head || position == 0 ? "TH" : "TD") { page.draw(cell.text, at: place) }
        }
      }
    }
    if isRepeated { write() } else { page.tagged("TR") { write() } }
    space(row.height + 2)
    switch row.style {
    case .head: rule(.ink, width: 1, below: 1)
    case .cell: rule(.hairline, width: 0.5, below: 0.5)
    default: break
    }
  }
}
