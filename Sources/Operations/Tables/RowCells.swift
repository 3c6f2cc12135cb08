internal import Rosters
internal import Values

/// A cell is missing, or its value is none of those it may be.
struct CellUnusable: Error {
  let column: String
  let expected: String
}

extension RecordTable.Row {
  /// The value of a cell; nil where it is empty.
  func optional<Value>(_ column: String, _ expected: String, _ read: (String) -> Value?) throws(CellUnusable)
    -> Value?
  {
    guard let text = self[column] else { return nil }
    guard let value = read(text) else { throw CellUnusable(column: column, expected: expected) }
    return value
  }

  /// The value of a cell that must be there.
  func required<Value>(_ column: String, _ expected: String, _ read: (String) -> Value?) throws(CellUnusable)
    -> Value
  {
    guard let value = try optional(column, expected, read) else {
      throw CellUnusable(column: column, expected: "missing; it is \(expected)")
    }
    return value
  }

  /// A whole day that must be there.
  func day(_ column: String) throws(CellUnusable) -> Day {
    try required(column, "a day like 2026-06-30") { Day($0) }
  }

  /// The days from the cell `from` to the cell `to`, both inclusive.
  func days() throws(CellUnusable) -> DayRange {
    let (first, last) = (try day("from"), try day("to"))
    guard let days = DayRange(from: first, to: last) else {
      throw CellUnusable(column: "to", expected: "a day not before \(first)")
    }
    return days
  }

  /// A code that must be there.
  func code<Subject>(_ column: String) throws(CellUnusable) -> Code<Subject> {
    try required(column, "a code of letters, digits, “.”, “_” and “-”, 64 at the most") { Code($0) }
  }

  /// A whole number; nil where the cell is empty.
  func number(_ column: String, in range: ClosedRange<Int>) throws(CellUnusable) -> Int? {
    try optional(column, range.words) { range.number($0) }
  }

  /// A whole number that must be there.
  func neededNumber(_ column: String, in range: ClosedRange<Int>) throws(CellUnusable) -> Int {
    try required(column, range.words) { range.number($0) }
  }

  /// A line of text of which something is seen; nil where the cell is empty.
  func line(_ column: String) throws(CellUnusable) -> String? {
    try optional(column, "one line of text") { $0.isVisibleLine ? $0 : nil }
  }
}

extension ClosedRange<Int> {
  /// What a cell with a number of the range holds, to follow “is”.
  fileprivate var words: String { "a whole number from \(lowerBound) to \(upperBound)" }

  /// The number that a text is; nil where it is none of the range.
  fileprivate func number(_ text: String) -> Int? {
    Int(text).flatMap { contains($0) ? $0 : nil }
  }
}
