internal import Arguments
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Verb {
  /// Which donors pay for seats in a session.
  static let funding: [Verb] = [fundSession, importFunding, listFunding, endFunding]

  private static let fundSession = Verb.changing(
    "fund", summary: "Say that a donor pays for seats in a session.",
    discussion: """
      A donor's reports are made of the sessions that it pays for, and of no others. Said otherwise, it takes the place \
      of what was said before.
      """,
    examples: [
      Example("registrar session fund VAL-2026-1 --donor DONOR", "The donor pays for seats in the session."),
      Example(
        "registrar session fund VAL-2026-1 --donor DONOR --seats 20 --programme TRADE-2026",
        "It pays for 20 seats, under a programme."),
    ],
    arguments: [.session],
    options: [
      .donor, .value("seats", "N", help: "How many seats; not known where not given."),
      .value(
        "programme", "PROGRAMME", kind: .naming(.fundingProgramme),
        help: "The donor's programme under which it pays; none where not given."),
    ]
  ) { errand in
    let funding = try errand.perform(
      FundSession(
        session: try errand.given.required("SESSION", .reference()),
        donor: try errand.given.required("donor", .reference()),
        seats: try errand.given.number("seats", in: 1...1_000_000),
        programme: try errand.given.optional("programme", .reference())))
    try errand.changed(
      funding.donor.description, funding, "The donor pays for seats in the session.",
      next: "report certification --audience donor --party CODE --from DAY --to DAY")
  }

  private static let importFunding = Verb.takingTable(
    "import-funding", summary: "Say who pays for seats in sessions by a table, all or none.",
    discussion: """
      A row for each session and donor: session, donor, seats, programme; seats and programme may be empty. Said \
      otherwise, it takes the place of what was said before; the same table twice changes nothing.
      """,
    examples: [
      Example("registrar session import-funding seats.csv --dry-run", "See what would change."),
      Example("registrar session import-funding seats.csv", "Record who pays for the year's sessions."),
    ]
  ) { errand, bytes, name, isDryRun in
    try errand.registrar.importSessionFunding(bytes, name: name, isDryRun: isDryRun, as: .owner)
  }

  private static let listFunding = Verb.showing(
    "funding", summary: "List the donors that pay for seats in a session.",
    examples: [Example("registrar session funding VAL-2026-1", "See who pays for seats.")],
    arguments: [.session]
  ) { errand in
    let page = try errand.answer(ListFunding(session: try errand.given.required("SESSION", .reference())))
    let names = Names(errand)
    try errand.list(page, ["DONOR", "PROGRAMME", "SEATS", "SINCE"]) { funding in
      [
        try names.party(funding.donor), try funding.programme.map(names.programme) ?? "",
        funding.seats.map(String.init) ?? "",
        funding.recordedAt.text(fractionDigits: 0),
      ]
    }
  }

  private static let endFunding = Verb.changing(
    "unfund", summary: "Take back that a donor pays for seats in a session.",
    discussion: "Reports as of an earlier cut-off still count the session.",
    examples: [
      Example(
        "registrar session unfund VAL-2026-1 --donor DONOR --reason \"Entered for the wrong session\"",
        "Correct who pays.")
    ],
    arguments: [.session], options: [.donor, .reason]
  ) { errand in
    let funding = try errand.perform(
      EndFunding(
        session: try errand.given.required("SESSION", .reference()),
        donor: try errand.given.required("donor", .reference()),
        reason: try errand.given.optional("reason", .text)))
    try errand.changed(
      funding.donor.description, funding, "The donor no longer pays for seats in the session.")
  }
}

extension Option {
  fileprivate static let donor = Option.value(
    "donor", "CODE", kind: .naming(.organisation), isRequired: true, help: "The donor's code or identifier.")
}
