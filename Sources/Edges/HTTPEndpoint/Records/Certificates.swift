internal import Certification
internal import HTTP
internal import Operations
internal import People
internal import Representations
internal import Synchronization
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
        .optional("lastDayBy", .day, "Only those in force that end on this day or before."),
        .optional(
          "untold", .truth, "Only those that are suspended or revoked and whose holder was not told of that."),
        .optional("inDoubt", .truth, "Only those that are in force on evidence that no longer holds."),
        .paging,
        told: .page { answer, call in
          answer.map { ListedCertificateRepresentation($0, origin: call.address) }
        }
      ) { _, person, scheme, session, state, lastDayBy, untold, inDoubt, page in
        ListCertificates(
          person: person, scheme: scheme, session: session, state: state, lastDayBy: lastDayBy,
          isUntold: untold ?? false, inDoubt: inDoubt ?? false,
          page: page)
      },
      Route(
        "GET", "/api/v1/sessions/{session}/certificates.zip", .records, .holders(of: .lookUp),
        "Have the certificates of a session that are in force in one zip, each as PDF.",
        parameters: [
          .init(
            "language", .language, isRequired: false,
            "The language of the pages; where a certificate has none in it, the one is taken that it has.")
        ],
        answers: [
          DeclaredAnswer(200, "The zip.", [.init(mediaType: "application/zip", schema: .text())])
        ]
      ) { call, answering in
        let prints = try call.registrar.prints(
          of: call.reference(0, .session), in: call.head.query.first { $0.name == "language" }?.value,
          as: call.knownPrincipal())
        answering.send(
          Response(
            status: 200, headers: [Response.Field("Content-Type", "application/zip")],
            body: .stream(BundleStream(prints))))
      },
      changes(
        "/api/v1/certificates", "Award a certificate, where the rules of its scheme are met.",
        takes: .needed("enrolment", .id(), "The enrolment that earned it."),
        .needed("scheme", .reference("VAL-CERT"), "The scheme."), .decidedBy,
        told: .made { outcome in outcome.certificate }
      ) { _, enrolment, scheme, person in
        Award(enrolment: enrolment, scheme: scheme, decidedBy: person)
      },
      asks(
        "/api/v1/certificates/{certificate}", "Show a certificate with every change of its state.",
        told: .record { answer, call in
          CertificateHistoryRepresentation(answer, origin: call.address)
        }
      ) { call in ShowCertificate(certificate: call.captures[0]) },
      asks(
        "/api/v1/certificates/{certificate}/explanation",
        "Say why a certificate was issued: the evidence, the rule, the decision.",
        told: .record { explanation, _ in explanation }
      ) { call in ExplainCertificate(certificate: call.captures[0]) },
      worksOut(
        "/api/v1/reports/recomputation",
        "Decide on every certificate again, as of when it was issued, and name what comes out otherwise.",
        needing: .readRecords, told: .record { recomputation, _ in recomputation }
      ) { call in
        let principal = try call.knownPrincipal()
        return LongTask { _ in try call.registrar.recomputeCertificates(as: principal) }
      },
      asks(
        "/api/v1/sessions/{session}/awards", "Say what awarding everyone in a session would come to.",
        by: .needed("scheme", .reference("VAL-CERT"), "The scheme."),
        .optional(
          "step", .choice(), "What would be done for everyone; an award by one person where not given."),
        .optional("decidedBy", .id(), "Who would decide, where the key has everything and is nobody's."),
        told: .record { plan, _ in plan }
      ) { call, scheme, step, person in
        PlanAwards(
          session: try call.reference(0, .session), scheme: scheme, step: step ?? .award, decidedBy: person)
      },
      works(
        "/api/v1/sessions/{session}/awards",
        "Award a certificate to everyone in a session whom the scheme's rules find eligible.",
        needing: AwardSession.right, takes: .needed("scheme", .reference("VAL-CERT"), "The scheme."),
        .optional(
          "step", .choice(), else: AwardPlan.Step.award, "\"award\"",
          "Where two persons decide: \"propose\", then, by another, \"release\"."),
        .optional(
          "plan", .text("0b7c6f0e4a1b2c3d9d526f0e4a1b2c3d"),
          "The hash of the plan that was looked at; whoever is eligible by now where not given."),
        .decidedBy,
        told: .record { outcome, call in SessionAwardsRepresentation(outcome, origin: call.address) }
      ) { call, scheme, step, plan, person in
        let award = AwardSession(
          session: try call.reference(0, .session), scheme: scheme, step: step, planHash: plan,
          decidedBy: person)
        let principal = try call.knownPrincipal()
        return LongTask { terms in try call.registrar.perform(award, as: principal, on: terms) }
      },
      changes(
        "/api/v1/certificates/{certificate}/renew",
        "Renew a certificate by one that goes on from it, where its holder has shown anew what is asked.",
        takes: .optional(
          "enrolment", .id(), "What shows it; the latest on the course that is asked for where not given."),
        .decidedBy, mayBeEmpty: true, told: .made { outcome in outcome.certificate }
      ) { call, enrolment, person in
        RenewCertificate(certificate: call.captures[0], enrolment: enrolment, decidedBy: person)
      },
      changes(
        "/api/v1/certificates/{certificate}/notices",
        "Record that the holder, or a party, was told of the latest decision on a certificate.",
        takes: .needed("way", .choice(), "How they were told."),
        .optional("party", .reference("KE"), "Who was told; the holder where not given."),
        .optional("on", .day, "The day on which they were told; the present one where not given."),
        told: .record
      ) { call, way, party, day in
        NoteNotice(certificate: call.captures[0], party: party, on: day, way: way)
      },
      changes(
        "/api/v1/certificates/{certificate}/replace", "Replace a certificate by one with the facts of today.",
        takes: .needed("reason", .text, "Why; kept in the history."), .decidedBy, told: .made { $0 }
      ) { call, reason, person in
        ReplaceCertificate(certificate: call.captures[0], reason: reason, decidedBy: person)
      },
    ]
    + ChangeCertificate.Decision.allCases.map { decision in
      changes(
        "/api/v1/certificates/{certificate}/\(decision.rawValue)", decision.summary,
        takes: .needed("reason", .text, "Why; kept in the history."), .decidedBy,
        told: .record { certificate, call in call.representation(of: certificate) }
      ) { call, reason, person in
        ChangeCertificate(
          certificate: call.captures[0], decision: decision, reason: reason, decidedBy: person)
      }
    }
}

/// The zip of a session, as it is sent.
private final class BundleStream: ByteStream {
  private let bundle: Mutex<CertificateBundle>

  init(_ prints: SessionPrints) {
    bundle = Mutex(CertificateBundle(prints))
  }

  func next() throws -> [UInt8] {
    try bundle.withLock { try $0.next() }
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
  static func made(_ certificate: @escaping @Sendable (Outcome) -> Certificate) -> Telling {
    .created {
      "/api/v1/certificates/\(certificate($0).code)"
    } _: { outcome, call in
      call.representation(of: certificate(outcome))
    }
  }
}
