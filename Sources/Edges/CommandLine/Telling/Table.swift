/// Rows under headings, in columns.
struct Table {
  let headings: [String]
  let rows: [[String]]

  /// A table; cells are shown so that none can disturb its neighbours.
  init(_ headings: [String], _ rows: [[String]]) {
    self.headings = headings
    self.rows = rows.map { $0.map(shown) }
  }

  /// The lines of the table, the headings first.
  ///
  /// Where a width is given, for a terminal, cells that are written from right to left are set apart from their neighbours
  /// (UAX #9). Where the table is wider, texts are cut; words that people copy or compare, such as identifiers
  /// and days, are not. Where that is not enough, a row goes on in further lines, set in, as do the headings.
  func lines(columns width: Int?) -> [String] {
    let layout = TableLayout(self, width: width)
    return ([headings] + rows).flatMap { row in layout.map { line(row, $0, isolates: width != nil) } }
  }

  private func line(_ row: [String], _ part: TableLayout.Part, isolates: Bool) -> String {
    let cells = zip(part.columns, part.widths).map { column, width in
      let cell = fitted(row[column], columns: width)
      return padded(isolates ? isolated(cell) : cell, columns: width)
    }
    return trimmed(String(repeating: " ", count: part.indent) + cells.joined(separator: "  "))
  }
}

/// Which columns of a table stand side by side, and how wide each is.
private struct TableLayout {
  /// The columns of one line.
  struct Part {
    let columns: [Int]
    let widths: [Int]
    let indent: Int
  }

  private let parts: [Part]

  /// No column is cut below this width.
  private static let narrowest = 8
  /// A text that would be cut below this width rather begins a line of its own.
  private static let comfortable = 16
  /// What is longer than this is cut even where it is one word: an IRI.
  private static let longestWord = 40
  private static let indent = 2

  init(_ table: Table, width limit: Int?) {
    let columns = Array(table.headings.indices)
    let natural = columns.map { column in
      ([table.headings] + table.rows).map { displayWidth($0[column]) }.max() ?? 0
    }
    let isWords = columns.map { column in TableLayout.holdsWords(table.rows.map { $0[column] }) }
    let cut = limit.map { TableLayout.cut(natural, isWords, to: $0) } ?? natural
    guard let limit, TableLayout.total(cut) > limit else {
      parts = [Part(columns: columns, widths: cut, indent: 0)]
      return
    }
    parts = TableLayout.flowed(natural, isWords, within: limit)
  }

  func map<Result>(_ transform: (Part) -> Result) -> [Result] { parts.map(transform) }

  /// Two spaces part columns.
  private static func total(_ widths: [Int]) -> Int { widths.reduce(2 * (widths.count - 1), +) }

  /// The widest texts are cut first.
  private static func cut(_ natural: [Int], _ isWords: [Bool], to limit: Int) -> [Int] {
    var widths = natural
    var surplus = total(widths) - limit
    while surplus > 0 {
      let candidates = widths.indices.filter { !isWords[$0] && widths[$0] > narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      surplus -= 1
    }
    return widths
  }

  /// As many columns to a line as it has room for; a text takes what room is left, where that is enough to read it.
  private static func flowed(_ natural: [Int], _ isWords: [Bool], within limit: Int) -> [Part] {
    var parts: [Part] = []
    var (columns, widths): ([Int], [Int]) = ([], [])
    for column in natural.indices {
      let indent = parts.isEmpty ? 0 : TableLayout.indent
      let room = limit - indent - (columns.isEmpty ? 0 : total(widths) + 2)
      let least = isWords[column] ? natural[column] : min(natural[column], comfortable)
      if columns.isEmpty || least <= room {
        columns.append(column)
        widths.append(isWords[column] ? natural[column] : min(natural[column], max(room, narrowest)))
      } else {
        parts.append(Part(columns: columns, widths: widths, indent: indent))
        let width =
          isWords[column] ? natural[column] : min(natural[column], max(limit - TableLayout.indent, narrowest))
        (columns, widths) = ([column], [width])
      }
    }
    return parts + [Part(columns: columns, widths: widths, indent: parts.isEmpty ? 0 : indent)]
  }

  /// Whether the cells of a column are single words: identifiers, codes, days, instants.
  private static func holdsWords(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      !cell.utf8.contains(UInt8(ascii: " ")) && displayWidth(cell) <= longestWord
    }
  }
}

/// Labels with their values, one a line.
struct Details {
  private let rows: [(label: String, value: String)]

  /// Details; a label without a value is left out.
  init(_ rows: [(label: String, value: String?)]) {
    self.rows = rows.compactMap { row in row.value.map { (row.label, shown($0)) } }
  }

  /// A line for each label, the values under each other.
  var lines: [String] {
    let widest = rows.map { displayWidth($0.label) }.max() ?? 0
    return rows.map { trimmed("\(padded($0.label, columns: widest))  \($0.value)") }
  }
}

/// A line without the spaces at its end.
private func trimmed(_ line: String) -> String {
  var octets = Array(line.utf8)
  while octets.last == UInt8(ascii: " ") { octets.removeLast() }
  return String(decoding: octets, as: UTF8.self)
}
