internal import Arguments
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Donors' programmes, and what is to be reached under them.
  static let fundingProgramme = Noun(
    name: "funding-programme", summary: "Donors' programmes, and what is to be reached under them.",
    verbs: [
      .addProgramme, .importProgrammes, .listProgrammes, .showProgramme, .setTarget, .endTarget,
      .importTargets,
    ])
}

extension Verb {
  fileprivate static let addProgramme = Verb.changing(
    "add", summary: "Enter a donor's programme, under which it pays for seats.",
    examples: [
      Example(
        "registrar funding-programme add TRADE-2026 --donor DONOR --title \"Trade facilitation\" "
          + "--from 2026-01-01 --to 2028-12-31", "A programme of three years.")
    ],
    arguments: [.newCode("TRADE-2026")],
    options: [
      .value("donor", "CODE", kind: .naming(.organisation), isRequired: true, help: "The donor."),
      .value("from", "DAY", isRequired: true, help: "Its first day."),
      .value("to", "DAY", isRequired: true, help: "Its last day, inclusive."),
    ] + Option.texts("title", help: "Its title.")
  ) { errand in
    let given = errand.given
    let programme = try errand.perform(
      AddFundingProgramme(
        code: try given.required("CODE", .code()), donor: try given.required("donor", .reference()),
        titles: try given.texts("title"), days: try given.days(from: nil)))
    try errand.changed(
      programme.code.text, programme, "Entered funding programme \(programme.code).",
      next: "session fund SESSION --donor CODE --seats N --programme \(programme.code)")
  }

  fileprivate static let importProgrammes = Verb.takingTable(
    "import", summary: "Enter the funding programmes of a table, all or none.",
    discussion: """
      A row for each programme: code, donor, from, to, title, and title-fr, title-ar, title-es, title-pt, title-ru, \
      title-zh for other languages. What is recorded is not overwritten; the same table twice changes nothing.
      """,
    examples: [
      Example("registrar funding-programme import programmes.csv --dry-run", "See what it would come to.")
    ]
  ) { errand, bytes, name, isDryRun in
    try errand.registrar.importFundingProgrammes(bytes, name: name, isDryRun: isDryRun, as: .owner)
  }

  fileprivate static let listProgrammes = Verb.showing(
    "list", summary: "List the funding programmes by code.",
    examples: [Example("registrar funding-programme list --donor DONOR", "What a donor pays under.")],
    options: [
      .value("donor", "CODE", kind: .naming(.organisation), help: "Only those of this donor.")
    ] + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListFundingProgrammes(
        donor: try errand.given.optional("donor", .reference()), page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["CODE", "DONOR", "FROM", "TO", "TITLE"]) { programme in
      [
        programme.code.text, try names.party(programme.donor), programme.days.from.description,
        programme.days.to?.description ?? "", programme.titles.text(),
      ]
    }
  }

  fileprivate static let showProgramme = Verb.showing(
    "show", summary: "Show a funding programme with the targets that hold.",
    examples: [Example("registrar funding-programme show TRADE-2026", "See what is to be reached.")],
    arguments: [.programme]
  ) { errand in
    let answer = try errand.answer(
      ShowFundingProgramme(try errand.given.required("PROGRAMME", .reference())))
    let names = Names(errand)
    try errand.show(answer) {
      let programme = answer.programme
      let details = Details([
        ("code", programme.code.text), ("id", programme.id.description),
        ("donor", try names.party(programme.donor)), ("title", words(programme.titles)),
        ("days", words(programme.days)),
      ])
      guard !answer.targets.isEmpty else { return details.lines }
      let rows = answer.targets.map { target in
        [
          target.indicator.rawValue, target.days.from.description, target.days.to?.description ?? "",
          String(target.value),
        ]
      }
      return details.lines + [""]
        + Table(["INDICATOR", "FROM", "TO", "TARGET"], rows).lines(columns: errand.surroundings.columns)
    }
  }

  fileprivate static let setTarget = Verb.changing(
    "target", summary: "Set what is to be reached within some days.",
    discussion: "Another number for the same indicator and days takes the place of the one before.",
    examples: [
      Example(
        "registrar funding-programme target TRADE-2026 --indicator persons --value 120 --from 2026-01-01 "
          + "--to 2026-12-31", "To be reached within a year.")
    ],
    arguments: [.programme],
    options: Option.ofTarget + [.value("value", "N", isRequired: true, help: "The number to reach.")]
  ) { errand in
    let given = errand.given
    guard let value = try given.number("value", in: 1...1_000_000_000) else {
      throw given.missing("value", "N")
    }
    let target = try errand.perform(
      SetFundingTarget(
        programme: try given.required("PROGRAMME", .reference()),
        indicator: try given.required("indicator", .choice()), days: try given.days(from: nil), value: value))
    try errand.changed(
      target.programme.description, target,
      "To be reached: \(target.value) \(target.indicator.rawValue), \(words(target.days)).",
      next: "report certification --audience directorate --from \(target.days.from) --to DAY")
  }

  fileprivate static let importTargets = Verb.takingTable(
    "import-targets", summary: "Set the targets of a table, all or none.",
    discussion: """
      A row for each target: programme, indicator, value, from, to. Another number for the same indicator and days takes \
      the place of the one before; the same table twice changes nothing.
      """,
    examples: [
      Example("registrar funding-programme import-targets targets.csv --dry-run", "See what would change."),
      Example("registrar funding-programme import-targets targets.csv", "Set what was agreed for a year."),
    ]
  ) { errand, bytes, name, isDryRun in
    try errand.registrar.importFundingTargets(bytes, name: name, isDryRun: isDryRun, as: .owner)
  }

  fileprivate static let endTarget = Verb.changing(
    "end-target", summary: "Take a target back, with a reason.",
    discussion: "Reports as of an earlier cut-off still have it.",
    examples: [
      Example(
        "registrar funding-programme end-target TRADE-2026 --indicator persons --from 2026-01-01 "
          + "--to 2026-12-31 --reason \"Agreed anew\"", "No such target holds any more.")
    ],
    arguments: [.programme], options: Option.ofTarget + [.neededReason]
  ) { errand in
    let given = errand.given
    let target = try errand.perform(
      EndFundingTarget(
        programme: try given.required("PROGRAMME", .reference()),
        indicator: try given.required("indicator", .choice()), days: try given.days(from: nil),
        reason: try given.required("reason", .text)))
    try errand.changed(target.programme.description, target, "The target is taken back.")
  }
}

extension Argument {
  fileprivate static let programme = Argument(
    "PROGRAMME", kind: .naming(.fundingProgramme), help: "The funding programme's code or identifier.")
}

extension Option {
  /// What tells a target from the others of a programme.
  fileprivate static let ofTarget: [Option] = [
    .choice(
      "indicator", "INDICATOR", of: FundingIndicator.self, isRequired: true, help: "What is counted."),
    .value("from", "DAY", isRequired: true, help: "Its first day."),
    .value("to", "DAY", isRequired: true, help: "Its last day, inclusive."),
  ]
}
