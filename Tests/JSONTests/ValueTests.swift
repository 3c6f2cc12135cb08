import JSON
import Testing

struct ValueTests {
  @Test func valuesKeepTheirOrderAndTheirOctets() throws {
    let text = #" { "b" : [ 1 , -0.50 , "x" ] , "a" : { } , "c" : null , "d" : true , "e" : false } "#
    let root = try JSONDocument(Array(text.utf8)).root
    #expect(root.kind == .object)
    #expect(root.members?.map(\.name.string) == ["b", "a", "c", "d", "e"])
    #expect(root["b"]?.elements?.map { String(decoding: $0.raw, as: UTF8.self) } == ["1", "-0.50", "\"x\""])
    #expect(root["a"]?.members?.isEmpty == true)
    #expect(root["c"]?.isNull == true)
    #expect(root["d"]?.boolean == true)
    #expect(root["e"]?.boolean == false)
    #expect(root["f"] == nil)
    #expect(root["b"]?["x"] == nil)
    #expect(root["a"]?.string == nil)
  }

  @Test(arguments: [
    (#""""#, ""),
    (#""plain""#, "plain"),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u4E2D\ud83d\ude00""#, "Aé中😀"),
    (#""\u0000""#, "\u{0}"),
    ("\"na\u{EF}ve العربية 中文 😀\"", "naïve العربية 中文 😀"),
    (#""\udbff\udfff""#, "\u{10FFFF}"),
  ])
  func textIsDecoded(written: String, meant: String) throws {
    let value = try JSONDocument(Array(written.utf8)).root
    #expect(value.string.map { Array($0.utf8) } == Array(meant.utf8))
    #expect(value.text?.utf8.elementsEqual(meant.utf8) == true)
  }

  @Test func namesAreFoundThoughWrittenWithEscapes() throws {
    let root = try JSONDocument(Array(#"{"ver\u0062":1,"object":2}"#.utf8)).root
    #expect(root["verb"]?.number?.text == "1")
    #expect(root.member(named: "verb")?.number?.text == "1")
    #expect(root["objec"] == nil)
    let chosen = root.members?.map { member in
      switch member.name {
      case "verb": "the verb"
      case "object": "the object"
      default: "something else"
      }
    }
    #expect(chosen == ["the verb", "the object"])
  }

  @Test func everyValueKnowsItsPointer() throws {
    let root = try JSONDocument(Array(#"{"a":[{"x":1},[2,3]],"m~n/o":{"":{"é":4}}}"#.utf8)).root
    #expect(root.pointer == "")
    #expect(root["a"]?.pointer == "/a")
    #expect(root["a"]?.elements?.map(\.pointer) == ["/a/0", "/a/1"])
    #expect(root["a"]?.elements?.first { $0["x"] != nil }?["x"]?.pointer == "/a/0/x")
    #expect(root["m~n/o"]?[""]?["é"]?.pointer == "/m~0n~1o//é")
  }
}
