/// Swift source, taken apart: the code without its comments and literals, and these by their lines.
///
/// One pass over the octets; regular expression literals are not known to it.
struct SwiftText {
  struct Fragment: Equatable {
    /// From 1.
    let line: Int
    let text: String
  }

  /// The path from the package's root.
  let path: String
  /// The source, octet for octet, with spaces in place of comments and of what literals hold.
  let code: [UInt8]
  let comments: [Fragment]
  let literals: [Fragment]
  /// The words of the code (names, keywords, numbers), each with its line and place.
  let words: [Word]
  /// The code of each line, the first line first.
  let lines: [String]

  init(_ source: String, path: String = "Example.swift") {
    var reading = SwiftReading(Array(source.utf8))
    reading.readCode(upToParenthesis: false)
    self.path = path
    code = reading.code
    comments = reading.comments
    literals = reading.literals
    words = SwiftText.words(of: reading.code)
    lines = reading.code.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func words(of code: [UInt8]) -> [Word] {
    var words: [Word] = []
    var line = 1
    var start: Int?
    for (place, octet) in (code + [UInt8(ascii: "\n")]).enumerated() {
      if isWordOctet(octet) {
        start = start ?? place
      } else if let begin = start {
        words.append(Word(line: line, text: String(decoding: code[begin..<place], as: UTF8.self), end: place))
        start = nil
      }
      if octet == UInt8(ascii: "\n") { line += 1 }
    }
    return words
  }

  struct Word {
    let line: Int
    let text: String
    /// The place in `code` behind the word's last octet.
    let end: Int

    var start: Int { end - text.utf8.count }
  }

  /// The octet that follows a place, spaces passed over; nil at the end.
  func octet(after place: Int) -> UInt8? {
    code[place...].first { $0 != UInt8(ascii: " ") }
  }

  func octet(before place: Int) -> UInt8? {
    place > 0 ? code[place - 1] : nil
  }
}

func isWordOctet(_ octet: UInt8) -> Bool {
  switch octet {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
    true
  default: false
  }
}
