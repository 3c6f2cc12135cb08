internal import Arguments
internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Who was or is what to whom.
  static let involvement = Noun(
    name: "involvement", summary: "Who trained, supervised, assessed or stands close: who may not decide.",
    verbs: [.declareInvolvement, .listInvolvements, .showInvolvement, .endInvolvement])
}

extension Verb {
  fileprivate static let declareInvolvement = Verb.changing(
    "declare", summary: "Declare what somebody was or is to a person, or to everyone in a session.",
    discussion:
      "Where a scheme asks for it, whoever it is declared of does not decide on those people's certificates.",
    examples: [
      Example(
        "registrar involvement declare PERSON --duty trained --session VAL-2026-1",
        "Who taught the session does not decide on its certificates."),
      Example(
        "registrar involvement declare PERSON --duty close --candidate PERSON",
        "Two people who stand close to each other."),
    ],
    arguments: [.person],
    options: [
      .choice("duty", "DUTY", of: Duty.self, isRequired: true, help: "What it is."),
      .value("session", "SESSION", kind: .naming(.session), help: "The session's code or identifier."),
      .value(
        "candidate", "PERSON", kind: .naming(.person), help: "In place of a session: one person's identifier."
      ),
    ]
  ) { errand in
    let involvement = try errand.perform(
      DeclareInvolvement(
        person: try errand.given.required("PERSON", .id()),
        duty: try errand.given.required("duty", .choice()), subject: try errand.subject()))
    try errand.changed(involvement.id.description, involvement, "Declared.")
  }

  fileprivate static let listInvolvements = Verb.showing(
    "list", summary: "List who was or is what to whom, in the order it was recorded.",
    examples: [Example("registrar involvement list", "See who may not decide on whom.")],
    options: Option.paging
  ) { errand in
    let page = try errand.answer(ListInvolvements(page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "PERSON", "DUTY", "TO", "ENDED"]) { involvement in
      [
        involvement.id.description, try names.person(involvement.person), involvement.duty.rawValue,
        try names.subject(of: involvement), involvement.endedAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let showInvolvement = Verb.showing(
    "show", summary: "Show an involvement.",
    examples: [Example("registrar involvement show INVOLVEMENT", "See who is what to whom.")],
    arguments: [.involvement]
  ) { errand in
    let involvement = try errand.answer(ShowInvolvement(try errand.given.required("INVOLVEMENT", .id())))
    let names = Names(errand)
    try errand.show(involvement) {
      Details([
        ("id", involvement.id.description), ("person", try names.person(involvement.person)),
        ("duty", involvement.duty.rawValue), ("to", try names.subject(of: involvement)),
        ("recorded", involvement.recordedAt.text(fractionDigits: 0)),
        ("ended", involvement.endedAt?.text(fractionDigits: 0)),
      ]).lines
    }
  }

  fileprivate static let endInvolvement = Verb.changing(
    "end", summary: "End an involvement; what was decided before stays.",
    examples: [
      Example("registrar involvement end INVOLVEMENT --reason \"Left the unit\"", "It holds no longer.")
    ],
    arguments: [.involvement], options: [.neededReason]
  ) { errand in
    let involvement = try errand.perform(
      EndInvolvement(
        involvement: try errand.given.required("INVOLVEMENT", .id()),
        reason: try errand.given.required("reason", .text)))
    try errand.changed(involvement.id.description, involvement, "The involvement has ended.")
  }
}

extension Argument {
  fileprivate static let involvement = Argument(
    "INVOLVEMENT", kind: .naming(.involvement), help: "The involvement's identifier.")
}

extension Names {
  fileprivate func subject(of involvement: Involvement) throws -> String {
    switch involvement.subject {
    case .session(let session): "everyone in session \(try self.session(session))"
    case .person(let person): try self.person(person)
    }
  }
}

extension Errand {
  /// With whom: a session or a person, one of them.
  fileprivate func subject() throws -> DeclareInvolvement.Subject {
    let session: Reference<Session>? = try given.optional("session", .reference())
    let candidate: PersonID? = try given.optional("candidate", .id())
    switch (session, candidate) {
    case (.some(let session), nil): return .session(session)
    case (nil, .some(let candidate)): return .person(candidate)
    case (nil, nil): throw given.missing("session", "SESSION")
    case (.some, .some(let candidate)):
      throw given.unfit("candidate", candidate.description, "given without --session")
    }
  }
}
