internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Keys for HTTP, and what was refused to them. A secret is told once, to whoever makes the key.
  static let keyRoutes: [Route] = [
    asks("/api/v1/keys") { _ in
      ListKeys()
    } _: { keys, _ in
      .json(Page.whole(keys))
    },
    changes("/api/v1/keys") { _, fields in
      try fields.check(needs: ["name"], takes: ["scope", "role", "party", "person", "validity"])
      let role: Role? = try fields.optional("role", .choice())
      return CreateKey(
        name: try fields.required("name", .text),
        scope: role == nil
          ? try fields.required("scope", .choice()) : try fields.optional("scope", .choice()) ?? .api,
        role: role, party: try fields.optional("party", .reference()),
        person: try fields.optional("person", .id()), validity: try fields.days("validity"))
    } _: { outcome, _ in
      .created(outcome, at: "/api/v1/keys/\(outcome.key.id)")
    } kept: { outcome, _ in
      Problem.secretToldOnce(key: outcome.key.id).response
    },
    asks("/api/v1/keys/{key}") { call in ShowKey(try call.id(0, .key)) },
    moves("/api/v1/keys/{key}/revoke") { call, reason in
      RevokeKey(key: try call.id(0, .key), reason: reason)
    },
    asks("/api/v1/refusals", parameters: Call.paging) { call in
      ListRefusedAttempts(page: try call.page())
    },
  ]
}

extension Problem {
  /// What is told when a key is asked for again under the same `Idempotency-Key`: it is there, and its secret is not
  /// kept anywhere.
  fileprivate static func secretToldOnce(key: KeyID) -> Problem {
    Problem(
      .conflict, "secret-told-once", "the key was made by this request before; its secret was told then only"
    )
    .toBeMended(by: "where the secret was lost, revoke the key and make another under another name")
    .with(Response.Field("Location", "/api/v1/keys/\(key)"))
  }
}
