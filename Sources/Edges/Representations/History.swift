public import JSON
public import Operations
internal import People
internal import Values

extension HistoryObject.Kind: Representable {}

extension HistoryEntry: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("sequence", sequence)
      json.member("at", at)
      json.member("actor", actor)
      json.member("action", action)
      json.member("object", object)
      json.member("person", orNull: person)
      json.member("reason", orNull: reason)
      json.member("changes", each: changes)
    }
  }
}

extension HistoryObject: Representable {
  /// `{"kind": …, "id": …}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind)
      json.member("id", id)
    }
  }
}

extension FieldChange: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("field", field)
      json.member("before", orNull: before)
      json.member("after", orNull: after)
    }
  }
}

extension HistoryEntry: Described {
  public static let schema = Schema.named(
    "HistoryEntry",
    .object([
      .init("sequence", .whole(from: 1, to: nil)), .init("at", .instant), .init("actor", .text()),
      .init("action", .text(example: "session open")),
      .init("object", .object([.init("kind", .choice(of: HistoryObject.Kind.self)), .init("id", .id)])),
      .init("person", .orNull(.id)), .init("reason", .orNull(.text())),
      .init(
        "changes",
        .list(
          of: .object([
            .init("field", .text()), .init("before", .orNull(.text())), .init("after", .orNull(.text())),
          ]))),
    ]))
}
