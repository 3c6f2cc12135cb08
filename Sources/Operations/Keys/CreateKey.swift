public import Values
internal import Cryptography

/// Makes a key for HTTP. Its secret is told once, here; the records keep only a digest of it.
public struct CreateKey: Change {
  public static let right = Right.administerKeys

  public let name: String
  public let scope: KeyScope

  public init(name: String, scope: KeyScope) {
    self.name = name
    self.scope = scope
  }

  /// A new key with its secret in clear: for its owner's eyes, never for a log.
  public struct Outcome: Sendable {
    public let key: AccessKey
    /// 256 random bits in base64url, 43 characters.
    public let secret: String
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    guard (1...100).contains(name.unicodeScalars.count) else {
      throw UnusableValue(field: "name", value: name, expected: "a name of 1 to 100 characters")
    }
    let secret = Base64.url.encode(work.random().octets + work.random().octets)
    let key = AccessKey(
      id: work.newIdentifier(), name: name, scope: scope, createdAt: work.now, revokedAt: nil)
    try work.records.insert(key, secretDigest: secretDigest(secret))
    try work.note("key create", .key, key.id.uuid, [FieldChange("scope", from: nil, to: scope.rawValue)])
    return Outcome(key: key, secret: secret)
  }
}

/// Ends a key: from the moment this is durable it opens nothing.
public struct RevokeKey: Change {
  public static let right = Right.administerKeys

  public let key: KeyID
  public let reason: String?

  public init(key: KeyID, reason: String?) {
    self.key = key
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> AccessKey {
    guard let key = try work.records.key(key) else { throw NotFound(.key, key.description) }
    guard key.revokedAt == nil else { return key }
    try work.records.revoke(key.id, at: work.now)
    try work.note(
      "key revoke", .key, key.id.uuid, reason: reason, [FieldChange("state", from: "active", to: "revoked")])
    return try work.records.key(key.id) ?? key
  }
}

/// The keys, without their secrets.
public struct ListKeys: Inquiry {
  public static let right: Right? = .administerKeys

  public init() {}

  public func answer(_ reading: Reading) throws -> [AccessKey] {
    try reading.records.keys()
  }
}

/// The digest that a secret is kept and compared as: one fast one, since the secret is 256 random bits.
func secretDigest(_ secret: String) throws -> [UInt8] {
  try SHA256.digest(of: Array(secret.utf8)).octets
}
