import Testing
import XML

@Suite struct WriterTests {
  @Test func `a document is pretty and stable`() {
    var writer = XMLWriter()
    writer.element("report", ["xmlns": "urn:r", "party": nil, "n": "1"]) { writer in
      writer.element("title", text: "A & B")
      writer.element("rows") { writer in
        writer.element("row", ["a": "x"])
      }
      writer.element("empty") { _ in }
    }
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <report xmlns="urn:r" n="1">
        <title>A &amp; B</title>
        <rows>
          <row a="x"/>
        </rows>
        <empty/>
      </report>

      """
    #expect(String(decoding: writer.finish(), as: UTF8.self) == expected)
  }

  @Test func `a compact document has no white space of its own`() {
    var writer = XMLWriter(isPretty: false)
    writer.element("a") { $0.element("b", text: "c") }
    let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a><b>c</b></a>\n"
    #expect(String(decoding: writer.finish(), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("<&>\"'", "<&>\"'"), ("]]>", "]]>"), ("a\r\nb\tc", "a\r\nb\tc"),
    ("\u{0}\u{1}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("é\u{1F600}e\u{301}", "é\u{1F600}e\u{301}"),
    ("\"\u{301} onfocus=\"x", "\"\u{301} onfocus=\"x"), (" spaces ", " spaces "),
    ("<\u{338}b>", "<\u{338}b>"),
  ])
  func `what is written is read back`(text: String, expected: String) throws {
    var writer = XMLWriter()
    writer.element("a", ["b": text], text: text)
    let root = try XMLDocument(bytes: writer.finish(), source: "written").root
    #expect(Array(root.text.utf8) == Array(expected.utf8))
    #expect(Array((root.attribute("b") ?? "").utf8) == Array(expected.utf8))
  }
}

@Suite struct SchemaTests {
  private let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:r" elementFormDefault="qualified">
      <xs:element name="report"><xs:complexType><xs:sequence>
        <xs:element name="count" type="xs:nonNegativeInteger" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """

  @Test(arguments: [
    ("<report xmlns='urn:r'><count>3</count></report>", []),
    ("<report xmlns='urn:r'>\n<count>-3</count>\n<count>x</count></report>", [2, 3]),
    ("<report/>", [1]),
  ])
  func `violations have lines`(text: String, lines: [Int]) throws {
    let schema = try XMLSchema(Array(xsd.utf8))
    let found = Set(try schema.violations(in: Array(text.utf8), source: "test.xml").map(\.line))
    #expect(found.sorted() == lines)
  }

  @Test func `a document that cannot be read is an error, not a violation`() throws {
    let schema = try XMLSchema(Array(xsd.utf8))
    #expect(throws: XMLError.self) { _ = try schema.violations(in: Array("<a>".utf8), source: "test.xml") }
  }

  @Test(arguments: [
    "", "<a/>", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element/></xs:schema>",
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='/etc/passwd'/></xs:schema>",
  ])
  func `a schema that is none is refused`(text: String) {
    #expect(throws: XMLSchema.Unusable.self) { _ = try XMLSchema(Array(text.utf8)) }
  }
}
