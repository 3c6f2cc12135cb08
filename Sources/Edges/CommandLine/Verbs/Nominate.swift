internal import Arguments
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// People put forward for sessions.
  static let nomination = Noun(
    name: "nomination", summary: "People put forward for sessions.",
    verbs: [.nominate, .listNominations] + NominationState.Event.allCases.map(Verb.moveNomination))
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
      next: "registrar nomination endorse \(nomination.id)")
  }

  fileprivate static let listNominations = Verb.showing(
    "list", summary: "List nominations in the order they were recorded.",
    options: [.value("session", "SESSION", kind: .naming(.session), help: "Only those for this session.")]
      + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListNominations(
        session: try errand.given.optional("session", .reference()), page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "STATE", "PERSON", "SESSION", "RECORDED"]) { nomination in
      [
        nomination.id.description, nomination.state.rawValue, try names.person(nomination.person),
        try names.session(nomination.session), nomination.recordedAt.text(fractionDigits: 0),
      ]
    }
  }

  fileprivate static func moveNomination(_ event: NominationState.Event) -> Verb {
    Verb.changing(
      event.rawValue, summary: event.summary, arguments: [.nomination], options: [.reason]
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
        next: canEnrol ? "registrar enrolment add --nomination \(nomination.id)" : nil)
    }
  }
}

extension NominationState.Event {
  fileprivate var summary: String {
    switch self {
    case .endorse: "Record that the organisation endorses a nomination."
    case .select: "Select a nominated person."
    case .reserve: "Keep a nominated person in reserve."
    case .decline: "Decline a nomination; a place on the waiting list that it led to is given up."
    case .withdraw: "Withdraw a nomination; a seat that it led to goes to the first who waits."
    }
  }
}
