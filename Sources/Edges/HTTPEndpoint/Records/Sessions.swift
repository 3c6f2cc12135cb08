internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Dated deliveries of courses.
  static let sessionRoutes: [Route] =
    [
      asks("/api/v1/sessions", parameters: Call.paging) { call in ListSessions(page: try call.page()) },
      changes("/api/v1/sessions") { _, fields in
        try fields.check(
          needs: ["code", "course", "mode", "days"], takes: ["timeZone", "language", "capacity", "host"])
        return PlanSession(
          code: try fields.required("code", .code()), course: try fields.required("course", .reference()),
          mode: try fields.required("mode", .choice()), days: try fields.requiredDays("days"),
          timeZone: try fields.optional("timeZone", .text) ?? "UTC",
          language: try fields.optional("language", .language) ?? .english,
          capacity: try fields.optional("capacity", .whole), host: try fields.optional("host", .reference()))
      } _: { session, _ in
        .created(session, at: "/api/v1/sessions/\(session.code)")
      },
      asks("/api/v1/sessions/{session}") { call in ShowSession(try call.reference(0, .session)) },
    ]
    + SessionState.Event.allCases.map { event in
      moves("/api/v1/sessions/{session}/\(event.rawValue)") { call, reason in
        MoveSession(session: try call.reference(0, .session), event: event, reason: reason)
      }
    }

  /// People whom parties put forward.
  static let nominationRoutes: [Route] =
    [
      asks("/api/v1/nominations", parameters: Call.paging.union(["session"])) { call in
        ListNominations(session: try call.parameter("session", .reference()), page: try call.page())
      },
      changes("/api/v1/nominations") { _, fields in
        try fields.check(needs: ["person", "session", "party"])
        return Nominate(
          person: try fields.required("person", .id()), session: try fields.required("session", .reference()),
          party: try fields.required("party", .reference()))
      } _: { nomination, _ in
        .created(nomination, at: "/api/v1/nominations/\(nomination.id)")
      },
      asks("/api/v1/nominations/{nomination}") { call in ShowNomination(try call.id(0, .nomination)) },
    ]
    + NominationState.Event.allCases.map { event in
      moves("/api/v1/nominations/{nomination}/\(event.rawValue)", needing: event.neededRight) {
        call, reason in
        MoveNomination(nomination: try call.id(0, .nomination), event: event, reason: reason)
      }
    }
}
