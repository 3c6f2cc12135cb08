internal import Arguments
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Other record stores that statements are forwarded to.
  static let forwarding = Noun(
    name: "forwarding", summary: "Statements forwarded to other record stores while registrar serve runs.",
    verbs: [
      .addForwarding, .listForwardings, .showForwarding, .listSetAside, .pauseForwarding, .resumeForwarding,
      .removeForwarding,
    ])
}

extension Verb {
  fileprivate static let addForwarding = Verb.changing(
    "add", summary: "Have statements forwarded to another record store.",
    discussion: """
      Every statement that is stored goes there in its order, at least once; the other store knows by the id what it has \
      already. What it refuses is set aside with the reason. Where its key does not open it any more the forwarding is \
      paused. The conditions hold together; what voids a statement goes where that one went.

      The secret is read from a file, or from standard input for -, so that it stands on no command line. It is kept in the \
      database, which only its owner may read, and in backups of it; it is never shown and never logged.

      The address needs https, and is connected to only where it is public. Addresses of this machine and its networks \
      have to be named to the server: registrar serve --private-targets.
      """,
    examples: [
      Example(
        "registrar forwarding add CENTRAL --to https://lrs.example/xapi --user registrar --secret-file secret.txt",
        "Everything, from the first statement on."),
      Example(
        "registrar forwarding add PASSES --to https://lrs.example/xapi --user registrar --secret-file - --verb "
          + "http://adlnet.gov/expapi/verbs/passed --organisation KE", "What officers of a Member passed."),
    ],
    arguments: [.newCode("CENTRAL")],
    options: [
      .value("to", "URL", isRequired: true, help: "The other store's xAPI endpoint, without /statements."),
      .value("user", "NAME", isRequired: true, help: "What it knows us by: the name of HTTP Basic."),
      .value(
        "secret-file", "FILE", kind: .file, isRequired: true,
        help: "A file whose first line is the password of HTTP Basic; - for standard input."),
      .value("verb", "IRI", isRepeated: true, help: "Only statements of this verb, or these."),
      .value("activity", "IRI", isRepeated: true, help: "Only statements about this activity, or these."),
      .value("course", "COURSE", kind: .naming(.course), help: "Only of enrolments in this course."),
      .value(
        "organisation", "CODE", kind: .naming(.organisation),
        help: "Only of people who had a place in it on the day."),
      .value("since", "INSTANT", help: "Only statements stored after this instant; all where not given."),
    ]
  ) { errand in
    let given = errand.given
    let added = try errand.perform(
      AddForwarding(
        code: try given.required("CODE", .code()), url: try given.required("to", .text),
        user: try given.required("user", .text), secret: try errand.secret(in: "secret-file"),
        verbs: try given.each("verb", .text), activities: try given.each("activity", .text),
        course: try given.optional("course", .reference()),
        member: try given.optional("organisation", .reference()), since: try given.optional("since", .instant)
      ))
    try errand.changed(
      added.code.text, added, "Statements go to \(added.url) while the server runs.",
      next: "forwarding show \(added.code)")
  }

  fileprivate static let listForwardings = Verb.showing(
    "list", summary: "List the forwardings, without their secrets.",
    examples: [Example("registrar forwarding list", "See where statements go, and how far that has come.")],
    options: Option.paging
  ) { errand in
    let page = try errand.answer(ListForwardings(page: try errand.given.page()))
    try errand.list(page, ["CODE", "STATE", "SENT", "SET ASIDE", "UP TO", "FAILURE", "TO"]) { forwarding in
      [
        forwarding.code.text, forwarding.state.words, String(forwarding.state.sent),
        String(forwarding.state.setAside), forwarding.state.place.text(fractionDigits: 0),
        forwarding.state.failure ?? "", forwarding.url,
      ]
    }
  }

  fileprivate static let showForwarding = Verb.showing(
    "show", summary: "Show a forwarding: its conditions, and how far it has come.",
    examples: [Example("registrar forwarding show CENTRAL", "Show one forwarding.")], arguments: [.forwarding]
  ) { errand in
    let forwarding = try errand.answer(ShowForwarding(try errand.given.required("FORWARDING", .reference())))
    let names = Names(errand)
    let state = forwarding.state
    try errand.show(forwarding) {
      Details([
        ("forwarding", forwarding.code.text), ("id", forwarding.id.description), ("to", forwarding.url),
        ("user", forwarding.user), ("verbs", joined(forwarding.filter.verbs)),
        ("activities", joined(forwarding.filter.activities)),
        ("course", try forwarding.filter.course.map(names.course)),
        ("organisation", try forwarding.filter.member.map(names.party)), ("state", state.words),
        ("paused because", state.pause?.reason), ("sent", String(state.sent)),
        ("last sent", state.sentAt?.text(fractionDigits: 0)), ("set aside", String(state.setAside)),
        ("settled up to", state.place.description), ("failures in a row", String(state.failures)),
        ("last failure", state.failure), ("next attempt", state.nextAttemptAt?.text(fractionDigits: 0)),
      ]).lines
    }
  }

  fileprivate static let listSetAside = Verb.showing(
    "set-aside", summary: "List the statements that the other store refused for good, with the reason.",
    examples: [Example("registrar forwarding set-aside CENTRAL", "See what is not there, and why.")],
    arguments: [.forwarding], options: Option.paging
  ) { errand in
    let page = try errand.answer(
      ListSetAside(try errand.given.required("FORWARDING", .reference()), page: try errand.given.page()))
    try errand.list(page, ["STATEMENT", "STORED", "SET ASIDE", "REASON"]) { statement in
      [
        statement.id.description, statement.stored.text(fractionDigits: 0),
        statement.at.text(fractionDigits: 0), statement.reason,
      ]
    }
  }

  fileprivate static let pauseForwarding = Verb.changing(
    "pause", summary: "Let nothing more be forwarded until it is resumed.",
    examples: [Example("registrar forwarding pause CENTRAL --reason \"Maintenance there\"", "Pause one.")],
    arguments: [.forwarding], options: [.reason]
  ) { errand in
    let paused = try errand.perform(
      PauseForwarding(
        try errand.given.required("FORWARDING", .reference()),
        reason: try errand.given.optional("reason", .text)))
    try errand.changed(
      paused.code.text, paused, "\(paused.code) is paused.",
      next: "forwarding resume \(paused.code)")
  }

  fileprivate static let resumeForwarding = Verb.changing(
    "resume", summary: "Go on with what was paused, and try at once what waits for another attempt.",
    examples: [Example("registrar forwarding resume CENTRAL", "Go on.")],
    arguments: [.forwarding], options: [.reason]
  ) { errand in
    let resumed = try errand.perform(
      ResumeForwarding(
        try errand.given.required("FORWARDING", .reference()),
        reason: try errand.given.optional("reason", .text)))
    try errand.changed(resumed.code.text, resumed, "\(resumed.code) goes on.")
  }

  fileprivate static let removeForwarding = Verb.changing(
    "remove", summary: "End a forwarding for good, and forget its secret.",
    discussion: "What the other store has it keeps.",
    examples: [Example("registrar forwarding remove CENTRAL --reason \"Contract ended\"", "End one.")],
    arguments: [.forwarding], options: [.reason]
  ) { errand in
    let removed = try errand.perform(
      RemoveForwarding(
        try errand.given.required("FORWARDING", .reference()),
        reason: try errand.given.optional("reason", .text)))
    try errand.changed(removed.code.text, removed, "\(removed.code) is removed; nothing more goes there.")
  }
}

extension Argument {
  fileprivate static let forwarding = Argument("FORWARDING", help: "The forwarding's code or identifier.")
}

extension Forwarding.State {
  /// `active`, `waiting` for another attempt, or `paused`.
  fileprivate var words: String {
    pause != nil ? "paused" : nextAttemptAt != nil ? "waiting" : "active"
  }
}

/// Texts with commas between them; nil where there are none.
private func joined(_ texts: [String]) -> String? {
  texts.isEmpty ? nil : texts.joined(separator: ", ")
}

extension Errand {
  /// The longest first line of a file with a secret, in bytes.
  private static let mostSecretBytes = 4096

  /// The first line of the file that an option names, of standard input for `-`.
  func secret(in option: String) throws -> String {
    let file = try given.required(option, .text)
    let octets =
      file == "-"
      ? try surroundings.input(Errand.mostSecretBytes) : try readFile(file, limit: Errand.mostSecretBytes)
    return String(decoding: octets.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }
}
