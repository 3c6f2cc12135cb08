import HTML
import Testing

@Suite struct HTMLWriterTests {
  /// Hostile input 60: "attribute break-out with combining mark … inert under CSP, escaped".
  @Test(
    "A value cannot leave its text or its attribute",
    arguments: [
      ("\"\u{0301} onmouseover=\"x", "&quot;\u{0301} onmouseover=&quot;x"),
      ("<\u{0338}script>", "&lt;\u{0338}script&gt;"),
      ("</title>\u{FE0F}<b>", "&lt;/title&gt;\u{FE0F}&lt;b&gt;"),
      ("a'\u{0300}b", "a&#39;\u{0300}b"), ("&\u{20D0}amp;", "&amp;\u{20D0}amp;"), ("a\u{0}b", "a\u{FFFD}b"),
      (">\u{200D}", "&gt;\u{200D}"), ("محمد", "محمد"), ("", ""),
    ])
  func escaped(value: String, written: String) {
    var text = HTMLWriter()
    text.text(value)
    #expect(text.bytes == Array(written.utf8))
    var attribute = HTMLWriter()
    attribute.element("a", ["href": value], text: "")
    #expect(attribute.bytes == Array("<a href=\"\(written)\"></a>".utf8))
  }
}
