internal import Arguments
internal import Operations
internal import People
internal import Representations
internal import Values

extension Noun {
  /// Keys for HTTP.
  static let key = Noun(
    name: "key", summary: "Keys for HTTP: who may do what.",
    verbs: [.createKey, .listKeys, .showKey, .revokeKey, .refusals])
}

extension Verb {
  fileprivate static let createKey = Verb.changing(
    "create", summary: "Make a key for HTTP; its secret is shown this once.",
    discussion: """
      A key is either as wide as its scope, or held in a role: then the role says what it may, for the party and by \
      the person named.
      """,
    examples: [
      Example(
        "registrar key create --role national-coordinator --party KE --to 2026-12-31",
        "A key for a Member's coordinator: it reaches the Member's officers, until the end of the year."),
      Example(
        "registrar key create --role assessor --party RTC-NBO --person PERSON",
        "A key for an assessor: it reaches the enrolments that were given to that person."),
      Example("registrar key create --scope all --json", "A key that may do everything, as JSON."),
    ],
    options: [
      .choice("role", "ROLE", of: Role.self, help: "The role that the key is held in."),
      .value(
        "party", "CODE", kind: .naming(.organisation), help: "The organisation that the role is held for."),
      .value(
        "person", "ID", kind: .naming(.person),
        help: "The person who holds the role; needed for assessor and learner."),
      .choice(
        "scope", "SCOPE", of: KeyScope.self, help: "How far the key reaches; api where a role is given."),
      .value(
        "from", "DAY", help: "The first day on which the key works (UTC); today where only --to is given."),
      .value("to", "DAY", help: "The last day on which the key works (UTC); without end where not given."),
      .value("name", "NAME", help: "What people call it; the role or scope where not given."),
    ]
  ) { errand in
    let given = errand.given
    let role: Role? = try given.optional("role", .choice())
    let scope: KeyScope? = try given.optional("scope", .choice())
    guard let scope = scope ?? role.map({ _ in .api }) else { throw given.missing("role", "ROLE") }
    let made = try errand.perform(
      CreateKey(
        name: try given.optional("name", .text) ?? role?.rawValue ?? scope.rawValue, scope: scope, role: role,
        party: try given.optional("party", .reference()), person: try given.optional("person", .id()),
        validity: try errand.validity()))
    guard !errand.output.isJSON else { return try errand.output.json(made) }
    try errand.output.lines(Details([("key", made.key.id.description), ("secret", made.secret)]).lines)
    try errand.output.say("This is the one time that the secret is shown.")
  }

  fileprivate static let listKeys = Verb.showing(
    "list", summary: "List the keys, without their secrets.",
    examples: [Example("registrar key list", "See who holds a key, and until when.")],
    options: [
      .choice("role", "ROLE", of: Role.self, help: "Only those held in this role."),
      .flag("revoked", help: "Only those that were revoked."),
    ] + Option.paging
  ) { errand in
    let keys = try errand.answer(
      ListKeys(
        role: try errand.given.optional("role", .choice()),
        isRevoked: errand.given.flag("revoked") ? true : nil, page: try errand.given.page()))
    let names = Names(errand)
    let headings = ["KEY", "NAME", "SCOPE", "ROLE", "PARTY", "FROM", "TO", "REVOKED"]
    try errand.list(keys, headings) { key in
      [
        key.id.description, key.name, key.scope.rawValue, key.held?.role.rawValue ?? "",
        try key.held?.party.map(names.party) ?? "", key.validity?.from.description ?? "",
        key.validity?.to?.description ?? "", key.revokedAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let showKey = Verb.showing(
    "show", summary: "Show a key: its role, for whom, and on which days it works.",
    examples: [Example("registrar key show KEY", "Show one key.")], arguments: [.key]
  ) { errand in
    let key = try errand.answer(ShowKey(try errand.given.required("KEY", .id())))
    let names = Names(errand)
    try errand.show(key) {
      Details([
        ("key", key.id.description), ("name", key.name), ("scope", key.scope.rawValue),
        ("role", key.held?.role.rawValue), ("party", try key.held?.party.map(names.party)),
        ("person", key.held?.person?.description), ("works", key.validity.map(words)),
        ("created", key.createdAt.text(fractionDigits: 0)),
        ("revoked", key.revokedAt?.text(fractionDigits: 0)),
      ]).lines
    }
  }

  fileprivate static let revokeKey = Verb.changing(
    "revoke", summary: "End a key: from then on it opens nothing.",
    examples: [Example("registrar key revoke KEY --reason \"Lost\"", "End a key that was lost.")],
    arguments: [.key], options: [.reason]
  ) { errand in
    let key = try errand.perform(
      RevokeKey(
        key: try errand.given.required("KEY", .id()), reason: try errand.given.optional("reason", .text)))
    try errand.changed(key.id.description, key, "Key \(key.name) opens nothing any more.")
  }

  fileprivate static let refusals = Verb.showing(
    "refusals", summary: "List what was refused to keys, in the order it was tried.",
    discussion: """
      ALIKE counts what was refused in the same way since the line before and is not listed one by one.
      """, examples: [Example("registrar key refusals", "See who tried what was not theirs.")],
    options: Option.paging
  ) { errand in
    let page = try errand.answer(ListRefusedAttempts(page: try errand.given.page()))
    try errand.list(page, ["AT", "KEY", "WHO", "WHAT", "WHY", "ALIKE"]) { attempt in
      [
        attempt.at.text(fractionDigits: 0), attempt.key.description, attempt.actor, attempt.action,
        attempt.cause.rawValue, String(attempt.alike),
      ]
    }
  }
}

extension Argument {
  fileprivate static let key = Argument("KEY", kind: .naming(.key), help: "The key's identifier.")
}

extension Errand {
  /// The days on which a key is to work; nil where neither `--from` nor `--to` is given.
  fileprivate func validity() throws -> DayRange? {
    guard given.invocation.value("from") != nil || given.invocation.value("to") != nil else { return nil }
    return try given.days(from: try today())
  }
}
