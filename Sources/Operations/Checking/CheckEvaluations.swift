internal import Enrolment
internal import Evaluation
internal import Values

extension Checking {
  /// Answers are such as their evaluation asks for, and no more than were asked; who trained others had completed the
  /// training, and no training counts twice.
  func checkEvaluations() throws {
    try each(
      { try records.evaluations(EvaluationFilter(), within: .everything, page: $0) },
      { "evaluation \($0.code)" }
    ) { evaluation in
      if try records.answerCount(to: evaluation.id) > evaluation.asked {
        fault("evaluation", "evaluation \(evaluation.code) has more answers than were asked")
      }
      try each({ try records.answers(to: evaluation.id, page: $0) }, { "answer \($0.id)" }) { answer in
        if !isSound(answer, to: evaluation) {
          fault("evaluation", "answer \(answer.id) is not such as evaluation \(evaluation.code) asks for")
        }
      }
    }
    try each(
      { try records.onwardTrainings(of: nil, within: .everything, page: $0) }, { "onward training \($0.id)" }
    ) { training in
      guard training.annulledAt == nil else { return }
      let enrolment = try records.enrolment(identified: training.enrolment)
      if enrolment.state != .completed {
        warn(
          "evaluation",
          "onward training \(training.id) counts, and the trainer's enrolment \(enrolment.id) is \(enrolment.state.rawValue)"
        )
      }
      let twins = try records.onwardTrainings(on: training.on, titled: training.title)
      let isCountedTwice = try twins.contains { twin in
        guard twin.id != training.id else { return false }
        return try records.enrolment(identified: twin.enrolment).person == enrolment.person
          || twin.helpers.contains(enrolment.person)
      }
      if isCountedTwice { fault("evaluation", "onward training \(training.id) counts twice") }
    }
  }

  private func isSound(_ answer: EvaluationAnswer, to evaluation: Evaluation) -> Bool {
    guard (answer.respondent == nil) == evaluation.isAnonymous else { return false }
    do {
      try EvaluationAnswer.check(answer.marks, of: evaluation)
      return true
    } catch {
      return false
    }
  }
}
