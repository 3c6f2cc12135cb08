/// How long files and functions are. Outliers are told; beyond the bound they fail.
enum Lengths {
  static let fileLook = 300
  static let fileBound = 600
  static let functionLook = 40
  static let functionBound = 100

  struct Function: Equatable {
    let name: String
    let line: Int
    let length: Int
  }

  /// Files longer than a limit.
  static func files(in text: SwiftText, over limit: Int) -> [Offence] {
    let length = text.lines.count - (text.code.last == UInt8(ascii: "\n") ? 1 : 0)
    return length > limit ? [Offence(path: text.path, line: 1, words: "\(length) lines")] : []
  }

  /// Functions longer than a limit, from the line of their name to their closing brace.
  static func functions(in text: SwiftText, over limit: Int) -> [Offence] {
    functions(in: text).filter { $0.length > limit }
      .map { Offence(path: text.path, line: $0.line, words: "\($0.name): \($0.length) lines") }
  }

  /// The functions, initialisers and subscripts that have a body.
  static func functions(in text: SwiftText) -> [Function] {
    let words = text.words
    return words.indices.compactMap { index in
      let word = words[index]
      guard isDeclaration(word, in: text), let body = bodyStart(from: word.end, in: text.code),
        let end = closing(from: body, in: text.code)
      else { return nil }
      let breaks = text.code[word.start..<end].count { $0 == UInt8(ascii: "\n") }
      let name = word.text == "func" && index + 1 < words.count ? words[index + 1].text : word.text
      return Function(name: name, line: word.line, length: breaks + 1)
    }
  }

  private static func isDeclaration(_ word: SwiftText.Word, in text: SwiftText) -> Bool {
    guard ["func", "init", "deinit", "subscript"].contains(word.text) else { return false }
    return text.octet(before: word.start) != UInt8(ascii: ".")
  }

  /// Where a body's brace stands; nil for a requirement without one. Closures among the parameters are passed over.
  private static func bodyStart(from start: Int, in code: [UInt8]) -> Int? {
    var depth = 0
    for place in start..<code.count {
      switch code[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "{") where depth == 0: return place
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth == 0: return nil
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\n") where depth == 0 && !continues(after: place, in: code): return nil
      default: break
      }
    }
    return nil
  }

  /// Whether a declaration goes on in the next line that is not empty.
  private static func continues(after newline: Int, in code: [UInt8]) -> Bool {
    let rest = code[newline...].drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: " ") }
    return ["{", "->", "where ", "throws", "async", "rethrows", "(", "<"].contains {
      rest.starts(with: Array($0.utf8))
    }
  }
}
