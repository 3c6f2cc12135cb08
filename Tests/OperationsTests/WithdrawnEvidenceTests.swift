import Assessment
import Enrolment
import Foundation
import Operations
import Testing
import Values

/// What becomes of an enrolment, open or ended, when records that speak for it are taken back.
@Suite struct WithdrawnEvidenceTests {
  /// What happened, and what the records say once some of it was taken back.
  struct Row: Sendable, CustomTestStringConvertible {
    /// Steps in their order: `completed` and `passed` are statements, `scored` and `unsatisfactory` results.
    let steps: String
    /// The statements that are voided.
    let voided: String
    let state: EnrolmentState
    /// What is left of the lesson's progress.
    let progress: String
    /// The corrections of the enrolment that stand in the history with their reasons.
    let corrections: [String]
    var isPassAsked = true

    var testDescription: String { "\(steps); void \(voided)\(isPassAsked ? "" : "; no pass asked")" }

    init(
      _ steps: String, void voided: String, _ state: EnrolmentState, _ progress: String,
      _ corrections: String..., isPassAsked: Bool = true
    ) {
      (self.steps, self.voided, self.state, self.progress) = (steps, voided, state, progress)
      (self.corrections, self.isPassAsked) = (corrections, isPassAsked)
    }
  }

  static let rows = [
    Row("completed", void: "completed", .enrolled, "nothing", "correct-to-enrolled"),
    Row("completed passed", void: "passed", .started, "completed", "correct-to-started"),
    Row("completed passed", void: "completed", .started, "passed 0.9", "correct-to-started"),
    Row(
      "completed passed", void: "completed passed", .enrolled, "nothing", "correct-to-started",
      "correct-to-enrolled"),
    Row("completed passed", void: "passed", .completed, "completed", "correct", isPassAsked: false),
    Row(
      "completed passed", void: "completed", .started, "passed 0.9", "correct-to-started", isPassAsked: false),
    Row("completed withdraw", void: "completed", .withdrawn, "nothing", "correct"),
    Row("completed close", void: "completed", .expired, "nothing", "correct"),
    Row("completed passed close", void: "passed", .expired, "completed", "correct-to-expired"),
    Row(
      "completed passed close", void: "completed passed", .expired, "nothing", "correct-to-expired", "correct"
    ),
    Row("completed passed close", void: "passed", .completed, "completed", "correct", isPassAsked: false),
    Row("completed cancel", void: "completed", .withdrawn, "nothing", "correct"),
    Row("completed passed cancel", void: "passed", .withdrawn, "completed", "correct-to-withdrawn"),
    Row("no-show completed", void: "completed", .noShow, "nothing"),
    Row("completed unsatisfactory close", void: "completed", .failed, "nothing"),
    Row("completed satisfactory close", void: "completed", .completed, "nothing"),
  ]

  @Test(arguments: rows) func whatTheRecordsSayHolds(row: Row) throws {
    let learner = try Learner(isPassAsked: row.isPassAsked)
    for step in row.steps.split(separator: " ") { try learner.take(String(step)) }
    let before = try learner.corrections.count
    for statement in row.voided.split(separator: " ") { try learner.void(String(statement)) }
    #expect(try learner.scene.state == row.state)
    #expect(try learner.progress == row.progress)
    let corrections = try learner.corrections.dropFirst(before)
    #expect(corrections.map(\.action) == row.corrections.map { "enrolment \($0)" })
    #expect(corrections.allSatisfy { $0.reason?.hasSuffix("was voided") ?? false })
    #expect(try learner.scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  /// What a corrected result shows was shown when the result was recorded, not when it was corrected.
  @Test(
    "A result of the lesson, 0.9 or 0.5, corrected after the enrolment ended",
    arguments: [
      ("completed scored-0.9", "0.5", .started, "completed failed 0.5"),
      ("completed scored-0.5", "0.9", .completed, "completed passed 0.9"),
      ("completed scored-0.9 close", "0.85", .completed, "completed passed 0.85"),
      ("completed scored-0.9 close", "0.5", .failed, "completed failed 0.5"),
      ("completed scored-0.5 close", "0.9", .completed, "completed passed 0.9"),
      ("scored-0.5 close", "0.6", .failed, "failed 0.6"),
      ("scored-0.5 withdraw", "0.6", .withdrawn, "failed 0.6"),
      ("scored-0.5 withdraw", "0.9", .withdrawn, "completed passed 0.9"),
    ] as [(String, String, EnrolmentState, String)])
  func correctedAfterTheEnd(
    steps: String, scaled: String, state: EnrolmentState, progress: String
  ) throws {
    let learner = try Learner(isPassAsked: true)
    for step in steps.split(separator: " ") { try learner.take(String(step)) }
    try learner.correct(scaled: scaled)
    #expect(try learner.scene.state == state)
    #expect(try learner.progress == progress)
    #expect(try learner.scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }
}
