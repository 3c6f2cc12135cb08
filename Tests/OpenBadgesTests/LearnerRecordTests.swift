import Cryptography
import JSON
import Testing
import Values
@testable import OpenBadges

/// Transcripts: one credential around those of the certificates.
@Suite struct LearnerRecordTests {
  private let sample: Sample

  init() throws {
    sample = try Sample(.p256)
  }

  private func entry(
    _ credential: AchievementCredential, _ standing: LearnerRecord.Standing = .issued
  ) throws -> LearnerRecord.Entry {
    LearnerRecord.Entry(token: try sample.token(credential), credential: credential, standing: standing)
  }

  private func record(house: String = Sample.house, isPartial: Bool = false) throws -> LearnerRecord {
    LearnerRecord(
      address: "\(house)/transcripts/1", issuer: "\(house)/issuer", issuerName: "Example Keeper",
      subject: Sample.credential().subject, holder: "Example Officer",
      asOf: Sample.instant("2026-06-30T12:00:00Z"), isPartial: isPartial,
      entries: [
        try entry(Sample.credential(), .expired),
        try entry(Sample.credential(holder: "Officer Before", score: nil, position: 7), .suspended),
      ],
      precedences: [
        .init(required: "\(house)/schemes/1/1", requiring: "\(house)/schemes/2/1")
      ])
  }

  private func token(_ record: LearnerRecord) throws -> [UInt8] {
    try token(of: record.payload)
  }

  private func token(of payload: [UInt8]) throws -> [UInt8] {
    try SignedToken.sign(payload, as: .credential, with: sample.pair, named: Sample.keyName)
  }

  @Test func whatIsWrittenIsRead() throws {
    for isPartial in [false, true] {
      let record = try record(isPartial: isPartial)
      #expect(try sample.trust().learnerRecord(in: token(record)) == record)
    }
  }

  /// The names of Comprehensive Learner Record 2.0: its context and that of Open Badges, `ClrCredential`, `ClrSubject`,
  /// `Association`; and those that its schema needs of each `VerifiableCredential`.
  @Test func theNamesAreThoseOfTheSpecification() throws {
    let root = try JSONDocument(record().payload).root
    #expect(
      texts(root["@context"]) == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      ])
    #expect(texts(root["type"]) == ["VerifiableCredential", "ClrCredential"])
    #expect(root["partial"]?.boolean == false)
    #expect(root["validFrom"]?.string == "2026-06-30T12:00:00Z")
    #expect(root["nbf"]?.number?.text == "1782820800")
    #expect(root["exp"] == nil)
    let subject = try #require(root["credentialSubject"])
    #expect(texts(subject["type"]) == ["ClrSubject"])
    #expect(root["sub"]?.string == subject["id"]?.string)
    let association = try #require(subject["association"]?.elements?.map(\.self).first)
    #expect(association["type"]?.string == "Association")
    #expect(association["associationType"]?.string == "precedes")
    #expect(association["sourceId"]?.string == "https://records.example/credentials/schemes/1/1")
    #expect(association["targetId"]?.string == "https://records.example/credentials/schemes/2/1")
    let entries = try #require(subject["verifiableCredential"]?.elements).map(\.self)
    #expect(entries.count == 2)
    for entry in entries {
      #expect(texts(entry["@context"]) == ["https://www.w3.org/ns/credentials/v2"])
      #expect(texts(entry["type"]) == ["VerifiableCredential", "EnvelopedVerifiableCredential"])
      #expect(entry["id"]?.string?.hasPrefix("data:application/vc+jwt,ey") == true)
      #expect(entry["issuer"]?.string == "https://records.example/credentials/issuers/1")
      #expect(entry["validFrom"]?.string == "2026-03-02T09:00:00Z")
      #expect(entry["credentialSubject"]?["id"]?.string == subject["id"]?.string)
    }
  }

  @Test(
    arguments: [
      (#""iss":"#, #""iss":"x","y":"#, CredentialFault.claimDiffers("iss")),
      (#""jti":"#, #""jti":"x","y":"#, .claimDiffers("jti")),
      (#""nbf":1782820800"#, #""nbf":1782820801"#, .claimDiffers("nbf")),
      (#""nbf":1782820800"#, #""nbf":1782820800,"exp":1782820801"#, .claimDiffers("exp")),
      (#""ClrCredential""#, #""Other""#, .otherKind),
      (#""partial":false"#, #""partial":"no""#, .unusable("partial")),
      (#""partial":false,"#, "", .missing("partial")),
      (#""associationType":"precedes""#, #""associationType":"isPeerOf""#, .unusable("associationType")),
      (#""verifiableCredential":"#, #""y":"#, .missing("verifiableCredential")),
      (
        #""id":"data:application/vc+jwt,"#, #""id":"data:application/jwt,"#, .unusable("verifiableCredential")
      ),
      (#""value":"expired""#, #""value":"revoked""#, .unusable("result")),
      // What stands beside a credential in it is not what that says.
      (#""issuer":"https://records.example/credentials/issuers/1""#, #""issuer":"x""#, .entryDiffers),
      (#""validFrom":"2026-03-02T09:00:00Z""#, #""validFrom":"2026-03-02T09:00:01Z""#, .entryDiffers),
    ])
  func whatDoesNotAgreeIsRefused(found: String, replacement: String, fault: CredentialFault) throws {
    let text = String(decoding: try record().payload, as: UTF8.self)
    #expect(text.contains(found))
    let altered = text.replacing(found, with: replacement, maxReplacements: 1)
    let token = try token(of: Array(altered.utf8))
    #expect(throws: fault) { try sample.trust().learnerRecord(in: token) }
  }

  @Test func everyCertificateInItIsOfItsHolder() throws {
    let payload = String(decoding: try record().payload, as: UTF8.self)
    let subject = Sample.credential().subject
    let altered = payload.replacing(
      #""credentialSubject":{"id":"\#(subject)","type":["ClrSubject"]"#,
      with: #""credentialSubject":{"id":"urn:uuid:other","type":["ClrSubject"]"#
    ).replacing(#""sub":"\#(subject)""#, with: #""sub":"urn:uuid:other""#)
    let token = try token(of: Array(altered.utf8))
    #expect(throws: CredentialFault.entryOfAnother) { try sample.trust().learnerRecord(in: token) }
  }

  /// A certificate that somebody else signed is not made true by the transcript around it.
  @Test func everyCertificateInItIsVerifiedByItself() throws {
    let other = try Sample(.p256)
    let forged = LearnerRecord.Entry(
      token: try other.token(), credential: Sample.credential(), standing: .issued)
    let sound = try record()
    let record = LearnerRecord(
      address: sound.address, issuer: sound.issuer, issuerName: sound.issuerName, subject: sound.subject,
      holder: sound.holder, asOf: sound.asOf, isPartial: false, entries: sound.entries + [forged],
      precedences: [])
    let token = try token(record)
    #expect(throws: TokenFault.signatureWrong) { try sample.trust().learnerRecord(in: token) }
  }

  @Test func aKeySignsForItsOwnHouse() throws {
    let token = try token(record(house: "https://other.example/credentials"))
    #expect(throws: CredentialFault.keyOfOther) { try sample.trust().learnerRecord(in: token) }
  }

  /// What one kind of token says is never taken for the other.
  @Test func aTranscriptIsNoCertificate() throws {
    let (transcript, certificate) = (try token(record()), try sample.token())
    #expect(throws: CredentialFault.otherKind) { try sample.trust().credential(in: transcript) }
    #expect(throws: CredentialFault.otherKind) { try sample.trust().learnerRecord(in: certificate) }
  }

  private func texts(_ value: JSONValue?) -> [String?]? {
    value?.elements.map { $0.map(\.string) }
  }
}
