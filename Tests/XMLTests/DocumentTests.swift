import Testing
import XML

/// Parses a text; the tests' documents are short, so their places are counted by hand.
private func parse(
  _ text: String, limits: XMLLimits = .standard, repairs: Bool = false
) throws -> XMLDocument {
  try XMLDocument(
    bytes: Array(text.utf8), source: "test.xml", limits: limits, repairsBareAmpersands: repairs)
}

@Suite struct ElementTests {
  @Test func `names, namespaces and values are those of the document`() throws {
    let document = try parse(
      """
      <m xmlns="urn:a" xmlns:x="urn:b" id="1" x:type="sco">
        <item>one</item>
        <x:item xmlns="urn:c"><inner/></x:item>
      </m>
      """)
    let root = document.root
    #expect((root.namespace, root.localName, root.prefix) == ("urn:a", "m", ""))
    #expect(root.attributes.map(\.localName) == ["id", "type"])
    #expect(root.attribute("type", in: "urn:b") == "sco")
    #expect(root.attribute("type") == nil)
    let items = Array(root.children("item"))
    #expect(items.map(\.namespace) == ["urn:a", "urn:b"])
    #expect(items[1].prefix == "x")
    #expect(items[1].child("inner")?.namespace == "urn:c")
    #expect(items[0].text == "one")
    #expect(root.text == "")
    #expect(items[1].child("inner")?.parent == items[1])
    #expect(document.declaredNamespaces == ["urn:a", "urn:b", "urn:c"])
  }

  @Test(arguments: [
    ("<a>x&amp;y&lt;&#x41;&#66;</a>", "x&y<AB"),
    ("<a><![CDATA[<b>&amp;</b>]]></a>", "<b>&amp;</b>"),
    ("<a>one<b/>two</a>", "onetwo"),
    ("<a>x<!-- <no> & -->y<?pi <no> ?>z</a>", "xyz"),
    ("<a>\r\nx\ry</a>", "\nx\ny"),
    ("<a>  <b/>  </a>", ""),
    ("<a>  </a>", "  "),
    ("<a/>", ""),
    ("<a>e\u{301}\u{1F600}</a>", "e\u{301}\u{1F600}"),
  ])
  func `the own text of the root`(text: String, expected: String) throws {
    #expect(Array(try parse(text).root.text.utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("&amp;", "&"), ("&#38;", "&"), ("&amp;#38;", "&#38;"), ("&amp;amp;&amp;", "&amp;&"),
    ("&lt;&#x3c;", "<<"),
    ("a\tb\nc", "a b c"), ("a&#9;b&#10;c", "a\tb\nc"), ("", ""),
  ])
  func `the value of an attribute`(written: String, expected: String) throws {
    #expect(try parse("<a b='\(written)'/>").root.attribute("b") == expected)
  }

  @Test func `a subtree is in document order`() throws {
    let root = try parse("<a><b><c/></b><d/><e><f/><g/></e></a>").root
    #expect(root.subtree.map(\.localName) == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(root.children.map(\.localName) == ["b", "d", "e"])
  }

  @Test func `paths number siblings of one name`() throws {
    let root = try parse("<m><o><i/><t/><i><i/></i></o></m>").root
    #expect(root.subtree.map(\.path) == ["m", "m/o", "m/o/i[1]", "m/o/t", "m/o/i[2]", "m/o/i[2]/i"])
  }

  @Test func `a character that decomposes to an ASCII letter is not that letter`() throws {
    let root = try parse("<a \u{212A}=\"1\"><\u{212A}/></a>").root
    #expect(root.attribute("K") == nil)
    #expect(root.child("K") == nil)
  }
}

@Suite struct PlaceTests {
  @Test(arguments: [
    ("<a><b/></a>", 1, 4, 3),
    ("<?xml version=\"1.0\"?>\n<a>\n  <b\n  x='1'/></a>", 3, 3, 28),
    ("<a>é\u{1F600}<b/></a>", 1, 6, 9),
    ("<a>\r\n\r<b/></a>", 3, 1, 6),
    ("<a x='>'><b/></a>", 1, 10, 9),
    ("<a><!-- <b> --><b/></a>", 1, 16, 15),
    ("\u{FEFF}<a><b/></a>", 1, 4, 6),
  ])
  func `the place of an element is that of its start tag`(text: String, line: Int, column: Int, byte: Int)
    throws
  {
    let place = try #require(try parse(text).root.child("b")).place
    #expect(place == Place(line: line, column: column, byte: byte))
  }

  @Test func `the place of an attribute is that of its name`() throws {
    let root = try parse("<a xmlns:x='urn:x' y='id=3'\n  id=\"1\"  x:id = '2'/>").root
    #expect(root.place(ofAttribute: "id") == Place(line: 2, column: 3, byte: 30))
    #expect(root.place(ofAttribute: "id", in: "urn:x").description == "2:11")
    #expect(root.place(ofAttribute: "none") == root.place)
  }

  /// The parser is fed in pieces of 1 MiB; a place must not depend on where they end.
  @Test(arguments: [0, 1, 2, 3, 5, 8])
  func `places far into a long document, and on a long line`(shift: Int) throws {
    let row = "<b c=\"é\">" + String(repeating: "x", count: 991 + shift) + "</b>"
    let document = try parse("<a>" + String(repeating: row, count: 2200) + "\n<d/>&#65;</a>")
    let rows = Array(document.root.children("b"))
    #expect(rows.count == 2200)
    let scalars = row.unicodeScalars.count
    for (position, element) in rows.enumerated()
    where position % 37 == 0 || position > 1000 && position < 1100 {
      #expect(element.place.column == 4 + position * scalars)
      #expect(element.text.utf8.count == 991 + shift)
    }
    #expect(document.root.child("d")?.place.description == "2:1")
  }

  @Test func `places in a repaired document are those of the original`() throws {
    let document = try parse("<a t='x & y'>1&2 <b/>&amp;\n<c>&</c></a>", repairs: true)
    #expect(document.root.attribute("t") == "x & y")
    #expect(document.root.child("b")?.place.description == "1:18")
    #expect(document.root.child("c")?.place.description == "2:1")
    #expect(document.root.child("c")?.text == "&")
    #expect(document.warnings.map { $0.place?.description } == ["1:9", "1:15", "2:4"])
    #expect(document.warnings.allSatisfy { $0.code == .bareAmpersand })
  }
}

@Suite struct RefusalTests {
  @Test(
    arguments: [
      ("", .empty, nil),
      ("\u{FEFF}", .empty, nil),
      (" \n\t", .empty, nil),
      ("<?xml version=\"1.0\"?>", .truncated, "1:22"),
      ("<a><b></a>", .mismatchedTags, "1:7"),
      ("<a/><b/>", .contentAfterRoot, "1:5"),
      ("<a/>\ntail", .contentAfterRoot, "2:1"),
      ("text", .truncated, "1:1"),
      ("<a>\n <x:b/></a>", .undeclaredPrefix, "2:2"),
      ("<a x:b=''/>", .undeclaredPrefix, "1:1"),
      ("<a\n b='1' b='2'/>", .duplicateAttribute, "2:8"),
      ("<a xmlns:x='u' xmlns:y='u' x:b='' y:b=''/>", .duplicateAttribute, nil),
      ("<!DOCTYPE a><a/>", .doctype, "1:1"),
      ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", .doctype, "2:1"),
      ("<a>&nbsp;</a>", .undeclaredEntity, nil),
      ("<a>x & y</a>", .bareAmpersand, nil),
      ("<a b='x&y'/>", .bareAmpersand, nil),
      ("<a>&#1;</a>", .forbiddenCharacter, nil),
      ("<a>&#xD800;</a>", .forbiddenCharacter, nil),
      ("<a>\u{1}</a>", .forbiddenCharacter, "1:4"),
      ("<a>\n\u{FFFE}</a>", .forbiddenCharacter, "2:1"),
      ("<a>\u{0}</a>", .forbiddenCharacter, "1:4"),
      ("<a b=1/>", .malformed, nil),
      ("<a b='<'/>", .malformed, nil),
      ("<a><!ELEMENT b></a>", .malformed, "1:4"),
      ("<a/><?xml version='1.0' encoding='UTF-16'?>", .malformed, "1:5"),
      ("<?xml version='2.0'?><a/>", .malformed, "1:20"),
      ("<?xml encoding='UTF-8'?><a/>", .malformed, "1:6"),
      ("<?xml version='1.0' encoding='UTF-7'?><a/>", .encodingUnsupported, "1:1"),
      ("<?xml version='1.0' encoding='UTF-16'?><a/>", .encodingMismatch, "1:1"),
    ] as [(String, XMLError.Code, String?)])
  func `what is refused, and where`(text: String, code: XMLError.Code, place: String?) throws {
    let error = #expect(throws: XMLError.self) { try parse(text) }
    #expect(error?.code == code)
    if let place { #expect(error?.place?.description == place) }
  }

  /// hostile.md row 2: cut at every byte offset, refused for every cut before the end of the root's end tag.
  @Test func `a document cut at any byte is refused`() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <!-- é --><m xmlns="urn:a" a='1>2'><i b="&amp;">t<![CDATA[x]]></i><?p q?><é/></m>
      """
    let whole = Array(text.utf8)
    #expect(throws: Never.self) { try XMLDocument(bytes: whole, source: "whole") }
    for length in 0..<whole.count {
      #expect(throws: XMLError.self, "cut at \(length)") {
        try XMLDocument(bytes: Array(whole.prefix(length)), source: "cut")
      }
    }
  }

  @Test func `an error tells its place and its reason`() {
    let error = #expect(throws: XMLError.self) { try parse("<a>\n<x:b/></a>") }
    #expect(error?.description.hasPrefix("2:1: a prefix is used that nothing declares") == true)
  }

  @Test func `a namespace name that is no URI is only a warning`() throws {
    let document = try parse("<a xmlns:x='http: //b' x:c='1'/>")
    #expect(document.warnings.map(\.code) == [.namespaceName])
    #expect(document.root.attribute("c", in: "http: //b") == "1")
  }
}

@Suite struct LimitTests {
  @Test func `depth 100 is read, 101 is not`() throws {
    let nested = { (depth: Int) in
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(throws: Never.self) { try parse(nested(100)) }
    let error = #expect(throws: XMLError.self) { try parse(nested(101)) }
    #expect(error?.code == .tooDeep)
    #expect(error?.place?.description == "1:301")
    #expect(#expect(throws: XMLError.self) { try parse(nested(100_000)) }?.code == .tooDeep)
  }

  @Test func `256 attributes are read, 257 are not`() throws {
    let tag = { (count: Int) in
      "<a " + (0..<count).map { "b\($0)='='" }.joined(separator: " ") + "/>"
    }
    #expect(try parse(tag(256)).root.attributes.count == 256)
    let error = #expect(throws: XMLError.self) { try parse(tag(257)) }
    #expect(error?.code == .tooManyAttributes)
  }

  @Test func `a start tag of 64 KiB is read, one byte more is not`() throws {
    let tag = { (length: Int) in "<a b='" + String(repeating: "x", count: length - 9) + "'/>" }
    #expect(tag(65_536).utf8.count == 65_536)
    #expect(throws: Never.self) { try parse(tag(65_536)) }
    #expect(#expect(throws: XMLError.self) { try parse(tag(65_537)) }?.code == .startTagTooLong)
  }

  @Test func `text of 1 MiB is read, one byte more is not`() throws {
    let text = { (length: Int) in "<a>" + String(repeating: "x", count: length) + "</a>" }
    #expect(try parse(text(1_048_576)).root.text.utf8.count == 1_048_576)
    #expect(#expect(throws: XMLError.self) { try parse(text(1_048_577)) }?.code == .textTooLong)
  }

  @Test func `the limits of elements and of bytes`() throws {
    let limits = XMLLimits(documentBytes: 30, elements: 3)
    #expect(throws: Never.self) { try parse("<a><b/><c/></a>", limits: limits) }
    #expect(
      #expect(throws: XMLError.self) { try parse("<a><b/><c/><d/></a>", limits: limits) }?.code
        == .tooManyElements)
    let long = "<a>" + String(repeating: "x", count: 23) + "</a>"
    #expect(long.utf8.count == 30)
    #expect(throws: Never.self) { try parse(long, limits: limits) }
    #expect(
      #expect(throws: XMLError.self) { try parse(long + " ", limits: limits) }?.code == .documentTooLarge)
  }

  @Test func `half a million elements are read and released`() throws {
    let text = "<a>" + String(repeating: "<b/>", count: 499_999) + "</a>"
    #expect(try parse(text).root.children.reduce(0) { count, _ in count + 1 } == 499_999)
  }
}

@Suite struct EncodingTests {
  private func bytes(_ text: String, as encoding: String) -> [UInt8] {
    switch encoding {
    case "UTF-16LE with mark":
      return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE with mark":
      return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "UTF-16LE": return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE": return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "UTF-8 with mark": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case "Latin-1": return text.unicodeScalars.map { UInt8($0.value) }
    default: return Array(text.utf8)
    }
  }

  @Test(arguments: [
    ("UTF-8", "UTF-8", 0), ("UTF-8", "utf-8", 0), ("UTF-8 with mark", "UTF-8", 0),
    ("UTF-16LE with mark", "UTF-16", 0), ("UTF-16BE with mark", "UTF-16", 0),
    ("UTF-16LE", "UTF-16LE", 0), ("UTF-16BE", "UTF-16", 0),
    ("Latin-1", "ISO-8859-1", 0), ("Latin-1", "WINDOWS-1252", 0),
    ("UTF-8", "ISO-8859-1", 1), ("UTF-8", "windows-1252", 1), ("UTF-8 with mark", "ISO-8859-1", 1),
  ])
  func `encodings that are read`(encoding: String, label: String, warnings: Int) throws {
    let text = "<?xml version=\"1.0\" encoding=\"\(label)\"?>\n<a>é<b/></a>"
    let document = try XMLDocument(bytes: bytes(text, as: encoding), source: "test.xml")
    #expect(document.root.text == "é")
    #expect(document.root.child("b")?.place.description == "2:5")
    #expect(document.warnings.count == warnings)
    #expect(document.warnings.allSatisfy { $0.code == .encodingLabel })
  }

  @Test func `octets 80 to 9F are windows-1252`() throws {
    let document = { (label: String, octet: UInt8) in
      try XMLDocument(
        bytes: Array("<?xml version='1.0' encoding='\(label)'?><a>".utf8) + [octet] + Array("</a>".utf8),
        source: "test.xml")
    }
    #expect(try document("windows-1252", 0x80).root.text == "€")
    #expect(try document("windows-1252", 0x80).warnings.isEmpty)
    #expect(try document("ISO-8859-1", 0x92).root.text == "’")
    #expect(try document("ISO-8859-1", 0x92).warnings.count == 1)
    let error = #expect(throws: XMLError.self) { try document("windows-1252", 0x81) }
    #expect(error?.code == .invalidBytes)
    #expect(error?.place?.column == 49)
  }

  @Test(
    arguments: [
      ("a lone continuation byte", [0x80]), ("an overlong slash", [0xC0, 0xAF]),
      ("a surrogate", [0xED, 0xA0, 0x80]),
      ("beyond Unicode", [0xF4, 0x90, 0x80, 0x80]), ("overlong in three", [0xE0, 0x80, 0xAF]),
      ("overlong in four", [0xF0, 0x80, 0x80, 0xAF]), ("cut short", [0xE2, 0x82]),
    ] as [(String, [UInt8])])
  func `invalid UTF-8 is refused where it stands`(name: String, octets: [UInt8]) {
    let error = #expect(throws: XMLError.self) {
      try XMLDocument(bytes: Array("<a>é".utf8) + octets + Array("</a>".utf8), source: "test.xml")
    }
    #expect(error?.code == .invalidBytes)
    #expect(error?.place == Place(line: 1, column: 5, byte: 5))
  }

  @Test(
    arguments: [
      ("UTF-16 bytes under another label", [0xFF, 0xFE], "UTF-8", .encodingMismatch),
      ("UTF-32", [0xFF, 0xFE, 0, 0], "UTF-32", .encodingUnsupported),
    ] as [(String, [UInt8], String, XMLError.Code)])
  func `encodings that are refused`(name: String, mark: [UInt8], label: String, code: XMLError.Code) {
    let text = "<?xml version='1.0' encoding='\(label)'?><a/>"
    let error = #expect(throws: XMLError.self) {
      try XMLDocument(
        bytes: mark + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, source: "test.xml")
    }
    #expect(error?.code == code)
  }

  @Test func `half a UTF-16 unit and a lone surrogate are refused`() {
    let whole = bytes("<a>x</a>", as: "UTF-16LE with mark")
    #expect(throws: XMLError.self) { try XMLDocument(bytes: Array(whole.dropLast()), source: "test.xml") }
    let surrogate = Array(whole.prefix(8)) + [0x00, 0xD8] + Array(whole.dropFirst(8))
    let error = #expect(throws: XMLError.self) { try XMLDocument(bytes: surrogate, source: "test.xml") }
    #expect(error?.code == .invalidBytes)
  }
}
