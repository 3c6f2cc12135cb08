internal import Accreditation
internal import Arguments
internal import Assessment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Cases of experts.
  static let accreditation = Noun(
    name: "accreditation", summary: "Experts on their way into a pool, and what becomes of them.",
    verbs: [
      .nominateExpert, .listAccreditations, .showAccreditation, .assignMission, .convertAccreditation,
    ] + MoveAccreditation.Step.allCases.map(Verb.moveAccreditation))
}

extension Verb {
  fileprivate static let nominateExpert = Verb.changing(
    "nominate", summary: "Put a person forward for a pool of experts.",
    discussion: "The person has a place in the organisation on the day.",
    examples: [
      Example(
        "registrar accreditation nominate --person PERSON --pool TOA-PCA --language en --organisation KE",
        "A Member puts an officer forward for the English-language group.")
    ],
    options: [
      .value("person", "PERSON", kind: .naming(.person), isRequired: true, help: "The person's identifier."),
      .value("pool", "POOL", kind: .naming(.pool), isRequired: true, help: "The pool's code or identifier."),
      .value("language", "TAG", isRequired: true, help: "The language group."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation), isRequired: true,
        help: "The organisation that nominates."), .on,
    ]
  ) { errand in
    let given = errand.given
    let accreditation = try errand.perform(
      NominateExpert(
        person: try given.required("person", .id()), pool: try given.required("pool", .reference()),
        language: try given.required("language", .language),
        party: try given.required("organisation", .reference()), on: try given.optional("on", .day)))
    try errand.tell(accreditation, "Nominated.")
  }

  fileprivate static let listAccreditations = Verb.showing(
    "list", summary: "List accreditations in the order they were recorded.",
    examples: [
      Example(
        "registrar accreditation list --pool TOA-PCA --due-by 2026-12-31",
        "See whose next stage is due this year.")
    ],
    options: [
      .value("pool", "POOL", kind: .naming(.pool), help: "Only those in this pool."),
      .choice("state", "STATE", of: AccreditationState.self, help: "Only those in this state."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation),
        help: "Only those that this organisation put forward."),
      .value("person", "PERSON", kind: .naming(.person), help: "Only those of this person."),
      .value("due-by", "DAY", help: "Only those whose next stage is due by this day."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListAccreditations(
        pool: try given.optional("pool", .reference()), state: try given.optional("state", .choice()),
        party: try given.optional("organisation", .reference()), person: try given.optional("person", .id()),
        dueBy: try given.optional("due-by", .day), page: try given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "STATE", "PERSON", "POOL", "LANGUAGE", "DUE BY", "HELD UNTIL"]) { item in
      [
        item.id.description, item.progress.state.rawValue, try names.person(item.person),
        try names.pool(item.pool), item.language.text, item.progress.dueBy?.description ?? "",
        item.progress.heldUntil?.description ?? "",
      ]
    }
  }

  fileprivate static let showAccreditation = Verb.showing(
    "show", summary: "Show an accreditation with all that happened to it.",
    examples: [Example("registrar accreditation show ACCREDITATION", "See how far a candidate has come.")],
    arguments: [.accreditation]
  ) { errand in
    let answer = try errand.answer(ShowAccreditation(try errand.given.required("ACCREDITATION", .id())))
    let names = Names(errand)
    try errand.show(answer) {
      let rows = try answer.transitions.map { step in
        [
          step.on.description, step.event?.rawValue ?? "", step.to.rawValue, step.stage?.text ?? "",
          try step.evidence.assessor.map(names.person) ?? "",
          try step.evidence.session.map(names.session) ?? "", step.reason ?? "",
        ]
      }
      let missions = try answer.missions.map { mission in
        "mission: \(try names.party(mission.party)), \(words(mission.days)), "
          + "evaluated by \(try names.person(mission.evaluator))"
      }
      return try details(of: answer, names).lines + missions + [""]
        + Table(["ON", "STEP", "STATE", "STAGE", "ASSESSOR", "SESSION", "REASON"], rows).lines(
          columns: errand.surroundings.columns)
    }
  }

  private static func details(of answer: ShowAccreditation.Answer, _ names: Names) throws -> Details {
    let (item, progress) = (answer.accreditation, answer.accreditation.progress)
    return Details([
      ("id", item.id.description), ("state", progress.state.rawValue),
      ("person", "\(try names.person(item.person)) (\(item.person))"),
      ("pool", "\(answer.pool.code), version \(item.version)"), ("language", item.language.text),
      ("nominated by", try names.party(item.nominatedBy)),
      ("converted from", item.convertedFrom?.description), ("standing", progress.standing?.rawValue),
      ("held since", progress.heldSince?.description), ("held until", progress.heldUntil?.description),
      ("next stage", answer.due.map { "\($0.code), \($0.kind.rawValue)" }),
      ("due by", progress.dueBy?.description),
    ])
  }

  fileprivate static let assignMission = Verb.changing(
    "assign-mission", summary: "Send a candidate on a mission beside an expert who evaluates.",
    discussion:
      "The evaluator is accredited in the category on the first day, or has a place in the Secretariat.",
    examples: [
      Example(
        "registrar accreditation assign-mission ACCREDITATION --organisation KE --from 2026-10-05 --to 2026-10-16 "
          + "--evaluator PERSON", "Two weeks in a Member.")
    ],
    arguments: [.accreditation],
    options: [
      .value(
        "organisation", "CODE", kind: .naming(.organisation), isRequired: true,
        help: "The organisation that is worked in."),
      .value("from", "DAY", isRequired: true, help: "Its first day."),
      .value("to", "DAY", isRequired: true, help: "Its last day, inclusive."),
      .value("evaluator", "PERSON", kind: .naming(.person), isRequired: true, help: "Who evaluates."), .on,
    ]
  ) { errand in
    let given = errand.given
    let accreditation = try errand.perform(
      AssignMission(
        accreditation: try given.required("ACCREDITATION", .id()),
        party: try given.required("organisation", .reference()), days: try given.days(from: nil),
        evaluator: try given.required("evaluator", .id()), on: try given.optional("on", .day)))
    try errand.tell(accreditation, "Assigned.")
  }

  fileprivate static let convertAccreditation = Verb.changing(
    "convert", summary: "Convert an accredited expert into another pool; the accreditation ends with that.",
    examples: [
      Example(
        "registrar accreditation convert ACCREDITATION --pool MPA --session REFRESHER-1",
        "By a refresher with testing.")
    ],
    arguments: [.accreditation],
    options: [
      .value(
        "pool", "POOL", kind: .naming(.pool), isRequired: true,
        help: "The pool that the expert is converted into."),
      .on, .workshop, .reason,
    ]
  ) { errand in
    let given = errand.given
    let accreditation = try errand.perform(
      ConvertAccreditation(
        accreditation: try given.required("ACCREDITATION", .id()),
        pool: try given.required("pool", .reference()), on: try given.optional("on", .day),
        session: try given.optional("session", .reference()), reason: try given.optional("reason", .text)))
    try errand.tell(accreditation, "Converted.")
  }

  fileprivate static func moveAccreditation(_ step: MoveAccreditation.Step) -> Verb {
    Verb.changing(
      step.rawValue, summary: step.summary, examples: [step.example], arguments: [.accreditation],
      options: [
        .on, .workshop,
        .value(
          "assessor", "PERSON", kind: .naming(.person),
          help: "Who assessed; not named where the evaluator of a mission did."),
        .value(
          "observation", "OBSERVATION", kind: .naming(.observation),
          help: "The observation that the verdict rests on."),
        .reason,
      ]
    ) { errand in
      let given = errand.given
      let accreditation = try errand.perform(
        MoveAccreditation(
          accreditation: try given.required("ACCREDITATION", .id()), step: step,
          on: try given.optional("on", .day), session: try given.optional("session", .reference()),
          assessor: try given.optional("assessor", .id()),
          observation: try given.optional("observation", .id()), reason: try given.optional("reason", .text)))
      try errand.tell(accreditation, "Recorded.")
    }
  }
}

extension MoveAccreditation.Step {
  fileprivate var example: Example {
    let command = "registrar accreditation \(rawValue) ACCREDITATION"
    return switch self {
    case .screen: Example(command, "The nominee goes to the workshop.")
    case .decline: Example("\(command) --reason \"No experience in the subject\"", "The nominee does not.")
    case .prepare: Example("\(command) --session PREP-1", "One more preparatory workshop.")
    case .pass: Example("\(command) --session WORKSHOP-1 --assessor PERSON", "The candidate passed.")
    case .fail:
      Example(
        "\(command) --session WORKSHOP-1 --assessor PERSON --reason \"Not yet\"", "The candidate did not.")
    case .callOffMission: Example("\(command) --reason \"The Member postponed\"", "No verdict comes of it.")
    case .confirm:
      Example("\(command) --on 2026-10-16", "The evaluator's verdict, at the end of the mission.")
    case .reject: Example("\(command) --reason \"Did not lead a session\"", "The evaluator's verdict.")
    case .refresh: Example("\(command) --session REFRESHER-1", "The term begins again.")
    case .deactivate:
      Example("\(command) --reason \"On leave for a year\"", "Nobody asks the expert meanwhile.")
    case .reactivate: Example(command, "The expert is back.")
    case .lapse: Example("\(command) --reason \"No refresher\"", "What was held is held no longer.")
    case .withdraw: Example("\(command) --reason \"Changed posts\"", "The Member takes the candidate back.")
    }
  }
}

extension Argument {
  fileprivate static let accreditation = Argument(
    "ACCREDITATION", kind: .naming(.accreditation), help: "The accreditation's identifier.")
}

extension Option {
  fileprivate static let on = Option.value(
    "on", "DAY", help: "The day on which it happened; today (UTC) where not given.")
  fileprivate static let workshop = Option.value(
    "session", "SESSION", kind: .naming(.session), help: "The session that was the workshop or refresher.")
}

extension Errand {
  fileprivate func tell(_ accreditation: Accreditation, _ done: String) throws {
    let progress = accreditation.progress
    let due = progress.dueBy.map { " The next stage is due by \($0)." } ?? ""
    try changed(
      accreditation.id.description, accreditation,
      "\(done) The accreditation is \(progress.state.rawValue).\(due)",
      next: progress.state.isOpen ? "accreditation show \(accreditation.id)" : nil)
  }
}
