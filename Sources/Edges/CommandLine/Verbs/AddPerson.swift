internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// People and where they belong.
  static let person = Noun(
    name: "person", summary: "People who learn, train, assess or decide.",
    verbs: [
      .addPerson, .listPersons, .showPerson, .renamePerson, .addAffiliation, .exportTranscript, .erasePerson,
      .listErasures,
    ],
    parts: [.affiliation])
}

extension Verb {
  fileprivate static let addPerson = Verb.changing(
    "add", summary: "Enter a person.",
    discussion: "Prints the person's identifier, by which the person is spoken of from then on.",
    examples: [
      Example(
        "registrar person add \"Amina Example\" --sex female --organisation KE --role-level operational-manager",
        "Enter an officer with her place in a Member.")
    ],
    arguments: [Argument("NAME", help: "The full name as it is to stand on a certificate.")],
    options: [
      .choice("sex", "SEX", of: Person.Sex.self, help: "unknown where not given."),
      .value("language", "TAG", help: "The language the person is addressed in; en where not given."),
      .value(
        "mailbox", "ADDRESS", isRepeated: true, help: "An address that statements may name the person by."),
      .value("organisation", "CODE", kind: .naming(.organisation), help: "Where the person belongs."),
    ] + placeOptions
  ) { errand in
    let given = errand.given
    let name = try given.required("NAME", .text)
    let sex: Person.Sex = try given.optional("sex", .choice()) ?? .unknown
    let language = try given.optional("language", .language) ?? .english
    let mailboxes = try given.each("mailbox", .text)
    let organisation: Reference<Party>? = try given.optional("organisation", .reference())
    if organisation == nil, let (option, value) = given.placeOption {
      throw given.unfit(option, value, "given with --organisation only")
    }
    let entered = try errand.perform(
      AddPerson(
        name: name, sex: sex, language: language, mailboxes: mailboxes,
        place: try organisation.map { try errand.place(in: $0) }))
    let person = entered.person
    for warning in entered.warnings { try errand.output.say("Warning: \(warning.sentence).") }
    try errand.changed(
      person.id.description, entered, "Entered \(person.name).",
      next: organisation == nil
        ? "person affiliate \(person.id) --organisation CODE"
        : "nomination add --person \(person.id) --session SESSION --organisation CODE")
  }

  fileprivate static let addAffiliation = Verb.changing(
    "affiliate", summary: "Give a person a place in an organisation.",
    examples: [
      Example(
        "registrar person affiliate PERSON --organisation KE --role-level operational-manager --from 2026-01-01",
        "An officer changes to another administration or post.")
    ],
    arguments: [.person],
    options: [
      .value(
        "organisation", "CODE", kind: .naming(.organisation), isRequired: true,
        help: "The organisation's code or identifier.")
    ]
      + placeOptions
  ) { errand in
    let person: PersonID = try errand.given.required("PERSON", .id())
    let organisation: Reference<Party> = try errand.given.required("organisation", .reference())
    let affiliation = try errand.perform(
      AddAffiliation(person: person, place: try errand.place(in: organisation)))
    try errand.changed(
      affiliation.id.description, affiliation,
      "The person belongs to \(organisation), \(words(affiliation.validity)).")
  }

  fileprivate static let listPersons = Verb.showing(
    "list", summary: "List the persons in the order they were entered.",
    examples: [Example("registrar person list --name ali --organisation KE", "Find an officer of a Member.")],
    options: [
      .value("name", "TEXT", help: "Only those whose name holds this, in capitals or small letters."),
      .value("mailbox", "ADDRESS", help: "Only who has this address."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation),
        help: "Only those who have, had or will have a place in it."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListPersons(
        name: try given.optional("name", .text), mailbox: try given.optional("mailbox", .text),
        party: try given.optional("organisation", .reference()), page: try given.page()))
    try errand.list(page, ["ID", "NAME", "SEX", "LANGUAGE"]) { person in
      [person.id.description, person.name, person.sex.rawValue, person.language.text]
    }
  }

  fileprivate static let showPerson = Verb.showing(
    "show", summary: "Show a person and where they belong.",
    examples: [Example("registrar person show PERSON", "Show a person by identifier.")], arguments: [.person]
  ) { errand in
    let answer = try errand.answer(ShowPerson(try errand.given.required("PERSON", .id())))
    try errand.show(answer) {
      let person = answer.person
      let details = Details([
        ("id", person.id.description), ("name", person.name), ("sex", person.sex.rawValue),
        ("language", person.language.text),
        ("mailboxes", person.mailboxes.isEmpty ? nil : person.mailboxes.joined(separator: ", ")),
        ("erased on", person.erasedAt?.dayInUTC.description),
      ])
      return details.lines + places(answer, errand.surroundings.columns)
    }
  }
}

private func places(_ answer: ShowPerson.Answer, _ columns: Int?) -> [String] {
  guard !answer.affiliations.isEmpty else { return [] }
  let rows = answer.affiliations.map { affiliation, party in
    [
      affiliation.id.description, party.text, affiliation.unit, affiliation.post,
      affiliation.roleLevel?.rawValue ?? "",
      words(affiliation.validity),
    ]
  }
  return [""]
    + Table(["PLACE", "ORGANISATION", "UNIT", "POST", "LEVEL", "DAYS"], rows).lines(columns: columns)
}

private let placeOptions: [Option] =
  [
    .value("unit", "TEXT", help: "The unit in the organisation, as it names it."),
    .value("post", "TEXT", help: "The post in the organisation, as it names it."),
    .choice("role-level", "LEVEL", of: RoleLevel.self, help: "The level of responsibility."),
  ]
  + Option.days(
    from: "The first day in the organisation; today (UTC) where not given.",
    to: "The last day; open where not given.")

extension Given {
  /// The first option that says something of a place in an organisation, with its value.
  fileprivate var placeOption: (name: String, value: String)? {
    placeOptions.lazy.compactMap { option in invocation.value(option.name).map { (option.name, $0) } }.first
  }
}

extension Errand {
  /// The place in an organisation that the options describe.
  fileprivate func place(in organisation: Reference<Party>) throws -> AddPerson.Place {
    AddPerson.Place(
      party: organisation, unit: try given.optional("unit", .text) ?? "",
      post: try given.optional("post", .text) ?? "", roleLevel: try given.optional("role-level", .choice()),
      validity: try given.days(from: today()))
  }
}
