import Cryptography
import Testing

/// Key pairs that are made, kept as text, and signed with.
@Suite struct KeyTests {
  @Test(arguments: SigningKind.allCases)
  func whatIsSignedIsVerifiedAndNothingElse(kind: SigningKind) throws {
    let key = try PrivateKey.generate(kind)
    let message = Array("message".utf8)
    let signature = try key.signature(of: message)
    #expect(signature.count == (kind == .rsa ? 256 : 64))
    #expect(try key.publicKey.isSignature(signature, of: message))
    for octet in signature.indices {
      var altered = signature
      altered[octet] ^= 0x01
      #expect(try !key.publicKey.isSignature(altered, of: message))
    }
    #expect(try !key.publicKey.isSignature(signature, of: message + [0]))
    #expect(try !PrivateKey.generate(kind).publicKey.isSignature(signature, of: message))
    for broken in [[], [0], signature + [0], Array(signature.dropLast()), [UInt8](repeating: 0, count: 64)] {
      #expect(try !key.publicKey.isSignature(broken, of: message))
    }
  }

  @Test(arguments: SigningKind.allCases)
  func aKeyPairGoesThroughItsText(kind: SigningKind) throws {
    let key = try PrivateKey.generate(kind)
    let text = try key.pem()
    let read = try #require(PrivateKey(pem: text))
    #expect(read.publicKey == key.publicKey)
    #expect(try key.publicKey.isSignature(try read.signature(of: [1]), of: [1]))
    for broken in [[], Array(text.dropLast()), Array(text.dropFirst()), text + [0x0A], Array("x".utf8)] {
      #expect(PrivateKey(pem: broken) == nil)
    }
  }

  @Test func aPublicKeyIsMadeOfItsNumbers() throws {
    let rsa = try PrivateKey.generate(.rsa).publicKey
    let (modulus, exponent) = try rsa.modulusAndExponent()
    #expect(modulus.count == 256)
    #expect(exponent == [1, 0, 1])
    #expect(PublicKey(modulus: modulus, exponent: exponent) == rsa)
    let p256 = try PrivateKey.generate(.p256).publicKey
    #expect(PublicKey(x: p256.point.x, y: p256.point.y) == p256)
    #expect(PublicKey(octets: rsa.octets) == rsa)
    #expect(PublicKey(octets: p256.octets) == p256)
  }

  @Test func whatMakesNoKeyIsNone() throws {
    let rsa = try PrivateKey.generate(.rsa).publicKey
    let (modulus, exponent) = try rsa.modulusAndExponent()
    #expect(PublicKey(modulus: [], exponent: exponent) == nil)
    #expect(PublicKey(modulus: [0] + modulus, exponent: exponent) == nil, "a leading zero")
    #expect(PublicKey(modulus: Array(modulus.prefix(128)), exponent: exponent) == nil, "1024 bits")
    #expect(PublicKey(modulus: modulus, exponent: [1]) == nil)
    #expect(PublicKey(modulus: modulus, exponent: [2]) == nil)
    #expect(PublicKey(modulus: modulus, exponent: []) == nil)
    let point = try PrivateKey.generate(.p256).publicKey.point
    #expect(PublicKey(x: point.x, y: point.x) == nil, "not on the curve")
    #expect(PublicKey(x: Array(point.x.dropLast()), y: point.y) == nil)
    for broken in [[], [0x30], rsa.octets + [0], Array(rsa.octets.dropLast())] {
      #expect(PublicKey(octets: broken) == nil)
    }
  }
}
