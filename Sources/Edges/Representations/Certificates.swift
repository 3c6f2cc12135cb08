public import Certification
public import JSON
public import Operations
internal import Values
internal import Enrolment
internal import People

extension CertificateState: Representable {}

/// A certificate with its state, and the address where anyone can verify it.
public struct CertificateRepresentation: Representable, Sendable {
  let certificate: Certificate
  let state: CertificateState
  let origin: String

  /// A certificate with the state that was found to hold.
  ///
  /// - Parameter origin: the address that this system is reached at; `/verify/CODE` lies below it.
  public init(_ certificate: Certificate, state: CertificateState, origin: String) {
    self.certificate = certificate
    self.state = state
    self.origin = origin
  }

  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", certificate.id)
    json.member("number", certificate.number.text)
    json.member("code", certificate.code.description)
    json.member("state", state)
    json.member("person", certificate.person)
    json.member("scheme", certificate.scheme)
    json.member("schemeVersion", certificate.schemeVersion)
    json.member("enrolment", certificate.enrolment)
    json.member("replaces", orNull: certificate.replaces)
    json.member("renews", orNull: certificate.renews)
    json.member("facts", certificate.facts)
    json.member("verifyURL", verificationAddress(of: certificate.code, origin: origin))
  }
}

/// Where anyone can verify a certificate.
public func verificationAddress(of code: VerificationCode, origin: String) -> String {
  "\(origin)/verify/\(code)"
}

/// A certificate with every change of its state.
public struct CertificateHistoryRepresentation: Representable {
  let answer: ShowCertificate.Answer
  let certificate: CertificateRepresentation

  /// - Parameter origin: the address that this system is reached at; `/verify/CODE` lies below it.
  public init(_ answer: ShowCertificate.Answer, origin: String) {
    self.answer = answer
    certificate = CertificateRepresentation(answer.certificate, state: answer.state, origin: origin)
  }

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      certificate.members(in: &json)
      json.member("transitions", each: answer.transitions)
      json.member("notices", each: answer.notices)
      json.member("renewedBy", orNull: answer.renewals.renewedBy?.text)
      json.member("doubt", orNull: answer.doubt)
      json.member("holderErasedOn", orNull: answer.holderErasedOn)
    }
  }
}

/// A certificate in a list; one of those that are in doubt with what stands against it.
public struct ListedCertificateRepresentation: Representable, Sendable {
  let listed: ListedCertificate
  let certificate: CertificateRepresentation

  /// - Parameter origin: the address that this system is reached at; `/verify/CODE` lies below it.
  public init(_ listed: ListedCertificate, origin: String) {
    self.listed = listed
    certificate = CertificateRepresentation(listed.certificate, state: listed.state, origin: origin)
  }

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      certificate.members(in: &json)
      json.member("renewedBy", orNull: listed.renewals.renewedBy?.text)
      if let doubt = listed.doubt { json.member("doubt", doubt) }
    }
  }
}

extension CertificateDoubt: Representable {
  /// `{"certificate": number, "reasons": […], "sentence": …}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("certificate", certificate.text)
      json.member("reasons", texts: reasons.map(\.sentence))
      json.member("sentence", sentence)
    }
  }
}

extension CertificateTransition: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("at", at)
      json.member("on", on)
      json.member("to", to)
      json.member("reason", orNull: reason)
    }
  }
}

extension CertifiedFacts: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("holder", holder)
      json.member("kind", kind)
      json.member("scheme", scheme)
      json.member("course", course)
      json.member("session", session)
      json.member("sessionDays", sessionDays)
      json.member("score", orNull: score)
      json.member("issuer", issuer)
      json.member("issuedOn", issuedOn)
      json.member("firstDay", firstDay)
      json.member("lastDay", orNull: lastDay)
      json.member("timeZone", timeZone)
    }
  }
}

extension CertificateRepresentation: Described {
  public static let schema = Schema.named("Certificate", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("number", .text(example: "VAL-CERT-2026-000001")),
    .init("code", .text(example: "0000-0000-0000-0000-0000-000000"), "The public code."),
    .init("state", .choice(of: CertificateState.self), "On the day that it is shown."),
    .init("person", .id), .init("scheme", .id), .init("schemeVersion", .whole(from: 1, to: nil)),
    .init("enrolment", .id),
    .init("replaces", .orNull(.id), "The certificate that it was issued in place of."),
    .init("renews", .orNull(.id), "The certificate that it goes on from."),
    .init("facts", facts, "What it says, for ever."),
    .init("verifyURL", .text(example: "https://records.example/verify/…")),
  ]

  private static let facts = Schema.object([
    .init("holder", .text()), .init("kind", .choice(of: SchemeVersion.Kind.self)), .init("scheme", .texts),
    .init("course", .texts), .init("session", .code(example: "VAL-2026-1")),
    .init("sessionDays", DayRange.schema), .init("score", .orNull(.text(example: "85 of 100"))),
    .init("issuer", .text()), .init("issuedOn", .day),
    .init("firstDay", .day, "The first day on which it holds."), .init("lastDay", .orNull(.day)),
    .init("timeZone", .text(example: "UTC")),
  ])
}

extension CertificateTransition: Described {
  public static let schema = Schema.object([
    .init("at", .instant), .init("on", .day), .init("to", .choice(of: CertificateState.self)),
    .init("reason", .orNull(.text())),
  ])
}

extension CertificateHistoryRepresentation: Described {
  public static let schema = Schema.named(
    "CertificateWithHistory",
    .object(
      CertificateRepresentation.members + [
        .init("transitions", .list(of: CertificateTransition.schema)),
        .init("notices", .list(of: CertificateNotice.schema), "Who was told of decisions on it."),
        .init(
          "renewedBy", .orNull(.text(example: "VAL-CERT-2029-000001")),
          "The number of the one that renews it."),
        .init("doubt", .orNull(CertificateDoubt.schema), "What stands against it while it is in force."),
        .init(
          "holderErasedOn", .orNull(.day),
          "The day on which its holder’s particulars were erased; null where they stand."),
      ]))
}

extension ListedCertificateRepresentation: Described {
  public static let schema = Schema.named(
    "ListedCertificate",
    .object(
      CertificateRepresentation.members + [
        .init(
          "renewedBy", .orNull(.text(example: "VAL-CERT-2029-000001")),
          "The number of the one that renews it."),
        .init(
          "doubt", CertificateDoubt.schema, isRequired: false,
          "Where those in doubt are asked for: why it is."),
      ]))
}

extension CertificateDoubt: Described {
  public static let schema = Schema.object([
    .init("certificate", .text(example: "VAL-CERT-2026-000001"), "Its number."),
    .init("reasons", .list(of: .text()), "What no longer holds, each as a clause."),
    .init("sentence", .text(), "All of it as a sentence."),
  ])
}
