internal import Arguments
internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// What was observed of performances.
  static let observation = Noun(
    name: "observation", summary: "What observers saw of a performance, by a rubric.",
    verbs: [
      .recordObservation, .secondObservation, .acknowledgeObservation, .signOffObservation, .annulObservation,
      .listObservations, .showObservation,
    ])
}

extension Verb {
  fileprivate static let recordObservation = Verb.changing(
    "record", summary: "Record what an observer saw of a person's performance.",
    discussion: """
      Every criterion of the rubric gets one mark, by one of its anchors. What that amounts to follows from the rubric, \
      never from what is typed here.
      """,
    examples: [
      Example(
        "registrar observation record --rubric PRACTICE-LESSON --person PERSON --observer PERSON --mark objective=3 "
          + "--mark showing=3 --mark instruction=2 --mark practice=4 --mark check-and-time=3 "
          + "--comment \"instruction=09:08 two ask: which groups?\"", "A practice lesson.")
    ],
    options: [
      .value(
        "rubric", "RUBRIC", kind: .naming(.rubric), isRequired: true, help: "The rubric's code or identifier."
      ),
      .value("person", "PERSON", kind: .naming(.person), isRequired: true, help: "Who was observed."),
      .observer,
      .value("on", "DAY", help: "The day; today (UTC) where not given."),
      .value(
        "session", "SESSION", kind: .naming(.session), help: "The session in which it took place."),
      .value("witness", "TEXT", help: "Who else was there."),
    ] + markOptions
  ) { errand in
    let given = errand.given
    let observation = try errand.perform(
      RecordObservation(
        rubric: try given.required("rubric", .reference()), person: try given.required("person", .id()),
        observer: try given.optional("observer", .id()), on: try given.optional("on", .day),
        session: try given.optional("session", .reference()),
        witness: try given.optional("witness", .text) ?? "", marks: try errand.marks()))
    try errand.tell(
      observation, next: "observation acknowledge \(observation.id) --acknowledgement agreed")
  }

  fileprivate static let secondObservation = Verb.changing(
    "second", summary: "Record what a second observer saw.",
    discussion: "Two observers who come to different verdicts decide nothing.",
    examples: [
      Example(
        "registrar observation second OBSERVATION --observer PERSON --mark objective=3 --mark showing=2 "
          + "--mark instruction=3 --mark practice=3 --mark check-and-time=3", "The other sheet.")
    ],
    arguments: [.observation], options: [.observer] + markOptions
  ) { errand in
    let observation = try errand.perform(
      SecondObservation(
        observation: try errand.given.required("OBSERVATION", .id()),
        observer: try errand.given.optional("observer", .id()), marks: try errand.marks()))
    try errand.tell(
      observation, next: "observation acknowledge \(observation.id) --acknowledgement agreed")
  }

  fileprivate static let acknowledgeObservation = Verb.changing(
    "acknowledge", summary: "Record what who was observed says to it.",
    examples: [
      Example(
        "registrar observation acknowledge OBSERVATION --acknowledgement agreed", "The person has read it.")
    ],
    arguments: [.observation],
    options: [
      .choice(
        "acknowledgement", "WORD", of: Observation.Acknowledgement.self, isRequired: true,
        help: "What the person says."),
      .value("comment", "TEXT", help: "In the person's own words."),
    ]
  ) { errand in
    let given = errand.given
    let observation = try errand.perform(
      AcknowledgeObservation(
        observation: try given.required("OBSERVATION", .id()),
        acknowledgement: try given.required("acknowledgement", .choice()),
        comment: try given.optional("comment", .text)))
    try errand.tell(observation, next: "observation sign-off \(observation.id) --by PERSON")
  }

  fileprivate static let signOffObservation = Verb.changing(
    "sign-off", summary: "Sign an observation off: another person than all who took part answers for it.",
    examples: [
      Example("registrar observation sign-off OBSERVATION --by PERSON", "From now on it is evidence.")
    ],
    arguments: [.observation],
    options: [
      .value(
        "by", "PERSON", kind: .naming(.person), help: "Who signs off; the key's own person where not given.")
    ]
  ) { errand in
    let observation = try errand.perform(
      SignOffObservation(
        observation: try errand.given.required("OBSERVATION", .id()),
        by: try errand.given.optional("by", .id())))
    try errand.tell(observation, next: "result observe ENROLMENT --observation \(observation.id)")
  }

  fileprivate static let annulObservation = Verb.changing(
    "annul", summary: "Annul an observation, with a reason; it stays in the records.",
    examples: [
      Example("registrar observation annul OBSERVATION --reason \"Wrong sheet\"", "It is no evidence.")
    ],
    arguments: [.observation], options: [.neededReason]
  ) { errand in
    try errand.tell(
      errand.perform(
        AnnulObservation(
          observation: errand.given.required("OBSERVATION", .id()),
          reason: errand.given.required("reason", .text))))
  }

  fileprivate static let listObservations = Verb.showing(
    "list", summary: "List observations in the order they were recorded.",
    examples: [Example("registrar observation list --state acknowledged", "What waits to be signed off.")],
    options: [
      .value("person", "PERSON", kind: .naming(.person), help: "Only those of this person."),
      .value(
        "observer", "PERSON", kind: .naming(.person), help: "Only those by this observer, first or second."),
      .value("session", "SESSION", kind: .naming(.session), help: "Only those in this session."),
      .choice("state", "STATE", of: ObservationState.self, help: "Only those in this state."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListObservations(
        person: try given.optional("person", .id()), observer: try given.optional("observer", .id()),
        session: try given.optional("session", .reference()), state: try given.optional("state", .choice()),
        page: try given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "STATE", "PERSON", "ON", "OBSERVER", "SECOND", "VERDICT"]) { item in
      [
        item.id.description, item.state.rawValue, try names.person(item.person), item.on.description,
        try names.person(item.observer), try item.secondObserver.map(names.person) ?? "", words(item),
      ]
    }
  }

  fileprivate static let showObservation = Verb.showing(
    "show", summary: "Show an observation with its marks and all that happened to it.",
    examples: [Example("registrar observation show OBSERVATION", "See each mark with its line.")],
    arguments: [.observation]
  ) { errand in
    let answer = try errand.answer(ShowObservation(try errand.given.required("OBSERVATION", .id())))
    let names = Names(errand)
    try errand.show(answer) {
      let columns = errand.surroundings.columns
      let marks = answer.marks.map { ["first", $0.criterion.text, String($0.mark), $0.comment] }
      let second = answer.secondMarks.map { ["second", $0.criterion.text, String($0.mark), $0.comment] }
      let steps = try answer.transitions.map { step in
        [
          step.at.text(fractionDigits: 0), step.event?.rawValue ?? "", step.to.rawValue,
          try step.by.map(names.person) ?? "", step.acknowledgement?.rawValue ?? "", step.comment ?? "",
        ]
      }
      return try details(of: answer, names).lines + [""]
        + Table(["OBSERVER", "CRITERION", "MARK", "COMMENT"], marks + second).lines(columns: columns) + [""]
        + Table(["AT", "STEP", "STATE", "BY", "SAYS", "COMMENT"], steps).lines(columns: columns)
    }
  }

  private static func details(of answer: ShowObservation.Answer, _ names: Names) throws -> Details {
    let item = answer.observation
    return Details([
      ("id", item.id.description), ("state", item.state.rawValue), ("verdict", words(item)),
      ("rubric", "\(answer.rubric), version \(item.version)"),
      ("person", "\(try names.person(item.person)) (\(item.person))"), ("on", item.on.description),
      ("session", try item.session.map(names.session)), ("observer", try names.person(item.observer)),
      ("second observer", try item.secondObserver.map(names.person)),
      ("witness", item.witness.isEmpty ? nil : item.witness),
      ("result", answer.result?.description),
    ])
  }
}

/// What an observation amounts to.
private func words(_ observation: Observation) -> String {
  observation.verdict?.rawValue ?? "the observers disagree"
}

private let markOptions: [Option] = [
  .value(
    "mark", "CRITERION=N", isRequired: true, isRepeated: true,
    help: "The mark for a criterion; repeat it for every criterion."),
  .value(
    "comment", "CRITERION=TEXT", isRepeated: true, help: "The line that supports the mark of a criterion."),
]

extension Argument {
  fileprivate static let observation = Argument(
    "OBSERVATION", kind: .naming(.observation), help: "The observation's identifier.")
}

extension Option {
  fileprivate static let observer = Option.value(
    "observer", "PERSON", kind: .naming(.person), help: "Who observed; the key's own person where not given.")
}

/// What stands for a criterion: its code, an equals sign, a value.
private struct OfCriterion: Sendable {
  let criterion: CriterionCode
  let value: String
}

extension Form where Value == OfCriterion {
  fileprivate static let ofCriterion = Form(expectation: "a criterion and a value like instruction=3") {
    text in
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")),
      let criterion = CriterionCode(text[..<equals])
    else { return nil }
    return OfCriterion(criterion: criterion, value: String(text[text.utf8.index(after: equals)...]))
  }
}

extension Errand {
  /// The marks with their comments; a comment on a criterion that has no mark is refused.
  fileprivate func marks() throws -> [ObservedMark] {
    let comments = try given.each("comment", .ofCriterion)
    let marks = try given.each("mark", .ofCriterion).map { typed in
      guard let mark = Int(typed.value) else {
        throw given.unfit("mark", "\(typed.criterion)=\(typed.value)", "a criterion and a whole number")
      }
      let comment = comments.last { $0.criterion == typed.criterion }?.value ?? ""
      return ObservedMark(criterion: typed.criterion, mark: mark, comment: comment)
    }
    if let lost = comments.first(where: { comment in !marks.contains { $0.criterion == comment.criterion } })
    {
      throw given.unfit("comment", "\(lost.criterion)=\(lost.value)", "on a criterion that has a --mark")
    }
    return marks
  }

  fileprivate func tell(_ observation: Observation, next: String? = nil) throws {
    try changed(
      observation.id.description, observation,
      "The observation is \(observation.state.rawValue): \(words(observation)).", next: next)
  }
}
