internal import Arguments
internal import OpenBadges
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Keys that credentials are signed with.
  static let credentialKey = Noun(
    name: "credential-key", summary: "Keys that certificates are signed with: list, rotate.",
    verbs: [.listCredentialKeys, .rotateCredentialKey])
}

extension Verb {
  fileprivate static let listCredentialKeys = Verb.showing(
    "list", summary: "List the keys that certificates are signed with, by their public halves.",
    discussion: """
      The private halves lie in the folder keys of the data folder, readable by its owner alone, and in no backup. What a \
      key signed before it was retired stays authentic.
      """,
    examples: [Example("registrar credential-key list", "See which key signs, and which did before.")]
  ) { errand in
    let keys = try errand.answer(ListCredentialKeys())
    try errand.list(keys, ["KEY", "ALGORITHM", "MADE", "RETIRED"]) { key in
      [
        key.id.description, key.algorithm.rawValue, key.madeAt.text(fractionDigits: 0),
        key.retiredAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  fileprivate static let rotateCredentialKey = Verb.changing(
    "rotate", summary: "Sign with a new key from now on.",
    discussion: """
      The key before is retired: it signs nothing more, and what it signed stays authentic. The first key is made by itself \
      when the first certificate is signed. Hand out a new file of certificate trust afterwards.
      """,
    examples: [
      Example("registrar credential-key rotate --reason \"yearly\"", "A new key of RSA."),
      Example("registrar credential-key rotate --algorithm ES256", "A new key on the curve P-256."),
    ],
    options: [
      .choice(
        "algorithm", "ALGORITHM", of: SigningAlgorithm.self,
        help:
          "What is signed by: RS256, which every verifier of Open Badges takes, or ES256; RS256 where not given."
      ),
      .reason,
    ]
  ) { errand in
    let algorithm: SigningAlgorithm = try errand.given.optional("algorithm", .choice()) ?? .rs256
    let change = try errand.registrar.newCredentialKey(
      algorithm, reason: try errand.given.optional("reason", .text))
    let key = try errand.perform(change)
    try errand.changed(
      key.id.description, key, "Certificates are signed with key \(key.id) from now on.",
      next: "certificate trust --out trust.json")
  }
}
