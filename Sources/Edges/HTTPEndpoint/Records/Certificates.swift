internal import Certification
internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Certificates: awarded by rule, changed with a reason, listed with those in force first.
  static let certificateRoutes: [Route] =
    [
      asks(
        "/api/v1/certificates", "List certificates, those in force first.",
        by: .optional("person", .id(), "Only those of this person."),
        .optional("scheme", .reference("VAL-CERT"), "Only those of this scheme."),
        .optional("session", .reference("VAL-2026-1"), "Only those earned in this session."),
        .optional("state", .choice(), "Only those in this state on the day that it is in their zone."),
        .optional("inDoubt", .truth, "Only those that are in force on evidence that no longer holds."),
        .paging,
        told: .page { answer, call in
          answer.map { ListedCertificateRepresentation($0, origin: call.address) }
        }
      ) { _, person, scheme, session, state, inDoubt, page in
        ListCertificates(
          person: person, scheme: scheme, session: session, state: state, inDoubt: inDoubt ?? false,
          page: page)
      },
      changes(
        "/api/v1/certificates", "Award a certificate, where the rules of its scheme are met.",
        takes: .needed("enrolment", .id(), "The enrolment that earned it."),
        .needed("scheme", .reference("VAL-CERT"), "The scheme."),
        told: .made { outcome in outcome.certificate }
      ) { _, enrolment, scheme in Award(enrolment: enrolment, scheme: scheme) },
      asks(
        "/api/v1/certificates/{certificate}", "Show a certificate with every change of its state.",
        told: .record { answer, call in
          CertificateHistoryRepresentation(answer, origin: call.address)
        }
      ) { call in ShowCertificate(certificate: call.captures[0]) },
      changes(
        "/api/v1/certificates/{certificate}/replace", "Replace a certificate by one with the facts of today.",
        takes: .needed("reason", .text, "Why; kept in the history."), told: .made { $0 }
      ) { call, reason in ReplaceCertificate(certificate: call.captures[0], reason: reason) },
    ]
    + ChangeCertificate.Decision.allCases.map { decision in
      changes(
        "/api/v1/certificates/{certificate}/\(decision.rawValue)", decision.summary,
        takes: .needed("reason", .text, "Why; kept in the history."),
        told: .record { certificate, call in call.representation(of: certificate) }
      ) { call, reason in
        ChangeCertificate(certificate: call.captures[0], decision: decision, reason: reason)
      }
    }
}

extension ChangeCertificate.Decision {
  fileprivate var summary: String {
    switch self {
    case .suspend: "Suspend a certificate for a while, with a reason."
    case .reinstate: "Reinstate a suspended certificate."
    case .revoke: "Revoke a certificate for good, with a reason."
    }
  }
}

extension Call {
  /// A certificate as a change has just left it.
  fileprivate func representation(of certificate: Certificate) -> CertificateRepresentation {
    CertificateRepresentation(certificate, state: certificate.decidedState, origin: address)
  }
}

extension Telling {
  /// The certificate that was made, and where it can be had.
  fileprivate static func made(_ certificate: @escaping @Sendable (Outcome) -> Certificate) -> Telling {
    .created {
      "/api/v1/certificates/\(certificate($0).code)"
    } _: { outcome, call in
      call.representation(of: certificate(outcome))
    }
  }
}
