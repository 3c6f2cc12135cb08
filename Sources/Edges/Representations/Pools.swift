public import Accreditation
public import JSON
public import Operations
internal import Assessment
internal import ContentPackaging
internal import Values

extension ExpertCategory: Representable {}
extension Standing: Representable {}
extension AccreditationStage.Kind: Representable {}
extension Apartness: Representable {}

extension ExpertPool: Representable {
  /// The pool with all versions of its rules; `subject` is null where its category is not parted by subject.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("titles", titles)
      json.member("category", category)
      json.member("subject", orNull: subject)
      json.member("versions", each: versions)
    }
  }
}

extension PoolVersion: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("number", number)
      json.member("termMonths", orNull: termMonths)
      json.member("apart", texts: apart.map(\.rawValue).sorted())
      json.member("stages", each: path.stages)
      json.member("conversions", each: conversions)
    }
  }
}

extension AccreditationStage: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("kind", kind)
      json.member("titles", titles)
      json.member("grants", orNull: grants)
      json.member("withinMonths", orNull: withinMonths)
      json.member("rubric", orNull: rubric)
    }
  }
}

extension ConversionRule: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("from", from)
      json.member("grants", grants)
    }
  }
}

extension ShowFunnel.Answer: Representable {
  /// How many were nominated for the pool, and how many passed and failed each stage.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("pool", pool)
      json.member("nominated", nominated)
      json.member("stages", each: stages)
    }
  }
}

extension StageCount: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("stage", stage)
      json.member("passed", passed)
      json.member("failed", failed)
    }
  }
}

extension ExpertPool: ReportedInVersions {
  public static var word: String { "pool" }
  public static var reportName: String { "PoolReport" }
}

extension ExpertPool: Described {
  public static let schema = Schema.named(
    "Pool",
    .object([
      .init("id", .id), .init("code", .code(example: "TOA-PCA")), .init("titles", .texts),
      .init("category", .choice(of: ExpertCategory.self)),
      .init("subject", .orNull(.code(example: "PCA")), "Null where the category is not parted by subject."),
      .init("versions", .list(of: PoolVersion.schema)),
    ]))
}

extension PoolVersion: Described {
  public static let schema = Schema.named(
    "PoolVersion",
    .object([
      .init("number", .whole(from: 1, to: nil)),
      .init(
        "termMonths", .orNull(.whole(from: 1, to: nil)), "Null where what is held does not end by itself."),
      .init("apart", .list(of: .choice(of: Apartness.self)), "Whom an evaluator stands apart from."),
      .init("stages", .list(of: AccreditationStage.schema)),
      .init("conversions", .list(of: ConversionRule.schema)),
    ]))
}

extension AccreditationStage: Described {
  public static let schema = Schema.named(
    "Stage",
    .object([
      .init("code", .code(example: "workshop")), .init("kind", .choice(of: Kind.self)),
      .init("titles", .texts), .init("grants", .orNull(.choice(of: Standing.self))),
      .init("withinMonths", .orNull(.whole(from: 1, to: nil))),
      .init("rubric", .orNull(.code(example: "PRACTICE-LESSON")), "By which it is judged."),
    ]))
}

extension ConversionRule: Described {
  public static let schema = Schema.object([
    .init("from", .choice(of: ExpertCategory.self)), .init("grants", .choice(of: Standing.self)),
  ])
}

extension ShowFunnel.Answer: Described {
  public static let schema = Schema.named(
    "Funnel",
    .object([
      .init("pool", .code(example: "TOA-PCA")), .init("nominated", .count),
      .init(
        "stages",
        .list(
          of: .object([
            .init("stage", .code(example: "workshop")), .init("passed", .count), .init("failed", .count),
          ]))),
    ]))
}
