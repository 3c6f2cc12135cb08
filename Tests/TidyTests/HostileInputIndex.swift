/// `Tests/HOSTILE-INPUT.md`: which test holds against which hostile input.
struct HostileInputIndex {
  /// A row of the index: the input's number, and the tests named for it.
  struct Row: Equatable {
    let number: Int
    let line: Int
    /// `Target/Suite/test`, as they are written.
    let tests: [String]
    /// Whether the row says why it does not apply yet.
    let isDeferred: Bool
  }

  let path: String
  let rows: [Row]

  init(_ text: String, path: String) {
    self.path = path
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      let cells = line.split(separator: "|").map { $0.trimmed }
      guard cells.count == 3, let number = Int(cells[0]) else { return nil }
      return Row(
        number: number, line: index + 1, tests: HostileInputIndex.tests(in: cells[2]),
        isDeferred: cells[2].contains("Not yet:"))
    }
  }

  /// Rows that are missing, that say neither a test nor why there is none, or that name a test that is not there.
  func offences(expecting numbers: [Int], among known: Set<String>) -> [Offence] {
    let missing = numbers.filter { number in !rows.contains { $0.number == number } }
    return missing.map { Offence(path: path, line: 1, words: "row \($0) is missing") }
      + rows.flatMap { row in
        let untested = row.tests.isEmpty && !row.isDeferred ? ["row \(row.number) names no test"] : []
        let unknown = row.tests.filter { !known.contains($0) }.map { "there is no test \($0)" }
        return (untested + unknown).map { Offence(path: path, line: row.line, words: $0) }
      }
  }

  /// What stands between backticks and has two slashes.
  private static func tests(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.count { $0 == "/" } >= 2 }.map { String($0.element) }
  }
}

/// The tests that a file of a target's tests declares, as `Target/Suite/test`.
func declaredTests(in text: String, target: String) -> [String] {
  var suite = ""
  var isTest = false
  var found: [String] = []
  for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
    let words = line.split(separator: UInt8(ascii: " "))
    if line.first != UInt8(ascii: " "), let name = named(after: "struct", in: words) { suite = name }
    if words.contains(where: { $0.starts(with: "@Test".utf8) }) { isTest = true }
    guard isTest, let name = named(after: "func", in: words) else { continue }
    found.append("\(target)/\(suite)/\(name)")
    isTest = false
  }
  return found
}

/// The name behind a keyword of a declaration; one between backticks may have blanks and any other characters.
private func named(after keyword: String, in words: [Substring.UTF8View]) -> String? {
  guard let place = words.firstIndex(where: { $0.elementsEqual(keyword.utf8) }) else { return nil }
  let rest = words[(place + 1)...].joined(separator: " ".utf8)
  let backtick = UInt8(ascii: "`")
  let isRaw = rest.first { _ in true } == backtick
  let name =
    isRaw ? rest.dropFirst().prefix { $0 != backtick } : rest.dropFirst(0).prefix(while: isWordOctet)
  let text = String(decoding: Array(name), as: UTF8.self)
  return text.isEmpty ? nil : text
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
