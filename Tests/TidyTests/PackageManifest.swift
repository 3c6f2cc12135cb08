/// The rooms that Package.swift lists: their layer, what they may import, and what they are for.
struct PackageManifest {
  struct Room: Equatable {
    let name: String
    let layer: String
    let dependencies: [String]
    /// The comment behind the room, or on the line above it.
    let purpose: String
    let line: Int
  }

  let rooms: [Room]
  /// Packages from elsewhere, each as its line.
  let packages: [Int]
  private let text: SwiftText

  init(_ source: String) {
    text = SwiftText(source, path: "Package.swift")
    packages = text.words.filter { $0.text == "package" }.filter { [text] word in
      text.octet(before: word.start) == UInt8(ascii: ".") && text.octet(after: word.end) == UInt8(ascii: "(")
    }.map(\.line)
    rooms = PackageManifest.rooms(in: text)
  }

  func room(_ name: String) -> Room? { rooms.first { $0.name == name } }

  /// Reads every `room("Name", in: "Layer", ["Dependency", …]),  // purpose`; the function of that name is not one.
  private static func rooms(in text: SwiftText) -> [Room] {
    text.words.compactMap { word in
      guard word.text == "room", text.octet(after: word.end) == UInt8(ascii: "("),
        let end = closing(from: word.end, in: text.code)
      else { return nil }
      let lastLine = word.line + text.code[word.end..<end].count { $0 == UInt8(ascii: "\n") }
      let facts = literals(of: text, lines: word.line...lastLine)
      guard facts.count >= 2 else { return nil }
      let purpose =
        text.comments.first { $0.line == lastLine || $0.line == word.line - 1 && isAlone($0, in: text) }?.text
        ?? ""
      return Room(
        name: facts[0], layer: facts[1], dependencies: Array(facts.dropFirst(2)),
        purpose: purpose.drop { $0 == "/" || $0 == " " }.description, line: word.line)
    }
  }

  /// Whether a comment has its line to itself.
  private static func isAlone(_ comment: SwiftText.Fragment, in text: SwiftText) -> Bool {
    text.lines[comment.line - 1].allSatisfy { $0 == " " }
  }

  /// The literals between a room's parentheses. A line holds one room at most.
  private static func literals(of text: SwiftText, lines: ClosedRange<Int>) -> [String] {
    text.literals.filter { lines.contains($0.line) && !$0.text.contains("\\()") }.map(\.text)
  }
}

/// The place behind the bracket that closes the first one at or after `start`; nil where none does.
func closing(from start: Int, in code: [UInt8]) -> Int? {
  var depth = 0
  for place in start..<code.count {
    switch code[place] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth -= 1
      if depth == 0 { return place + 1 }
    default: break
    }
  }
  return nil
}
