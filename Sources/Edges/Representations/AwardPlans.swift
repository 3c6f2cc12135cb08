internal import Certification
internal import Enrolment
public import JSON
public import Operations
internal import People
internal import Values

extension AwardPlan: Representable {
  /// `{"session", "scheme", "version", "hash", "candidates": […]}`: everyone in the session with the verdict.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("session", session)
      json.member("scheme", scheme)
      json.member("version", version)
      json.member("step", step.rawValue)
      json.member("hash", hash)
      json.member("candidates", each: candidates)
    }
  }
}

extension AwardPlan.Candidate: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("enrolment", enrolment)
      json.member("person", person)
      json.member("name", name)
      if case .award = verdict { json.member("eligible", true) } else { json.member("eligible", false) }
      json.member("sentence", verdict.sentence)
    }
  }
}

/// What came of awarding everyone in a session, or of proposing or releasing that.
public struct SessionAwardsRepresentation: Representable {
  let outcome: AwardSession.Outcome
  let origin: String

  /// - Parameter origin: the address that this system is reached at; `/verify/CODE` lies below it.
  public init(_ outcome: AwardSession.Outcome, origin: String) {
    self.outcome = outcome
    self.origin = origin
  }

  /// `{"plan": …, "certificates": […], "proposals": […]}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("plan", outcome.plan)
      json.member(
        "certificates",
        each: outcome.certificates.map {
          CertificateRepresentation($0, state: $0.decidedState, origin: origin)
        })
      json.member("proposals", each: outcome.proposals)
    }
  }
}

extension AwardPlan: Described {
  public static let schema = Schema.named(
    "AwardPlan",
    .object([
      .init("session", .code(example: "VAL-2026-1")), .init("scheme", .code(example: "VAL-CERT")),
      .init("version", .whole(from: 1, to: nil), "The version of the scheme that decides."),
      .init("step", .choice(of: AwardPlan.Step.self), "What is done for everyone."),
      .init("hash", .text(example: "0b7c6f0e4a1b2c3d9d526f0e4a1b2c3d"), "Names this very plan."),
      .init("candidates", .list(of: candidate), "Everyone in the session, in the order they were enrolled."),
    ]))

  private static let candidate = Schema.object([
    .init("enrolment", .id), .init("person", .id), .init("name", .text()),
    .init("eligible", .truth, "Whether the plan awards a certificate."),
    .init("sentence", .text(), "Why, or why not."),
  ])
}

extension SessionAwardsRepresentation: Described {
  public static let schema = Schema.named(
    "SessionAwards",
    .object([
      .init("plan", AwardPlan.schema, "What was carried out."),
      .init("certificates", .list(of: CertificateRepresentation.schema), "In the order of the plan."),
      .init("proposals", .list(of: AwardProposal.schema), "In the order of the plan, where it was proposed."),
    ]))
}
