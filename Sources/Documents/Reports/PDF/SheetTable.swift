import Typesetting

/// A table across the sheet.
struct SheetTable {
  struct Column {
    let title: String
    /// Whether it holds figures, which are not parted and stand under one another.
    let isNumber: Bool
  }

  /// How wide columns are, in points, and how much smaller than usual their letters.
  struct Widths: Equatable {
    let columns: [Double]
    let scale: Double
  }

  static let gap = 8.0
  /// Letters that are smaller are not read.
  private static let leastScale = 0.75
  /// Letters do not grow narrower by quite as much as they grow smaller.
  private static let slack = 0.95

  fileprivate let columns: [Column]

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// As a browser lays out a table (CSS 2.2, 17.5.2.2): each column has the room of its widest word, and of what is left the
  /// more the more its widest text lacks. Where there is not room enough for the words, letters are made smaller, and then
  /// words are parted.
  ///
  /// - Parameters:
  ///   - least: how wide the widest word of each column is.
  ///   - whole: how wide the widest text of each column is.
  ///   - room: how wide all columns are together.
  static func widths(least: [Double], whole: [Double], across room: Double) -> Widths {
    let (sum, wish) = (least.reduce(0, +), whole.reduce(0, +))
    if wish <= room { return Widths(columns: whole.map { $0 * room / max(wish, 1) }, scale: 1) }
    guard sum < room else {
      return Widths(columns: least.map { $0 * room / sum }, scale: max(leastScale, room / sum * slack))
    }
    return Widths(
      columns: zip(least, whole).map { $0 + (room - sum) * ($1 - $0) / (wish - sum) }, scale: 1)
  }
}

// A row is never parted between sheets; where a sheet is turned, the titles stand above what goes on.
extension ReportSheets {
  /// How many rows say how wide columns are.
  private static let measuredRows = 500

  /// Draws a table, row by row. The head is not left without a row, nor what stands below the table without its last one.
  ///
  /// - Parameter below: how much room what stands below takes, in points.
  func draw(
    _ table: SheetTable, rows: some Collection<[String]>, total: [String]?, keeping below: Double = 0
  ) throws {
    let widths = widths(of: table, rows: Array(rows.prefix(ReportSheets.measuredRows)), total: total)
    let head = set(table.columns.map(\.title), .head, of: table, widths)
    try page.tagged("Table") {
      guard let first = rows.first else { return }
      var next = set(first, .cell, of: table, widths)
      try require(head.height + next.height + 20)
      draw(head)
      for row in rows.dropFirst() {
        try draw(next, below: head)
        next = set(row, .cell, of: table, widths)
      }
      guard let total else { return try draw(next, below: head, keeping: below) }
      let sum = set(total, .total, of: table, widths)
      try draw(next, below: head, keeping: sum.height + 8 + below)
      try draw(sum, below: head)
    }
    space(5)
  }

  /// Titles are broken rather than texts.
  private func widths(of table: SheetTable, rows: [[String]], total: [String]?) -> SheetTable.Widths {
    let room = width - SheetTable.gap * Double(max(table.columns.count - 1, 0))
    func widest(_ texts: [String], _ style: SheetStyle) -> Double {
      let longest = texts.max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? ""
      return min(label(longest, style).width + 1, room / 2)
    }
    let measures = table.columns.enumerated().map { place, column in
      let (cells, sum) = (rows.map { $0[place] }, total.map { [$0[place]] } ?? [])
      func parts(_ texts: [String]) -> [String] { column.isNumber ? texts : texts.flatMap(\.words) }
      let words = max(
        widest(parts(cells), .cell), widest(parts(sum), .total), widest(column.title.words, .head))
      let texts = max(words, widest(cells, .cell), widest(sum, .total))
      return (words: words, texts: texts, titled: max(texts, widest([column.title], .head)))
    }
    let texts = measures.map(\.texts)
    return texts.reduce(0, +) <= room
      ? SheetTable.widths(least: texts, whole: measures.map(\.titled), across: room)
      : SheetTable.widths(least: measures.map(\.words), whole: texts, across: room)
  }

  /// A row that is set: each cell, how far from the beginning of the line it stands and how far down.
  private struct SetRow {
    let style: SheetStyle
    let cells: [(text: SetText, start: Double, width: Double, top: Double)]

    var height: Double { cells.map { $0.top + $0.text.height }.max() ?? 0 }
  }

  /// First lines stand on one line; in the head, last lines do.
  private func set(
    _ texts: [String], _ style: SheetStyle, of table: SheetTable, _ widths: SheetTable.Widths
  ) -> SetRow {
    var start = 0.0
    let cells = zip(texts, zip(table.columns, widths.columns)).map { text, column in
      let (kind, width) = column
      defer { start += width + SheetTable.gap }
      return (
        text: cell(text, style, column: width, isNumber: kind.isNumber, scale: widths.scale), start: start,
        width: width
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

  private func draw(_ row: SetRow, below head: SetRow, keeping below: Double = 0) throws {
    // A head that is repeated is no part of the table: it would be read out in its midst.
    if try require(row.height + 8 + below) { draw(head, isRepeated: true) }
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

extension String {
  /// What may stand on a line of its own.
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
