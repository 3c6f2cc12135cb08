public import Catalogue
public import JSON
internal import People
internal import Values

extension StandardEdition.State: Representable {}
extension RequirementKind: Representable {}

extension StandardEdition: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("framework", framework)
      json.member("year", year)
      json.member("state", state)
      json.member("titles", titles)
      json.member("depths", each: depths)
      json.member("items", each: items)
    }
  }
}

extension StandardDepth: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("titles", titles)
    }
  }
}

extension StandardDepth: Described {
  public static let schema = Schema.object([
    .init("code", .code(example: "applied")), .init("titles", .texts),
  ])
}

extension StandardItem: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("level", level)
      json.member("kind", kind)
      json.member("titles", titles)
    }
  }
}

extension StandardMapping: Representable {
  /// `{"edition": code, "item": code}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("edition", edition)
      json.member("item", item)
    }
  }
}

extension StandardItem: Described {
  public static let schema = Schema.named(
    "StandardItem",
    .object([
      .init("code", .code(example: "OM-K-01")), .init("level", .choice(of: RoleLevel.self)),
      .init("kind", .choice(of: RequirementKind.self)), .init("titles", .texts),
    ]))
}

extension StandardEdition: Described {
  public static let schema = Schema.named(
    "StandardEdition",
    .object([
      .init("id", .id), .init("code", .code(example: "PICARD-2019")), .init("framework", .text()),
      .init("year", .whole(from: nil, to: nil)), .init("state", .choice(of: State.self)),
      .init("titles", .texts),
      .init("depths", .list(of: StandardDepth.schema), "How deeply items can be shown, the least first."),
      .init("items", .list(of: StandardItem.schema)),
    ]))
}

extension StandardMapping: Described {
  public static let schema = Schema.object([
    .init("edition", .code(example: "PICARD-2019")), .init("item", .code(example: "OM-K-01")),
  ])
}
