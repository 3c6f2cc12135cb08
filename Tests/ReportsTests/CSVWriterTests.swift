import Testing

@testable import Reports

@Suite struct CSVWriterTests {
  /// Hostile input 55: "neutralised, reversible by documented rule; negative numbers stay numbers".
  @Test(
    "A text that a spreadsheet would calculate gets an apostrophe",
    arguments: [
      "=1+1", "+1 23", "-cmd", "@SUM(A1)", "|calc", "\t=1", "\r=1", "\u{FF1D}1+1", "\u{FEFF}=1",
      "=\u{0301}1", "  =1", "\u{200B}@x", "'quoted", "\u{2212}1", "-", "--1", "-1.", "-1,5", "\u{FF0B}1",
    ])
  func neutralised(text: String) throws {
    let field = try #require(fields(of: text).first)
    #expect(Array(field.utf8) == Array(("'" + text).utf8))
  }

  @Test(
    "Everything else stays as it is",
    arguments: [
      "", "Amina", "-5", "-0.25", "12", "a=b", "O'Hara", "naïve", "محمد", "2026-01-01", "#1", " x ",
    ])
  func unchanged(text: String) throws {
    #expect(Array(try #require(fields(of: text).first).utf8) == Array(text.utf8))
  }

  /// Hostile input 56: "names with quote, comma, `;`, CRLF, `\"`+U+0301".
  @Test(
    "What parts fields or records is quoted, and quotes are doubled",
    arguments: [
      ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\r\nb", "\"a\r\nb\""), ("a\nb", "\"a\nb\""),
      ("a\"b", "\"a\"\"b\""), ("a\"\u{0301}b", "\"a\"\"\u{0301}b\""), (",\u{0301}", "\",\u{0301}\""),
      (" a", "\" a\""), ("plain", "plain"),
    ])
  func quoted(text: String, written: String) {
    var writer = CSVWriter()
    writer.record([text, "next"])
    #expect(writer.bytes == Array("\(written),next\r\n".utf8))
  }

  @Test("A negative number stays a number")
  func number() {
    var writer = CSVWriter()
    writer.number("-5")
    writer.number("6")
    writer.endRecord()
    #expect(writer.bytes == Array("-5,6\r\n".utf8))
  }

  /// Reads one record back as RFC 4180 tells.
  private func fields(of text: String) -> [String] {
    var writer = CSVWriter()
    writer.record([text])
    var octets = writer.bytes[...]
    octets.removeLast(2)
    guard octets.first == UInt8(ascii: "\"") else { return [String(decoding: octets, as: UTF8.self)] }
    let inner = octets.dropFirst().dropLast()
    var read: [UInt8] = []
    var position = inner.startIndex
    while position < inner.endIndex {
      read.append(inner[position])
      position += inner[position] == UInt8(ascii: "\"") ? 2 : 1
    }
    return [String(decoding: read, as: UTF8.self)]
  }
}
