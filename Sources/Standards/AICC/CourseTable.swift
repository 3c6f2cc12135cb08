import ContentPackaging
import XML

/// A table of a course (`.au`, `.des`, `.cst` …): quoted fields with commas between them, the first row naming the columns
/// in any order and case (CMI001 §5). Blanks around quotation marks are passed over.
struct CourseTable {
  /// One row below the headings.
  struct Row {
    /// Where the row begins.
    let place: Place
    let fields: [String]
  }

  let file: String
  /// The headings in lower case.
  let columns: [String]
  let rows: [Row]
  /// Where a quotation mark stands that is never closed; nil where there is none.
  let openQuote: Place?

  init(_ source: CourseText) {
    var scanner = TableScanner(source.text)
    var rows: [Row] = []
    while let row = scanner.next() {
      if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
    }
    file = source.file
    columns = rows.first?.fields.map { lowercased($0.utf8) } ?? []
    self.rows = Array(rows.dropFirst())
    openQuote = scanner.openQuote
  }

  /// Where the column of a name stands; nil where there is none.
  func column(_ name: String) -> Int? { columns.firstIndex { $0.utf8.elementsEqual(name.utf8) } }

  /// What a row has in the column of a name; empty where it has none.
  func value(_ name: String, of row: Row) -> String {
    guard let column = column(name), row.fields.indices.contains(column) else { return "" }
    return row.fields[column]
  }
}

/// Reads a table's text row by row.
private struct TableScanner {
  private let octets: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private(set) var openQuote: Place?

  init(_ text: String) {
    octets = Array(text.utf8)
  }

  /// The next row; nil at the end.
  mutating func next() -> CourseTable.Row? {
    guard offset < octets.count else { return nil }
    let start = place
    var fields: [String] = []
    repeat { fields.append(field()) } while takeComma()
    takeLineEnd()
    return CourseTable.Row(place: start, fields: fields)
  }

  private var place: Place {
    let column = octets[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return Place(line: line, column: column, byte: offset)
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
    let start = place
    var content: [UInt8] = []
    offset += 1
    while true {
      guard offset < octets.count else {
        if openQuote == nil { openQuote = start }
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
