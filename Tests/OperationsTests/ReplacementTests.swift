import Assessment
import Certification
import Enrolment
import Operations
import People
import Testing
import Values

/// A replacement says again what was certified: nothing of it may have ended or been taken back meanwhile.
@Suite struct ReplacementTests {
  @Test func oneThatIsSuspendedIsNotReplaced() throws {
    let earned = try EarnedCertificate(score: "0.9")
    _ = try earned.change(.suspend)
    #expect(throws: CertificateState.Refusal.notFrom(.suspended, .replace)) { try earned.replace() }
    #expect(try earned.state == .suspended, "it is as it was")
    _ = try earned.change(.reinstate)
    #expect(try earned.replace().replaces == earned.certificate.id)
  }

  @Test(
    "the evidence must hold",
    arguments: [
      ("0.5", "the enrolment is not completed (it is started)"),
      ("0.85", "no record that holds gives the score 0.9 that it states"),
    ])
  func evidenceThatWasCorrected(score: String, reason: String) throws {
    let earned = try EarnedCertificate(score: "0.9")
    _ = try earned.correct(to: score)
    do {
      _ = try earned.replace()
      Issue.record("replaced on evidence that no longer holds")
    } catch let refused as ReplacementRefused {
      #expect(refused.doubt.reasons.map(\.sentence) == [reason])
      #expect(refused.explanation.category == .conflict)
    }
    #expect(try earned.state == .issued)
  }

  @Test func whatWasAnnulledIsNoEvidence() throws {
    let earned = try EarnedCertificate(score: "0.9")
    _ = try earned.house.perform(AnnulResult(result: earned.result, reason: "the task was known"))
    #expect(throws: ReplacementRefused.self) { try earned.replace() }
  }

  @Test func aBetterScoreLaterTakesNothingBack() throws {
    let earned = try EarnedCertificate(score: "0.9")
    try earned.scene.send(verb: "passed", scaled: "0.95")
    #expect(try earned.replace().facts.score == "0.9")
  }

  @Test func itIsInThePresentNameAndTheNameBeforeStays() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let renamed = try earned.house.perform(
      RenamePerson(person: earned.scene.person, name: "Test Other", reason: "a marriage"))
    #expect(renamed.name == "Test Other")
    #expect(try earned.replace().facts.holder == "Test Other")
    let old = try earned.house.answer(ShowCertificate(certificate: earned.certificate.number.text))
    #expect(old.certificate.facts.holder == "Test Officer" && old.state == .replaced)
    let entry = try #require(
      try earned.house.answer(ReadHistory(filter: HistoryFilter(person: earned.scene.person))).items.first {
        $0.action == "person rename"
      })
    #expect(entry.changes == [FieldChange("name", from: "Test Officer", to: "Test Other")])
    #expect(entry.reason == "a marriage")
  }
}

/// A certificate that a result earned.
struct EarnedCertificate {
  let house: House
  let scene: Scene
  let result: AssessmentResultID
  let certificate: Certificate

  init(score: String) throws {
    house = try House()
    scene = try Scene(house)
    result = try house.perform(
      RecordResult(
        enrolment: scene.enrolment, activity: "1", basis: .scored(Score(scaled: ExactDecimal(score))),
        assessedOn: house.clock.now.dayInUTC)
    ).result.id
    certificate = try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)))
      .certificate
  }

  var state: CertificateState {
    get throws { try house.answer(ShowCertificate(certificate: certificate.number.text)).state }
  }

  func change(_ decision: ChangeCertificate.Decision) throws -> Certificate {
    try house.perform(
      ChangeCertificate(certificate: certificate.number.text, decision: decision, reason: "an inquiry"))
  }

  func replace() throws -> Certificate {
    try house.perform(ReplaceCertificate(certificate: certificate.number.text, reason: "a new name"))
  }

  func correct(to score: String) throws -> RecordedResult {
    try house.perform(
      CorrectResult(result: result, basis: .scored(Score(scaled: ExactDecimal(score))), reason: "misread"))
  }
}
