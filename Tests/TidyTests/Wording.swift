/// Words that this house does without, in code and in comments.
enum Wording {
  private static let emptyNames = [
    "Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Service",
  ]
  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "actor", "typealias", "extension",
  ]

  /// Types, and files, that are named for no subject.
  static func names(in text: SwiftText) -> [Offence] {
    let words = text.words
    let types = zip(words, words.dropFirst()).filter { kinds.contains($0.0.text) }.map(\.1)
    let file = text.path.split(separator: "/").last.map { $0.prefix { $0 != "." && $0 != "+" } } ?? ""
    let named = types.map { ($0.text, $0.line) } + [(String(file), 1)]
    return named.filter { name, _ in emptyNames.contains { name.hasSuffix($0) } }
      .map { Offence(path: text.path, line: $1, words: "“\($0)” names no subject of the field") }
  }

  /// Traps that a reader cannot see coming.
  static func traps(in text: SwiftText) -> [Offence] {
    text.words.filter { word in
      let next = word.end < text.code.count ? text.code[word.end] : 0
      return switch word.text {
      case "try", "as": next == UInt8(ascii: "!")
      case "fatalError": next == UInt8(ascii: "(")
      default: false
      }
    }.map { Offence(path: text.path, line: $0.line, words: "“\($0.text)” traps: refuse with facts instead") }
  }

  /// Promises to the compiler without the sentence that makes them true, in the six lines above or on the line.
  static func promises(in text: SwiftText) -> [Offence] {
    text.words.filter { word in
      switch word.text {
      case "unchecked": text.octet(before: word.start) == UInt8(ascii: "@")
      case "nonisolated": text.code[word.end...].starts(with: Array("(unsafe)".utf8))
      default: false
      }
    }.filter { word in
      !text.comments.contains {
        ($0.line...$0.line + breadth($0)).overlaps(max(1, word.line - 6)...word.line)
      }
    }.map {
      Offence(path: text.path, line: $0.line, words: "“\($0.text)”: write the invariant that makes it true")
    }
  }

  private static func breadth(_ comment: SwiftText.Fragment) -> Int {
    comment.text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// What only one of the doors understands, in a text below both: a command, an option, an address.
  static func doors(in text: SwiftText) -> [Offence] {
    let place = SourcePlace(text.path)
    let isBelow = ["Domain", "Standards", "Documents", "Storage", "Operations"].contains(place.layer)
    let speech =
      isBelow && place.room != "Pages"
      ? [commandSpeech, addressSpeech]
      : place.room == "CommandLine"
        ? [addressSpeech] : text.path.contains("/HTTPEndpoint/Problems/") ? [commandSpeech] : []
    return text.literals.filter { literal in speech.joined().contains { literal.text.contains($0) } }
      .map { Offence(path: text.path, line: $0.line, words: "“\($0.text)” is understood at one door only") }
  }

  private static let commandSpeech = ["registrar ", " --"]
  private static let addressSpeech = ["/api/", "POST /", "GET /"]

  /// Work left lying.
  static func leftovers(in text: SwiftText) -> [Offence] {
    text.comments.filter { comment in
      ["TO" + "DO", "FIX" + "ME"].contains { comment.text.contains($0) }
    }
    .map { Offence(path: text.path, line: $0.line, words: "finish it, or open an issue for it") }
  }
}
