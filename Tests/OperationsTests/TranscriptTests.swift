import Certification
import Cryptography
import OpenBadges
import Operations
import Testing
import Values

/// What a person's transcript says as of an instant, and what a file of it is found to be.
@Suite struct TranscriptTests {
  /// Awarded at nine o'clock.
  private let earned: EarnedCertificate

  init() throws {
    earned = try EarnedCertificate(score: "0.9")
  }

  private func transcript(at time: String? = nil) throws -> [UInt8] {
    try earned.house.registrar.transcript(
      of: earned.certificate.person, asOf: time.map { try instant($0) }, signsPending: true, as: .owner)
  }

  private func record(at time: String? = nil) throws -> LearnerRecord {
    let token = try transcript(at: time)
    return try earned.house.answer(ReadTrust()).learnerRecord(in: token)
  }

  private func instant(_ time: String) throws -> Instant { try #require(Instant("2026-03-02T\(time):00Z")) }

  private func setClock(_ time: String) throws { try earned.house.clock.set("2026-03-02T\(time):00Z") }

  private func checked(_ octets: [UInt8]) throws -> CheckedTranscript {
    let file = try AuthenticFile(
      octets, trust: earned.house.answer(ReadTrust()), at: earned.house.clock.now)
    guard case .transcript(let checked) = file else { throw TestSetupFailed(what: "no transcript") }
    return checked
  }

  @Test func itCarriesEachCertificateAsItWasSigned() throws {
    let record = try record()
    let signed = try earned.house.registrar.credential(of: earned.certificate.id)
    #expect(record.entries.map(\.token) == [Array(signed.token.utf8)])
    #expect(record.entries.map(\.standing) == [.issued])
    #expect(record.holder == earned.certificate.facts.holder)
    #expect(record.subject == "urn:uuid:\(earned.certificate.person)")
    #expect(record.issuer == "http://registrar.test/credentials/issuer")
    #expect(record.issuerName == "Registrar at http://registrar.test")
    #expect(!record.isPartial)
    #expect(record.precedences.isEmpty)
  }

  /// States are those of the cut-off, whatever was decided since.
  @Test func itTellsTheStatesOfItsCutOff() throws {
    try setClock("10:00")
    _ = try earned.change(.suspend)
    try setClock("11:00")
    _ = try earned.change(.revoke)
    try setClock("12:00")
    #expect(try record(at: "09:30").entries.map(\.standing) == [.issued])
    #expect(try record(at: "10:30").entries.map(\.standing) == [.suspended])
    #expect(throws: TranscriptRefused.nothingCertified) { try transcript(at: "11:30") }
    #expect(throws: TranscriptRefused.nothingCertified) { try transcript(at: "08:59") }
    #expect(throws: TranscriptRefused.cutOffAhead) { try transcript(at: "12:01") }
  }

  @Test func ofOneThatWasReplacedTheOtherIsInIt() throws {
    try setClock("10:00")
    let new = try earned.replace()
    #expect(try record().entries.map(\.credential.number) == [new.number.text])
    let before = try record(at: "09:30")
    #expect(before.entries.map(\.credential.number) == [earned.certificate.number.text])
  }

  /// Two of one cut-off say the same, whenever they are signed.
  @Test func whatItSaysFollowsFromTheRecords() throws {
    try setClock("10:00")
    let first = try record(at: "09:30")
    _ = try earned.change(.revoke)
    #expect(try record(at: "09:30") == first)
  }

  /// A GET signs nothing: what waits to be signed is told, as it is of the certificate itself.
  @Test func whatIsNotSignedYetIsWaitedFor() throws {
    let registrar = earned.house.registrar
    let person = earned.certificate.person
    #expect(throws: CredentialPending.self) {
      try registrar.transcript(of: person, asOf: nil, signsPending: false, as: .owner)
    }
    try registrar.issueCredentials()
    _ = try registrar.transcript(of: person, asOf: nil, signsPending: false, as: .owner)
  }

  @Test func whatWasTakenBackSinceIsFoundOut() throws {
    let octets = try transcript()
    var found = try checked(octets)
    #expect(found.entries.map(\.status) == [.inForce])
    #expect(!found.isOvertaken)
    _ = try earned.change(.suspend)
    found = try checked(octets)
    #expect(found.entries.map(\.status) == [.suspended])
    #expect(found.isOvertaken)
    let since = try checked(transcript())
    #expect(since.entries.map(\.told.standing) == [.suspended])
    #expect(!since.isOvertaken, "it says itself what was decided")
    _ = try earned.change(.revoke)
    found = try checked(octets)
    #expect(found.entries.map(\.status) == [.ended])
    #expect(found.isOvertaken)
  }

  /// Every single bit of the file decides.
  @Test(arguments: [CheckedFile.Form.jwt, .json])
  func noBitOfAFileCanBeAltered(form: CheckedFile.Form) throws {
    _ = try earned.house.registrar.perform(
      earned.house.registrar.newCredentialKey(.es256, reason: nil), as: .owner)
    let token = try transcript()
    let octets = form == .jwt ? token : EnvelopedCredential.json(of: token)
    let (trust, now) = (try earned.house.answer(ReadTrust()), earned.house.clock.now)
    #expect(try checked(octets).form == form)
    for place in octets.indices {
      var altered = octets
      altered[place] ^= 1 << UInt8(place % 8)
      #expect(throws: FileNotAuthentic.self) { try AuthenticFile(altered, trust: trust, at: now) }
    }
  }
}
