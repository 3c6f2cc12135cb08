import Assessment
import Catalogue
import Enrolment
import Testing
import Values

@Suite struct AssessmentRuleTests {
  @Test(
    "Which score is to be reached: the course's, or an activity's",
    arguments: [
      (nil, "0.8", "0.8"), (nil, "", nil), ("scored", "0.8", "0.7"), ("scored", "", "0.7"),
      ("read", "0.8", nil),
    ] as [(String?, String, String?)])
  func scoreToReach(activity: String?, passingScore: String, asked: String?) throws {
    let rule = try AssessmentRule(of: Example.version(passingScore: passingScore), activity: activity)
    #expect(rule.passingScore?.description == asked)
  }

  @Test("Activities that cannot be assessed", arguments: ["group", "9", "", "Scored", "scored "])
  func activityUnknown(key: String) {
    #expect(throws: AssessmentRule.Refusal.activityUnknown(key)) {
      try AssessmentRule(of: Example.version(), activity: key)
    }
  }

  /// "Pass or fail is derived from the version's rule, not typed in" (domain 7.4, 9).
  @Test(
    "What a score amounts to: the score to reach, the score",
    arguments: [
      ("0.8", "0.8", .passed), ("0.8", "0.799999999999999999", .failed), ("0.8", "1.0", .passed),
      ("0.8", "80/100", .passed), ("0.8", "79.999/100", .failed), ("0.8", "8/10", .passed),
      ("0.8", "-0.5", .failed),
      ("0", "0.0", .passed), ("1", "1.0", .passed), ("1", "999999/1000000", .failed),
      ("", "0.1", .completed), ("", "1.0", .completed), ("", "80", .completed),
    ] as [(String, String, AssessmentResult.Outcome)])
  func scored(passingScore: String, score: String, outcome: AssessmentResult.Outcome) throws {
    let rule = try AssessmentRule(of: Example.version(passingScore: passingScore), activity: nil)
    #expect(try rule.outcome(of: .scored(Example.score(score))) == outcome)
  }

  @Test(
    "What an observation amounts to where no score is asked",
    arguments: [
      (.satisfactory, .passed), (.unsatisfactory, .failed),
    ] as [(AssessmentResult.Verdict, AssessmentResult.Outcome)])
  func observed(verdict: AssessmentResult.Verdict, outcome: AssessmentResult.Outcome) throws {
    let rule = try AssessmentRule(of: Example.version(), activity: "read")
    #expect(try rule.outcome(of: .observed(verdict)) == outcome)
  }

  @Test("An observation where a score is asked", arguments: AssessmentResult.Verdict.allCases)
  func scoreRequired(verdict: AssessmentResult.Verdict) throws {
    let rule = try AssessmentRule(of: Example.version(), activity: "scored")
    let asked = try #require(ExactDecimal("0.7"))
    #expect(throws: AssessmentRule.Refusal.scoreRequired(passingScore: asked)) {
      try rule.outcome(of: .observed(verdict))
    }
  }

  @Test func aScoreOnNoScaleCannotBeSetAgainstTheOneAsked() throws {
    let rule = try AssessmentRule(of: Example.version(), activity: "scored")
    let asked = try #require(ExactDecimal("0.7"))
    #expect(throws: AssessmentRule.Refusal.scoreNotComparable(passingScore: asked)) {
      try rule.outcome(of: .scored(Example.score("80")))
    }
  }

  /// Results are written `2<1`: result 2 corrects result 1.
  @Test(
    "Results that hold, in the order they were recorded",
    arguments: [
      ("none", [], []),
      ("no corrections", ["1", "2", "3"], [1, 2, 3]),
      ("the first corrected", ["1", "2<1"], [2]),
      ("corrected, with a later attempt between", ["1", "2", "3<1"], [2, 3]),
      ("a correction corrected", ["1", "2<1", "3<2"], [3]),
      ("a chain of four beside an attempt", ["1", "2<1", "3<2", "4", "5<3"], [4, 5]),
      ("two corrected", ["1", "2", "3<2", "4<1"], [3, 4]),
    ] as [(String, [String], [UInt64])])
  func inForce(why: String, results: [String], holding: [UInt64]) throws {
    let recorded = try results.map { text in
      let numbers = text.split(separator: "<").compactMap { UInt64($0) }
      return try Example.result(numbers[0], correcting: numbers.count > 1 ? numbers[1] : nil)
    }
    #expect(AssessmentRule.inForce(recorded).map(\.id) == holding.map(Example.identifier))
  }

  @Test(
    "Evidence speaks of the occasion of the first result of its chain: recorded at, on the occasion of",
    arguments: [
      (["1", "2"], ["1 1", "2 2"]), (["1", "2<1"], ["2 1"]), (["1", "2", "3<1"], ["2 2", "3 1"]),
      (["1", "2<1", "3<2"], ["3 1"]),
    ])
  func occasions(results: [String], expected: [String]) throws {
    let recorded = try results.map { text in
      let numbers = text.split(separator: "<").compactMap { UInt64($0) }
      return try Example.result(numbers[0], correcting: numbers.count > 1 ? numbers[1] : nil)
    }
    let evidence = AssessmentRule.evidence(of: recorded)
    #expect(
      evidence.map {
        "\($0.recordedAt.microseconds / 1_000_000) \($0.occasion.microseconds / 1_000_000)"
      } == expected)
  }
}
