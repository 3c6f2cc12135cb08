import Cryptography
import Testing

/// Known answers: FIPS 180 examples, RFC 4231.
@Suite struct DigestTests {
  static let messages: [(String, String, String)] = [
    (
      "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "da39a3ee5e6b4b0d3255bfef95601890afd80709"
    ),
    (
      "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "a9993e364706816aba3e25717850c26c9cd0d89d"
    ),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ]

  @Test(arguments: messages)
  func knownAnswers(message: String, sha256: String, sha1: String) throws {
    #expect(try SHA256.digest(of: Array(message.utf8)).hexadecimal == sha256)
    #expect(Hexadecimal.encode(try SHA1.digest(of: Array(message.utf8))) == sha1)
  }

  @Test(arguments: [1, 7, 64, 1000])
  func piecesGiveTheDigestOfTheWhole(size: Int) throws {
    var digesting = try SHA256()
    let million = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    for start in stride(from: 0, to: million.count, by: size) {
      try digesting.update(million.span.extracting(start..<min(start + size, million.count)))
    }
    let expected = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(try digesting.finish().hexadecimal == expected)
  }

  @Test func oneValueDigestsManyMessages() throws {
    var digesting = try SHA256()
    for (message, sha256, _) in Self.messages + Self.messages {
      try digesting.update(Array(message.utf8))
      #expect(try digesting.finish().hexadecimal == sha256)
    }
  }

  @Test func digestsComeBackFromTheirTexts() throws {
    let digest = try SHA256.digest(of: [1])
    #expect(Digest(hexadecimal: digest.hexadecimal) == digest)
    #expect(Digest(hexadecimal: digest.hexadecimal.uppercased()) == digest)
    #expect(Digest(digest.octets) == digest)
    #expect(Digest(digest.octets.dropLast()) == nil)
    #expect(Digest(digest.octets + [0]) == nil)
    #expect(Digest(hexadecimal: String(digest.hexadecimal.dropLast(2))) == nil)
    #expect(Digest(hexadecimal: digest.hexadecimal.dropLast() + "g") == nil)
    #expect([digest, try SHA256.digest(of: [])].sorted().map { $0.octets[0] } == [0x4b, 0xe3])
  }

  @Test(arguments: [
    (
      [UInt8](repeating: 0x0b, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func messageAuthentication(key: [UInt8], message: String, code: String) throws {
    let authentication = try MessageAuthentication(key: key)
    let found = try authentication.code(for: Array(message.utf8))
    #expect(found.hexadecimal == code)
    #expect(try authentication.isCode(found.octets, for: Array(message.utf8)))
    #expect(try !authentication.isCode(found.octets, for: Array(message.utf8) + [0]))
    #expect(try !authentication.isCode(Array(found.octets.dropLast()), for: Array(message.utf8)))
  }

  @Test func secretsAreComparedWhole() {
    #expect(isEqualInConstantTime([UInt8](), []))
    #expect(isEqualInConstantTime([1, 2], [1, 2]))
    #expect(!isEqualInConstantTime([1, 2], [1, 3]))
    #expect(!isEqualInConstantTime([2, 2], [1, 2]))
    #expect(!isEqualInConstantTime([1, 2], [1, 2, 3]))
  }
}
