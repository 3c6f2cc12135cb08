internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// What somebody was or is to whom: what keeps them from deciding, where a scheme asks so.
  static let involvementRoutes: [Route] = [
    asks(
      "/api/v1/involvements", "List who was or is what to whom, in the order it was recorded.", by: .paging,
      told: .page()
    ) { _, page in ListInvolvements(page: page) },
    changes(
      "/api/v1/involvements", "Declare what somebody was or is to a person, or to everyone in a session.",
      takes: .needed("person", .id(), "Whoever trained, supervised, assessed, or stands close."),
      .needed("duty", .choice(), "What it is."), .subject,
      told: .created { "/api/v1/involvements/\($0.id)" }
    ) { _, person, duty, subject in DeclareInvolvement(person: person, duty: duty, subject: subject) },
    asks("/api/v1/involvements/{involvement}", "Show an involvement.", told: .record) { call in
      ShowInvolvement(try call.id(0, .involvement))
    },
    changes(
      "/api/v1/involvements/{involvement}/end", "End an involvement; what was decided before stays.",
      takes: .needed("reason", .text, "Why; kept in the history."), told: .record
    ) { call, reason in EndInvolvement(involvement: try call.id(0, .involvement), reason: reason) },
  ]
}

extension Member where Value == DeclareInvolvement.Subject {
  /// With whom: `session` or `candidate`, one of them.
  fileprivate static var subject: Member {
    let session: Form<Reference<Session>> = .reference("VAL-2026-1")
    let candidate: Form<PersonID> = .id()
    return Member(
      [
        .given("session", session, "Everyone who takes part in this session."),
        .given("candidate", candidate, "In place of a session: one person."),
      ], oneOf: [["session"], ["candidate"]]
    ) { (fields) throws(Problem) in
      switch (try fields.optional("session", session), try fields.optional("candidate", candidate)) {
      case (.some(let session), nil): return .session(session)
      case (nil, .some(let candidate)): return .person(candidate)
      case (nil, nil):
        throw .member(fields.pointer(to: "session"), "missing-field", "session or candidate must be given")
      case (.some, .some):
        throw .member(
          fields.pointer(to: "candidate"), "unusable-value", "session and candidate are not given together")
      }
    }
  }
}
