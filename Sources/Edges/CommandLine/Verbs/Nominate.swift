internal import Arguments
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// People put forward for sessions.
  static let nomination = Noun(
    name: "nomination", summary: "People put forward for sessions.",
    verbs: [.nominate, .listNominations, .showNomination]
      + NominationState.Event.allCases.map(Verb.moveNomination))
}

extension Verb {
  fileprivate static let nominate = Verb.changing(
    "add", summary: "Put a person forward for a session.",
    discussion: "The person has a place in the organisation on the session's first day.",
    examples: [
      Example(
        "registrar nomination add --person PERSON --session VAL-2026-1 --organisation KE",
        "A Member nominates an officer.")
    ],
    options: [
      .value("person", "PERSON", kind: .naming(.person), isRequired: true, help: "The person's identifier."),
      .value(
        "session", "SESSION", kind: .naming(.session), isRequired: true,
        help: "The session's code or identifier."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation), isRequired: true,
        help: "The organisation that nominates."),
    ]
  ) { errand in
    let given = errand.given
    let nomination = try errand.perform(
      Nominate(
        person: try given.required("person", .id()), session: try given.required("session", .reference()),
        party: try given.required("organisation", .reference())))
    try errand.changed(
      nomination.id.description, nomination, "Nominated; the nomination is \(nomination.state.rawValue).",
      next: "nomination endorse \(nomination.id)")
  }

  fileprivate static let listNominations = Verb.showing(
    "list", summary: "List nominations in the order they were recorded.",
    examples: [
      Example("registrar nomination list --session VAL-2026-1", "List who was put forward for a session.")
    ],
    options: [
      .value("session", "SESSION", kind: .naming(.session), help: "Only those for this session."),
      .choice("state", "STATE", of: NominationState.self, help: "Only those in this state."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation),
        help: "Only those that this organisation put forward."),
      .value("person", "PERSON", kind: .naming(.person), help: "Only those of this person."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListNominations(
        session: try given.optional("session", .reference()), state: try given.optional("state", .choice()),
        party: try given.optional("organisation", .reference()), person: try given.optional("person", .id()),
        page: try given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "STATE", "PERSON", "SESSION", "RECORDED"]) { nomination in
      [
        nomination.id.description, nomination.state.rawValue, try names.person(nomination.person),
        try names.session(nomination.session), nomination.recordedAt.text(fractionDigits: 0),
      ]
    }
  }

  fileprivate static let showNomination = Verb.showing(
    "show", summary: "Show a nomination.",
    examples: [Example("registrar nomination show NOMINATION", "See how far a nomination has come.")],
    arguments: [.nomination]
  ) { errand in
    let nomination = try errand.answer(ShowNomination(try errand.given.required("NOMINATION", .id())))
    let names = Names(errand)
    try errand.show(nomination) {
      Details([
        ("id", nomination.id.description), ("state", nomination.state.rawValue),
        ("person", "\(try names.person(nomination.person)) (\(nomination.person))"),
        ("session", try names.session(nomination.session)),
        ("organisation", try names.party(nomination.nominatedBy)),
        ("recorded", nomination.recordedAt.text(fractionDigits: 0)),
      ]).lines
    }
  }

  fileprivate static func moveNomination(_ event: NominationState.Event) -> Verb {
    Verb.changing(
      event.rawValue, summary: event.summary, examples: [event.example], arguments: [.nomination],
      options: [.reason]
    ) { errand in
      let nomination = try errand.perform(
        MoveNomination(
          nomination: try errand.given.required("NOMINATION", .id()), event: event,
          reason: try errand.given.optional("reason", .text)))
      let isTakenBack = nomination.state == .declined || nomination.state == .withdrawn
      let canEnrol = nomination.state == .endorsed || nomination.state == .selected
      try errand.changed(
        nomination.id.description, nomination,
        "The nomination is \(nomination.state.rawValue)"
          + (isTakenBack ? ", and so is the enrolment that it led to, where there is one." : "."),
        next: canEnrol ? "enrolment add --nomination \(nomination.id)" : nil)
    }
  }
}

extension NominationState.Event {
  fileprivate var example: Example {
    switch self {
    case .endorse: Example("registrar nomination endorse NOMINATION", "The Member stands behind it.")
    case .select: Example("registrar nomination select NOMINATION", "The person is to take part.")
    case .reserve:
      Example("registrar nomination reserve NOMINATION", "The person steps in where another cannot.")
    case .decline:
      Example("registrar nomination decline NOMINATION --reason \"Not in post\"", "The person is not taken.")
    case .withdraw:
      Example("registrar nomination withdraw NOMINATION --reason Ill", "The Member takes it back.")
    }
  }
}
