import Assessment
import Enrolment
import Foundation
import Operations
import Testing
import Values

/// An officer, what is recorded of the officer's learning, and what of it is taken back.
final class Learner {
  let scene: Scene
  private var statements: [String: Values.UUID] = [:]
  private var result: AssessmentResultID?

  /// - Parameter isPassAsked: whether the lesson is done once it is completed and passed, or once it is completed.
  init(isPassAsked: Bool) throws {
    let manifest =
      isPassAsked
      ? StoryTests.cmi5 : StoryTests.cmi5.replacingOccurrences(of: "CompletedAndPassed", with: "Completed")
    scene = try Scene(House(), files: ["cmi5.xml": manifest, "index.html": "<p>Lesson</p>"])
  }

  /// Takes a step by its name.
  func take(_ step: String) throws {
    switch step {
    case "completed": statements[step] = try scene.send(verb: "completed")
    case "passed": statements[step] = try scene.send(verb: "passed", scaled: "0.9")
    case "satisfactory": try record(.observed(.satisfactory), of: nil)
    case "unsatisfactory": try record(.observed(.unsatisfactory), of: nil)
    case "unsatisfactory-final": try record(.observed(.unsatisfactory), of: nil, isFinal: true)
    case "void-completed", "void-passed": try void(String(step.dropFirst("void-".count)))
    case "annul":
      _ = try scene.house.perform(AnnulResult(result: #require(result), reason: "the task was known"))
    case "correct":
      _ = try scene.house.perform(
        CorrectResult(result: #require(result), basis: .observed(.satisfactory), reason: "misread"))
    case "second":
      _ = try scene.house.perform(
        MarkSecond(
          result: #require(result), basis: .observed(.unsatisfactory),
          assessedOn: scene.house.clock.now.dayInUTC))
    case "withdraw": try end(.withdraw)
    case "no-show": try end(.markNoShow)
    case "close": try move([.confirm, .start, .deliver, .report, .close])
    case "cancel": try move([.cancel])
    default: try record(.scored(Score(scaled: ExactDecimal(step.drop { $0 != "-" }.dropFirst()))), of: "1")
    }
  }

  func void(_ statement: String) throws { try scene.void(#require(statements[statement])) }

  func correct(scaled: String) throws {
    _ = try scene.house.perform(
      CorrectResult(
        result: #require(result), basis: .scored(Score(scaled: ExactDecimal(scaled))), reason: "misread"))
  }

  /// What the lesson's progress says.
  var progress: String {
    get throws {
      try scene.house.answer(ShowEnrolment(scene.enrolment)).progress.activities["1"]?.words ?? "nothing"
    }
  }

  /// What the history tells of corrections of the enrolment.
  var corrections: [HistoryEntry] {
    get throws {
      let history = try scene.house.answer(ReadHistory(filter: HistoryFilter(object: scene.enrolment.uuid)))
      return history.items.filter { $0.action.hasPrefix("enrolment correct") }
    }
  }

  private func record(_ basis: AssessmentResult.Basis, of activity: String?, isFinal: Bool = false) throws {
    let today = scene.house.clock.now.dayInUTC
    result = try scene.house.perform(
      RecordResult(
        enrolment: scene.enrolment, activity: activity, basis: basis, assessedOn: today, isFinal: isFinal)
    ).result.id
  }

  private func end(_ ending: EndEnrolment.Ending) throws {
    _ = try scene.house.perform(EndEnrolment(enrolment: scene.enrolment, ending: ending, reason: nil))
  }

  private func move(_ events: [SessionState.Event]) throws {
    for event in events {
      _ = try scene.house.perform(MoveSession(session: scene.session, event: event))
    }
  }
}
