internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Who is to assess: all who take part in a session, or one of them.
  static let assignmentRoutes: [Route] = [
    asks("/api/v1/assignments", parameters: Call.paging.union(["session"])) { call in
      ListAssignments(session: try call.parameter("session", .reference()), page: try call.page())
    },
    changes("/api/v1/assignments") { _, fields in
      AssignAssessor(assessor: try fields.assessor(), work: try fields.work())
    } _: { assignment, _ in
      .created(assignment, at: "/api/v1/assignments/\(assignment.id)")
    },
    asks("/api/v1/assignments/{assignment}") { call in ShowAssignment(try call.id(0, .assignment)) },
    moves("/api/v1/assignments/{assignment}/end") { call, reason in
      EndAssignment(assignment: try call.id(0, .assignment), reason: reason)
    },
  ]
}

extension Fields {
  fileprivate func assessor() throws(Problem) -> PersonID {
    try check(needs: ["assessor"], takes: ["session", "enrolment"])
    return try required("assessor", .id())
  }

  /// What is to be assessed: `session` or `enrolment`, one of them.
  fileprivate func work() throws(Problem) -> AssignAssessor.Work {
    let session: Reference<Session>? = try optional("session", .reference())
    let enrolment: EnrolmentID? = try optional("enrolment", .id())
    switch (session, enrolment) {
    case (.some(let session), nil): return .session(session)
    case (nil, .some(let enrolment)): return .enrolment(enrolment)
    case (nil, nil):
      throw .member(pointer(to: "session"), "missing-field", "session or enrolment must be given")
    case (.some, .some):
      throw .member(
        pointer(to: "enrolment"), "unusable-value", "session and enrolment are not given together")
    }
  }
}
