internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Awards that one person proposes and another releases.
  static let proposalRoutes: [Route] = [
    asks(
      "/api/v1/proposals", "List the awards that wait for their release, in the order they were proposed.",
      by: .optional("all", .truth, "Those too that were released or declined."), .paging, told: .page()
    ) { _, all, page in ListProposals(isOfAll: all ?? false, page: page) },
    changes(
      "/api/v1/proposals", "Propose an award for another person to release.",
      takes: .needed("enrolment", .id(), "The enrolment that earned it."),
      .needed("scheme", .reference("VAL-CERT"), "The scheme."),
      .optional("renews", .text, "The code or number of a certificate that is to be renewed."), .decidedBy,
      told: .created { "/api/v1/proposals/\($0.id)" }
    ) { _, enrolment, scheme, renews, person in
      ProposeAward(enrolment: enrolment, scheme: scheme, renewing: renews, decidedBy: person)
    },
    asks("/api/v1/proposals/{proposal}", "Show a proposed award.", told: .record) { call in
      ShowProposal(try call.id(0, .proposal))
    },
    changes(
      "/api/v1/proposals/{proposal}/release", "Release a proposed award: the certificate is issued.",
      takes: .decidedBy, mayBeEmpty: true, told: .made { outcome in outcome.certificate }
    ) { call, person in ReleaseAward(proposal: try call.id(0, .proposal), decidedBy: person) },
    changes(
      "/api/v1/proposals/{proposal}/decline", "Decline a proposed award, with a reason.",
      takes: .needed("reason", .text, "Why; kept in the history."), .decidedBy, told: .record
    ) { call, reason, person in
      DeclineAward(proposal: try call.id(0, .proposal), reason: reason, decidedBy: person)
    },
  ]
}

extension Member where Value == PersonID? {
  /// Who decided, where the key is nobody's in particular.
  static var decidedBy: Member {
    .optional("decidedBy", .id(), "Who decided it, where the key has everything and is nobody's.")
  }
}
