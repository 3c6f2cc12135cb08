public import Values

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
