internal import Catalogue
internal import Enrolment
internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Launches of cmi5 units, and what stands in for them.
  static let launchRoutes: [Route] = [
    asks(
      "/api/v1/enrolments/{enrolment}/launches", "List the launches of an enrolment, in their order.",
      by: .paging, told: .page()
    ) { call, page in ListLaunches(enrolment: try call.id(0, .enrolment), page: page) },
    changes(
      "/api/v1/enrolments/{enrolment}/launches",
      "Launch an activity of a cmi5 course: the answer has the address for the learner's browser, this once.",
      takes: .needed("activity", .text("1"), "The activity's key."),
      .optional("mode", .choice(), else: LaunchMode.normal, "\"Normal\"", "What the launch is for."),
      .optional(
        "returnURL", .text("https://portal.example/courses"),
        "Where the learner goes on leaving the activity."),
      told: .created { "/api/v1/launches/\($0.session.id)" }.butAgain { outcome, _ in
        Problem.launchToldOnce(outcome.session.id).response
      }
    ) { call, activity, mode, returnURL in
      LaunchActivity(
        enrolment: try call.id(0, .enrolment), activity: activity, mode: mode, returnURL: returnURL)
    },
    asks("/api/v1/launches/{launch}", "Show a launch.", told: .record) { call in
      ShowLaunch(try call.id(0, .launch))
    },
    moves(
      "/api/v1/enrolments/{enrolment}/abandon",
      "Abandon the launch that is open: nothing more is recorded for it.", told: .record
    ) { call, reason in AbandonLaunch(enrolment: try call.id(0, .enrolment), reason: reason) },
    changes(
      "/api/v1/enrolments/{enrolment}/waivers",
      "Waive an activity of a cmi5 course, for a reason: it counts as completed and passed.",
      takes: .needed("activity", .text("1"), "The activity's key."),
      .needed("reason", .text("Tested Out"), "Why; it stands in the statement, and is kept in the history."),
      told: .record
    ) { call, activity, reason in
      WaiveActivity(enrolment: try call.id(0, .enrolment), activity: activity, reason: reason)
    },
  ]
}

extension Problem {
  /// What is told when a launch is asked for again under the same `Idempotency-Key`: it was made, and the secret in its
  /// address is not kept anywhere.
  fileprivate static func launchToldOnce(_ session: LaunchSessionID) -> Problem {
    Problem(
      .conflict, "secret-told-once",
      "the launch was made by this request before; its address was told then only"
    )
    .toBeMended(by: "where the address was lost, launch again under another name")
    .with(Response.Field("Location", "/api/v1/launches/\(session)"))
  }
}
