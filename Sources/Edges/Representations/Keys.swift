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

extension AccessKey: Described {
  public static let schema = Schema.named("Key", .object(members))

  static let members: [Schema.Member] = [
    .init("key", .id), .init("name", .text(example: "desk")), .init("scope", .choice(of: KeyScope.self)),
    .init("role", .orNull(.choice(of: Role.self))), .init("party", .orNull(.id)),
    .init("person", .orNull(.id)), .init("validity", .orNull(DayRange.schema)),
    .init("createdAt", .instant), .init("revokedAt", .orNull(.instant)),
  ]
}

extension CreateKey.Outcome: Described {
  public static let schema = Schema.named(
    "KeyWithSecret",
    .object(AccessKey.members + [.init("secret", .text(), "Told this once, and kept nowhere.")]))
}

extension RefusedAttempt: Described {
  public static let schema = Schema.named(
    "RefusedAttempt",
    .object([
      .init("sequence", .whole(from: 1, to: nil)), .init("at", .instant), .init("key", .id),
      .init("actor", .text()), .init("action", .text(example: "show person")),
      .init("cause", .choice(of: Cause.self)),
      .init("alike", .count, "How many like it followed the one before and are not listed one by one."),
    ]))
}
