import Assessment
import Enrolment
import Operations
import SQLiteStore
import Testing
import Values

/// "Attempt: open > submitted > graded > final" (domain 7.3): one that failed is not the end unless somebody says so, or
/// the session is over.
@Suite struct AttemptTests {
  @Test(
    "What happened, the state, and whether another attempt may be recorded",
    arguments: [
      ("unsatisfactory", .started, true), ("unsatisfactory unsatisfactory", .started, true),
      ("unsatisfactory satisfactory", .completed, false), ("unsatisfactory close", .failed, false),
      ("unsatisfactory unsatisfactory-final", .failed, false), ("unsatisfactory-final", .failed, false),
      ("unsatisfactory-final close", .failed, false), ("unsatisfactory cancel", .withdrawn, false),
      ("unsatisfactory-final cancel", .failed, false), ("unsatisfactory withdraw", .withdrawn, false),
      ("unsatisfactory-final annul", .started, true), ("unsatisfactory-final close annul", .expired, false),
      ("unsatisfactory unsatisfactory-final annul", .started, true),
      ("unsatisfactory unsatisfactory-final close annul", .failed, false),
      ("unsatisfactory close correct", .completed, false),
      ("unsatisfactory-final correct", .completed, false),
      ("scored-0.5", .started, true), ("scored-0.5 completed passed", .completed, false),
      ("scored-0.5 close", .failed, false), ("completed close", .expired, false),
      ("scored-0.5 close completed passed", .failed, false),
      ("unsatisfactory-final completed passed", .failed, false),
      ("unsatisfactory completed passed", .started, true),
    ] as [(String, EnrolmentState, Bool)])
  func attempts(steps: String, state: EnrolmentState, isOpen: Bool) throws {
    let learner = try Learner(isPassAsked: true)
    for step in steps.split(separator: " ") { try learner.take(String(step)) }
    #expect(try learner.scene.state == state)
    let house = learner.scene.house
    #expect(try house.registrar.check(databaseFaults: house.store.faults(), as: .owner).faults.isEmpty)
    if isOpen {
      try learner.take("satisfactory")
      #expect(try learner.scene.state == .completed)
    } else {
      #expect(throws: AssessmentRule.Refusal.enrolmentNotOpen(state)) { try learner.take("satisfactory") }
    }
  }

  @Test func attemptsAreNumberedAndSecondMarksAreNone() throws {
    let learner = try Learner(isPassAsked: true)
    try learner.take("unsatisfactory")
    try learner.take("second")
    try learner.take("unsatisfactory")
    let results = try learner.scene.house.answer(ShowEnrolment(learner.scene.enrolment)).results
    #expect(results.map(\.attempt) == [1, 1, 2])
  }

  @Test func onlyAnAssessmentOfTheWholeCourseIsTheLastAttempt() throws {
    let scene = try Scene(House())
    #expect(throws: AssessmentRule.Refusal.finalOfActivity("1")) {
      try scene.house.perform(
        RecordResult(
          enrolment: scene.enrolment, activity: "1", basis: .scored(Score(scaled: ExactDecimal("0.5"))),
          assessedOn: scene.house.clock.now.dayInUTC, isFinal: true))
    }
    #expect(try scene.state == .enrolled)
  }
}
