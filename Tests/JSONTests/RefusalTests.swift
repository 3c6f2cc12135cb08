import JSON
import Testing

/// RFC 8259 and what we refuse beyond it; rows 27 to 30 of the hostile inputs.
struct RefusalTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: [UInt8]
    let reason: JSONError.Reason
    let offset: Int
    let pointer: String

    init(_ name: String, _ text: String, _ reason: JSONError.Reason, at offset: Int, _ pointer: String = "") {
      self.init(name, Array(text.utf8), reason, at: offset, pointer)
    }

    init(_ name: String, _ text: [UInt8], _ reason: JSONError.Reason, at offset: Int, _ pointer: String = "")
    {
      (self.name, self.text, self.reason, self.offset, self.pointer) = (name, text, reason, offset, pointer)
    }

    var testDescription: String { name }
  }

  @Test(arguments: [
    Row("nothing", "", .empty, at: 0),
    Row("white space only", " \n\t\r", .empty, at: 4),
    Row("a byte order mark", [0xEF, 0xBB, 0xBF, 0x31], .byteOrderMark, at: 0),
    Row("two values", "1 2", .trailingContent, at: 2),
    Row("a closing bracket too many", "[]]", .trailingContent, at: 2),
    Row("a NUL behind the value", "1\u{0}", .trailingContent, at: 1),
    Row("an open array", "[1,2", .cutShort, at: 4, "/2"),
    Row("an open object", "{\"a\":[1,{\"b\":", .cutShort, at: 13, "/a/1/b"),
    Row("a comma too many in an array", "[1,]", .expectedValue, at: 3, "/1"),
    Row("a comma too many in an object", "{\"a\":1,}", .expectedName, at: 7, "/a"),
    Row("no comma", "[1 2]", .expectedCommaOrEnd, at: 3, "/1"),
    Row("an array closed as an object", "[1}", .expectedCommaOrEnd, at: 2, "/1"),
    Row("an object closed as an array", "{\"a\":1]", .expectedCommaOrEnd, at: 6, "/a"),
    Row("no colon", "{\"a\" 1}", .expectedColon, at: 5, "/a"),
    Row("a name without quotes", "{a:1}", .expectedName, at: 1),
    Row("a name in single quotes", "{'a':1}", .expectedName, at: 1),
    Row("a comment", "[1] // one", .trailingContent, at: 4),
    Row("NaN", "[NaN]", .expectedValue, at: 1, "/0"),
    Row("infinity", "[Infinity]", .expectedValue, at: 1, "/0"),
    Row("minus infinity", "[-Infinity]", .malformedNumber, at: 2, "/0"),
    Row("True", "True", .expectedValue, at: 0),
    Row("a word with another end", "trux", .expectedValue, at: 0),
    Row("half a word", "nul", .cutShort, at: 3),
    Row("a form feed as white space", "\u{C}1", .expectedValue, at: 0),
    Row("a no-break space as white space", "\u{A0}1", .expectedValue, at: 0),
  ])
  func structureIsRefused(_ row: Row) {
    expectRefusal(row)
  }

  @Test(arguments: [
    Row("a line feed in a string", "\"a\nb\"", .controlCharacter, at: 2),
    Row("a NUL in a string", "\"\u{0}\"", .controlCharacter, at: 1),
    Row("a control character behind eight plain ones", "\"abcdefgh\u{1F}\"", .controlCharacter, at: 9),
    Row("an escape JSON does not know", "\"\\x41\"", .malformedEscape, at: 1),
    Row("three hexadecimal digits", "\"\\u12g4\"", .malformedEscape, at: 1),
    Row("the first half of a pair alone", "\"\\ud83d\"", .cutShort, at: 8),
    Row("the first half of a pair, then text", "\"\\ud83dxxxx\"", .loneSurrogate, at: 1),
    Row("the first half twice", "\"\\ud83d\\ud83d\"", .loneSurrogate, at: 1),
    Row("the second half of a pair alone", "[\"\\ude00\"]", .loneSurrogate, at: 2, "/0"),
    Row("an open string", "\"abc", .cutShort, at: 4),
    Row("an open escape", "\"abc\\", .cutShort, at: 5),
    Row("a continuation octet alone", [0x22, 0x80, 0x22], .invalidUTF8, at: 1),
    Row("an overlong slash of two octets", [0x22, 0xC0, 0xAF, 0x22], .invalidUTF8, at: 1),
    Row("an overlong slash of three octets", [0x22, 0xE0, 0x80, 0xAF, 0x22], .invalidUTF8, at: 1),
    Row("an overlong form of four octets", [0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22], .invalidUTF8, at: 1),
    Row("a surrogate in UTF-8", [0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8, at: 1),
    Row("past U+10FFFF", [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], .invalidUTF8, at: 1),
    Row("a lead octet that no scalar has", [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], .invalidUTF8, at: 1),
    Row("a scalar cut short by the quote", [0x22, 0xE4, 0xB8, 0x22], .invalidUTF8, at: 1),
    Row("a scalar cut short by the end", [0x22, 0xE4, 0xB8], .invalidUTF8, at: 1),
    Row("Latin-1 behind eight plain octets", Array("\"abcdefgh".utf8) + [0xE9, 0x22], .invalidUTF8, at: 9),
  ])
  func textIsRefused(_ row: Row) {
    expectRefusal(row)
  }

  @Test(arguments: [
    Row("a leading zero", "[01]", .leadingZero, at: 1, "/0"),
    Row("a leading zero behind the sign", "-012", .leadingZero, at: 1),
    Row("a plus sign", "+1", .expectedValue, at: 0),
    Row("no digit before the point", ".5", .expectedValue, at: 0),
    Row("no digit behind the point", "[5.]", .malformedNumber, at: 3, "/0"),
    Row("no digit in the exponent", "[1e+]", .malformedNumber, at: 4, "/0"),
    Row("a sign alone", "-", .cutShort, at: 1),
    Row("hexadecimal", "0x10", .trailingContent, at: 1),
    Row("an exponent of ten digits", "1e1000000000", .exponentOverLimit, at: 2),
  ])
  func numberIsRefused(_ row: Row) {
    expectRefusal(row)
  }

  @Test(arguments: [
    Row("a name twice", "{\"score\":1,\"score\":2}", .duplicateName, at: 11, "/score"),
    Row(
      "a name twice, once with an escape", #"{"score":1,"sc\u006fre":2}"#, .duplicateName, at: 11, "/score"),
    Row("a name twice, once as a pair", #"{"😀":1,"\ud83d\ude00":2}"#, .duplicateName, at: 10, "/😀"),
    Row(
      "a name twice in a nested object", #"{"a":[{},{"b":1,"c":[],"b":{}}]}"#, .duplicateName, at: 23,
      "/a/1/b"),
    Row("the empty name twice", #"{"":1,"":2}"#, .duplicateName, at: 6, "/"),
    Row(
      "a name twice among many", #"{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"\u0062":1,"k":1}"#,
      .duplicateName, at: 55, "/b"),
    Row("a name with a slash and a tilde", #"{"a/b~":{"x":1,"x":2}}"#, .duplicateName, at: 15, "/a~1b~0/x"),
  ])
  func duplicateNameIsRefused(_ row: Row) {
    expectRefusal(row)
  }

  @Test func namesThatOnlyLookEqualAreDifferent() throws {
    let document = try JSONDocument(Array("{\"Jos\u{E9}\":1,\"Jose\u{301}\":2,\"jos\u{E9}\":3}".utf8))
    #expect(document.root.members?.map(\.value.number?.text) == ["1", "2", "3"])
  }

  @Test func placeIsCountedInLinesAndScalars() {
    let refusal = refusal("{\n  \"名\": \"é\",\r\n  \"x\": tru\n}")
    #expect(refusal?.line == 3)
    #expect(refusal?.column == 8)
    #expect(refusal?.pointer == "/x")
    #expect(refusal?.description == "line 3, column 8 (/x): A value is expected here.")
  }

  private func expectRefusal(_ row: Row) {
    let refusal = #expect(throws: JSONError.self) { try JSONDocument(row.text) }
    #expect(refusal?.reason == row.reason)
    #expect(refusal?.offset == row.offset)
    #expect(refusal?.pointer == row.pointer)
  }

  private func refusal(_ text: String) -> JSONError? {
    #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
  }
}
