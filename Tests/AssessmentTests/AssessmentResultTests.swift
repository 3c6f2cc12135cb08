import Assessment
import Catalogue
import Enrolment
import Testing
import Values

@Suite struct AssessmentResultTests {
  @Test(
    "What a result says of progress",
    arguments: [
      (.passed, [.completed, .passed]), (.failed, [.failed]), (.completed, [.completed]),
      (.annulled, [.started]),
    ] as [(AssessmentResult.Outcome, Set<ProgressEvidence.Claim>)])
  func claims(outcome: AssessmentResult.Outcome, claims: Set<ProgressEvidence.Claim>) throws {
    let evidence = try Example.result(7, outcome: outcome, activity: "scored").evidence
    #expect(evidence.claims == claims)
    #expect(evidence.activity == "scored")
    #expect(evidence.score == nil)
    #expect(evidence.recordedAt == Instant(microseconds: 7_000_000))
  }

  @Test("Failing the last attempt is for good", arguments: AssessmentResult.Outcome.allCases, [false, true])
  func lastAttempt(outcome: AssessmentResult.Outcome, isFinal: Bool) throws {
    let version = Example.version()
    let evidence = try Example.result(1, outcome: outcome, isFinal: isFinal).evidence
    let amount = EnrolmentProgress(of: [evidence], on: version)
      .outcome(launches: version.launchesByKey, passRule: version.passRule)
    let expected: CourseOutcome =
      switch outcome {
      case .passed: .completed(passed: true)
      case .failed: isFinal ? .failed : .attemptFailed
      case .completed: .completed(passed: false)
      case .annulled: .started
      }
    #expect(amount == expected)
  }

  @Test func theScoreGoesWithIt() throws {
    let score = try Example.score("80/100")
    #expect(try Example.result(1, basis: .scored(score)).evidence.score == score)
    #expect(try Example.result(1, basis: .scored(score)).evidence.activity == nil)
  }

  /// What the rule derives for a result and what progress derives from its evidence are one verdict.
  @Test("A scored result moves progress as its outcome says", arguments: ["0.8", "0.79", "80/100", "79/100"])
  func outcomeAndProgressAgree(text: String) throws {
    let version = Example.version(passingScore: "0.8")
    let basis = AssessmentResult.Basis.scored(try Example.score(text))
    let outcome = try AssessmentRule(of: version, activity: nil).outcome(of: basis)
    let evidence = try Example.result(1, basis: basis, outcome: outcome).evidence
    let progress = EnrolmentProgress(of: [evidence], on: version)
    #expect((progress.course.success == .passed) == (outcome == .passed))
    #expect((progress.course.success == .failed) == (outcome == .failed))
  }
}
