import Assessment
import People
import Testing
import Values

/// “observer and second observer … sign-off by another person”: 1 was observed, 2 observed, 3 beside.
@Suite struct ObservationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var second: UInt64?
    var secondVerdict: AssessmentResult.Verdict?
    var needsSecond = false
    let signer: UInt64
    let refusal: Observation.Refusal?
  }

  static let rows = [
    Row(testDescription: "another person", signer: 4, refusal: nil),
    Row(testDescription: "who was observed", signer: 1, refusal: .ownSignOff),
    Row(testDescription: "the observer", signer: 2, refusal: .ownSignOff),
    Row(
      testDescription: "the second observer", second: 3, secondVerdict: .satisfactory, signer: 3,
      refusal: .ownSignOff),
    Row(
      testDescription: "two are asked, one observed", needsSecond: true, signer: 4, refusal: .secondMissing),
    Row(
      testDescription: "two are asked, two agree", second: 3, secondVerdict: .satisfactory, needsSecond: true,
      signer: 4, refusal: nil),
    Row(
      testDescription: "two disagree", second: 3, secondVerdict: .unsatisfactory, signer: 4,
      refusal: .observersDisagree),
  ]

  @Test(arguments: rows) func signingOff(row: Row) throws {
    let version = try RubricVersion(
      number: 1, criteria: [RubricTests.criterion("a")], minimumTotal: nil, needsSecond: row.needsSecond)
    let observation = try observed(second: row.second, row.secondVerdict)
    if let refusal = row.refusal {
      #expect(throws: refusal) { try observation.requireSignable(by: id(row.signer), under: version) }
    } else {
      try observation.requireSignable(by: id(row.signer), under: version)
    }
  }

  @Test func nobodyObservesThemselves() {
    #expect(throws: Observation.Refusal.ownPerformance) { try observed(observer: 1) }
    #expect(throws: Observation.Refusal.ownPerformance) { try observed(second: 1, .satisfactory) }
    #expect(throws: Observation.Refusal.sameObserver) { try observed(second: 2, .satisfactory) }
  }

  @Test func whereTwoDisagreeThereIsNoVerdict() throws {
    #expect(try observed().verdict == .satisfactory)
    #expect(try observed(second: 3, .satisfactory).verdict == .satisfactory)
    #expect(try observed(second: 3, .unsatisfactory).verdict == nil)
  }

  private func id<Subject>(_ number: UInt64) -> Identifier<Subject> {
    Identifier(UUID(high: 0, low: number))
  }

  private func observed(
    observer: UInt64 = 2, second: UInt64? = nil, _ secondVerdict: AssessmentResult.Verdict? = nil
  ) throws -> Observation {
    try Observation(
      id: id(9), rubric: id(8), version: 1, person: id(1), session: nil, on: #require(Day("2025-01-01")),
      observer: id(observer), secondObserver: second.map { id($0) }, witness: "", state: .acknowledged,
      firstVerdict: .satisfactory, secondVerdict: secondVerdict, recordedAt: Instant(microseconds: 0))
  }
}
