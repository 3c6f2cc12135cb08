/// Rows under headings, in columns.
struct Table {
  let headings: [String]
  let rows: [[String]]

  /// A table; cells are shown so that none can disturb its neighbours.
  init(_ headings: [String], _ rows: [[String]]) {
    self.headings = headings
    self.rows = rows.map { $0.map(shown) }
  }

  /// The lines of the table, the headings first. Where a width is given and the table is wider, its widest columns are
  /// cut; words that people copy or compare, such as identifiers and days, are not.
  func lines(columns width: Int?) -> [String] {
    let widths = fittedWidths(within: width)
    return ([headings] + rows).map { row in
      let cells = zip(row, widths).map { cell, width in padded(fitted(cell, columns: width), columns: width) }
      return trimmed(cells.joined(separator: "  "))
    }
  }

  private func fittedWidths(within limit: Int?) -> [Int] {
    var widths = headings.indices.map { column in
      ([headings] + rows).map { displayWidth($0[column]) }.max() ?? 0
    }
    guard let limit else { return widths }
    var surplus = widths.reduce(2 * (widths.count - 1), +) - limit
    while surplus > 0 {
      let candidates = widths.indices.filter { !holdsWords($0) && widths[$0] > Table.narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      surplus -= 1
    }
    return widths
  }

  /// No column is cut below this width.
  private static let narrowest = 8
  /// What is longer than this is cut even where it is one word: an IRI.
  private static let longestWord = 40

  /// Whether the column holds single words only: identifiers, codes, days, instants.
  private func holdsWords(_ column: Int) -> Bool {
    rows.allSatisfy { row in
      !row[column].utf8.contains(UInt8(ascii: " ")) && displayWidth(row[column]) <= Table.longestWord
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
