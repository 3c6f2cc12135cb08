public import JSON
public import Operations
internal import Values

extension KeyScope: Representable {}

extension AccessKey: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("key", id)
    json.member("name", name)
    json.member("scope", scope)
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
