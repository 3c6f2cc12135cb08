internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Dated deliveries of courses.
  static let sessionRoutes: [Route] =
    [
      asks(
        "/api/v1/sessions", "List the sessions, the latest first.",
        by: .optional("state", .choice(), "Only those in this state."),
        .optional("course", .reference(), "Only those that deliver this course."),
        .optional("host", .reference("RTC-NBO"), "Only those that this organisation delivers."),
        .optional("from", .day, "Only those that have not ended before this day."),
        .optional("to", .day, "Only those that have begun by this day."), .paging, told: .page()
      ) { _, state, course, host, from, to, page in
        ListSessions(state: state, course: course, host: host, from: from, to: to, page: page)
      },
      changes(
        "/api/v1/sessions", "Plan a dated delivery of a course's published version.",
        takes: .needed("code", .code("VAL-2026-1"), "A new code."),
        .needed("course", .reference(), "The course."), .needed("mode", .choice(), "How it is delivered."),
        .needed("days", .closedDays, "Its first and last day."),
        .optional(
          "timeZone", .text("UTC"), else: "UTC", "\"UTC\"", "The time zone that its days are meant in."),
        .optional("language", .language, else: .english, "\"en\"", "The language it is delivered in."),
        .optional("capacity", .whole, "How many people can take part; not limited where not given."),
        .optional("host", .reference("RTC-NBO"), "The organisation that delivers it."),
        told: .created { "/api/v1/sessions/\($0.code)" }
      ) { _, code, course, mode, days, timeZone, language, capacity, host in
        PlanSession(
          code: code, course: course, mode: mode, days: days, timeZone: timeZone, language: language,
          capacity: capacity, host: host)
      },
      asks("/api/v1/sessions/{session}", "Show a session and how its seats stand.", told: .record) { call in
        ShowSession(try call.reference(0, .session))
      },
    ]
    + SessionState.Event.allCases.map { event in
      moves("/api/v1/sessions/{session}/\(event.rawValue)", event.summary, told: .record) { call, reason in
        MoveSession(session: try call.reference(0, .session), event: event, reason: reason)
      }
    }

  /// People whom parties put forward.
  static let nominationRoutes: [Route] =
    [
      asks(
        "/api/v1/nominations", "List nominations in the order they were recorded.",
        by: .optional("session", .reference("VAL-2026-1"), "Only those for this session."),
        .optional("state", .choice(), "Only those in this state."),
        .optional("party", .reference("KE"), "Only those that this organisation put forward."),
        .optional("person", .id(), "Only those of this person."), .paging, told: .page()
      ) { _, session, state, party, person, page in
        ListNominations(session: session, state: state, party: party, person: person, page: page)
      },
      changes(
        "/api/v1/nominations", "Put a person forward for a session.",
        takes: .needed("person", .id(), "The person."),
        .needed("session", .reference("VAL-2026-1"), "The session."),
        .needed("party", .reference("KE"), "The organisation that nominates."),
        told: .created { "/api/v1/nominations/\($0.id)" }
      ) { _, person, session, party in Nominate(person: person, session: session, party: party) },
      asks("/api/v1/nominations/{nomination}", "Show a nomination.", told: .record) { call in
        ShowNomination(try call.id(0, .nomination))
      },
    ]
    + NominationState.Event.allCases.map { event in
      moves(
        "/api/v1/nominations/{nomination}/\(event.rawValue)", event.summary, needing: event.neededRight,
        told: .record
      ) { call, reason in
        MoveNomination(nomination: try call.id(0, .nomination), event: event, reason: reason)
      }
    }
}
