public import JSON
public import Operations
public import People

extension Erasure: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("person", person)
      json.member("at", at)
      json.member("actor", actor)
      json.member("reason", reason)
    }
  }
}

extension Erasure: Described {
  public static let schema = Schema.named(
    "Erasure",
    .object([
      .init("person", .id), .init("at", .instant), .init("actor", .text(example: "owner")),
      .init("reason", .text(example: "asked for in writing, file 2026/117")),
    ]))
}

extension ErasureExtent {
  /// `goes` and `stays`, each with a number for each kind.
  fileprivate func members(in json: inout JSONWriter) {
    json.member("goes") { json in
      json.object { json in
        for trace in Trace.allCases { json.member(trace.rawValue, goes[trace] ?? 0) }
      }
    }
    json.member("stays") { json in
      json.object { json in
        for fact in Fact.allCases { json.member(fact.rawValue, stays[fact] ?? 0) }
      }
    }
  }

  fileprivate static let members: [Schema.Member] = [
    .init(
      "goes", .object(Trace.allCases.map { .init($0.rawValue, .count) }), "What an erasure takes away."),
    .init("stays", .object(Fact.allCases.map { .init($0.rawValue, .count) }), "What it leaves."),
  ]
}

extension UnderWay: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind)
      json.member("name", name)
      json.member("state", state)
    }
  }
}

extension ShowErasure.Answer: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("person", person)
      json.member("erasure", orNull: erasure)
      json.member("underWay", each: underWay)
      extent.members(in: &json)
    }
  }
}

extension ShowErasure.Answer: Described {
  public static let schema = Schema.named(
    "ErasureOfPerson",
    .object(
      [
        .init("person", .id), .init("erasure", .orNull(Erasure.schema), "Null of who is known."),
        .init(
          "underWay",
          .list(
            of: .object([
              .init("kind", .choice(of: HistoryObject.Kind.self)), .init("name", .text()),
              .init("state", .text(example: "endorsed")),
            ])), "What has to end first."),
      ] + ErasureExtent.members))
}

extension ErasedPerson: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("erasure", erasure)
      json.member("isNew", extent != nil)
      json.member("isCleared", isCleared)
      (extent ?? ErasureExtent(goes: [:], stays: [:])).members(in: &json)
    }
  }
}

extension ErasedPerson: Described {
  public static let schema = Schema.named(
    "ErasedPerson",
    .object(
      [
        .init("erasure", Erasure.schema),
        .init("isNew", .truth, "Whether the person was known until now."),
        .init("isCleared", .truth, "Whether nothing that went is left in the files of the records."),
      ] + ErasureExtent.members))
}
