internal import Arguments
internal import ContentPackaging
internal import Enrolment
internal import Evaluation
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// What people say of a training, at five levels.
  static let evaluation = Noun(
    name: "evaluation", summary: "What people say of a training, at five levels.",
    verbs: [
      .askEvaluation, .listEvaluations, .showEvaluation, .answerEvaluation, .listAnswers, .annulAnswer,
      .importAnswers,
    ])
}

extension Verb {
  fileprivate static let askEvaluation = Verb.changing(
    "ask", summary: "Record that people are asked about a session.",
    discussion: """
      One form, at one level, for one kind of respondent. By the day on which answers are due it belongs to a period; \
      how many were asked is what the response rate is of.
      """,
    examples: [
      Example(
        "registrar evaluation ask VAL-2026-1-REACTION --session VAL-2026-1 --level reaction --respondents learner "
          + "--asked 24 --due 2026-09-18 --question relevance --question trainers --question materials --anonymous",
        "A form that names nobody."),
      Example(
        "registrar evaluation ask VAL-2026-1-WORK --session VAL-2026-1 --level behaviour --respondents supervisor "
          + "--asked 24 --due 2027-03-31 --question applies", "What supervisors see half a year later."),
    ],
    arguments: [.newCode("VAL-2026-1-REACTION")],
    options: [
      .value(
        "session", "SESSION", kind: .naming(.session), isRequired: true, help: "What they are asked about."),
      .choice("level", "LEVEL", of: EvaluationLevel.self, isRequired: true, help: "At which level."),
      .choice("respondents", "WHO", of: RespondentRole.self, isRequired: true, help: "Who is asked."),
      .value("instrument", "TEXT", help: "The form, as people call it."),
      .value("asked", "N", isRequired: true, help: "How many are asked."),
      .value("due", "DAY", isRequired: true, help: "The last day on which an answer is expected."),
      .value("highest-mark", "N", help: "Marks go from 1 to this one; 5 where not given."),
      .value(
        "question", "CODE", isRequired: true, isRepeated: true,
        help: "A question's code; repeat it in the order of the form."),
      .flag("anonymous", help: "Answers name nobody."),
    ]
  ) { errand in
    let given = errand.given
    guard let asked = try given.number("asked", in: 1...1_000_000) else { throw given.missing("asked", "N") }
    let evaluation = try errand.perform(
      AskEvaluation(
        code: try given.required("CODE", .code()), session: try given.required("session", .reference()),
        level: try given.required("level", .choice()),
        respondents: try given.required("respondents", .choice()),
        instrument: try given.optional("instrument", .text) ?? "", asked: asked,
        due: try given.required("due", .day),
        highestMark: try given.number("highest-mark", in: Evaluation.highestMarks) ?? 5,
        questions: try given.each("question", .code()), isAnonymous: given.flag("anonymous")))
    try errand.changed(
      evaluation.code.text, evaluation,
      "Asked: \(evaluation.asked), at level \(evaluation.level.rawValue), by \(evaluation.due).",
      next: "evaluation import \(evaluation.code) FILE")
  }

  fileprivate static let listEvaluations = Verb.showing(
    "list", summary: "List the evaluations by code.",
    examples: [Example("registrar evaluation list --session VAL-2026-1", "What was asked about a session.")],
    options: [
      .value("session", "SESSION", kind: .naming(.session), help: "Only those of this session."),
      .choice("level", "LEVEL", of: EvaluationLevel.self, help: "Only those at this level."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListEvaluations(
        session: try given.optional("session", .reference()), level: try given.optional("level", .choice()),
        page: try given.page()))
    let names = Names(errand)
    try errand.list(page, ["CODE", "SESSION", "LEVEL", "RESPONDENTS", "ASKED", "DUE"]) { item in
      [
        item.code.text, try names.session(item.session), item.level.rawValue, item.respondents.rawValue,
        String(item.asked), item.due.description,
      ]
    }
  }

  fileprivate static let showEvaluation = Verb.showing(
    "show", summary: "Show an evaluation, and how many answers to it hold.",
    examples: [Example("registrar evaluation show VAL-2026-1-REACTION", "See how many have answered.")],
    arguments: [.evaluation]
  ) { errand in
    let answer = try errand.answer(ShowEvaluation(try errand.given.required("EVALUATION", .reference())))
    let names = Names(errand)
    try errand.show(answer) {
      let item = answer.evaluation
      return Details([
        ("code", item.code.text), ("id", item.id.description), ("session", try names.session(item.session)),
        ("level", item.level.rawValue), ("respondents", item.respondents.rawValue),
        ("instrument", item.instrument.isEmpty ? nil : item.instrument),
        ("asked", String(item.asked)), ("answers", String(answer.answers)), ("due", item.due.description),
        ("marks", "1 to \(item.highestMark)"),
        ("questions", item.questions.map(\.text).joined(separator: ", ")),
        ("anonymous", item.isAnonymous ? "yes" : "no"),
      ]).lines
    }
  }

  fileprivate static let answerEvaluation = Verb.changing(
    "answer", summary: "Record a form that came back.",
    examples: [
      Example(
        "registrar evaluation answer VAL-2026-1-REACTION --mark relevance=5 --mark trainers=4",
        "An anonymous form."),
      Example(
        "registrar evaluation answer VAL-2026-1-WORK --respondent PERSON --mark applies=4", "A supervisor's."),
    ],
    arguments: [.evaluation],
    options: [
      .value(
        "respondent", "PERSON", kind: .naming(.person),
        help: "Who answered; none in an anonymous evaluation."),
      .value("source", "ID", help: "What the form is called where it came from."),
      .value("on", "DAY", help: "The day; today (UTC) where not given."),
      .value(
        "mark", "QUESTION=N", isRequired: true, isRepeated: true,
        help: "The mark for a question; repeat it for others."),
    ]
  ) { errand in
    let given = errand.given
    let answer = try errand.perform(
      AnswerEvaluation(
        evaluation: try given.required("EVALUATION", .reference()),
        respondent: try given.optional("respondent", .id()),
        source: try given.optional("source", .sourceIdentifier), answeredOn: try given.optional("on", .day),
        marks: try given.each("mark", .questionMark)))
    try errand.changed(
      answer.id.description, answer, "Recorded an answer with \(counted(answer.marks.count, "mark")).")
  }

  fileprivate static let listAnswers = Verb.showing(
    "answers", summary: "List the answers to an evaluation in the order they were recorded.",
    examples: [Example("registrar evaluation answers VAL-2026-1-WORK", "See each form's marks.")],
    arguments: [.evaluation], options: Option.paging
  ) { errand in
    let page = try errand.answer(
      ListAnswers(
        evaluation: try errand.given.required("EVALUATION", .reference()), page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "ON", "RESPONDENT", "SOURCE", "MARKS", "ANNULLED"]) { item in
      [
        item.id.description, item.answeredOn.description, try item.respondent.map(names.person) ?? "",
        item.source?.text ?? "",
        item.marks.map { "\($0.question)=\($0.mark)" }.joined(separator: " "),
        item.annulledAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let annulAnswer = Verb.changing(
    "annul", summary: "Annul an answer, with a reason; it stays in the records.",
    examples: [
      Example(
        "registrar evaluation annul VAL-2026-1-WORK --answer ANSWER --reason \"Typed twice\"",
        "It is not counted.")
    ],
    arguments: [.evaluation],
    options: [
      .value("answer", "ANSWER", isRequired: true, help: "The answer's identifier."), .neededReason,
    ]
  ) { errand in
    let answer = try errand.perform(
      AnnulAnswer(
        evaluation: try errand.given.required("EVALUATION", .reference()),
        answer: try errand.given.required("answer", .id()),
        reason: try errand.given.required("reason", .text)))
    try errand.changed(answer.id.description, answer, "The answer is annulled.")
  }

  fileprivate static let importAnswers = Verb.takingTable(
    "import", summary: "Record the forms of a table as answers, all or none.",
    discussion: """
      A row for each form: source-id, answered-on, respondent (unless the evaluation is anonymous), and a column for \
      each question. A form is known again by its source-id: the same table twice changes nothing. What is wrong is \
      told with its row and column.
      """,
    examples: [
      Example("registrar evaluation import VAL-2026-1-REACTION forms.csv", "Record what came back."),
      Example("registrar evaluation import VAL-2026-1-REACTION forms.csv --dry-run", "Look before."),
    ],
    arguments: [.evaluation]
  ) { errand, bytes, name, isDryRun in
    try errand.registrar.importAnswers(
      bytes, name: name, to: errand.given.required("EVALUATION", .reference()), isDryRun: isDryRun,
      as: .owner)
  }
}

extension Argument {
  fileprivate static let evaluation = Argument(
    "EVALUATION", kind: .naming(.evaluation), help: "The evaluation's code or identifier.")
}

extension Form where Value == SourceIdentifier {
  /// What a form or a training is called where it came from.
  static let sourceIdentifier = Form(expectation: "1 to 128 visible ASCII characters") {
    SourceIdentifier($0)
  }
}

extension Form where Value == EvaluationMark {
  /// A question and its mark.
  fileprivate static let questionMark = Form(expectation: "a question and a mark like relevance=4") { text in
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let question = QuestionCode(parts[0]), let mark = Int(parts[1]) else {
      return nil
    }
    return EvaluationMark(question: question, mark: mark)
  }
}
