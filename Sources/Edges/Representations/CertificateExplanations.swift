internal import Assessment
internal import Certification
internal import Enrolment
public import JSON
public import Operations
internal import People
public import Values

extension CertificateExplanation: Representable {
  /// `{"number", "code", "state", "evidence": […], "rule": {…}, "decision": {…}, "transitions": […], "doubt"}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("number", certificate.number.text)
      json.member("code", certificate.code.description)
      json.member("state", state)
      json.member("evidence", each: evidence)
      json.member("rule") { json in
        json.object { json in
          json.member("scheme", scheme)
          json.member("version", version)
          json.member("sentence", rule)
        }
      }
      json.member("decision") { json in
        json.object { json in
          json.member("at", decidedAt)
          json.member("by", orNull: decidedBy)
          json.member("sentence", decision)
        }
      }
      json.member("transitions", each: transitions)
      json.member("notices", each: notices)
      json.member("renews", orNull: renewals.renews?.text)
      json.member("renewedBy", orNull: renewals.renewedBy?.text)
      json.member("doubt", orNull: doubt)
    }
  }
}

extension CertificateExplanation.Evidence: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("kind", source.kind)
      json.member("id", source.id)
      json.member("recordedAt", recordedAt)
      json.member("says", says)
      json.member("trust", orNull: trust)
    }
  }
}

extension CertificateExplanation.Evidence.Source {
  /// What kind of record it is: `result`, `statement` or `enrolment`.
  public var kind: String {
    switch self {
    case .result: "result"
    case .statement: "statement"
    case .change: "enrolment"
    }
  }

  /// The identifier of the record, or of the enrolment that changed.
  public var id: UUID {
    switch self {
    case .result(let id): id.uuid
    case .statement(let id): id
    case .change(let id): id.uuid
    }
  }
}

extension CertificateExplanation: Described {
  public static let schema = Schema.named(
    "CertificateExplanation",
    .object([
      .init("number", .text(example: "VAL-CERT-2026-000001")),
      .init("code", .text(example: "0000-0000-0000-0000-0000-000000"), "The public code."),
      .init("state", .choice(of: CertificateState.self), "On the day that it is shown."),
      .init("evidence", .list(of: evidenceSchema), "What had been recorded when it was decided."),
      .init(
        "rule",
        .object([
          .init("scheme", .code(example: "VAL-CERT")), .init("version", SchemeVersion.schema),
          .init("sentence", .text()),
        ]), "What it was judged by."),
      .init(
        "decision",
        .object([
          .init("at", .instant), .init("by", .orNull(.id), "Who decided, where that is known."),
          .init("sentence", .text(), "In the words that were recorded when it was made."),
        ])),
      .init("transitions", .list(of: CertificateTransition.schema)),
      .init("notices", .list(of: CertificateNotice.schema), "Who was told of decisions on it."),
      .init("renews", .orNull(.text(example: "VAL-CERT-2026-000001")), "The number of the one it renews."),
      .init("renewedBy", .orNull(.text(example: "VAL-CERT-2029-000001")), "The one that renews it."),
      .init("doubt", .orNull(CertificateDoubt.schema), "What stands against it while it is in force."),
    ]))

  private static let evidenceSchema = Schema.object([
    .init("kind", .text(example: "result"), "A result, a statement, or a change of the enrolment."),
    .init("id", .id), .init("recordedAt", .instant), .init("says", .text(), "What it says, as a clause."),
    .init("trust", .orNull(.choice(of: EvidenceTrust.self)), "Null of a change of the enrolment."),
  ])
}

extension Recomputation: Representable {
  /// `{"same": bool, "decisions": …, "differences": […]}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("same", differences.isEmpty)
      json.member("decisions", decisions)
      json.member("differences", each: differences)
    }
  }
}

extension Recomputation.Difference: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("certificate", certificate.text)
      json.member("code", code.description)
      json.member("decidedAt", decidedAt)
      json.member("recorded", recorded)
      json.member("derived", derived)
    }
  }
}

extension Recomputation: Described {
  public static let schema = Schema.named(
    "Recomputation",
    .object([
      .init("same", .truth, "Whether every decision comes out as it was recorded."),
      .init("decisions", .count, "How many were made again."), .init("differences", .list(of: difference)),
    ]))

  private static let difference = Schema.object([
    .init("certificate", .text(example: "VAL-CERT-2026-000001"), "Its number."),
    .init("code", .text(example: "0000-0000-0000-0000-0000-000000"), "Its public code."),
    .init("decidedAt", .instant), .init("recorded", .text(), "The decision as it was recorded."),
    .init("derived", .text(), "What the records of that instant give."),
  ])
}
