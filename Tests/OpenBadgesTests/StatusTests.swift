import Archives
import Cryptography
import Testing
import Values
@testable import OpenBadges

/// Lists of states, and what is known by them.
@Suite struct StatusTests {
  /// Bitstring Status List 1.0, “Bitstring Encoding”: the first index is the left-most bit.
  @Test(arguments: [
    (0, 0, UInt8(0x80)), (7, 0, 0x01), (8, 1, 0x80), (94_567, 11_820, 0x01), (131_071, 16_383, 0x01),
  ])
  func aBitStandsInItsPlace(position: Int, octet: Int, value: UInt8) throws {
    var bits = StatusBits()
    bits[position] = true
    #expect(bits[position])
    let encoded = try bits.encoded()
    #expect(encoded.utf8.first == UInt8(ascii: "u"))
    let compressed = try #require(Base64.url.decode(String(encoded.dropFirst())))
    let octets = try Gzip.decompress(compressed, limit: 1 << 20)
    #expect(octets.count == 16_384)
    #expect(octets[octet] == value)
    #expect(octets.count { $0 != 0 } == 1)
    #expect(StatusBits(encoded: encoded) == bits)
    bits[position] = false
    #expect(bits == StatusBits())
  }

  @Test func whatIsNoListOfThisLengthIsNone() throws {
    func encoded(_ octets: [UInt8]) throws -> String { "u\(Base64.url.encode(try Gzip.compress(octets)))" }
    let sound = try StatusBits().encoded()
    for broken in [
      "", "u", String(sound.dropFirst()), "z\(sound.dropFirst())", "\(sound)=", String(sound.dropLast(4)),
      try encoded([]), try encoded([UInt8](repeating: 0, count: 16_383)),
      try encoded([UInt8](repeating: 0, count: 16_385)), try encoded([UInt8](repeating: 0, count: 1 << 24)),
      "u\(Base64.url.encode([UInt8](repeating: 0, count: 16_384)))",
    ] {
      #expect(StatusBits(encoded: broken) == nil)
    }
  }

  @Test(
    arguments: [
      // revoked, suspended, present, what is known
      ([], [], "2026-07-01T00:00:00Z", KnownStatus.inForce),
      ([94_567], [], "2026-07-01T00:00:00Z", .ended), ([], [94_567], "2026-07-01T00:00:00Z", .suspended),
      ([94_567], [94_567], "2026-07-01T00:00:00Z", .ended),
      ([94_566, 94_568], [94_566], "2026-07-01T00:00:00Z", .inForce),
      // “exp … on or after which the JWT MUST NOT be accepted”
      ([], [], "2029-03-01T23:59:59Z", .inForce), ([], [], "2029-03-02T00:00:00Z", .expired),
      ([94_567], [], "2029-03-02T00:00:00Z", .ended), ([], [94_567], "2029-03-02T00:00:00Z", .expired),
      ([], [], "2026-03-02T08:59:59Z", .notYet), ([], [], "2026-03-02T09:00:00Z", .inForce),
    ])
  func whatIsKnown(revoked: [Int], suspended: [Int], now: String, status: KnownStatus) throws {
    let trust = try Sample(.p256).trust(revoked: revoked, suspended: suspended)
    let known = trust.status(of: Sample.credential(), at: Sample.instant(now))
    #expect(known.status == status)
    #expect(known.asOf == Sample.instant("2026-06-30T12:00:00Z"))
  }

  @Test func whatNoListHasIsUnknown() throws {
    let sample = try Sample(.p256)
    let now = Sample.instant("2026-07-01T00:00:00Z")
    let revocation = sample.list(.revocation)
    let older = [
      sample.list(.revocation, asOf: "2026-03-01T00:00:00Z"),
      sample.list(.suspension, asOf: "2026-03-01T00:00:00Z"),
    ]
    for lists in [[], [revocation], [sample.list(.suspension)], older] {
      let known = Trust(keys: sample.keys, lists: lists).status(of: Sample.credential(), at: now)
      #expect(known.status == .unknown)
      #expect(known.asOf == nil)
    }
    let both = [
      sample.list(.revocation, set: [94_567], asOf: "2026-01-01T00:00:00Z"), revocation,
      sample.list(.suspension),
    ]
    let latest = Trust(keys: sample.keys, lists: both).status(of: Sample.credential(), at: now)
    #expect(latest.status == .inForce, "the latest list counts")
  }

  @Test func aTrustFileIsReadAsItWasWritten() throws {
    let sample = try Sample()
    let tokens = try [sample.list(.revocation, set: [5]), sample.list(.suspension)].map {
      try SignedToken.sign($0.payload(), as: .statusList, with: sample.pair, named: Sample.keyName)
    }
    let written = try TrustFile(
      madeAt: Sample.instant("2026-06-30T12:00:00Z"), keys: sample.keys, statusTokens: tokens)
    let read = try TrustFile(json: written.json())
    #expect(read.trust.keys == sample.keys)
    #expect(read.trust.lists == [sample.list(.revocation, set: [5]), sample.list(.suspension)])
    #expect(read.madeAt == written.madeAt)
    let text = String(decoding: try written.json(), as: UTF8.self)
    for (found, replacement) in [
      ("\"registrarTrust\": 1", "\"registrarTrust\": 2"), ("\"madeAt\"", "\"made\""),
      ("\"keySet\"", "\"keys\""),
      ("\"statusLists\"", "\"lists\""), ("\"kty\": \"RSA\"", "\"kty\": \"oct\""), ("\"RS256\"", "\"ES256\""),
      ("\"e\": \"AQAB\"", "\"e\": \"AQAB\", \"d\": \"AQAB\""),
    ] {
      #expect(text.contains(found))
      #expect(throws: TrustFault.self) {
        try TrustFile(json: Array(text.replacing(found, with: replacement).utf8))
      }
    }
    let other = try Sample()
    #expect(throws: TokenFault.signatureWrong) {
      try TrustFile(madeAt: written.madeAt, keys: other.keys, statusTokens: tokens)
    }
  }
}
