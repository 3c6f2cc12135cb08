import Assessment
import Catalogue
import Certification
import Enrolment
import Operations
import People
import SQLiteStore
import Testing
import Values

/// A certificate whose evidence was taken back stays in force until people decide, and is told wherever they look.
@Suite struct DoubtTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reason: String
    /// Takes the evidence back; what the answer tells, where it tells of doubts.
    let takeBack: @Sendable (EarnedCertificate) throws -> [CertificateDoubt]?
  }

  static let rows = [
    Row(
      testDescription: "corrected to a fail", reason: "the enrolment is not completed (it is started)",
      takeBack: { try $0.correct(to: "0.5").doubts }),
    Row(
      testDescription: "corrected to another pass",
      reason: "no record that holds gives the score 0.9 that it states",
      takeBack: { try $0.correct(to: "0.8").doubts }),
    Row(
      testDescription: "annulled", reason: "the enrolment is not completed (it is started)",
      takeBack: {
        try $0.house.perform(AnnulResult(result: $0.result, reason: "the task was known")).doubts
      }),
    Row(
      testDescription: "marked otherwise by a second assessor",
      reason: "the enrolment is not completed (it is started)",
      takeBack: {
        try $0.house.perform(
          MarkSecond(
            result: $0.result, basis: .scored(Score(scaled: ExactDecimal("0.5"))),
            assessedOn: $0.house.clock.now.dayInUTC)
        ).doubts
      }),
  ]

  @Test("is told by the change, by the check, in the list and beside the certificate", arguments: rows)
  func isTold(row: Row) throws {
    let earned = try EarnedCertificate(score: "0.9")
    #expect(try earned.warnings == [])
    let told = try row.takeBack(earned)
    let number = earned.certificate.number
    #expect(told?.map(\.certificate) == [number])
    let sentence =
      "certificate \(number) is in force on evidence that no longer holds (\(row.reason)); "
      + "suspend or revoke it"
    #expect(told?.map(\.sentence) == [sentence])
    #expect(try earned.warnings == [.init(kind: "certificate", message: sentence)])
    let listed = try earned.house.answer(ListCertificates(inDoubt: true))
    #expect(listed.items.map { $0.doubt?.sentence } == [sentence])
    #expect(try earned.house.answer(ShowCertificate(certificate: number.text)).doubt?.sentence == sentence)
    #expect(try earned.state == .issued, "people decide")
  }

  @Test func aVoidedStatementIsNoEvidence() throws {
    let house = try House()
    let scene = try Scene(house)
    try scene.send(verb: "completed")
    let passed = try scene.send(verb: "passed", scaled: "0.9")
    _ = try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)))
    try scene.void(passed)
    let listed = try house.answer(ListCertificates(inDoubt: true))
    #expect(
      listed.items.map { $0.doubt?.reasons.map(\.sentence) }
        == [["the enrolment is not completed (it is started)"]])
  }

  @Test func onceItIsDecidedNobodyIsAsked() throws {
    for decision in [ChangeCertificate.Decision.suspend, .revoke] {
      let earned = try EarnedCertificate(score: "0.9")
      _ = try earned.correct(to: "0.5")
      _ = try earned.change(decision)
      #expect(try earned.warnings == [])
      #expect(try earned.house.answer(ListCertificates(inDoubt: true)).items.isEmpty)
      #expect(try earned.correct(to: "0.6", of: earned.latestResult()).doubts == [])
    }
  }

  @Test func whatIsCorrectedBackIsEvidenceAgain() throws {
    let earned = try EarnedCertificate(score: "0.9")
    _ = try earned.correct(to: "0.5")
    #expect(try earned.correct(to: "0.9", of: earned.latestResult()).doubts == [])
    #expect(try earned.warnings == [])
  }

  @Test func aListOfDoubtsHasPages() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let course = try #require(try earned.house.answer(ListCourses()).items.first)
    for number in 1...4 {
      let scheme = try #require(SchemeCode("MORE-\(number)"))
      _ = try earned.house.perform(
        AddScheme(
          code: scheme, titles: LocalizedText("More"), issuer: .code(#require(PartyCode("TEST-MEMBER"))),
          rules: .init(
            kind: number == 2 ? .attendance : .completion, course: .id(course.id), minimumScore: nil,
            validity: .unlimited, timeZone: "UTC")))
      _ = try earned.house.perform(Award(enrolment: earned.scene.enrolment, scheme: .code(scheme)))
    }
    _ = try earned.correct(to: "0.5")
    var numbers: [String] = []
    var request: PageRequest? = PageRequest(limit: 2)
    while let page = request {
      let found = try earned.house.answer(ListCertificates(inDoubt: true, page: page))
      numbers += found.items.map(\.certificate.number.text)
      request = found.next.map { PageRequest(after: $0, limit: 2) }
    }
    #expect(
      numbers == [
        "MORE-4-2026-000001", "MORE-3-2026-000001", "MORE-1-2026-000001", "TEST-CERT-2026-000001",
      ], "who attended still did")
  }
}

extension EarnedCertificate {
  /// What the check warns of. It finds no fault.
  fileprivate var warnings: [CheckReport.Fault] {
    get throws {
      let report = try house.registrar.check(databaseFaults: house.store.faults(), as: .owner)
      #expect(report.faults == [])
      return report.warnings
    }
  }

  fileprivate func latestResult() throws -> AssessmentResultID {
    let results = try house.answer(ShowEnrolment(scene.enrolment)).results
    return try #require(AssessmentRule.inForce(results).last).id
  }

  fileprivate func correct(to score: String, of result: AssessmentResultID) throws -> RecordedResult {
    try house.perform(
      CorrectResult(result: result, basis: .scored(Score(scaled: ExactDecimal(score))), reason: "misread"))
  }
}
