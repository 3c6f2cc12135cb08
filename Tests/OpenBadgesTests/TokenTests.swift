import Cryptography
import JSON
import Testing
@testable import OpenBadges

/// Signed tokens: one text for each, and none that chooses what it is verified by.
@Suite struct TokenTests {
  private let pair: PrivateKey
  private let trusted: TrustedKeys
  private static let name = "https://records.example/credentials/keys/1"

  init() throws {
    pair = try PrivateKey.generate(.rsa)
    trusted = TrustedKeys([.init(name: TokenTests.name, key: pair.publicKey)])
  }

  private func token(
    _ header: String, _ payload: String = #"{"a":1}"#, by key: PrivateKey? = nil
  ) throws -> String {
    let signed = "\(Base64.url.encode(Array(header.utf8))).\(Base64.url.encode(Array(payload.utf8)))"
    let signature = try (key ?? pair).signature(of: Array(signed.utf8))
    return "\(signed).\(Base64.url.encode(signature))"
  }

  private func verify(_ text: String, by keys: TrustedKeys? = nil) throws {
    try SignedToken(Array(text.utf8)).requireSigned(by: keys ?? trusted)
  }

  private func header(_ algorithm: String = "RS256", _ more: String = "") -> String {
    #"{"alg":"\#(algorithm)","kid":"\#(TokenTests.name)","typ":"JWT"\#(more)}"#
  }

  @Test(arguments: SigningAlgorithm.allCases)
  func whatIsSignedIsTaken(algorithm: SigningAlgorithm) throws {
    let pair = try PrivateKey.generate(algorithm.kind)
    let octets = try SignedToken.sign(
      Array(#"{"a":1}"#.utf8), as: .credential, with: pair, named: TokenTests.name)
    let token = try SignedToken(octets)
    try token.requireSigned(by: TrustedKeys([.init(name: TokenTests.name, key: pair.publicKey)]))
    #expect(token.algorithm == algorithm)
    #expect(token.kind == .credential)
    #expect(token.payload.bytes == Array(#"{"a":1}"#.utf8))
  }

  /// RFC 7515 §10.7, §4.1.2, §4.1.3, §4.1.5: what a token must not be able to say.
  @Test(
    arguments: [
      (#","jwk":{"kty":"RSA"}"#, "jwk"), (#","jku":"https://evil.example/keys"# + "\"", "jku"),
      (#","x5u":"https://evil.example/cert"# + "\"", "x5u"), (#","x5c":[]"#, "x5c"),
      (#","crit":["b64"]"#, "crit"),
      (#","b64":false"#, "b64"), (#","zip":"DEF"# + "\"", "zip"), (#","":1"#, ""),
    ])
  func noOtherHeaderIsTaken(more: String, name: String) throws {
    let text = try token(header("RS256", more))
    #expect(throws: TokenFault.headerUnknown(name)) { try verify(text) }
  }

  @Test(arguments: ["none", "None", "nOnE", "", "HS256", "HS512", "PS256", "RS512", "ES384", "rs256"])
  func noOtherAlgorithmIsTaken(algorithm: String) throws {
    let text = try token(header(algorithm))
    #expect(throws: TokenFault.algorithmRefused(algorithm)) { try verify(text) }
    let unsigned = String(text[...(text.lastIndex(of: ".") ?? text.startIndex)])
    #expect(throws: TokenFault.algorithmRefused(algorithm)) { try verify(unsigned) }
  }

  /// The key that anybody may know, used as the secret of HS256.
  @Test func aPublicKeyIsNoSharedSecret() throws {
    let signed = "\(Base64.url.encode(Array(header("HS256").utf8))).\(Base64.url.encode(Array("{}".utf8)))"
    let code = try MessageAuthentication(key: pair.publicKey.octets).code(for: Array(signed.utf8))
    #expect(throws: TokenFault.algorithmRefused("HS256")) {
      try verify("\(signed).\(Base64.url.encode(code.octets))")
    }
  }

  @Test func theKeyIsTheNamedOne() throws {
    let other = try PrivateKey.generate(.rsa)
    #expect(throws: TokenFault.signatureWrong) { try verify(token(header(), by: other)) }
    let both = TrustedKeys(
      [.init(name: "x", key: other.publicKey), .init(name: TokenTests.name, key: pair.publicKey)])
    #expect(throws: TokenFault.signatureWrong) { try verify(token(header(), by: other), by: both) }
    #expect(throws: TokenFault.keyUnknown("../../etc/passwd")) {
      try verify(token(#"{"alg":"RS256","kid":"../../etc/passwd","typ":"JWT"}"#))
    }
    #expect(throws: TokenFault.keyNameMissing) { try verify(token(#"{"alg":"RS256","typ":"JWT"}"#)) }
    #expect(throws: TokenFault.kindUnknown(nil)) {
      try verify(token(#"{"alg":"RS256","kid":"\#(TokenTests.name)"}"#))
    }
    let curve = try PrivateKey.generate(.p256)
    #expect(throws: TokenFault.algorithmOfOtherKey(.es256)) {
      try verify(token(header("ES256"), by: curve))
    }
  }

  /// RFC 7515 §2: “with all trailing '=' characters omitted … and without the inclusion of any line breaks, whitespace, or
  /// other additional characters”; RFC 4648 §3.5.
  @Test func onlyOneTextIsTaken() throws {
    let sound = try token(header())
    try verify(sound)
    let parts = sound.split(separator: ".").map(String.init)
    let altered: [(String, TokenFault)] = [
      ("\(sound)=", .notBase64URL(.signature)), ("\(sound)\n", .notBase64URL(.signature)),
      (" \(sound)", .notBase64URL(.header)), ("\(sound).", .notThreeParts),
      ("\(sound)~", .notBase64URL(.signature)),
      ("\(parts[0])==.\(parts[1]).\(parts[2])", .notBase64URL(.header)),
      ("\(parts[0]).\(parts[1])=.\(parts[2])", .notBase64URL(.payload)),
      ("\(parts[0]).\(parts[1])", .notThreeParts), ("", .notThreeParts),
      ("\(parts[0])..\(parts[2])", .notBase64URL(.payload)),
      ("\(parts[0]).\(parts[1]).", .notBase64URL(.signature)),
    ]
    for (text, fault) in altered { #expect(throws: fault, "\(text.suffix(20))") { try verify(text) } }
    // The last letter of 256 octets has four bits of no meaning: all but one of 16 letters would read the same.
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    let letter = try #require(sound.last)
    let last = try #require(letters.firstIndex(of: letter))
    #expect(last % 16 == 0)
    #expect(throws: TokenFault.notBase64URL(.signature)) {
      try verify(sound.dropLast() + String(letters[last + 1]))
    }
  }

  @Test func nothingIsSaidTwice() throws {
    for text in [
      try token(#"{"alg":"RS256","alg":"none","kid":"\#(TokenTests.name)","typ":"JWT"}"#),
      try token(#"{"alg":"RS256","kid":"\#(TokenTests.name)","typ":"JWT","\u0061lg":"none"}"#),
      try token(header(), #"{"sub":"a","s\u0075b":"b"}"#), try token(header(), #"{"a":{"b":1,"b":2}}"#),
    ] {
      #expect {
        try verify(text)
      } throws: { error in
        guard case TokenFault.notJSON(_, let json) = error else { return false }
        return json.reason == .duplicateName
      }
    }
  }

  @Test(arguments: ["[]", "1", "null", "\"x\""])
  func aPayloadIsAnObject(payload: String) throws {
    #expect(throws: TokenFault.notObject(.payload)) { try verify(token(header(), payload)) }
  }

  @Test(arguments: ["", "{", "{} ", "{}x", "\u{FEFF}{}"])
  func aPayloadIsJSONAndNothingElse(payload: String) throws {
    let text = try token(header(), payload)
    if payload == "{} " { return try verify(text) }
    #expect(throws: TokenFault.self) { try verify(text) }
  }

  @Test(arguments: SigningAlgorithm.allCases)
  func noBitCanBeAltered(algorithm: SigningAlgorithm) throws {
    let pair = try PrivateKey.generate(algorithm.kind)
    let trusted = TrustedKeys([.init(name: "k", key: pair.publicKey)])
    let octets = try SignedToken.sign(Array(#"{"a":1}"#.utf8), as: .credential, with: pair, named: "k")
    for place in octets.indices {
      for bit in 0..<8 {
        var altered = octets
        altered[place] ^= 1 << UInt8(bit)
        #expect(throws: TokenFault.self) { try SignedToken(altered).requireSigned(by: trusted) }
      }
    }
  }
}
