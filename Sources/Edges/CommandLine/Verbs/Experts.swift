internal import Accreditation
internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// The register of experts.
  static let expert = Noun(
    name: "expert", summary: "The register of experts.", verbs: [.listExperts])

  /// Who makes which experts available.
  static let release = Noun(
    name: "release", summary: "When organisations make their experts available.",
    verbs: [.releaseExpert, .listReleases, .showRelease, .endRelease])
}

extension Verb {
  fileprivate static let listExperts = Verb.showing(
    "list", summary: "List who holds a standing in a pool of experts.",
    examples: [
      Example(
        "registrar expert list --category TOA --subject PCA --language fr --available-from 2026-10-05 "
          + "--available-to 2026-10-16",
        "Who can be asked for a mission of two weeks.")
    ],
    options: [
      .choice("category", "CATEGORY", of: ExpertCategory.self, help: "Only experts of this category."),
      .value("subject", "CODE", help: "Only experts in this subject."),
      .value("language", "TAG", help: "Only experts of this language group."),
      .choice("standing", "STANDING", of: Standing.self, help: "Only who holds this standing."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation),
        help: "Only who was put forward by this organisation."),
      .value("available-from", "DAY", help: "Only who is released, and on no mission, from this day on."),
      .value("available-to", "DAY", help: "To this day, inclusive; the same day where not given."),
      .value("on", "DAY", help: "The day on which the standing is held; today (UTC) where not given."),
    ] + Option.paging
  ) { errand in
    let given = errand.given
    let page = try errand.answer(
      ListExperts(
        category: try given.optional("category", .choice()), subject: try given.optional("subject", .code()),
        language: try given.optional("language", .language),
        standing: try given.optional("standing", .choice()),
        party: try given.optional("organisation", .reference()), available: try errand.availability(),
        on: try given.optional("on", .day), page: try given.page()))
    try errand.list(page, ["PERSON", "NAME", "STANDING", "POOL", "LANGUAGE", "SINCE", "UNTIL"]) { expert in
      let (item, progress) = (expert.accreditation, expert.accreditation.progress)
      return [
        item.person.description, expert.name, expert.standing.rawValue, expert.pool.text, item.language.text,
        progress.heldSince?.description ?? "", progress.heldUntil?.description ?? "",
      ]
    }
  }

  fileprivate static let releaseExpert = Verb.changing(
    "add", summary: "Make an expert available for missions on some days.",
    discussion: "The person has a place in the organisation on all of them.",
    examples: [
      Example(
        "registrar release add --person PERSON --organisation KE --from 2026-10-01 --to 2026-12-15",
        "A Member releases an officer for missions in the last quarter.")
    ],
    options: [
      .value("person", "PERSON", kind: .naming(.person), isRequired: true, help: "The person's identifier."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation), isRequired: true,
        help: "The organisation that releases."),
      .value("from", "DAY", isRequired: true, help: "The first day."),
      .value("to", "DAY", isRequired: true, help: "The last day, inclusive."),
    ]
  ) { errand in
    let given = errand.given
    let release = try errand.perform(
      ReleaseExpert(
        person: try given.required("person", .id()), party: try given.required("organisation", .reference()),
        days: try given.days(from: nil)))
    try errand.changed(
      release.id.description, release, "Released \(words(release.days)).",
      next: "release list --person \(release.person)")
  }

  fileprivate static let listReleases = Verb.showing(
    "list", summary: "List releases of experts in the order they were recorded.",
    examples: [Example("registrar release list --person PERSON", "See when an expert is available.")],
    options: [.value("person", "PERSON", kind: .naming(.person), help: "Only those of this person.")]
      + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListReleases(person: try errand.given.optional("person", .id()), page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["ID", "PERSON", "ORGANISATION", "FROM", "TO", "ENDED"]) { release in
      [
        release.id.description, try names.person(release.person), try names.party(release.party),
        release.days.from.description, release.days.to?.description ?? "",
        release.endedAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let showRelease = Verb.showing(
    "show", summary: "Show a release.",
    examples: [Example("registrar release show RELEASE", "See who released whom.")], arguments: [.release]
  ) { errand in
    let release = try errand.answer(ShowRelease(try errand.given.required("RELEASE", .id())))
    let names = Names(errand)
    try errand.show(release) {
      Details([
        ("id", release.id.description),
        ("person", "\(try names.person(release.person)) (\(release.person))"),
        ("organisation", try names.party(release.party)), ("days", words(release.days)),
        ("recorded", release.recordedAt.text(fractionDigits: 0)),
        ("ended", release.endedAt?.text(fractionDigits: 0)),
      ]).lines
    }
  }

  fileprivate static let endRelease = Verb.changing(
    "end", summary: "Take a release back.",
    examples: [Example("registrar release end RELEASE --reason \"Needed at home\"", "The expert stays.")],
    arguments: [.release], options: [.reason]
  ) { errand in
    let release = try errand.perform(
      EndRelease(
        release: try errand.given.required("RELEASE", .id()),
        reason: try errand.given.optional("reason", .text)))
    try errand.changed(release.id.description, release, "The release has ended.")
  }
}

extension Argument {
  fileprivate static let release = Argument(
    "RELEASE", kind: .naming(.release), help: "The release's identifier.")
}

extension Errand {
  /// The days on which experts have to be available; nil where nobody asked.
  fileprivate func availability() throws -> DayRange? {
    guard let from = try given.optional("available-from", .day) else {
      guard let to = try given.optional("available-to", .day) else { return nil }
      throw given.unfit("available-to", to.description, "given with --available-from")
    }
    let to = try given.optional("available-to", .day) ?? from
    guard let days = DayRange(from: from, to: to) else {
      throw given.unfit("available-to", to.description, "a day not before \(from)")
    }
    return days
  }
}
