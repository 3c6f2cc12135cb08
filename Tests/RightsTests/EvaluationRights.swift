import Enrolment
import Evaluation
import Operations
import People
import Values

/// What training leads to. Whoever plans a session has its forms filled in; what single forms say is read by who reads every
/// record; a Member says what its officers promised and did.
extension RightsTable {
  //                              SO DA NC RO TC AS CO UR DO AU LE
  private static let listedTo = "++ ++ ++ ++ ++ ++ ++ ++ -- ++ ++ ++"
  private static let ofSessions = "++ ++ ++ ++ +0 +0 ++ +0 -- ++ +0 +0"
  private static let byPlanners = "++ -- -- -- +0 -- -- +0 -- -- -- --"
  private static let readByOwners = "++ ++ -- -- -- -- -- -- -- ++ -- --"
  private static let byMembers = "++ -- +0 -- -- -- -- -- -- -- -- --"
  private static let ofEnrolments = "++ ++ +0 00 +0 +0 ++ +0 -- ++ +0 +0"

  static let evaluated = evaluations + answers + commitments + trainings

  private static let evaluations = [
    RightsRow("evaluation list", "GET /api/v1/evaluations", ofSessions, "?session=$session") {
      .inquiry(ListEvaluations(session: .id($0.delivery.session.id)))
    },
    RightsRow("evaluation show", "GET /api/v1/evaluations/{evaluation}", ofSessions) {
      .inquiry(ShowEvaluation(.id($0.delivery.evaluation.id)))
    },
    RightsRow(
      "evaluation ask", "POST /api/v1/evaluations", byPlanners,
      json: """
        {"code": "$new", "session": "$session", "level": "reaction", "respondents": "learner", "asked": 9,
         "due": "2026-12-31", "questions": ["relevance"], "anonymous": true}
        """
    ) {
      .change(
        AskEvaluation(
          code: code($0.new), session: .id($0.delivery.session.id), level: .reaction, respondents: .learner,
          asked: 9, due: someDay, highestMark: 5, questions: [code("relevance")], isAnonymous: true))
    },
  ]

  private static let answers = [
    RightsRow("evaluation answers", "GET /api/v1/evaluations/{evaluation}/answers", readByOwners) {
      .inquiry(ListAnswers(evaluation: .id($0.delivery.evaluation.id)))
    },
    RightsRow(
      "evaluation answer", "POST /api/v1/evaluations/{evaluation}/answers", byPlanners,
      json: #"{"marks": [{"question": "relevance", "mark": 4}]}"#
    ) {
      .change(
        AnswerEvaluation(
          evaluation: .id($0.delivery.evaluation.id),
          marks: [EvaluationMark(question: code("relevance"), mark: 4)]))
    },
    RightsRow(
      "evaluation annul", "POST /api/v1/evaluations/{evaluation}/answers/{answer}/annul", byPlanners,
      json: #"{"reason": "r"}"#
    ) {
      .change(
        AnnulAnswer(
          evaluation: .id($0.delivery.evaluation.id), answer: $0.delivery.answer.id, reason: "r"))
    },
    RightsRow(
      "evaluation import", "POST /api/v1/evaluations/{evaluation}/answers/import", byPlanners,
      content: .init(type: "text/csv", text: "source-id,relevance\n$new,4\n")
    ) { subject in
      let table = Array("source-id,relevance\n\(subject.new),4\n".utf8)
      return Act {
        _ = try $0.importAnswers(
          table, name: "forms.csv", to: .id(subject.delivery.evaluation.id), as: $1)
      }
    },
  ]

  private static let commitments = [
    RightsRow("commitment list", "GET /api/v1/commitments", listedTo) { _ in .inquiry(ListCommitments()) },
    RightsRow("(commitment show)", "GET /api/v1/commitments/{commitment}", ofEnrolments) {
      .inquiry(ShowCommitment($0.delivery.commitment.id))
    },
    RightsRow(
      "commitment make", "POST /api/v1/commitments", byMembers,
      json: #"{"enrolment": "$enrolment", "people": 9, "due": "2026-12-31"}"#
    ) { .change(Commit(enrolment: $0.delivery.enrolment.id, people: 9, due: someDay)) },
    RightsRow(
      "commitment end", "POST /api/v1/commitments/{commitment}/end", byMembers, json: #"{"reason": "r"}"#
    ) { .change(EndCommitment(commitment: $0.delivery.commitment.id, reason: "r")) },
  ]

  private static let trainings = [
    RightsRow("onward-training list", "GET /api/v1/onward-trainings", ofEnrolments, "?enrolment=$enrolment") {
      .inquiry(ListOnwardTrainings(enrolment: $0.delivery.enrolment.id))
    },
    RightsRow("(onward-training show)", "GET /api/v1/onward-trainings/{training}", ofEnrolments) {
      .inquiry(ShowOnwardTraining($0.delivery.training.id))
    },
    RightsRow(
      "onward-training record", "POST /api/v1/onward-trainings", byMembers,
      json: #"{"enrolment": "$enrolment", "on": "2026-03-02", "title": "$new", "trained": {"female": 3}}"#
    ) { .change(training(of: $0.delivery, titled: $0.new)) },
    RightsRow(
      "onward-training annul", "POST /api/v1/onward-trainings/{training}/annul", byMembers,
      json: #"{"reason": "r"}"#
    ) { .change(AnnulOnwardTraining(training: $0.delivery.training.id, reason: "r")) },
  ]

  private static func training(of delivery: Delivery, titled title: String) -> TrainOthers {
    TrainOthers(enrolment: delivery.enrolment.id, on: someDay, title: title, trained: trainees)
  }

  /// Three women.
  static var trainees: TrainedPeople {
    guard let trained = TrainedPeople([.female: 3]) else { fatalError("3 is a number of people") }
    return trained
  }
}
