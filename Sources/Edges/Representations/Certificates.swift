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
      json.member("doubt", orNull: answer.doubt)
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
      json.member("lastDay", orNull: lastDay)
      json.member("timeZone", timeZone)
    }
  }
}

extension VerifyCertificate.Answer: Representable {
  /// What the public may know: number, code, state, as of when, and what is certified. No identifiers of persons.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("number", certificate.number.text)
      json.member("code", certificate.code.description)
      json.member("state", state)
      json.member("asOf", asOf)
      json.member("facts", certificate.facts)
    }
  }
}
