internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Which donors pay for seats in a session.
  static let fundingRoutes: [Route] = [
    asks(
      "/api/v1/sessions/{session}/funding", "List the donors that pay for seats in a session.", told: .page()
    ) { call in ListFunding(session: try call.reference(0, .session)) },
    changes(
      "/api/v1/sessions/{session}/funding",
      "Say that a donor pays for seats in a session: its reports are made of such sessions.",
      takes: .needed("donor", .reference("DONOR"), "The donor."), told: .record
    ) { call, donor in FundSession(session: try call.reference(0, .session), donor: donor) },
    moves(
      "/api/v1/sessions/{session}/funding/{donor}/end", "Take back that a donor pays for seats in a session.",
      told: .record
    ) { call, reason in
      EndFunding(
        session: try call.reference(0, .session), donor: try call.reference(1, .party), reason: reason)
    },
  ]
}
