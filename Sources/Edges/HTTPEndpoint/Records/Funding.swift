internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Which donors pay for seats in a session.
  static let fundingRoutes: [Route] = sessionFundingRoutes + fundingProgrammeRoutes

  private static let sessionFundingRoutes: [Route] = [
    asks(
      "/api/v1/sessions/{session}/funding", "List the donors that pay for seats in a session.", told: .page()
    ) { call in ListFunding(session: try call.reference(0, .session)) },
    changes(
      "/api/v1/sessions/{session}/funding",
      "Say that a donor pays for seats in a session: its reports are made of such sessions.",
      takes: .needed("donor", .reference("DONOR"), "The donor."),
      .optional("seats", .whole, "How many seats; not known where not given."),
      .optional(
        "programme", .reference("TRADE-2026"),
        "The donor's programme under which it pays; none where not given."),
      told: .record
    ) { call, donor, seats, programme in
      FundSession(session: try call.reference(0, .session), donor: donor, seats: seats, programme: programme)
    },
    moves(
      "/api/v1/sessions/{session}/funding/{donor}/end", "Take back that a donor pays for seats in a session.",
      told: .record
    ) { call, reason in
      EndFunding(
        session: try call.reference(0, .session), donor: try call.reference(1, .party), reason: reason)
    },
  ]

  /// Donors' programmes, and what is to be reached under them.
  private static let fundingProgrammeRoutes: [Route] = [
    asks(
      "/api/v1/funding-programmes", "List the funding programmes by code.",
      by: .optional("donor", .reference("DONOR"), "Only those of this donor."), .paging, told: .page()
    ) { _, donor, page in ListFundingProgrammes(donor: donor, page: page) },
    changes(
      "/api/v1/funding-programmes", "Enter a donor's programme, under which it pays for seats.",
      takes: .needed("code", .code("TRADE-2026"), "A new code."),
      .needed("donor", .reference("DONOR"), "The donor."), .needed("titles", .texts, "Its title."),
      .needed("days", .closedDays, "Its first and last day."),
      told: .created { "/api/v1/funding-programmes/\($0.code)" }
    ) { _, code, donor, titles, days in
      AddFundingProgramme(code: code, donor: donor, titles: titles, days: days)
    },
    asks(
      "/api/v1/funding-programmes/{programme}", "Show a funding programme with the targets that hold.",
      told: .record
    ) { call in ShowFundingProgramme(try call.reference(0, .fundingProgramme)) },
    changes(
      "/api/v1/funding-programmes/{programme}/targets",
      "Set what is to be reached within some days; another number for the same takes its place.",
      takes: .needed("indicator", .choice(), "What is counted."),
      .needed("days", .closedDays, "Its first and last day."),
      .needed("value", .whole, "The number to reach."),
      told: .record
    ) { call, indicator, days, value in
      SetFundingTarget(
        programme: try call.reference(0, .fundingProgramme), indicator: indicator, days: days, value: value)
    },
    changes(
      "/api/v1/funding-programmes/{programme}/targets/end", "Take a target back.",
      takes: .needed("indicator", .choice(), "What is counted."),
      .needed("days", .closedDays, "Its first and last day."),
      .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, indicator, days, reason in
      EndFundingTarget(
        programme: try call.reference(0, .fundingProgramme), indicator: indicator, days: days, reason: reason)
    },
  ]
}
