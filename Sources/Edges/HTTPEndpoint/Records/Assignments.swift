internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Who is to assess: all who take part in a session, or one of them.
  static let assignmentRoutes: [Route] = [
    asks(
      "/api/v1/assignments", "List who is to assess, in the order it was recorded.",
      by: .optional("session", .reference("VAL-2026-1"), "Only those in this session."),
      .optional("assessor", .id(), "Only those of this assessor."), .paging, told: .page()
    ) { _, session, assessor, page in ListAssignments(session: session, assessor: assessor, page: page) },
    changes(
      "/api/v1/assignments", "Give an assessor a session, or one enrolment.",
      takes: .needed("assessor", .id(), "The assessor."), .work,
      told: .created { "/api/v1/assignments/\($0.id)" }
    ) { _, assessor, work in AssignAssessor(assessor: assessor, work: work) },
    asks("/api/v1/assignments/{assignment}", "Show an assignment.", told: .record) { call in
      ShowAssignment(try call.id(0, .assignment))
    },
    moves(
      "/api/v1/assignments/{assignment}/end", "End an assignment; what was assessed stays.", told: .record
    ) { call, reason in EndAssignment(assignment: try call.id(0, .assignment), reason: reason) },
  ]
}

extension Member where Value == AssignAssessor.Work {
  /// What is to be assessed: `session` or `enrolment`, one of them.
  fileprivate static var work: Member {
    let session: Form<Reference<Session>> = .reference("VAL-2026-1")
    let enrolment: Form<EnrolmentID> = .id()
    return Member(
      [
        .given("session", session, "Everyone who takes part in this session."),
        .given("enrolment", enrolment, "In place of a session: one enrolment."),
      ], oneOf: [["session"], ["enrolment"]]
    ) { (fields) throws(Problem) in
      switch (try fields.optional("session", session), try fields.optional("enrolment", enrolment)) {
      case (.some(let session), nil): return .session(session)
      case (nil, .some(let enrolment)): return .enrolment(enrolment)
      case (nil, nil):
        throw .member(fields.pointer(to: "session"), "missing-field", "session or enrolment must be given")
      case (.some, .some):
        throw .member(
          fields.pointer(to: "enrolment"), "unusable-value", "session and enrolment are not given together")
      }
    }
  }
}
