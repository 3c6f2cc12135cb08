internal import ContentPackaging

// Findings as a compiler tells its own: `file:line:column severity code message`, and the fix on a line of its own.
extension Finding {
  /// The finding on one line, without its fix.
  var summary: String {
    [place, severity.rawValue, code.identifier, message].compactMap { $0 }.joined(separator: " ")
  }

  /// The finding, the line that it is about with a mark under its place, and what its author can do.
  var lines: [String] {
    [shown(summary)] + excerptLines + (fix.map { ["    Fix: \($0)"] } ?? [])
  }

  private var excerptLines: [String] {
    guard let sourceExcerpt, let line else { return [] }
    let margin = "    \(line) | "
    let before = String(
      String.UnicodeScalarView(sourceExcerpt.text.unicodeScalars.prefix(sourceExcerpt.offset)))
    let width = margin.utf8.count + displayWidth(shown(before))
    return [margin + shown(sourceExcerpt.text), String(repeating: " ", count: width) + "^"]
  }

  /// `file:line:column` as far as it is known.
  private var place: String? {
    guard let file else { return nil }
    return ([file] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
  }
}

/// A text in the colour of a severity: red, yellow or none.
func coloured(_ text: String, _ severity: Finding.Severity) -> String {
  switch severity {
  case .error: "\u{1B}[31m\(text)\u{1B}[0m"
  case .warning: "\u{1B}[33m\(text)\u{1B}[0m"
  case .note: text
  }
}
