import JSON
import Testing

struct WriterTests {
  @Test func membersStandInTheOrderWritten() {
    var writer = JSONWriter()
    write(&writer)
    #expect(
      writer.text
        == #"{"code":"en-17","count":-3,"final":true,"none":null,"scores":[0.85,1e2],"empty":{},"list":[],"kept": 1.0}"#
    )
  }

  @Test func indentedLayoutHasALineForEachValue() {
    var writer = JSONWriter(.indented)
    write(&writer)
    let expected = """
      {
        "code": "en-17",
        "count": -3,
        "final": true,
        "none": null,
        "scores": [
          0.85,
          1e2
        ],
        "empty": {},
        "list": [],
        "kept":  1.0
      }
      """
    #expect(writer.text == expected)
  }

  private func write(_ writer: inout JSONWriter) {
    writer.object { object in
      object.member("code", "en-17")
      object.member("absent", nil as String?)
      object.member("count", -3)
      object.member("final", true)
      object.member("none", orNull: nil)
      object.member("scores") { scores in scores.array(["0.85", "1e2"]) { $0.number(exactly: $1) } }
      object.member("empty") { $0.object { _ in } }
      object.member("list") { $0.array { _ in } }
      object.member("kept") { $0.raw(Array(" 1.0".utf8)) }
    }
  }

  @Test(arguments: [
    ("", #""""#),
    ("a\"b\\c/d", #""a\"b\\c/d""#),
    ("\n\r\t\u{8}\u{C}\u{0}\u{1F}", #""\n\r\t\u0008\u000c\u0000\u001f""#),
    ("\u{7F}\u{80}\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{7F}\u{80}\u{2027}\\u2028\\u2029\u{202A}\""),
    // A combining mark makes one Character of the quote; the quote must be escaped all the same.
    ("x\"\u{301} onfocus", "\"x\\\"\u{301} onfocus\""),
    ("\r\n", #""\r\n""#),
    ("العربية 中文 😀", "\"العربية 中文 😀\""),
  ])
  func textIsEscaped(text: String, written: String) throws {
    var writer = JSONWriter()
    writer.string(text)
    #expect(writer.bytes == Array(written.utf8))
    #expect(try JSONDocument(writer.bytes).root.text?.utf8.elementsEqual(text.utf8) == true)
  }

  @Test func membersAndValuesPassThroughUnchanged() throws {
    let sent = try JSONDocument(Array(#"{"a" : 1.50, "b":"\u0041"}"#.utf8)).root
    let members = try #require(sent.members)
    var writer = JSONWriter(appendingTo: Array("-- ".utf8))
    writer.object { object in
      for member in members { object.member(member) }
      object.name("copy")
      object.raw(sent.raw)
    }
    #expect(writer.text == #"-- {"a" : 1.50,"b":"\u0041","copy":{"a" : 1.50, "b":"\u0041"}}"#)
  }

  @Test func integersKeepTheirExtremes() {
    var writer = JSONWriter()
    writer.array { array in
      array.integer(Int64.min)
      array.integer(UInt64.max)
    }
    #expect(writer.text == "[-9223372036854775808,18446744073709551615]")
  }
}
