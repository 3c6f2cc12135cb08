internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Members, ROCBs, RTCs, universities, donors.
  static let organisation = Noun(
    name: "organisation", summary: "Members, regional entities, universities, donors.",
    verbs: [.addParty, .importParties, .listParties, .showParty, .exportParties])
}

/// A seat on one line: `Baku, from 2011-10-17`.
private func words(_ seat: Party.Seat) -> String {
  let days = [seat.from.map { "from \($0)" }, seat.to.map { "to \($0)" }].compactMap(\.self)
  let host = seat.host.map { "hosted by \($0)" }
  return ([seat.place, host].compactMap(\.self) + days).joined(separator: ", ")
}

extension Verb {
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
        ] + party.seats.map { ("seat", words($0)) } + party.sources.map { ("source", $0.address) }
      ).lines
    }
  }
}
