internal import Arguments
internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Who is to assess.
  static let assignment = Noun(
    name: "assignment", summary: "Who is to assess, in which session or of whom.",
    verbs: [.assignAssessor, .listAssignments, .showAssignment, .endAssignment])
}

extension Verb {
  fileprivate static let assignAssessor = Verb.changing(
    "add", summary: "Give an assessor a session, or one enrolment.",
    discussion: "A key of the role assessor reaches what was given to its person, and nothing else.",
    examples: [
      Example(
        "registrar assignment add --assessor PERSON --session VAL-2026-1",
        "Everyone who takes part in the session."),
      Example("registrar assignment add --assessor PERSON --enrolment ENROLMENT", "One person's work."),
    ],
    options: [
      .value(
        "assessor", "PERSON", kind: .naming(.person), isRequired: true, help: "The assessor's identifier."),
      .value("session", "SESSION", kind: .naming(.session), help: "The session's code or identifier."),
      .value(
        "enrolment", "ENROLMENT", kind: .naming(.enrolment),
        help: "In place of a session: one enrolment's identifier."),
    ]
  ) { errand in
    let assignment = try errand.perform(
      AssignAssessor(assessor: try errand.given.required("assessor", .id()), work: try errand.work()))
    try errand.changed(
      assignment.id.description, assignment, "Assigned.",
      next: "key create --role assessor --person \(assignment.assessor)")
  }

  fileprivate static let listAssignments = Verb.showing(
    "list", summary: "List who is to assess, in the order it was recorded.",
    examples: [Example("registrar assignment list --session VAL-2026-1", "See who assesses in a session.")],
    options: [
      .value("session", "SESSION", kind: .naming(.session), help: "Only those in this session."),
      .value("assessor", "PERSON", kind: .naming(.person), help: "Only those of this assessor."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListAssignments(
        session: try given.optional("session", .reference()),
        assessor: try given.optional("assessor", .id()), page: try given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "ASSESSOR", "SESSION", "ENROLMENT", "ENDED"]) { assignment in
      [
        assignment.id.description, try names.person(assignment.assessor),
        try names.session(assignment.session), assignment.enrolment?.description ?? "all",
        assignment.endedAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let showAssignment = Verb.showing(
    "show", summary: "Show an assignment.",
    examples: [Example("registrar assignment show ASSIGNMENT", "See who is to assess what.")],
    arguments: [.assignment]
  ) { errand in
    let assignment = try errand.answer(ShowAssignment(try errand.given.required("ASSIGNMENT", .id())))
    let names = Names(errand)
    try errand.show(assignment) {
      Details([
        ("id", assignment.id.description),
        ("assessor", "\(try names.person(assignment.assessor)) (\(assignment.assessor))"),
        ("session", try names.session(assignment.session)),
        ("enrolment", assignment.enrolment?.description ?? "all"),
        ("recorded", assignment.recordedAt.text(fractionDigits: 0)),
        ("ended", assignment.endedAt?.text(fractionDigits: 0)),
      ]).lines
    }
  }

  fileprivate static let endAssignment = Verb.changing(
    "end", summary: "End an assignment; what was assessed stays.",
    examples: [
      Example("registrar assignment end ASSIGNMENT --reason \"Left the centre\"", "Take an assessor off.")
    ],
    arguments: [.assignment], options: [.reason]
  ) { errand in
    let assignment = try errand.perform(
      EndAssignment(
        assignment: try errand.given.required("ASSIGNMENT", .id()),
        reason: try errand.given.optional("reason", .text)))
    try errand.changed(assignment.id.description, assignment, "The assignment has ended.")
  }
}

extension Argument {
  fileprivate static let assignment = Argument(
    "ASSIGNMENT", kind: .naming(.assignment), help: "The assignment's identifier.")
}

extension Errand {
  /// What is to be assessed: a session or an enrolment, one of them.
  fileprivate func work() throws -> AssignAssessor.Work {
    let session: Reference<Session>? = try given.optional("session", .reference())
    let enrolment: EnrolmentID? = try given.optional("enrolment", .id())
    switch (session, enrolment) {
    case (.some(let session), nil): return .session(session)
    case (nil, .some(let enrolment)): return .enrolment(enrolment)
    case (nil, nil): throw given.missing("session", "SESSION")
    case (.some, .some(let enrolment)):
      throw given.unfit("enrolment", enrolment.description, "given without --session")
    }
  }
}
