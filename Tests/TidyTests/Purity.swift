/// What must not be known in a place: clocks, chance, SQL.
enum Purity {
  /// Words that read a clock or draw by chance.
  private static let clocksAndChance: Set<String> = [
    "SystemRandomNumberGenerator", "ContinuousClock", "SuspendingClock", "clock_gettime", "gettimeofday",
    "getrandom", "getentropy", "arc4random", "randomElement", "shuffled", "shuffle", "SystemClock",
  ]
  /// Words that do so only as a call.
  private static let calls: Set<String> = ["random", "Date", "time", "rand", "srand"]

  /// Clocks and chance in a layer that has neither.
  static func clocks(in text: SwiftText) -> [Offence] {
    guard ["Domain", "Standards", "Documents"].contains(SourcePlace(text.path).layer) else { return [] }
    return text.words.filter { word in
      clocksAndChance.contains(word.text) || (calls.contains(word.text) && isCall(word, in: text))
    }.map { Offence(path: text.path, line: $0.line, words: "“\($0.text)”: no clock and no chance here") }
  }

  /// A call, and not the declaration of a function or a name before a label.
  private static func isCall(_ word: SwiftText.Word, in text: SwiftText) -> Bool {
    guard word.end < text.code.count, text.code[word.end] == UInt8(ascii: "(") else { return false }
    let before = String(decoding: text.code[max(0, word.start - 5)..<word.start], as: UTF8.self)
    return !before.hasSuffix("func ") && !before.hasSuffix("case ")
  }

  /// SQL outside the rooms it belongs to.
  static func sql(in text: SwiftText) -> [Offence] {
    let place = SourcePlace(text.path)
    guard place.layer != "Storage", place.layer != "bench", place.room != "SQLite", place.room != "PostgreSQL"
    else { return [] }
    return text.literals.filter { isSQL($0.text) }
      .map { Offence(path: text.path, line: $0.line, words: "SQL lives in Storage") }
  }

  static func isSQL(_ literal: String) -> Bool {
    func has(_ words: String) -> Bool { literal.contains(words) }
    return literal.hasPrefix("SELECT ") || (has("SELECT ") && has(" FROM ")) || has("INSERT INTO ")
      || has("DELETE FROM ") || (has("UPDATE ") && has(" SET ")) || has("CREATE TABLE ")
  }
}
