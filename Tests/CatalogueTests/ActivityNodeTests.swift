import Catalogue
import Testing

@Suite struct MoveOnTests {
  /// cmi5 §10.2.4: what must be true before the learner may move on.
  @Test(
    "When an activity is satisfied: nothing, completed, passed, both",
    arguments: [
      (.passed, false, false, true, true),
      (.completed, false, true, false, true),
      (.completedAndPassed, false, false, false, true),
      (.completedOrPassed, false, true, true, true),
      (.notApplicable, true, true, true, true),
    ] as [(MoveOn, Bool, Bool, Bool, Bool)])
  func satisfied(moveOn: MoveOn, byNothing: Bool, byCompletion: Bool, byPass: Bool, byBoth: Bool) {
    #expect(moveOn.isSatisfied(completed: false, passed: false) == byNothing)
    #expect(moveOn.isSatisfied(completed: true, passed: false) == byCompletion)
    #expect(moveOn.isSatisfied(completed: false, passed: true) == byPass)
    #expect(moveOn.isSatisfied(completed: true, passed: true) == byBoth)
  }

  @Test func theWordsAreThoseOfTheStandard() {
    #expect(
      MoveOn.allCases.map(\.rawValue)
        == ["Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"])
    #expect(Launch.Method.allCases.map(\.rawValue) == ["AnyWindow", "OwnWindow"])
  }
}
