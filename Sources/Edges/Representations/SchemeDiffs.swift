public import Certification
public import JSON
public import Operations
internal import ContentPackaging
internal import Values

extension SchemeDiff: Representable {
  /// `{"scheme", "from", "to", "same": bool, "differences": […]}`; `from` is null where everything is new.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("scheme", scheme)
      json.member("from", orNull: from)
      json.member("to", to)
      json.member("same", differences.isEmpty)
      json.member("differences", each: differences)
    }
  }
}

extension SchemeDifference: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("field", field.rawValue)
      json.member("before", orNull: before)
      json.member("after", orNull: after)
      json.member("sentence", sentence)
    }
  }
}

extension SchemeDiff: Described {
  public static let schema = Schema.named(
    "SchemeDiff",
    .object([
      .init("scheme", .code(example: "VAL-CERT")),
      .init("from", .orNull(.whole(from: 1, to: nil)), "Null where everything is new."),
      .init("to", .whole(from: 1, to: nil)), .init("same", .truth, "Whether nothing differs."),
      .init("differences", .list(of: difference)),
    ]))

  private static let difference = Schema.object([
    .init("field", .choice(of: SchemeField.self)), .init("before", .orNull(.text())),
    .init("after", .orNull(.text())), .init("sentence", .text()),
  ])
}

extension DraftDiff: Representable {
  /// `{"accepted": bool, "diff", "findings": […]}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", diff != nil)
      json.member("diff", orNull: diff)
      json.member("findings", each: findings)
    }
  }
}
