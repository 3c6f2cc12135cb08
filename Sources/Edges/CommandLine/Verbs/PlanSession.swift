internal import Arguments
internal import Catalogue
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Dated deliveries of courses.
  static let session = Noun(
    name: "session", summary: "Dated deliveries of courses.",
    verbs: [.planSession, .listSessions, .showSession] + SessionState.Event.allCases.map(Verb.moveSession)
      + [.awardSession, .proposeSession, .releaseSession] + Verb.funding)
}

extension Verb {
  fileprivate static let planSession = Verb.changing(
    "plan", summary: "Plan a dated delivery of a course's published version.",
    examples: [
      Example(
        "registrar session plan VAL-2026-1 --course VALUATION-1 --mode tutored --from 2026-09-07 --to 2026-09-11",
        "Plan a tutored session of one week.")
    ],
    arguments: [.newCode("VAL-2026-1")],
    options: [
      .value(
        "course", "COURSE", kind: .naming(.course), isRequired: true, help: "The course's code or identifier."
      ),
      .choice("mode", "MODE", of: Session.Mode.self, isRequired: true, help: "How it is delivered."),
      .value("from", "DAY", isRequired: true, help: "Its first day."),
      .value("to", "DAY", isRequired: true, help: "Its last day, inclusive."),
      .value("zone", "ZONE", help: "The time zone that its days are meant in; UTC where not given."),
      .value("language", "TAG", help: "The language it is delivered in; en where not given."),
      .value("capacity", "N", help: "How many people can take part; not limited where not given."),
      .value("host", "CODE", kind: .naming(.organisation), help: "The organisation that delivers it."),
    ]
  ) { errand in
    let given = errand.given
    let session = try errand.perform(
      PlanSession(
        code: try given.required("CODE", .code()), course: try given.required("course", .reference()),
        mode: try given.required("mode", .choice()), days: try given.days(from: nil),
        timeZone: try given.optional("zone", .text) ?? "UTC",
        language: try given.optional("language", .language) ?? .english,
        capacity: try given.number("capacity", in: 1...1_000_000),
        host: try given.optional("host", .reference())))
    try errand.changed(
      session.code.text, session, "Planned session \(session.code), \(words(session.days)).",
      next: "session open \(session.code)")
  }

  fileprivate static let listSessions = Verb.showing(
    "list", summary: "List the sessions, the latest first.",
    examples: [
      Example("registrar session list --state running --host RTC-NBO", "What a training centre delivers now.")
    ],
    options: [
      .choice("state", "STATE", of: SessionState.self, help: "Only those in this state."),
      .value("course", "COURSE", kind: .naming(.course), help: "Only those that deliver this course."),
      .value(
        "host", "CODE", kind: .naming(.organisation), help: "Only those that this organisation delivers."),
      .value("from", "DAY", help: "Only those that have not ended before this day."),
      .value("to", "DAY", help: "Only those that have begun by this day."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListSessions(
        state: try given.optional("state", .choice()), course: try given.optional("course", .reference()),
        host: try given.optional("host", .reference()), from: try given.optional("from", .day),
        to: try given.optional("to", .day), page: try given.page()))
    try errand.list(page, ["CODE", "STATE", "MODE", "FROM", "TO", "ZONE", "CAPACITY"]) { session in
      [
        session.code.text, session.state.rawValue, session.mode.rawValue, session.days.from.description,
        session.days.to?.description ?? "", session.timeZone, session.capacity.map(String.init) ?? "",
      ]
    }
  }

  fileprivate static let showSession = Verb.showing(
    "show", summary: "Show a session and how its seats stand.",
    examples: [Example("registrar session show VAL-2026-1", "See how many seats are free and who waits.")],
    arguments: [.session]
  ) { errand in
    let answer = try errand.answer(ShowSession(try errand.given.required("SESSION", .reference())))
    try errand.show(answer) {
      let session = answer.session
      let capacity = answer.seats.capacity.map { " of \($0)" } ?? ""
      return Details([
        ("code", session.code.text), ("id", session.id.description), ("state", session.state.rawValue),
        ("course", "\(answer.course.code), version \(answer.version.number)"),
        ("title", answer.course.title.text()), ("mode", session.mode.rawValue), ("days", words(session.days)),
        ("time zone", session.timeZone), ("language", session.language.text),
        ("seats taken", "\(answer.seats.taken)\(capacity)"), ("waiting", String(answer.seats.waiting)),
      ]).lines
    }
  }
}
