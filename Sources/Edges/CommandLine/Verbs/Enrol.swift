internal import People
internal import Arguments
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// People taking part in sessions.
  static let enrolment = Noun(
    name: "enrolment", summary: "People taking part in sessions.",
    verbs: [
      .enrol, .listEnrolments, .showEnrolment, .withdraw, .markNoShow, .launchActivity, .listLaunches,
      .abandonLaunch, .waiveActivity, .openTool,
    ])
}

extension Verb {
  fileprivate static let enrol = Verb.changing(
    "add", summary: "Enrol a person: a seat where one is free, else a place on the waiting list.",
    examples: [
      Example(
        "registrar enrolment add --nomination NOMINATION",
        "Enrol the person whom an endorsed nomination names."),
      Example(
        "registrar enrolment add --person PERSON --session VAL-2026-1", "Enrol a person without a nomination."
      ),
    ],
    options: [
      .value("nomination", "NOMINATION", kind: .naming(.nomination), help: "The endorsed nomination."),
      .value("person", "PERSON", kind: .naming(.person), help: "The person's identifier, with --session."),
      .value(
        "session", "SESSION", kind: .naming(.session),
        help: "The session's code or identifier, with --person."),
      .value(
        "language", "TAG",
        help: "The language that the person takes the course in; that of the session where not given."),
    ]
  ) { errand in
    let enrolment = try errand.perform(
      Enrol(try errand.candidate(), language: try errand.given.optional("language", .language)))
    let sentence =
      switch enrolment.state {
      case .waiting: "No seat is free: the person waits for one."
      default: "Enrolled; the enrolment is \(enrolment.state.rawValue)."
      }
    try errand.changed(
      enrolment.id.description, enrolment, sentence, next: "enrolment show \(enrolment.id)")
  }

  fileprivate static let listEnrolments = Verb.showing(
    "list", summary: "List enrolments in the order they were recorded.",
    examples: [
      Example(
        "registrar enrolment list --session VAL-2026-1", "List who takes part in a session, and who waits.")
    ],
    options: [
      .value("session", "SESSION", kind: .naming(.session), help: "Only those in this session."),
      .value("person", "PERSON", kind: .naming(.person), help: "Only those of this person."),
      .choice("state", "STATE", of: EnrolmentState.self, help: "Only those in this state."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListEnrolments(
        session: try given.optional("session", .reference()), person: try given.optional("person", .id()),
        state: try given.optional("state", .choice()), page: try given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "STATE", "PERSON", "SESSION", "RECORDED"]) { enrolment in
      [
        enrolment.id.description, enrolment.state.rawValue, try names.person(enrolment.person),
        try names.session(enrolment.session), enrolment.recordedAt.text(fractionDigits: 0),
      ]
    }
  }

  fileprivate static let withdraw = ending(
    "withdraw", .withdraw, summary: "Withdraw an enrolment; its seat goes to the first who waits.",
    example: Example("registrar enrolment withdraw ENROLMENT --reason Ill", "Free a seat."))

  fileprivate static let markNoShow = ending(
    "no-show", .markNoShow, summary: "Record that an enrolled person never came.",
    example: Example("registrar enrolment no-show ENROLMENT", "The person never came."))

  private static func ending(_ name: String, _ ending: EndEnrolment.Ending, summary: String, example: Example)
    -> Verb
  {
    Verb.changing(
      name, summary: summary, examples: [example], arguments: [.enrolment], options: [.reason]
    ) { errand in
      let enrolment = try errand.perform(
        EndEnrolment(
          enrolment: try errand.given.required("ENROLMENT", .id()), ending: ending,
          reason: try errand.given.optional("reason", .text)))
      try errand.changed(
        enrolment.id.description, enrolment, "The enrolment is \(enrolment.state.rawValue).")
    }
  }
}

extension Errand {
  /// Who is to be enrolled: by a nomination, or a person in a session; not both.
  fileprivate func candidate() throws -> Enrol.Candidate {
    let nomination: NominationID? = try given.optional("nomination", .id())
    let person: PersonID? = try given.optional("person", .id())
    let session: Reference<Session>? = try given.optional("session", .reference())
    switch (nomination, person, session) {
    case (.some(let nomination), nil, nil): return .nominated(nomination)
    case (nil, .some(let person), .some(let session)): return .direct(person, session: session)
    case (.some(let nomination), _, _):
      throw given.unfit("nomination", nomination.description, "given without --person and --session")
    case (nil, .some, nil): throw given.missing("session", "SESSION")
    case (nil, nil, .some): throw given.missing("person", "PERSON")
    case (nil, nil, nil): throw given.missing("nomination", "NOMINATION")
    }
  }
}
