import Catalogue
import Certification
import ContentPackaging
import Enrolment
import OpenBadges
import Operations
import People
import Testing
import Values

/// “Prerequisites: holds certificate of scheme X in force.” TEST-CERT is what ADVANCED requires, on the same course.
@Suite("What a scheme requires") struct PrerequisiteTests {
  private let house: House
  private let scene: Scene
  private let advanced: SchemeCode

  init() throws {
    house = try House()
    scene = try Scene(house)
    advanced = try #require(SchemeCode("ADVANCED"))
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    _ = try house.perform(
      AddScheme(
        code: advanced, titles: LocalizedText("Advanced"), issuer: .code(#require(PartyCode("TEST-MEMBER"))),
        rules: try rules(requiring: [scene.scheme])))
  }

  private func rules(requiring schemes: [SchemeCode]) throws -> AddScheme.Rules {
    .init(
      kind: .completion, course: .code(try #require(CourseCode("Origin-of-goods"))), minimumScore: nil,
      prerequisites: schemes.map { .code($0) }, validity: .unlimited, timeZone: "UTC")
  }

  private func award(_ scheme: SchemeCode) throws -> Certificate {
    try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scheme))).certificate
  }

  private func change(_ certificate: Certificate, _ decision: ChangeCertificate.Decision) throws {
    _ = try house.perform(
      ChangeCertificate(certificate: certificate.number.text, decision: decision, reason: "an inquiry"))
  }

  private func refusal() -> String? {
    do {
      _ = try award(advanced)
      return nil
    } catch {
      return (error as? AwardRefused)?.explanation.message
    }
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let decisions: [ChangeCertificate.Decision]?
    let refusal: String?
  }

  @Test(
    "An award waits for what is required",
    arguments: [
      Row(
        testDescription: "none", decisions: nil,
        refusal: "not eligible because there is no certificate of scheme TEST-CERT, which is required"),
      Row(testDescription: "in force", decisions: [], refusal: nil),
      Row(
        testDescription: "suspended", decisions: [.suspend],
        refusal:
          "not eligible because certificate TEST-CERT-2026-000001 of scheme TEST-CERT, which is required, is suspended"
      ),
      Row(testDescription: "reinstated", decisions: [.suspend, .reinstate], refusal: nil),
      Row(
        testDescription: "revoked", decisions: [.revoke],
        refusal:
          "not eligible because certificate TEST-CERT-2026-000001 of scheme TEST-CERT, which is required, is revoked"
      ),
    ])
  func waits(row: Row) throws {
    if let decisions = row.decisions {
      let base = try award(scene.scheme)
      for decision in decisions { try change(base, decision) }
    }
    #expect(refusal() == row.refusal)
  }

  @Test func oneThatHasExpiredIsNotInForce() throws {
    _ = try award(scene.scheme)
    try house.clock.set("2027-03-02T09:00:00Z")
    let message = try #require(refusal())
    #expect(message.hasSuffix("TEST-CERT-2026-000001 of scheme TEST-CERT, which is required, is expired"))
  }

  @Test func itIsToldAndComesOutTheSame() throws {
    _ = try award(scene.scheme)
    let certificate = try award(advanced)
    let told = try house.answer(ExplainCertificate(certificate: certificate.number.text))
    #expect(told.rule.contains("it requires a certificate of scheme TEST-CERT in force; "))
    #expect(
      told.decision
        == "eligible because enrolment \(scene.enrolment) is completed; "
        + "certificate TEST-CERT-2026-000001 of scheme TEST-CERT is in force")
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
  }

  /// The end of what was required takes nothing from what was earned while it held; that it was revoked does.
  @Test func onlyARevocationCastsDoubt() throws {
    let base = try award(scene.scheme)
    let certificate = try award(advanced)
    func doubt() throws -> String? {
      try house.answer(ShowCertificate(certificate: certificate.number.text)).doubt?.reasons.first?.sentence
    }
    #expect(try doubt() == nil)
    try change(base, .suspend)
    #expect(try doubt() == nil)
    try change(base, .revoke)
    #expect(
      try doubt()
        == "certificate TEST-CERT-2026-000001 of scheme TEST-CERT, which is required, is revoked")
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
  }

  @Test func aReplacementThatWasRevokedCastsDoubtToo() throws {
    let base = try award(scene.scheme)
    let certificate = try award(advanced)
    let replacement = try house.perform(
      ReplaceCertificate(certificate: base.number.text, reason: "change of name"))
    try change(replacement, .revoke)
    let doubt = try house.answer(ShowCertificate(certificate: certificate.number.text)).doubt
    #expect(doubt?.reasons.count == 1)
  }

  @Test func aCircleIsRefused() throws {
    #expect(throws: PrerequisiteCircle.self) {
      try house.perform(
        ReviseScheme(scheme: .code(scene.scheme), rules: try rules(requiring: [advanced])))
    }
    #expect(throws: PrerequisiteCircle.self) {
      try house.perform(ReviseScheme(scheme: .code(advanced), rules: try rules(requiring: [advanced])))
    }
    #expect(try house.answer(ShowScheme(.code(scene.scheme))).versions.count == 1)
  }

  @Test(
    "A file is told what it requires wrongly",
    arguments: [
      ("NOWHERE", ["scheme.prerequisite.unknown"]), ("ADVANCED", ["scheme.prerequisite.circle"]),
      ("TEST-CERT", ["scheme.prerequisite.circle"]),
    ])
  func importing(required: String, findings: [String]) throws {
    let text = """
      <scheme xmlns="urn:registrar:scheme:1" code="TEST-CERT" issuer="TEST-MEMBER">
        <title>Origin of goods</title>
        <version number="1" kind="achievement" course="Origin-of-goods" validity-months="12" time-zone="UTC"/>
        <version number="2" kind="completion" course="Origin-of-goods" time-zone="UTC"><requires scheme="\(required)"/></version>
      </scheme>
      """
    let report = try house.registrar.importScheme(Array(text.utf8), name: "x.xml", as: .owner)
    #expect(report.findings.map(\.code.identifier) == findings)
    #expect(!report.isAccepted)
  }

  @Test func aDraftThatRequiresMoreTellsWhoWouldLose() throws {
    let text = """
      <scheme xmlns="urn:registrar:scheme:1" code="TEST-CERT" issuer="TEST-MEMBER">
        <title>Origin of goods</title>
        <version number="1" kind="achievement" course="Origin-of-goods" validity-months="12" time-zone="UTC"/>
        <version number="2" kind="achievement" course="Origin-of-goods" time-zone="UTC"><requires scheme="OTHER"/></version>
      </scheme>
      """
    _ = try house.perform(
      AddScheme(
        code: #require(SchemeCode("OTHER")), titles: LocalizedText("Other"),
        issuer: .code(#require(PartyCode("TEST-MEMBER"))), rules: try rules(requiring: [])))
    let answer = try house.registrar.whatIf(Array(text.utf8), name: "x.xml", as: .owner)
    #expect(
      answer.lost.map(\.draft.sentence)
        == ["not eligible because there is no certificate of scheme OTHER, which is required"])
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let written = try house.answer(ExportScheme(.code(advanced)))
    let report = try house.registrar.importScheme(written, name: "x.xml", as: .owner)
    #expect(report.isAccepted && report.addedVersions.isEmpty)
    #expect(String(decoding: written, as: UTF8.self).contains("<requires scheme=\"TEST-CERT\"/>"))
  }

  /// Comprehensive Learner Record 2.0, `Association`: what was required `precedes` what requires it.
  @Test func aTranscriptTellsWhatWasRequired() throws {
    let (first, second) = (try award(scene.scheme), try award(advanced))
    let token = try house.registrar.transcript(
      of: first.person, asOf: nil, signsPending: true, as: .owner)
    let record = try house.answer(ReadTrust()).learnerRecord(in: token)
    #expect(record.entries.map(\.credential.number) == [first.number.text, second.number.text])
    #expect(
      record.precedences == [
        .init(
          required: record.entries[0].credential.achievement,
          requiring: record.entries[1].credential.achievement)
      ])
    #expect(record.precedences.first?.required.hasSuffix("/credentials/schemes/\(first.scheme)/1") == true)
    try change(second, .revoke)
    let later = try house.answer(ReadTrust()).learnerRecord(
      in: house.registrar.transcript(of: first.person, asOf: nil, signsPending: true, as: .owner))
    #expect(later.precedences.isEmpty)
  }
}
