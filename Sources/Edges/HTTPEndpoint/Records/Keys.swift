internal import HTTP
internal import OpenBadges
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Keys for HTTP, and what was refused to them. A secret is told once, to whoever makes the key.
  static let keyRoutes: [Route] = [
    asks(
      "/api/v1/keys", "List the keys, without their secrets.",
      by: .optional("role", .choice(), "Only those held in this role."),
      .optional("revoked", .truth, "Only those that were revoked, or only those that were not."), .paging,
      told: .page()
    ) { _, role, isRevoked, page in ListKeys(role: role, isRevoked: isRevoked, page: page) },
    changes(
      "/api/v1/keys", "Make a key; its secret is told this once.",
      takes: .needed("name", .text("desk"), "What people call it."), .reach,
      .optional("party", .reference("KE"), "The organisation that the role is held for."),
      .optional("person", .id(), "The person who holds the role."),
      .optional("validity", .days, "The days (UTC) on which it works; always where not given."),
      told: .created { "/api/v1/keys/\($0.key.id)" }.butAgain { outcome, _ in
        Problem.secretToldOnce(key: outcome.key.id).response
      }
    ) { _, name, reach, party, person, validity in
      CreateKey(
        name: name, scope: reach.scope, role: reach.role, party: party, person: person, validity: validity)
    },
    asks("/api/v1/keys/{key}", "Show a key, without its secret.", told: .record) { call in
      ShowKey(try call.id(0, .key))
    },
    moves("/api/v1/keys/{key}/revoke", "End a key: from then on it opens nothing.", told: .record) {
      call, reason in RevokeKey(key: try call.id(0, .key), reason: reason)
    },
    asks(
      "/api/v1/refusals", "List what was refused to keys, in the order it was tried.", by: .paging,
      told: .page()
    ) { _, page in ListRefusedAttempts(page: page) },
  ]
}

extension Route {
  /// Keys that credentials are signed with.
  static let credentialKeyRoutes: [Route] = [
    asks(
      "/api/v1/credential-keys", "List the keys that certificates are signed with, by their public halves.",
      told: .page()
    ) { _ in ListCredentialKeys() },
    changes(
      "/api/v1/credential-keys", "Sign certificates with a new key from now on; the one before is retired.",
      takes: .needed("algorithm", .choice(), "What is signed by: RS256, or ES256."),
      .optional("reason", .text, "Why; kept in the history."), told: .entered
    ) { call, algorithm, reason in
      try call.registrar.newCredentialKey(algorithm, reason: reason)
    },
  ]
}

extension Telling where Outcome == CredentialKey {
  /// The key that was entered, and where its public half can be had.
  fileprivate static var entered: Telling {
    .created { "/credentials/keys/\($0.id)" }
  }
}

/// How far a key is to reach.
private struct KeyReach: Sendable {
  let scope: KeyScope
  let role: Role?
}

extension Member where Value == KeyReach {
  /// `role`, or `scope`; with a role the scope is `api`.
  fileprivate static var reach: Member {
    let (scope, role): (Form<KeyScope>, Form<Role>) = (.choice(), .choice())
    return Member(
      [
        .given("scope", scope, "How far the key reaches; api where a role is given."),
        .given("role", role, "The role that it is held in."),
      ], oneOf: [["scope"], ["role"]]
    ) { (fields) throws(Problem) in
      guard let held = try fields.optional("role", role) else {
        return KeyReach(scope: try fields.required("scope", scope), role: nil)
      }
      return KeyReach(scope: try fields.optional("scope", scope) ?? .api, role: held)
    }
  }
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
