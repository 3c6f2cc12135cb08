import Cryptography
import JSON
import Testing
import Values
@testable import OpenBadges

/// Credentials of Open Badges, written and read.
@Suite struct CredentialTests {
  @Test func theClaimsMirrorTheCredential() throws {
    let root = try JSONDocument(Sample.credential().payload).root
    #expect(root["iss"]?.string == root["issuer"]?["id"]?.string)
    #expect(root["jti"]?.string == root["id"]?.string)
    #expect(root["sub"]?.string == root["credentialSubject"]?["id"]?.string)
    #expect(root["validFrom"]?.string == "2026-03-02T09:00:00Z")
    #expect(root["nbf"]?.number?.text == "1772442000")
    #expect(root["validUntil"]?.string == "2029-03-02T00:00:00Z")
    #expect(root["exp"]?.number?.text == "1867104000")
    let endless = try JSONDocument(Sample.credential(until: nil).payload).root
    #expect(endless["exp"] == nil)
    #expect(endless["validUntil"] == nil)
  }

  @Test func theContextsAndTypesAreThoseOfTheSpecifications() throws {
    let root = try JSONDocument(Sample.credential().payload).root
    #expect(
      texts(root["@context"]) == [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      ])
    #expect(texts(root["type"]) == ["VerifiableCredential", "OpenBadgeCredential"])
    #expect(texts(root["credentialSubject"]?["type"]) == ["AchievementSubject"])
    #expect(texts(root["credentialSubject"]?["achievement"]?["type"]) == ["Achievement"])
    let status = try #require(root["credentialStatus"]?.elements).map(\.self)
    #expect(status.map { $0["type"]?.string } == ["BitstringStatusListEntry", "BitstringStatusListEntry"])
    #expect(status.map { $0["statusPurpose"]?.string } == ["revocation", "suspension"])
    #expect(status.map { $0["statusListIndex"]?.string } == ["94567", "94567"])
  }

  @Test(
    arguments: [
      Sample.credential(), Sample.credential(score: nil, until: nil, position: 0),
      Sample.credential(holder: "محمد \u{202E}O’Brien \"x\" \\ 李 𝒳", position: 131_071),
      Sample.credential(pages: [
        .init(address: "https://records.example/p/en", digest: [UInt8](repeating: 7, count: 32)),
        .init(address: "https://records.example/p/fr", digest: [UInt8](repeating: 0xFF, count: 32)),
      ]),
    ])
  func whatIsWrittenIsRead(credential: AchievementCredential) throws {
    let sample = try Sample(.p256)
    #expect(try sample.trust().credential(in: sample.token(credential)) == credential)
    #expect(credential.payload == credential.payload)
  }

  /// Open Badges 3.0, “Verify a Credential VC-JWT Signature”: each claim is there and is the credential's.
  @Test(
    arguments: [
      (#""iss":"#, #""iss":"x","y":"#, CredentialFault.claimDiffers("iss")),
      (#""jti":"#, #""jti":"x","y":"#, .claimDiffers("jti")),
      (#""sub":"#, #""sub":"x","y":"#, .claimDiffers("sub")),
      (#""nbf":1772442000"#, #""nbf":1772442001"#, .claimDiffers("nbf")),
      (#""nbf":1772442000"#, #""nbf":"1772442000""#, .claimDiffers("nbf")),
      (#""exp":1867104000"#, #""exp":1867104001"#, .claimDiffers("exp")),
      (#","exp":1867104000"#, "", .claimDiffers("exp")),
      (#""iss":"#, #""y":"#, .missing("iss")), (#""sub":"#, #""y":"#, .missing("sub")),
      (#""OpenBadgeCredential""#, #""Other""#, .otherKind),
      (#""statusListIndex":"94567""#, #""statusListIndex":"131072""#, .unusable("credentialStatus")),
      (#""statusListIndex":"94567""#, #""statusListIndex":"-1""#, .unusable("credentialStatus")),
      (#""achievementType":"Certification""#, #""achievementType":"Other""#, .unusable("achievementType")),
      (#""licenseNumber":"#, #""y":"#, .missing("licenseNumber")),
      (#""validFrom":"2026"#, #""validFrom":"x2026"#, .unusable("validFrom")),
    ])
  func whatDoesNotAgreeIsRefused(found: String, replacement: String, fault: CredentialFault) throws {
    let sample = try Sample(.p256)
    let text = String(decoding: Sample.credential().payload, as: UTF8.self)
    #expect(text.contains(found))
    let altered = text.replacing(found, with: replacement, maxReplacements: 1)
    let token = try SignedToken.sign(
      Array(altered.utf8), as: .credential, with: sample.pair, named: Sample.keyName)
    #expect(throws: fault) { try sample.trust().credential(in: token) }
  }

  /// A key that is trusted for one house says nothing of another's.
  @Test func aKeySignsForItsOwnHouse() throws {
    let sample = try Sample(.p256)
    for house in ["https://other.example/credentials", "https://records.example/credentials-2"] {
      let token = try sample.token(Sample.credential(house: house))
      #expect(throws: CredentialFault.keyOfOther) { try sample.trust().credential(in: token) }
    }
  }

  /// Else whoever's key is trusted beside another's could put in force again what the other took back.
  @Test func aKeySignsListsOfItsOwnHouse() throws {
    let sample = try Sample(.p256)
    func file(_ house: String) throws -> TrustFile {
      let token = try SignedToken.sign(
        sample.list(.revocation, house: house).payload(), as: .statusList, with: sample.pair,
        named: Sample.keyName)
      return try TrustFile(
        madeAt: try #require(Instant("2026-07-01T00:00:00Z")), keys: sample.keys, statusTokens: [token])
    }
    #expect(try file(Sample.house).trust.lists.count == 1)
    for house in ["https://other.example/credentials", "https://records.example/credentials-2"] {
      #expect(throws: CredentialFault.keyOfOther) { try file(house) }
    }
  }

  /// What one kind of token says is never taken for the other.
  @Test func aListIsNoCredential() throws {
    let sample = try Sample(.p256)
    let list = try SignedToken.sign(
      sample.list(.revocation).payload(), as: .statusList, with: sample.pair, named: Sample.keyName)
    #expect(throws: CredentialFault.otherKind) { try sample.trust().credential(in: list) }
    let disguised = try SignedToken.sign(
      sample.list(.revocation).payload(), as: .credential, with: sample.pair, named: Sample.keyName)
    #expect(throws: CredentialFault.otherKind) { try sample.trust().credential(in: disguised) }
    #expect(throws: CredentialFault.otherKind) { try StatusList(SignedToken(sample.token())) }
  }

  @Test func anEnvelopeHasOneText() throws {
    let token = try Sample(.p256).token()
    let json = EnvelopedCredential.json(of: token)
    #expect(EnvelopedCredential.token(in: json) == token)
    let root = try JSONDocument(json).root
    #expect(root["type"]?.string == "EnvelopedVerifiableCredential")
    #expect(root["id"]?.string == "data:application/vc+jwt,\(String(decoding: token, as: UTF8.self))")
    for altered in [json + [0x0A], [0x20] + json, Array(json.dropLast()), [], Array("{}".utf8)] {
      #expect(EnvelopedCredential.token(in: altered) == nil)
    }
  }

  private func texts(_ value: JSONValue?) -> [String?]? {
    value?.elements.map { $0.map(\.string) }
  }
}
