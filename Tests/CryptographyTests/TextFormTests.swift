import Cryptography
import Testing

@Suite struct TextFormTests {
  // RFC 4648 §10.
  @Test(arguments: [
    ("", "", ""), ("f", "Zg==", "66"), ("fo", "Zm8=", "666f"), ("foo", "Zm9v", "666f6f"),
    ("foob", "Zm9vYg==", "666f6f62"), ("fooba", "Zm9vYmE=", "666f6f6261"),
    ("foobar", "Zm9vYmFy", "666f6f626172"),
  ])
  func knownAnswers(text: String, base64: String, hexadecimal: String) {
    let octets = Array(text.utf8)
    #expect(Base64.standard.encode(octets) == base64)
    #expect(Base64.standard.decode(base64) == octets)
    #expect(Base64.url.encode(octets) == base64.filter { $0 != "=" })
    #expect(Base64.url.decode(base64.filter { $0 != "=" }) == octets)
    #expect(Hexadecimal.encode(octets) == hexadecimal)
    #expect(Hexadecimal.decode(hexadecimal.uppercased()) == octets)
  }

  @Test func theTwoAlphabetsDifferInTwoLetters() {
    #expect(Base64.standard.encode([0xFB, 0xFF]) == "+/8=")
    #expect(Base64.url.encode([0xFB, 0xFF]) == "-_8")
    #expect(Base64.standard.decode("-_8=") == nil)
    #expect(Base64.url.decode("+/8") == nil)
  }

  @Test func everyOctetComesBack() {
    let octets = (0...255).map { UInt8($0) }
    #expect(Base64.standard.decode(Base64.standard.encode(octets)) == octets)
    #expect(Base64.url.decode(Base64.url.encode(octets)) == octets)
    #expect(Hexadecimal.decode(Hexadecimal.encode(octets)) == octets)
  }

  @Test(arguments: [
    "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Z", "Zm9v\n", " Zm9v", "Zm9v====", "====", "=", "Zg==Zg==", "Zm=v",
    "Zm9\u{0301}", "Zmé=",
  ])
  func strictBase64(text: String) {
    #expect(Base64.standard.decode(text) == nil)
  }

  @Test(arguments: ["Zg==", "Z", "Zh", "Zm9", "Zm 9v", "Zm9v="])
  func strictBase64ForURLs(text: String) {
    #expect(Base64.url.decode(text) == nil)
  }

  @Test(arguments: ["a", "0g", "0x", " 00", "0\u{0661}", "+1"])
  func strictHexadecimal(text: String) {
    #expect(Hexadecimal.decode(text) == nil)
  }
}
