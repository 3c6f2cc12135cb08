internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Keys for HTTP. A secret is told once, to whoever makes the key.
  static let keyRoutes: [Route] = [
    asks("/api/v1/keys") { _ in
      ListKeys()
    } _: { keys, _ in
      .json(Page.whole(keys))
    },
    changes("/api/v1/keys") { _, fields in
      try fields.check(needs: ["name", "scope"])
      return CreateKey(
        name: try fields.required("name", .text), scope: try fields.required("scope", .choice()))
    } _: { outcome, _ in
      .created(outcome, at: "/api/v1/keys/\(outcome.key.id)")
    },
    asks("/api/v1/keys/{key}") { _ in
      ListKeys()
    } _: { keys, call in
      let id: KeyID = try call.id(0, .key)
      guard let key = keys.first(where: { $0.id == id }) else { throw NotFound(.key, id.description) }
      return .json(key)
    },
    moves("/api/v1/keys/{key}/revoke") { call, reason in
      RevokeKey(key: try call.id(0, .key), reason: reason)
    },
  ]
}
