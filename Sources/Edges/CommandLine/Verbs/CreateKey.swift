internal import Arguments
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Keys for HTTP.
  static let key = Noun(
    name: "key", summary: "Keys for HTTP.", verbs: [.createKey, .listKeys, .revokeKey])
}

extension Verb {
  fileprivate static let createKey = Verb.changing(
    "create", summary: "Make a key for HTTP; its secret is shown this once.",
    examples: [Example("registrar key create --scope all --json", "A key that may do everything, as JSON.")],
    options: [
      .choice("scope", "SCOPE", of: KeyScope.self, isRequired: true, help: "How far the key reaches."),
      .value("name", "NAME", help: "What people call it; the scope where not given."),
    ]
  ) { errand in
    let scope: KeyScope = try errand.given.required("scope", .choice())
    let made = try errand.perform(
      CreateKey(name: try errand.given.optional("name", .text) ?? scope.rawValue, scope: scope))
    guard !errand.output.isJSON else { return try errand.output.json(made) }
    try errand.output.lines(Details([("key", made.key.id.description), ("secret", made.secret)]).lines)
    try errand.output.say("This is the one time that the secret is shown.")
  }

  fileprivate static let listKeys = Verb.showing("list", summary: "List the keys, without their secrets.") {
    errand in
    let keys = try errand.answer(ListKeys())
    try errand.list(.whole(keys), ["KEY", "NAME", "SCOPE", "CREATED", "REVOKED"]) { key in
      [
        key.id.description, key.name, key.scope.rawValue, key.createdAt.text(fractionDigits: 0),
        key.revokedAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let revokeKey = Verb.changing(
    "revoke", summary: "End a key: from then on it opens nothing.",
    arguments: [Argument("KEY", kind: .naming(.key), help: "The key's identifier.")], options: [.reason]
  ) { errand in
    let key = try errand.perform(
      RevokeKey(
        key: try errand.given.required("KEY", .id()), reason: try errand.given.optional("reason", .text)))
    try errand.changed(key.id.description, key, "Key \(key.name) opens nothing any more.")
  }
}
