internal import Enrolment
internal import Evaluation
internal import HTTP
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// What training leads to: evaluations, commitments, onward training.
  static let evaluationRoutes: [Route] = askedRoutes + answerRoutes + commitmentRoutes + onwardRoutes

  private static let askedRoutes: [Route] = [
    asks(
      "/api/v1/evaluations", "List the evaluations by code.",
      by: .optional("session", .reference("VAL-2026-1"), "Only those of this session."),
      .optional("level", .choice(), "Only those at this level."), .paging, told: .page()
    ) { _, session, level, page in ListEvaluations(session: session, level: level, page: page) },
    changes(
      "/api/v1/evaluations", "Record that people are asked about a session.",
      takes: .needed("code", .code("VAL-2026-1-REACTION"), "A new code."),
      .needed("session", .reference("VAL-2026-1"), "The session."),
      .needed("level", .choice(), "At which level."), .needed("respondents", .choice(), "Who is asked."),
      .optional("instrument", .text, "The form, as people call it."),
      .needed("asked", .whole, "How many are asked."),
      .needed("due", .day, "The last day on which an answer is expected."),
      .optional("highestMark", .whole, else: 5, "5", "Marks go from 1 to this one."),
      .needed("questions", .list(of: .code("relevance")), "The codes of the form's questions."),
      .optional("anonymous", .truth, else: false, "false", "Whether answers name nobody."),
      told: .created { "/api/v1/evaluations/\($0.code)" }
    ) { _, code, session, level, respondents, instrument, asked, due, highestMark, questions, isAnonymous in
      AskEvaluation(
        code: code, session: session, level: level, respondents: respondents, instrument: instrument ?? "",
        asked: asked, due: due, highestMark: highestMark, questions: questions, isAnonymous: isAnonymous)
    },
    asks(
      "/api/v1/evaluations/{evaluation}", "Show an evaluation, and how many answers to it hold.",
      told: .record
    ) { call in ShowEvaluation(try call.reference(0, .evaluation)) },
  ]

  private static let answerRoutes: [Route] = [
    asks(
      "/api/v1/evaluations/{evaluation}/answers",
      "List the answers to an evaluation in the order they were recorded.", by: .paging, told: .page()
    ) { call, page in ListAnswers(evaluation: try call.reference(0, .evaluation), page: page) },
    changes(
      "/api/v1/evaluations/{evaluation}/answers", "Record a form that came back.",
      takes: .optional("respondent", .id(), "Who answered; none in an anonymous evaluation."),
      .optional("source", .source, "What the form is called where it came from."),
      .optional("answeredOn", .day, "The day; today (UTC) where not given."),
      .marks, told: .record
    ) { call, respondent, source, day, marks in
      AnswerEvaluation(
        evaluation: try call.reference(0, .evaluation), respondent: respondent, source: source,
        answeredOn: day, marks: marks)
    },
    changes(
      "/api/v1/evaluations/{evaluation}/answers/{answer}/annul",
      "Annul an answer; it stays in the records.",
      takes: .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, reason in
      AnnulAnswer(
        evaluation: try call.reference(0, .evaluation), answer: try call.id(1, .evaluation), reason: reason)
    },
    takesTable(
      "/api/v1/evaluations/{evaluation}/answers/import",
      "Record the forms of a table as answers, all or none.", needing: AnswerEvaluation.right
    ) { call, name, isDryRun, terms in
      try call.registrar.importAnswers(
        call.request.body, name: name, to: call.reference(0, .evaluation), isDryRun: isDryRun,
        as: call.knownPrincipal(), on: terms)
    },
  ]

  private static let commitmentRoutes: [Route] = [
    asks(
      "/api/v1/commitments", "List commitments, with how far they were kept.", by: .paging, told: .page()
    ) { _, page in ListCommitments(page: page) },
    changes(
      "/api/v1/commitments", "Record what somebody promises at a training: to train others.",
      takes: .needed("enrolment", .id(), "The training, and who takes part in it."),
      .needed("people", .whole, "How many are to be trained."),
      .needed("due", .day, "The last day on which that may be done."), told: .record
    ) { _, enrolment, people, due in Commit(enrolment: enrolment, people: people, due: due) },
    asks(
      "/api/v1/commitments/{commitment}", "Show a commitment, with how far it was kept.", told: .record
    ) { call in ShowCommitment(try call.id(0, .commitment)) },
    changes(
      "/api/v1/commitments/{commitment}/end", "Take a commitment back.",
      takes: .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, reason in EndCommitment(commitment: try call.id(0, .commitment), reason: reason) },
  ]

  private static let onwardRoutes: [Route] = [
    asks(
      "/api/v1/onward-trainings", "List onward training in the order it was recorded.",
      by: .optional("enrolment", .id(), "Only that of this enrolment."), .paging, told: .page()
    ) { _, enrolment, page in ListOnwardTrainings(enrolment: enrolment, page: page) },
    changes(
      "/api/v1/onward-trainings", "Record that somebody who was trained trained others.",
      takes: .needed("enrolment", .id(), "The completed training of who led it."),
      .needed("on", .day, "The day."),
      .needed("title", .text("Valuation for examiners"), "What it was about."),
      .needed("trained", .trained, "How many were trained, by sex."),
      .optional("helpers", .list(of: .id()), else: [], "[]", "Those who helped."),
      .optional("evidence", .text, "Where it can be seen."),
      .optional("source", .source, "What it is called where it came from."), told: .record
    ) { _, enrolment, day, title, trained, helpers, evidence, source in
      TrainOthers(
        enrolment: enrolment, on: day, title: title, trained: trained, helpers: helpers,
        evidence: evidence ?? "", source: source)
    },
    asks("/api/v1/onward-trainings/{training}", "Show an onward training.", told: .record) { call in
      ShowOnwardTraining(try call.id(0, .onwardTraining))
    },
    changes(
      "/api/v1/onward-trainings/{training}/annul", "Annul an onward training; it stays in the records.",
      takes: .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, reason in
      AnnulOnwardTraining(training: try call.id(0, .onwardTraining), reason: reason)
    },
  ]
}

extension Member where Value == [EvaluationMark] {
  /// A mark for each question that was answered.
  fileprivate static var marks: Member {
    .needed(
      "marks",
      .list(
        of: .object(
          .needed("question", .code("relevance"), "The question's code."),
          .needed("mark", .whole, "From 1 to the highest mark.")
        ) { (_, question: QuestionCode, mark: Int) throws(Problem) in
          EvaluationMark(question: question, mark: mark)
        }), "At most one for each question.")
  }
}

extension Form where Value == SourceIdentifier {
  /// What a form or a training is called where it came from.
  fileprivate static var source: Form {
    Form("1 to 128 visible ASCII characters", .text(example: "form-17")) { SourceIdentifier($0) }
  }
}

extension Form where Value == TrainedPeople {
  /// How many were trained, by sex; who is not named is nobody.
  fileprivate static var trained: Form {
    .object(
      .optional("female", .whole, else: 0, "0"), .optional("male", .whole, else: 0, "0"),
      .optional("other", .whole, else: 0, "0"), .optional("undisclosed", .whole, else: 0, "0"),
      .optional("unknown", .whole, else: 0, "0")
    ) { (fields, female, male, other, undisclosed, unknown) throws(Problem) in
      let counts: [Person.Sex: Int] = [
        .female: female, .male: male, .other: other, .undisclosed: undisclosed, .unknown: unknown,
      ]
      guard counts.values.allSatisfy({ $0 <= 100_000 }), let trained = TrainedPeople(counts) else {
        throw .member(
          fields.pointer(to: "female"), "unusable-value", "each number lies from 0 to 100000")
      }
      return trained
    }
  }
}
