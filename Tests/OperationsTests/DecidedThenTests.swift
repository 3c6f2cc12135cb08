import Assessment
import Catalogue
import Certification
import Enrolment
import Operations
import Testing
import Values

/// “Decisions are a pure function of records and scheme version, cite evidence and rule, and are never overwritten.”
@Suite("A decision on a certificate, made again") struct DecidedThenTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let afterwards: @Sendable (EarnedCertificate) throws -> Void
  }

  static let rows = [
    Row(testDescription: "nothing more is recorded", afterwards: { _ in }),
    Row(testDescription: "the result is corrected to a fail", afterwards: { _ = try $0.correct(to: "0.5") }),
    Row(
      testDescription: "the result is corrected to another pass",
      afterwards: { _ = try $0.correct(to: "0.8") }),
    Row(
      testDescription: "the result is annulled",
      afterwards: {
        _ = try $0.house.perform(AnnulResult(result: $0.result, reason: "the task was known"))
      }),
    Row(testDescription: "the certificate is revoked", afterwards: { _ = try $0.change(.revoke) }),
    Row(
      testDescription: "the certificate is replaced",
      afterwards: { _ = try $0.replace() }),
    Row(
      testDescription: "the scheme is given stricter rules",
      afterwards: {
        let course = try #require(try $0.house.answer(ListCourses()).items.first)
        _ = try $0.house.perform(
          ReviseScheme(
            scheme: .code($0.scene.scheme),
            rules: .init(
              kind: .achievement, course: .id(course.id), minimumScore: ExactDecimal("0.95"),
              validity: .months(12), timeZone: "UTC")))
      }),
  ]

  @Test("comes out as it was recorded, whatever was recorded afterwards", arguments: rows)
  func comesOutTheSame(row: Row) throws {
    let earned = try EarnedCertificate(score: "0.9")
    try row.afterwards(earned)
    let recomputation = try earned.house.registrar.recomputeCertificates(as: .owner)
    #expect(recomputation.differences == [])
    #expect(recomputation.decisions >= 1)
  }

  /// What takes a certificate's place says what that one said, whatever was heard in between.
  @Test func aReplacementIsJudgedAsTheFirstWas() throws {
    let house = try House()
    let scene = try Scene(house)
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    let first = try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme))).certificate
    try scene.send(verb: "passed", scaled: "0.95")
    let second = try house.perform(
      ReplaceCertificate(certificate: first.number.text, reason: "a marriage"))
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    let explanation = try house.answer(ExplainCertificate(certificate: second.number.text))
    #expect(explanation.evidence.filter { $0.says.contains("0.95") }.isEmpty)
  }

  @Test func aStatementThatWasVoidedAfterwardsStillCounts() throws {
    let house = try House()
    let scene = try Scene(house)
    try scene.send(verb: "completed")
    let passed = try scene.send(verb: "passed", scaled: "0.9")
    _ = try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)))
    try scene.void(passed)
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    let number = try #require(try house.answer(ListCertificates()).items.first).certificate.number.text
    let explanation = try house.answer(ExplainCertificate(certificate: number))
    #expect(
      explanation.evidence.map { "\($0.source.kind): \($0.says)" } == [
        "statement: completed, in activity \(scene.lesson)",
        "statement: passed, with 0.9, in activity \(scene.lesson)",
        "enrolment: the enrolment is enrolled",
        "enrolment: the enrolment is started, attended",
        "enrolment: the enrolment is completed, attended, passed",
      ])
    #expect(explanation.doubt != nil)
  }

  @Test func isExplained() throws {
    let earned = try EarnedCertificate(score: "0.9")
    let explanation = try earned.house.answer(
      ExplainCertificate(certificate: earned.certificate.code.description))
    let enrolment = earned.scene.enrolment
    #expect(
      explanation.decision
        == "eligible because enrolment \(enrolment) is completed; enrolment \(enrolment) is passed")
    #expect(
      explanation.rule
        == "version 1 of scheme TEST-CERT attests achievement: to whoever completed course Origin-of-goods and passed it "
        + "by its own rule; it holds for 12 months, by the days of UTC")
    #expect(explanation.evidence.contains { $0.source == .result(earned.result) })
    #expect(explanation.transitions.map(\.to) == [.issued])
    #expect(explanation.doubt == nil)
  }
}

extension CertificateExplanation.Evidence.Source {
  fileprivate var kind: String {
    switch self {
    case .result: "result"
    case .statement: "statement"
    case .change: "enrolment"
    }
  }
}
