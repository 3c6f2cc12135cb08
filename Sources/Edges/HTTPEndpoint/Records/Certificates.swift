internal import Certification
internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Certificates: awarded by rule, changed with a reason, listed with those in force first.
  static let certificateRoutes: [Route] =
    [
      asks("/api/v1/certificates", parameters: Call.paging.union(["person", "scheme", "session", "inDoubt"]))
      {
        call in
        ListCertificates(
          person: try call.parameter("person", .id()), scheme: try call.parameter("scheme", .reference()),
          session: try call.parameter("session", .reference()),
          inDoubt: try call.parameter("inDoubt", .truth) ?? false, page: try call.page())
      } _: { answer, call in
        .json(answer.map { ListedCertificateRepresentation($0, origin: call.address) })
      },
      changes("/api/v1/certificates") { _, fields in
        try fields.check(needs: ["enrolment", "scheme"])
        return Award(
          enrolment: try fields.required("enrolment", .id()),
          scheme: try fields.required("scheme", .reference()))
      } _: { outcome, call in
        call.created(outcome.certificate)
      },
      asks("/api/v1/certificates/{certificate}") { call in
        ShowCertificate(certificate: call.captures[0])
      } _: { answer, call in
        .json(CertificateHistoryRepresentation(answer, origin: call.address))
      },
      changes("/api/v1/certificates/{certificate}/replace") { call, fields in
        try fields.check(needs: ["reason"])
        return ReplaceCertificate(
          certificate: call.captures[0], reason: try fields.required("reason", .text))
      } _: { certificate, call in
        call.created(certificate)
      },
    ]
    + ChangeCertificate.Decision.allCases.map { decision in
      changes("/api/v1/certificates/{certificate}/\(decision.rawValue)") { call, fields in
        try fields.check(needs: ["reason"])
        return ChangeCertificate(
          certificate: call.captures[0], decision: decision, reason: try fields.required("reason", .text))
      } _: { certificate, call in
        .json(call.representation(of: certificate))
      }
    }
}

extension Call {
  /// A certificate as a change has just left it.
  fileprivate func representation(of certificate: Certificate) -> CertificateRepresentation {
    CertificateRepresentation(certificate, state: certificate.decidedState, origin: address)
  }

  fileprivate func created(_ certificate: Certificate) -> Response {
    .created(representation(of: certificate), at: "/api/v1/certificates/\(certificate.code)")
  }
}
