import Catalogue
import Certification
import Enrolment
import Testing
import Values

/// What stands against a certificate that was awarded for a completion with a pass, or for a score of 0.8.
@Suite struct CertificateDoubtTests {
  private static let asked = ExactDecimal("0.8")
  private static let low = try? Score(scaled: ExactDecimal("0.5"))
  private static let high = try? Score(scaled: ExactDecimal("0.9"))

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var kind = SchemeVersion.Kind.achievement
    var asked: ExactDecimal?
    var state = EnrolmentState.completed
    var hasAttended = true
    var isPassed = true
    var score: Score?
    var stated: String?
    var bearsScore = true
    let reasons: [Eligibility.Reason]
  }

  static let rows = [
    Row(testDescription: "all holds", reasons: []),
    Row(testDescription: "the pass is gone", isPassed: false, reasons: [.notPassed]),
    Row(
      testDescription: "the completion is gone", state: .started, isPassed: false,
      reasons: [.notCompleted(.started)]),
    Row(testDescription: "corrected to failed", state: .failed, reasons: [.notCompleted(.failed)]),
    Row(testDescription: "the score reaches", asked: asked, score: high, stated: "0.9", reasons: []),
    Row(
      testDescription: "no record gives the score it states", asked: asked, score: high, stated: "0.85",
      bearsScore: false, reasons: [.scoreWithdrawn("0.85")]),
    Row(
      testDescription: "another score counts, the one stated holds", asked: asked, score: high,
      stated: "0.85", reasons: []),
    Row(
      testDescription: "the score no longer reaches: that says it all", asked: asked, score: low,
      stated: "0.9", bearsScore: false, reasons: low.map { [.scoreTooLow($0, asked: known)] } ?? []),
    Row(testDescription: "attended", kind: .attendance, state: .failed, reasons: []),
    Row(
      testDescription: "never came after all", kind: .attendance, state: .noShow, hasAttended: false,
      reasons: [.notAttended(.noShow)]),
  ]

  private static var known: ExactDecimal { asked ?? ExactDecimal(0) }

  @Test("What stands against it", arguments: rows)
  func doubt(row: Row) throws {
    let certificate = try certificate(row)
    // That it is in force itself is no reason against it.
    let records = CertificationRecords(
      enrolment: certificate.enrolment, course: Self.course, state: row.state,
      facts: EnrolmentFacts(hasAttended: row.hasAttended, isPassed: row.isPassed),
      score: row.score, certificateInForce: certificate.number)
    let version = try SchemeVersion(
      number: 1, kind: row.kind, course: Self.course, minimumScore: row.asked, validity: .unlimited,
      timeZone: "UTC")
    let doubt = version.doubt(on: certificate, by: records, bearsScore: row.bearsScore)
    #expect(doubt?.reasons ?? [] == row.reasons)
    #expect(doubt == nil || doubt?.certificate == certificate.number)
  }

  private static let course = CourseID(UUID(high: 0, low: 2))

  private func certificate(_ row: Row) throws -> Certificate {
    let day = try #require(Day("2026-03-02"))
    let facts = CertifiedFacts(
      holder: "A. Learner", kind: row.kind, scheme: LocalizedText("T"), course: LocalizedText("C"),
      session: try #require(SessionCode("S-1")), sessionDays: try #require(DayRange(from: day, to: day)),
      score: row.stated, issuer: "S", issuedOn: day, lastDay: nil, timeZone: "UTC")
    return Certificate(
      id: CertificateID(UUID(high: 0, low: 1)), number: CertificateNumber(recorded: "T-2026-000001"),
      code: VerificationCode(random: UUID(high: 0, low: 1)), person: .init(UUID(high: 0, low: 3)),
      scheme: SchemeID(UUID(high: 0, low: 4)), schemeVersion: 1,
      enrolment: EnrolmentID(UUID(high: 0, low: 5)), facts: facts, decidedState: .issued)
  }
}
