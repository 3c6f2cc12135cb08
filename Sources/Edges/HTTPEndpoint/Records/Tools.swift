internal import Catalogue
internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Tools of others that courses link to: learners are given their addresses once they are approved.
  static let toolRoutes: [Route] =
    [
      asks(
        "/api/v1/courses/{course}/tools", "List the external tools that a version links to.",
        by: .optional("version", .positive, "Which version; the latest where not given."), .paging,
        told: .page()
      ) { call, number, page in
        ListTools(course: try call.reference(0, .course), number: number, page: page)
      },
      asks(
        "/api/v1/enrolments/{enrolment}/tools/{activity}",
        "Show where a learner opens an external tool; refused unless it is approved.", told: .record
      ) { call in OpenTool(enrolment: try call.id(0, .enrolment), activity: call.captures[1]) },
    ]
    + ToolApproval.Event.allCases.map { event in
      changes(
        "/api/v1/courses/{course}/tools/\(event.rawValue)", event.summary,
        takes: .needed("activity", .text("I_00012"), "The activity's key."),
        .optional("version", .positive, "Which version names it; the latest where not given."),
        .needed("reason", .text, "Why; kept in the history."), told: .record
      ) { call, activity, number, reason in
        DecideOnTool(
          course: try call.reference(0, .course), number: number, activity: activity, event: event,
          reason: reason)
      }
    }
}

extension ToolApproval.Event {
  fileprivate var summary: String {
    switch self {
    case .approve: "Approve an external tool, so that learners are given its address."
    case .withdraw: "Withdraw the approval of an external tool."
    }
  }
}
