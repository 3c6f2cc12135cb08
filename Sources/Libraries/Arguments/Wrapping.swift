/// Breaks a text at spaces into lines of at most so many Unicode scalars; a longer word gets its own line.
///
/// Line ends in the text are kept. Width is counted in scalars, which is the width on a terminal for the
/// scripts help is written in.
func wrapped(_ text: String, width: Int) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrappedLine($0, width: width) }
}

private func wrappedLine(_ line: Substring, width: Int) -> [String] {
  var lines: [String] = []
  var current = ""
  for word in line.unicodeScalars.split(separator: " ").map({ String($0) }) {
    if current.isEmpty {
      current = word
    } else if current.unicodeScalars.count + 1 + word.unicodeScalars.count <= width {
      current += " " + word
    } else {
      lines.append(current)
      current = word
    }
  }
  return lines + [current]
}

/// Two columns: terms, and what they mean wrapped beside them.
func columns(_ rows: [(term: String, meaning: String)], width: Int) -> [String] {
  let widest = rows.map(\.term.unicodeScalars.count).max() ?? 0
  let indent = min(widest, max(8, width / 3)) + 4
  return rows.flatMap { row in
    let meaning = wrapped(row.meaning, width: max(20, width - indent))
    let margin = String(repeating: " ", count: indent)
    let term = "  " + row.term
    let room = indent - term.unicodeScalars.count
    guard room >= 2 else { return [term] + meaning.map { margin + $0 } }
    let first = term + String(repeating: " ", count: room) + (meaning.first ?? "")
    return [first] + meaning.dropFirst().map { margin + $0 }
  }
}
