import Cryptography
import ProgramDriver
import Testing

/// Digests of SHA-2 and signatures of RSA.
@Suite struct SignatureTests {
  /// The examples of FIPS 180-4 for the message “abc”.
  @Test(
    arguments: [
      (.sha224, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
      (.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        .sha384,
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
      ),
      (
        .sha512,
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
      ),
    ] as [(SHA2.Variant, String)])
  func digests(variant: SHA2.Variant, expected: String) throws {
    #expect(Hexadecimal.encode(try SHA2.digest(of: Array("abc".utf8), variant)) == expected)
    var digesting = try SHA2(variant)
    for octet in "abc".utf8 { try digesting.update([octet].span) }
    #expect(Hexadecimal.encode(try digesting.finish()) == expected)
    try digesting.update(Array("abc".utf8).span)
    #expect(Hexadecimal.encode(try digesting.finish()) == expected, "the next piece begins a new message")
  }

  @Test(arguments: [("RS256", SHA2.Variant.sha256), ("RS384", .sha384), ("RS512", .sha512)])
  func signatures(algorithm: String, variant: SHA2.Variant) throws {
    guard let key = RSAPublicKey(certificate: try der(SignedStatement.certificate)) else {
      Issue.record("the certificate has no key")
      return
    }
    let parts = SignedStatement.text(algorithm).split(separator: ".").map(String.init)
    let message = Array("\(parts[0]).\(parts[1])".utf8)
    let signature = try #require(Base64.url.decode(parts[2]))
    let isSound = try key.isSignature(signature, of: message, with: variant)
    #expect(isSound)
    let isOfAnother = try key.isSignature(signature, of: message + [0], with: variant)
    #expect(!isOfAnother)
    let isByAnother = try key.isSignature(signature, of: message, with: .sha224)
    #expect(!isByAnother)
    let altered = signature.dropLast() + [signature[255] ^ 1]
    for broken in [[], [0], signature + [0], Array(signature.dropLast()), Array(altered)] {
      let isSignature = try key.isSignature(broken, of: message, with: variant)
      #expect(!isSignature)
    }
  }

  @Test func whatIsNoCertificateOfRSAHasNoKey() throws {
    let sound = try der(SignedStatement.certificate)
    for broken in [
      [], [0x30], Array(sound.dropLast()), sound + [0], Array("-----BEGIN CERTIFICATE-----".utf8),
      try der(SignedStatement.otherCertificate),
    ] {
      let hasKey = if let _ = RSAPublicKey(certificate: broken) { true } else { false }
      #expect(!hasKey)
    }
  }

  private func der(_ text: String) throws -> [UInt8] { try #require(Base64.standard.decode(text)) }
}
