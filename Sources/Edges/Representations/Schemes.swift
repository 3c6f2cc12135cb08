public import Certification
public import JSON
internal import Assessment
internal import Operations
public import Catalogue
internal import Enrolment
internal import People
public import Values

extension SchemeVersion.Kind: Representable {}
extension EvidenceTrust: Representable {}

extension Scheme: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("titles", titles)
      json.member("issuer", issuer)
      json.member("versions", each: versions)
    }
  }
}

extension SchemeVersion: Representable {
  /// The rules; `validityMonths` is `null` where a certificate never ends.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("number", number)
      json.member("kind", kind)
      json.member("course", course)
      json.member("minimumScore", orNull: minimumScore)
      json.member("minimumTrust", minimumTrust)
      json.member("requires", texts: prerequisites.map(\.text))
      json.member("separate", texts: decision.separated.map(\.rawValue))
      json.member("twoPersons", decision.isReleasedByAnother)
      json.member("validityMonths", orNull: validity.monthCount)
      json.member("renewal", orNull: renewal)
      json.member("timeZone", timeZone)
      json.member("attests", each: attests)
      json.member("stages", each: stages)
    }
  }
}

extension SchemeStage: Representable where CourseName == CourseID {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("course", course)
      json.member("attainment", attainment)
      json.member("waivable", mayBeWaived)
    }
  }
}

extension SchemeStage: Described where CourseName == CourseID {
  public static var schema: Schema {
    .object([
      .init("course", .id), .init("attainment", .choice(of: Attainment.self), "What is shown of it."),
      .init("waivable", .truth, "Whether who misses it may be spared it."),
    ])
  }
}

extension StageWaiver: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("scheme", scheme)
      json.member("person", person)
      json.member("course", course)
      json.member("reason", reason)
      json.member("recordedAt", recordedAt)
      json.member("decidedBy", orNull: decidedBy)
    }
  }
}

extension StageWaiver: Described {
  public static let schema = Schema.named(
    "StageWaiver",
    .object([
      .init("id", .id), .init("scheme", .id), .init("person", .id), .init("course", .id),
      .init("reason", .text()), .init("recordedAt", .instant), .init("decidedBy", .orNull(.id)),
    ]))
}

extension StandardClaim: Representable {
  /// `{"standard", "item", "depth"}`; `depth` is null where none is stated.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("standard", edition)
      json.member("item", item)
      json.member("depth", orNull: depth)
    }
  }
}

extension StandardClaim: Described {
  public static let schema = Schema.object([
    .init("standard", .code(example: "PICARD-2019")), .init("item", .code(example: "OM-K-01")),
    .init("depth", .orNull(.code(example: "applied")), "One of the edition's own depths."),
  ])
}

extension Renewal: Representable where CourseName == CourseID {
  /// `{"opens": "P6M", "grace", "course", "attainment"}`; the last two are null where the same is shown again.
  public func represent(in json: inout JSONWriter) {
    let (course, attainment): (CourseID?, Attainment?) =
      switch evidence {
      case .sameAgain: (nil, nil)
      case .refresher(let course, let attainment): (course, attainment)
      }
    json.object { json in
      json.member("opens", opens.description)
      json.member("grace", orNull: grace?.description)
      json.member("course", orNull: course)
      json.member("attainment", orNull: attainment)
    }
  }
}

extension Attainment: Representable {}

extension Renewal: Described where CourseName == CourseID {
  public static var schema: Schema {
    .object([
      .init("opens", .text(example: "P6M"), "How long before the last day."),
      .init("grace", .orNull(.text(example: "P3M")), "How long after it."),
      .init("course", .orNull(.id), "The refresher; null where the same is shown again."),
      .init("attainment", .orNull(.choice(of: Attainment.self)), "What is shown of the refresher."),
    ])
  }
}

extension Validity {
  fileprivate var monthCount: Int? {
    switch self {
    case .unlimited: nil
    case .months(let months): months
    }
  }
}

extension Eligibility: Representable {
  /// `{"eligible": bool, "sentence": …, "reasons": […]}`; the reasons speak for the award or against it.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      switch self {
      case .eligible(let evidence):
        json.member("eligible", true)
        json.member("sentence", sentence)
        json.member("reasons", texts: evidence.map(\.sentence))
      case .notEligible(let reasons):
        json.member("eligible", false)
        json.member("sentence", sentence)
        json.member("reasons", texts: reasons.map(\.sentence))
      }
    }
  }
}

extension Scheme: Described {
  public static let schema = Schema.named(
    "Scheme",
    .object([
      .init("id", .id), .init("code", .code(example: "VAL-CERT")), .init("titles", .texts),
      .init("issuer", .id), .init("versions", .list(of: SchemeVersion.schema)),
    ]))
}

extension SchemeVersion: Described {
  public static let schema = Schema.named(
    "SchemeVersion",
    .object([
      .init("number", .whole(from: 1, to: nil)), .init("kind", .choice(of: Kind.self)), .init("course", .id),
      .init("minimumScore", .orNull(.number)),
      .init("minimumTrust", .choice(of: EvidenceTrust.self), "How far the evidence is trusted at the least."),
      .init(
        "requires", .list(of: .code(example: "TTT")),
        "The schemes of which a certificate in force is required."),
      .init(
        "separate", .list(of: .choice(of: Duty.self)),
        "What nobody who decides may have been, or be, to the person decided on."),
      .init("twoPersons", .truth, "Whether one person proposes an award and another releases it."),
      .init("validityMonths", .orNull(.whole(from: 1, to: nil)), "Null where a certificate never ends."),
      .init("renewal", .orNull(Renewal<CourseID>.schema), "Null where certificates are not renewed."),
      .init("timeZone", .text(example: "UTC")),
      .init("attests", .list(of: StandardClaim.schema), "The items of standards that a certificate attests."),
      .init(
        "stages", .list(of: SchemeStage<CourseID>.schema), "What has to be shown besides, in its order."),
    ]))
}

extension Eligibility: Described {
  public static let schema = Schema.named(
    "Eligibility",
    .object([
      .init("eligible", .truth), .init("sentence", .text()),
      .init("reasons", .list(of: .text()), "What speaks for the award, or against it."),
    ]))
}
