internal import Arguments
internal import Catalogue
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Lists the tools of others that a course links to.
  static let listTools = Verb.showing(
    "tools", summary: "List the external tools that a version links to, and what was decided on them.",
    examples: [Example("registrar course tools VALUATION-1", "See which tools wait for approval.")],
    arguments: [.course], options: [.versionNumber] + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListTools(
        course: try errand.given.required("COURSE", .reference()),
        number: try errand.given.number("number", in: 1...Int.max), page: try errand.given.page()))
    try errand.list(page, ["ACTIVITY", "TOOL", "APPROVAL", "ADDRESS"]) { standing in
      [
        standing.tool.activity, standing.tool.title.text(), standing.approval.rawValue,
        standing.tool.address ?? "",
      ]
    }
  }

  /// Approves tools, or withdraws that.
  static let decidingOnTools: [Verb] = ToolApproval.Event.allCases.map { event in
    Verb.changing(
      "\(event.rawValue)-tool", summary: event.summary,
      discussion: """
        A package can link to tools of others (LTI). Learners are given the address of one only while it is approved; it \
        is decided by that address, so later versions of the course may link to it too.
        """,
      examples: [
        Example(
          "registrar course \(event.rawValue)-tool VALUATION-1 --activity I_00012 --reason \"\(event.example)\"",
          event.summary)
      ],
      arguments: [.course], options: [.activity, .versionNumber, .neededReason]
    ) { errand in
      let given = errand.given
      let standing = try errand.perform(
        DecideOnTool(
          course: try given.required("COURSE", .reference()),
          number: try given.number("number", in: 1...Int.max),
          activity: try given.required("activity", .text), event: event,
          reason: try given.required("reason", .text)))
      try errand.changed(
        standing.tool.activity, standing,
        "The tool at \(standing.tool.address ?? "") is \(standing.approval.rawValue).")
    }
  }

  /// Tells where a learner opens a tool.
  static let openTool = Verb.showing(
    "tool", summary: "Tell where a learner opens an external tool; refused unless it is approved.",
    examples: [
      Example("registrar enrolment tool ENROLMENT --activity I_00012", "The address, for the learner.")
    ],
    arguments: [.enrolment], options: [.activity]
  ) { errand in
    let standing = try errand.answer(
      OpenTool(
        enrolment: try errand.given.required("ENROLMENT", .id()),
        activity: try errand.given.required("activity", .text)))
    try errand.show(standing) { [standing.tool.address ?? ""] }
  }
}

extension ToolApproval.Event {
  fileprivate var summary: String {
    switch self {
    case .approve: "Approve an external tool, so that learners are given its address."
    case .withdraw: "Withdraw the approval of an external tool."
    }
  }

  fileprivate var example: String {
    switch self {
    case .approve: "the publisher's contract covers it"
    case .withdraw: "the contract has ended"
    }
  }
}
