public import JSON
public import Operations
internal import People
internal import Values

extension KeyScope: Representable {}
extension Role: Representable {}
extension RefusedAttempt.Cause: Representable {}

extension AccessKey: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("key", id)
    json.member("name", name)
    json.member("scope", scope)
    json.member("role", orNull: held?.role)
    json.member("party", orNull: held?.party)
    json.member("person", orNull: held?.person)
    json.member("validity", orNull: validity)
    json.member("createdAt", createdAt)
    json.member("revokedAt", orNull: revokedAt)
  }
}

extension CreateKey.Outcome: Representable {
  /// The key with its `secret` in clear, told this once.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      key.members(in: &json)
      json.member("secret", secret)
    }
  }
}

extension RefusedAttempt: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("sequence", sequence)
      json.member("at", at)
      json.member("key", key)
      json.member("actor", actor)
      json.member("action", action)
      json.member("cause", cause)
      json.member("alike", alike)
    }
  }
}
