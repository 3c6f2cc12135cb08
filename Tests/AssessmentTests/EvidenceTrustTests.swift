import Assessment
import Enrolment
import People
import Testing
import Values

/// “Minimum evidence trust (self-reported, server-scored, proctored, observed, double-marked).”
@Suite struct EvidenceTrustTests {
  private static let one = PersonID(UUID(high: 0, low: 1))
  private static let other = PersonID(UUID(high: 0, low: 2))

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var basis = AssessmentResult.Basis.observed(.satisfactory)
    var isProctored = false
    var assessor: PersonID?
    /// The second mark: who gave it, and what it comes to.
    var second: (PersonID?, AssessmentResult.Outcome)?
    let trust: EvidenceTrust
  }

  static let rows = [
    Row(testDescription: "observed by nobody in particular", trust: .serverScored),
    Row(testDescription: "watched over, observed by nobody", isProctored: true, trust: .proctored),
    Row(testDescription: "observed", assessor: one, trust: .observed),
    Row(testDescription: "scored", basis: score, assessor: one, trust: .serverScored),
    Row(testDescription: "scored, watched over", basis: score, isProctored: true, trust: .proctored),
    Row(
      testDescription: "marked alike by two", assessor: one, second: (other, .passed), trust: .doubleMarked),
    Row(testDescription: "twice by the same", assessor: one, second: (one, .passed), trust: .observed),
    Row(testDescription: "the second is nobody", assessor: one, second: (nil, .passed), trust: .observed),
    Row(testDescription: "the first is nobody", second: (other, .passed), trust: .serverScored),
    Row(
      testDescription: "the second was annulled", assessor: one, second: (other, .annulled),
      trust: .observed),
  ]

  private static let score: AssessmentResult.Basis =
    (try? Score(scaled: ExactDecimal("0.9"))).map { .scored($0) } ?? .annulled

  @Test("How far a result can be trusted", arguments: rows)
  func trust(row: Row) throws {
    let first = try result(1, row.basis, .passed, row.assessor, isProctored: row.isProctored)
    let second = try row.second.map { try result(2, row.basis, $0.1, $0.0, seconds: first.id) }
    let counted = AssessmentRule.counted([first] + [second].compactMap(\.self))
    #expect(counted.map(\.trust) == [row.trust])
  }

  @Test func theLevelsAreInTheOrderTheyAreNamed() {
    #expect(EvidenceTrust.allCases.sorted() == EvidenceTrust.allCases)
    #expect(EvidenceTrust.selfReported < .serverScored && EvidenceTrust.observed < .doubleMarked)
  }

  private func result(
    _ number: UInt64, _ basis: AssessmentResult.Basis, _ outcome: AssessmentResult.Outcome,
    _ assessor: PersonID?, isProctored: Bool = false, seconds: AssessmentResultID? = nil
  ) throws -> AssessmentResult {
    AssessmentResult(
      id: AssessmentResultID(UUID(high: 1, low: number)), enrolment: EnrolmentID(UUID(high: 2, low: 1)),
      activity: nil, attempt: 1, isProctored: isProctored, basis: basis, outcome: outcome,
      assessedOn: try #require(Day("2026-03-02")),
      recordedAt: Instant(microseconds: Int64(number)), correction: nil, assessor: assessor, seconds: seconds)
  }
}
