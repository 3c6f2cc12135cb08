internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Members, ROCBs, RTCs, universities, donors.
  static let organisation = Noun(
    name: "organisation", summary: "Members, regional entities, universities, donors.",
    verbs: [
      .addParty, .joinGroup, .importGroups, .importParties, .listParties, .showParty, .exportParties,
    ])
}

/// A seat on one line: `Baku, from 2011-10-17`.
private func words(_ seat: Party.Seat) -> String {
  let days = [seat.from.map { "from \($0)" }, seat.to.map { "to \($0)" }].compactMap(\.self)
  let host = seat.host.map { "hosted by \($0)" }
  return ([seat.place, host].compactMap(\.self) + days).joined(separator: ", ")
}

/// A group on one line: `LDC, from 1971, to 2023-12`.
private func words(_ membership: Party.GroupMembership) -> String {
  let days = [membership.from.map { "from \($0)" }, membership.to.map { "to \($0)" }].compactMap(\.self)
  return ([membership.group.text] + days).joined(separator: ", ")
}

extension Verb {
  fileprivate static let joinGroup = Verb.changing(
    "group", summary: "Say that an organisation belongs to a group.",
    discussion: """
      Reports split persons by the groups that their organisation belonged to when the session started. Said again from \
      the same day on, it takes the place of what was said before: so a last day is added.
      """,
    examples: [
      Example("registrar organisation group UG --group LDC --from 1971", "A least developed country."),
      Example("registrar organisation group BT --group LDC --from 1971 --to 2023-12-12", "One that was."),
    ],
    arguments: [
      Argument("ORGANISATION", kind: .naming(.organisation), help: "The organisation's code or identifier.")
    ],
    options: [
      .value(
        "group", "CODE", isRequired: true, help: "The group's code: LDC, LLDC, SIDS, or one of your own."),
      .value("from", "DAY", help: "From when on: a year, a month or a day; not known where not given."),
      .value("to", "DAY", help: "Until when, inclusive; open where not given."),
      .value("source", "ADDRESS", help: "The page that says so."),
    ]
  ) { errand in
    let given = errand.given
    let party = try errand.perform(
      JoinGroup(
        party: try given.required("ORGANISATION", .reference()),
        membership: Party.GroupMembership(
          group: try given.required("group", .code()), from: try given.optional("from", .asFarAsKnown),
          to: try given.optional("to", .asFarAsKnown), source: try given.optional("source", .address))))
    try errand.changed(
      party.code.text, party,
      "\(party.code) belongs to: \(party.groups.map(words).joined(separator: "; ")).")
  }

  fileprivate static let addParty = Verb.changing(
    "add", summary: "Enter an organisation.",
    examples: [
      Example(
        "registrar organisation add KE --kind member --region ESA --name en=Kenya",
        "Enter a Member of the WCO."),
      Example(
        "registrar organisation add SECRETARIAT --kind secretariat --name Secretariat",
        "Enter the Secretariat."),
    ],
    arguments: [.newCode("KE")],
    options: [
      .choice(
        "kind", "KIND", of: Party.Kind.self, isRequired: true, help: "What kind of organisation it is."),
      .choice("region", "REGION", of: Region.self, help: "The region of a Member or regional entity."),
    ] + Option.texts("name", help: "Its name.")
      + Option.days(
        from: "The first day of its membership or existence; today (UTC) where not given.",
        to: "The last day; open where not given.")
  ) { errand in
    let given = errand.given
    let code: PartyCode = try given.required("CODE", .code())
    let kind: Party.Kind = try given.required("kind", .choice())
    let region: Region? = try given.optional("region", .choice())
    let names = try given.texts("name")
    let party = try errand.perform(
      AddParty(
        code: code, kind: kind, names: names, region: region, validity: try given.days(from: errand.today())))
    try errand.changed(
      party.code.text, party, "Entered organisation \(party.code) (\(party.names.text())).",
      next: "person add NAME --organisation \(party.code)")
  }

  fileprivate static let listParties = Verb.showing(
    "list", summary: "List the organisations by code.",
    examples: [Example("registrar organisation list --kind member", "List the Members.")],
    options: [
      .choice("kind", "KIND", of: Party.Kind.self, help: "Only those of this kind."),
      .choice("region", "REGION", of: Region.self, help: "Only those of this region."),
    ] + Option.paging
  ) { errand in
    let filter = PartyFilter(
      kind: try errand.given.optional("kind", .choice()),
      region: try errand.given.optional("region", .choice()))
    let page = try errand.answer(ListParties(filter, page: try errand.given.page()))
    try errand.list(page, ["CODE", "KIND", "REGION", "NAME", "FROM", "TO"]) { party in
      [
        party.code.text, party.kind.rawValue, party.region?.rawValue ?? "", party.names.text(),
        party.validity.knownFrom?.description ?? "", party.validity.to?.description ?? "",
      ]
    }
  }

  fileprivate static let showParty = Verb.showing(
    "show", summary: "Show an organisation.",
    examples: [Example("registrar organisation show KE", "Show an organisation by its code.")],
    arguments: [
      Argument("ORGANISATION", kind: .naming(.organisation), help: "The organisation's code or identifier.")
    ]
  ) { errand in
    let party = try errand.answer(ShowParty(try errand.given.required("ORGANISATION", .reference())))
    try errand.show(party) {
      Details(
        [
          ("code", party.code.text), ("id", party.id.description), ("kind", party.kind.rawValue),
          ("name", words(party.names)), ("region", party.region.map { "\($0.rawValue), \($0.name)" }),
          ("days", words(party.validity)),
        ] + party.seats.map { ("seat", words($0)) } + party.groups.map { ("group", words($0)) }
          + party.sources.map { ("source", $0.address) }
      ).lines
    }
  }
}

extension Form where Value == PartialDay {
  /// A day as far as it is known.
  fileprivate static let asFarAsKnown = Form(expectation: "a year, a month or a day like 2026-06-30") {
    PartialDay($0)
  }
}

extension Form where Value == String {
  /// The address of a page.
  fileprivate static let address = Form(expectation: "an address of http or https") {
    $0.isPageAddress ? $0 : nil
  }
}
