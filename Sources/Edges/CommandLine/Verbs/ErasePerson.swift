internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Verb {
  /// Makes a person unknown, or shows what that would take away.
  static let erasePerson = Verb(
    Command(
      "erase", summary: "Make a person unknown: what tells who it was goes, the figures stay.",
      discussion: """
        Names, mailboxes, identifiers of other systems, units and posts go, and the name on certificates with their files; in \
        statements an account without a name takes the person's place. The identifier, sex, organisation, role level, days, \
        results, decisions, and numbers and states of certificates stay, so that reports give the same figures. It cannot be \
        undone. What is still under way has to end first. Issued reports stay as they were handed out, and so do backups: \
        on records that were restored from an earlier one it is done again, for each identifier that "person erased" lists.

        The files of the records are written anew, which takes some seconds. Done again it changes no record.
        """,
      examples: [
        Example(
          "registrar person erase PERSON --dry-run",
          "See what would go, what stays, and what has to end first."),
        Example(
          "registrar person erase PERSON --reason \"asked for in writing, file 2026/117\"",
          "Make a person unknown."),
      ],
      arguments: [.person],
      options: [
        .value("reason", "TEXT", help: "Why; it names nobody, and is kept. Needed but with --dry-run."),
        .dryRun,
      ]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let given = errand.given
    let person: PersonID = try given.required("PERSON", .id())
    if given.flag("dry-run") { return try errand.showErasure(of: person) }
    guard let reason = try given.optional("reason", .text) else { throw given.missing("reason", "TEXT") }
    let erased = try errand.registrar.erasePerson(person, reason: reason, as: .owner)
    let day = erased.erasure.at.dayInUTC
    try errand.changed(
      person.description, erased,
      erased.extent == nil
        ? "The person was erased on \(day); nothing is changed." : "The person is unknown from now on.")
    if !erased.isCleared {
      try errand.output.say(
        "Somebody still reads what was there before, so some of it is left in the files: do it again in a while."
      )
    }
    return .done
  }

  /// Lists who was made unknown.
  static let listErasures = Verb.showing(
    "erased", summary: "List who was made unknown, in the order in which it happened.",
    discussion: """
      Identifiers, which tell nobody who it was. On records that were restored from a backup, each is erased again.
      """,
    examples: [Example("registrar person erased --json", "Keep the list beside the backups.")],
    options: Option.paging
  ) { errand in
    try errand.list(
      try errand.answer(ListErasures(page: try errand.given.page())), ["PERSON", "AT", "BY", "REASON"]
    ) { erasure in
      [
        erasure.person.description, erasure.at.text(fractionDigits: 0), erasure.actor, erasure.reason,
      ]
    }
  }
}

extension Errand {
  fileprivate func showErasure(of person: PersonID) throws -> ExitStatus {
    let answer = try answer(ShowErasure(person))
    try show(answer) {
      let goes = ErasureExtent.Trace.allCases.map {
        ["goes", $0.rawValue, String(answer.extent.goes[$0] ?? 0)]
      }
      let stays = ErasureExtent.Fact.allCases.map {
        ["stays", $0.rawValue, String(answer.extent.stays[$0] ?? 0)]
      }
      let underWay = answer.underWay.map { [$0.kind.words, $0.name, $0.state] }
      return Table(["", "WHAT", "COUNT"], goes + stays).lines(columns: surroundings.columns)
        + (underWay.isEmpty
          ? [] : [""] + Table(["UNDER WAY", "NAME", "STATE"], underWay).lines(columns: surroundings.columns))
    }
    if let erasure = answer.erasure {
      try output.say("The person was erased on \(erasure.at.dayInUTC).")
    } else if !answer.underWay.isEmpty {
      try output.say("What is under way has to end first.")
    }
    return .done
  }
}
