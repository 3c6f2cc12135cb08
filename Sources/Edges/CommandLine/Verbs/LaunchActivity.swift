internal import Arguments
internal import Catalogue
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Launches a unit of a cmi5 course.
  static let launchActivity = Verb.changing(
    "launch", summary: "Launch an activity of a cmi5 course: prints the address for the learner's browser.",
    discussion: """
      The server must be running. The address holds a secret that serves once; an earlier launch of the enrolment that \
      has not ended is abandoned. In Browse and Review nothing that is achieved is recorded.
      """,
    examples: [
      Example("registrar enrolment launch ENROLMENT --activity 1", "Launch the first activity, to learn."),
      Example(
        "registrar enrolment launch ENROLMENT --activity 1 --mode Review", "Show again what was done before."),
    ],
    arguments: [.enrolment],
    options: [
      .activity, .choice("mode", "MODE", of: LaunchMode.self, help: "What for; Normal where not given."),
      .value("return-url", "URL", help: "Where the learner goes on leaving the activity."),
    ]
  ) { errand in
    let given = errand.given
    let launched = try errand.perform(
      LaunchActivity(
        enrolment: try given.required("ENROLMENT", .id()), activity: try given.required("activity", .text),
        mode: try given.optional("mode", .choice()) ?? .normal,
        returnURL: try given.optional("return-url", .text)))
    try errand.changed(
      launched.url, launched,
      "Launched in mode \(launched.session.mode.rawValue); the address serves one learner, once.")
  }

  /// Lists what was launched.
  static let listLaunches = Verb.showing(
    "launches", summary: "List the launches of an enrolment, in their order.",
    examples: [Example("registrar enrolment launches ENROLMENT", "See what was launched, and how it ended.")],
    arguments: [.enrolment], options: Option.paging
  ) { errand in
    let page = try errand.answer(
      ListLaunches(
        enrolment: try errand.given.required("ENROLMENT", .id()), page: try errand.given.page()))
    try errand.list(page, ["ID", "ACTIVITY", "MODE", "STATE", "LAUNCHED", "ENDED"]) { launch in
      [
        launch.id.description, launch.activity, launch.mode.rawValue, launch.state.rawValue,
        launch.launchedAt.text(fractionDigits: 0), launch.endedAt?.text(fractionDigits: 0) ?? "",
      ]
    }
  }

  /// Ends a launch that its unit has not ended.
  static let abandonLaunch = Verb.changing(
    "abandon", summary: "Abandon the launch that is open: nothing more is recorded for it.",
    examples: [
      Example("registrar enrolment abandon ENROLMENT --reason \"The browser crashed\"", "End what hangs.")
    ],
    arguments: [.enrolment], options: [.reason]
  ) { errand in
    let session = try errand.perform(
      AbandonLaunch(
        enrolment: try errand.given.required("ENROLMENT", .id()),
        reason: try errand.given.optional("reason", .text)))
    try errand.changed(
      session.id.description, session, "The launch of activity \(session.activity) is abandoned.")
  }

  /// Waives a unit.
  static let waiveActivity = Verb.changing(
    "waive", summary: "Waive an activity of a cmi5 course, for a reason: it counts as completed and passed.",
    examples: [
      Example(
        "registrar enrolment waive ENROLMENT --activity 2 --reason \"Tested Out\"",
        "The learner need not do the second activity.")
    ],
    arguments: [.enrolment], options: [.activity, .neededReason]
  ) { errand in
    let waiver = try errand.perform(
      WaiveActivity(
        enrolment: try errand.given.required("ENROLMENT", .id()),
        activity: try errand.given.required("activity", .text),
        reason: try errand.given.required("reason", .text)))
    try errand.changed(
      waiver.statement.description, waiver, "Activity \(waiver.activity) is waived.",
      next: "enrolment show \(waiver.enrolment)")
  }
}

extension Option {
  static let activity = Option.value(
    "activity", "KEY", isRequired: true, help: "The activity's key, as enrolment show tells it.")
}
