/// One walk through Swift source: what is code stays, comments and literals are set aside.
struct SwiftReading {
  private let source: [UInt8]
  private var place = 0
  private var line = 1
  private(set) var code: [UInt8]
  private(set) var comments: [SwiftText.Fragment] = []
  private(set) var literals: [SwiftText.Fragment] = []

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let number = UInt8(ascii: "#")

  init(_ source: [UInt8]) {
    self.source = source
    code = source.map { $0 == SwiftReading.newline ? $0 : UInt8(ascii: " ") }
  }

  /// Reads code to the end, or to the parenthesis that closes an interpolation.
  mutating func readCode(upToParenthesis: Bool) {
    var depth = 0
    while place < source.count {
      if starts("//") {
        readLineComment()
      } else if starts("/*") {
        readBlockComment()
      } else if let marks = literalMarks() {
        readLiteral(marks: marks)
      } else {
        if source[place] == UInt8(ascii: "(") { depth += 1 }
        if source[place] == UInt8(ascii: ")") {
          if upToParenthesis, depth == 0 { return }
          depth -= 1
        }
        code[place] = source[place]
        step()
      }
    }
  }

  private mutating func readLineComment() {
    let start = place
    while place < source.count, source[place] != SwiftReading.newline { place += 1 }
    comments.append(fragment(from: start, line: line))
  }

  private mutating func readBlockComment() {
    let (start, startLine) = (place, line)
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        place += 2
      } else if starts("*/") {
        depth -= 1
        place += 2
      } else {
        step()
      }
    } while depth > 0 && place < source.count
    comments.append(fragment(from: start, line: startLine))
  }

  /// The number signs before a quotation mark; nil where no literal begins.
  private func literalMarks() -> Int? {
    var marks = 0
    while place + marks < source.count, source[place + marks] == SwiftReading.number { marks += 1 }
    guard place + marks < source.count, source[place + marks] == SwiftReading.quote else { return nil }
    return marks
  }

  private mutating func readLiteral(marks: Int) {
    place += marks
    let quotes = starts("\"\"\"") ? 3 : 1
    place += quotes
    let startLine = line
    var text: [UInt8] = []
    let fence = [UInt8](repeating: SwiftReading.number, count: marks)
    let end = [UInt8](repeating: SwiftReading.quote, count: quotes) + fence
    let escape = [UInt8(ascii: "\\")] + fence
    while place < source.count, !starts(end) {
      if starts(escape + [UInt8(ascii: "(")]) {
        place += escape.count + 1
        readCode(upToParenthesis: true)
        text += Array("\\()".utf8)
        place += 1
      } else if starts(escape) {
        text += source[place..<min(place + escape.count + 1, source.count)]
        place += escape.count
        step()
      } else {
        text.append(source[place])
        step()
      }
    }
    place += end.count
    literals.append(.init(line: startLine, text: String(decoding: text, as: UTF8.self)))
  }

  private mutating func step() {
    guard place < source.count else { return }
    if source[place] == SwiftReading.newline { line += 1 }
    place += 1
  }

  private func starts(_ text: StaticString) -> Bool { starts(Array(text.description.utf8)) }

  private func starts(_ octets: [UInt8]) -> Bool {
    source[min(place, source.count)...].starts(with: octets)
  }

  private func fragment(from start: Int, line: Int) -> SwiftText.Fragment {
    .init(line: line, text: String(decoding: source[start..<min(place, source.count)], as: UTF8.self))
  }
}
