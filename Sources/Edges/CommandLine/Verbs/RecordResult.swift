internal import Arguments
internal import Assessment
internal import Certification
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// What assessors found.
  static let result = Noun(
    name: "result", summary: "What assessors found; a correction is a new result.",
    verbs: [
      .recordResult, .observeResult, .correctResult, .annulResult, .markSecond, .listResults, .showResult,
    ])
}

extension Verb {
  fileprivate static let recordResult = Verb.changing(
    "record", summary: "Record what an assessor found.",
    discussion: """
      Whether it is a pass follows from the course version's rule, never from what is typed here. Who fails may try again \
      until the session is closed, or until an attempt is recorded as the last one.
      """,
    examples: [
      Example(
        "registrar result record ENROLMENT --score 85 --max 100", "A scored assessment of the whole course."),
      Example(
        "registrar result record ENROLMENT --score 40 --max 100 --final",
        "The last attempt: failing it is for good."
      ),
      Example(
        "registrar result record ENROLMENT --activity 2 --observed satisfactory",
        "An observed performance of one activity."
      ),
    ],
    arguments: [.enrolment],
    options: basisOptions + [
      .value("activity", "KEY", help: "The activity assessed; the course as a whole where not given."),
      .value("on", "DAY", help: "The day of the assessment; today (UTC) where not given."),
      .flag("proctored", help: "The assessment was watched over."),
      .flag("final", help: "No attempt at the course follows: failing this one fails the enrolment."),
    ]
  ) { errand in
    let given = errand.given
    let enrolment: EnrolmentID = try given.required("ENROLMENT", .id())
    let activity = try given.optional("activity", .text)
    let basis = try errand.basis()
    let recorded = try errand.perform(
      RecordResult(
        enrolment: enrolment, activity: activity, basis: basis,
        assessedOn: try given.optional("on", .day) ?? errand.today(), isFinal: given.flag("final"),
        isProctored: given.flag("proctored")))
    try errand.tell(recorded)
  }

  fileprivate static let observeResult = Verb.changing(
    "observe", summary: "Record a result that rests on an observation.",
    discussion: "The observation is signed off; its verdict and its day are the result's.",
    examples: [
      Example(
        "registrar result observe ENROLMENT --observation OBSERVATION", "A practice lesson of the practicum.")
    ],
    arguments: [.enrolment],
    options: [
      .value(
        "observation", "OBSERVATION", kind: .naming(.observation), isRequired: true,
        help: "The observation's identifier."),
      .value("activity", "KEY", help: "The activity observed; the course as a whole where not given."),
      .flag("final", help: "No attempt at the course follows: failing this one fails the enrolment."),
    ]
  ) { errand in
    let given = errand.given
    try errand.tell(
      errand.perform(
        RecordObservedResult(
          enrolment: given.required("ENROLMENT", .id()), observation: given.required("observation", .id()),
          activity: given.optional("activity", .text), isFinal: given.flag("final"))))
  }

  fileprivate static let correctResult = Verb.changing(
    "correct", summary: "Correct a result by a new one, with a reason.",
    discussion: "The wrong result stays in the records; progress is worked out again from those that hold.",
    examples: [
      Example(
        "registrar result correct RESULT --score 58 --max 100 --reason \"typed 85 for 58\"",
        "Correct a typing mistake.")
    ],
    arguments: [
      Argument("RESULT", kind: .naming(.result), help: "The identifier of the result that is wrong.")
    ],
    options: basisOptions + [.neededReason]
  ) { errand in
    let result: AssessmentResultID = try errand.given.required("RESULT", .id())
    let basis = try errand.basis()
    try errand.tell(
      try errand.perform(
        CorrectResult(result: result, basis: basis, reason: try errand.given.required("reason", .text))))
  }

  fileprivate static let annulResult = Verb.changing(
    "annul", summary: "Annul a result, with a reason: the attempt no longer counts.",
    examples: [Example("registrar result annul RESULT --reason \"Wrong candidate\"", "Take back a result.")],
    arguments: [Argument("RESULT", kind: .naming(.result), help: "The identifier of the result.")],
    options: [.neededReason]
  ) { errand in
    try errand.tell(
      try errand.perform(
        AnnulResult(
          result: try errand.given.required("RESULT", .id()),
          reason: try errand.given.required("reason", .text))))
  }

  fileprivate static let markSecond = Verb.changing(
    "second", summary: "Mark a result a second time, independently of the first.",
    discussion: "Where the two marks disagree, the attempt decides nothing until one of them is corrected.",
    examples: [Example("registrar result second RESULT --score 82 --max 100", "Give the second mark.")],
    arguments: [Argument("RESULT", kind: .naming(.result), help: "The identifier of the first mark.")],
    options: basisOptions + [
      .value("on", "DAY", help: "The day of the assessment; today (UTC) where not given.")
    ]
  ) { errand in
    let given = errand.given
    let result: AssessmentResultID = try given.required("RESULT", .id())
    let basis = try errand.basis()
    try errand.tell(
      try errand.perform(
        MarkSecond(
          result: result, basis: basis, assessedOn: try given.optional("on", .day) ?? errand.today())))
  }

  fileprivate static let listResults = Verb.showing(
    "list", summary: "List the results of an enrolment, corrected ones too.",
    examples: [Example("registrar result list ENROLMENT", "See every mark, and which one holds.")],
    arguments: [.enrolment],
    options: Option.paging
  ) { errand in
    let page = try errand.answer(
      ListResults(enrolment: try errand.given.required("ENROLMENT", .id()), page: try errand.given.page()))
    let headings = ["ID", "ACTIVITY", "ATTEMPT", "BASIS", "OUTCOME", "ASSESSED", "CORRECTS"]
    try errand.list(page, headings) { result in
      [
        result.id.description, result.activity ?? "", String(result.attempt), words(result.basis),
        result.outcome.rawValue + (result.isFinal ? ", final" : ""), result.assessedOn.description,
        result.correction?.of.description ?? "",
      ]
    }
  }
}

extension Verb {
  fileprivate static let showResult = Verb.showing(
    "show", summary: "Show a result.",
    examples: [Example("registrar result show RESULT", "See one mark and what it corrects.")],
    arguments: [Argument("RESULT", kind: .naming(.result), help: "The result's identifier.")]
  ) { errand in
    let result = try errand.answer(ShowResult(try errand.given.required("RESULT", .id())))
    let names = Names(errand)
    try errand.show(result) {
      Details([
        ("id", result.id.description), ("enrolment", result.enrolment.description),
        ("activity", result.activity), ("attempt", String(result.attempt)), ("basis", words(result.basis)),
        ("outcome", result.outcome.rawValue), ("assessed", result.assessedOn.description),
        ("recorded", result.recordedAt.text(fractionDigits: 0)),
        ("corrects", result.correction?.of.description), ("reason", result.correction?.reason),
        ("proctored", result.isProctored ? "yes" : nil), ("assessor", try result.assessor.map(names.person)),
        ("second mark of", result.seconds?.description),
      ]).lines
    }
  }
}

private let basisOptions: [Option] = [
  .value("score", "N", help: "The score as the assessment counts it, with --max."),
  .value("min", "N", help: "The least possible score; 0 where not given."),
  .value("max", "N", help: "The greatest possible score."),
  .value("scaled", "D", help: "The score from -1 to 1: in place of --score, or what it comes to."),
  .choice(
    "observed", "VERDICT", of: AssessmentResult.Verdict.self,
    help: "In place of a score: what an observer found."),
]

extension Errand {
  /// What the result rests on: a score or an observation, not both.
  fileprivate func basis() throws -> AssessmentResult.Basis {
    let raw = try given.optional("score", .decimal)
    let scaled = try given.optional("scaled", .decimal)
    let verdict: AssessmentResult.Verdict? = try given.optional("observed", .choice())
    if let verdict {
      guard raw == nil, scaled == nil else {
        throw given.unfit("observed", verdict.rawValue, "given without --score and --scaled")
      }
      return .observed(verdict)
    }
    guard raw != nil || scaled != nil else { throw given.missing("score", "N") }
    return .scored(
      try Score(
        scaled: scaled, raw: raw, minimum: try given.optional("min", .decimal),
        maximum: try given.optional("max", .decimal)))
  }

  fileprivate func tell(_ recorded: RecordedResult) throws {
    let (result, enrolment) = (recorded.result, recorded.enrolment)
    try changed(
      result.id.description, recorded,
      "Recorded \(words(result.basis)): \(result.outcome.rawValue). The enrolment is \(enrolment.state.rawValue)."
    )
    for doubt in recorded.doubts { try output.say("Warning: \(doubt.sentence).") }
    if let next = next(after: recorded) { try output.next(next) }
  }

  private func next(after recorded: RecordedResult) -> String? {
    if let doubt = recorded.doubts.first {
      return "certificate suspend \(doubt.certificate) --reason TEXT"
    }
    let isDone = recorded.enrolment.state == .completed
    return isDone ? "certificate award \(recorded.enrolment.id) --scheme SCHEME" : nil
  }
}
