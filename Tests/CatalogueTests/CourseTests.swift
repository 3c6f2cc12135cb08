import Catalogue
import Testing
import Values

@Suite struct PassRuleTests {
  @Test(
    "A score to reach lies from 0 to 1",
    arguments: [
      ("0", true), ("0.7", true), ("1", true), ("1.0", true), ("-0.000001", false), ("1.000001", false),
      ("80", false),
    ])
  func passingScore(text: String, isAccepted: Bool) throws {
    let score = try #require(ExactDecimal(text))
    #expect(PassRule(passingScore: score)?.passingScore == (isAccepted ? score : nil))
    #expect((PassRule(passingScore: score) != nil) == isAccepted)
  }

  @Test func noScoreIsPassingByActivities() {
    #expect(PassRule(passingScore: nil) == .byActivities)
    #expect(PassRule.byActivities.passingScore == nil)
  }
}
