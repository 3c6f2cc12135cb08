import ContentPackaging
import XML

/// A table of a course (`.au`, `.des`, `.cst` …): quoted fields with commas between them, the first row naming the columns
/// in any order and case (CMI001 §5). Blanks around quotation marks are passed over.
///
/// Reading costs as much as the text is long; finding a value costs the same whatever the table's size.
struct CourseTable {
  /// One row below the headings.
  struct Row {
    /// Where the row begins.
    let place: Place
    let fields: [String]
  }

  /// The most rows, that of the headings included, and the most fields of all of them that are read. A file of 16 MiB
  /// could else come to a gigabyte of fields that hold nothing.
  static let mostRows = 100_000
  static let mostFields = 1_000_000

  let file: String
  /// The headings in lower case.
  let columns: [String]
  let rows: [Row]
  /// Where a quotation mark stands that is never closed; nil where there is none.
  let openQuote: Place?
  /// Where the table goes beyond what is read; nil where it does not.
  let excess: Place?
  private let positions: [String: Int]

  init(_ source: CourseText) {
    var scanner = TableScanner(source.text)
    var rows: [Row] = []
    while let row = scanner.next() {
      if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
    file = source.file
    columns = rows.first?.fields.map { lowercased($0.utf8) } ?? []
    positions = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    self.rows = Array(rows.dropFirst())
    openQuote = scanner.openQuote
    excess = scanner.excess
  }

  /// Whether there is a column of this name.
  func hasColumn(_ name: String) -> Bool { positions[name] != nil }

  /// What a row has in the column of a name; empty where it has none.
  func value(_ name: String, of row: Row) -> String {
    guard let column = positions[name], row.fields.indices.contains(column) else { return "" }
    return row.fields[column]
  }
}

/// Reads a table's text row by row.
private struct TableScanner {
  private let octets: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var rowCount = 0
  private var fieldCount = 0
  private(set) var openQuote: Place?
  private(set) var excess: Place?

  init(_ text: String) {
    octets = Array(text.utf8)
  }

  /// The next row; nil at the end, and where there is more than is read.
  mutating func next() -> CourseTable.Row? {
    guard offset < octets.count, excess == nil else { return nil }
    let start = Place(line: line, column: 1, byte: offset)
    rowCount += 1
    var fields: [String] = []
    repeat {
      fields.append(field())
      fieldCount += 1
      if rowCount > CourseTable.mostRows || fieldCount > CourseTable.mostFields {
        excess = start
        return nil
      }
    } while takeComma()
    takeLineEnd()
    return CourseTable.Row(place: start, fields: fields)
  }

  private mutating func field() -> String {
    while offset < octets.count, octets[offset] == 0x20 || octets[offset] == 0x09 { offset += 1 }
    guard offset < octets.count, octets[offset] == UInt8(ascii: "\"") else { return plain() }
    return quoted()
  }

  private mutating func plain() -> String {
    let start = offset
    while offset < octets.count, !isEnd(octets[offset]) { offset += 1 }
    return trimmed(octets[start..<offset])
  }

  /// A field in quotation marks; what stands behind them belongs to it too.
  private mutating func quoted() -> String {
    let (start, startLine, startOfLine) = (offset, line, lineStart)
    var content: [UInt8] = []
    offset += 1
    while true {
      guard offset < octets.count else {
        let column = octets[startOfLine..<start].count { $0 & 0xC0 != 0x80 } + 1
        openQuote = Place(line: startLine, column: column, byte: start)
        return trimmed(content[...])
      }
      let octet = octets[offset]
      offset += 1
      if octet == UInt8(ascii: "\"") {
        guard offset < octets.count, octets[offset] == octet else { break }
        offset += 1
      } else if octet == 0x0A {
        line += 1
        lineStart = offset
      }
      content.append(octet)
    }
    while offset < octets.count, !isEnd(octets[offset]) {
      content.append(octets[offset])
      offset += 1
    }
    return trimmed(content[...])
  }

  private mutating func takeComma() -> Bool {
    guard offset < octets.count, octets[offset] == UInt8(ascii: ",") else { return false }
    offset += 1
    return true
  }

  private mutating func takeLineEnd() {
    if offset < octets.count, octets[offset] == 0x0D { offset += 1 }
    if offset < octets.count, octets[offset] == 0x0A { offset += 1 }
    line += 1
    lineStart = offset
  }

  private func isEnd(_ octet: UInt8) -> Bool {
    octet == UInt8(ascii: ",") || octet == 0x0A || octet == 0x0D
  }

  private func trimmed(_ field: ArraySlice<UInt8>) -> String {
    guard let first = field.firstIndex(where: { $0 > 0x20 }), let last = field.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: field[first...last], as: UTF8.self)
  }
}
