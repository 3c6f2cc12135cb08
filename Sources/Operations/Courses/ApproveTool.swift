public import Catalogue
public import Enrolment
public import Values

/// A tool of a course, and what was decided on it.
public struct ToolStanding: Sendable, Hashable {
  public let tool: ExternalTool
  public let approval: ToolApproval
  /// When that was decided; nil where nobody has.
  public let decidedAt: Instant?
}

/// Approves a tool that a course links to, or withdraws that, with a reason. It is decided by the tool's address: later
/// versions of the course may link to it too.
public struct DecideOnTool: Change {
  public static let right = Right.changeRecords

  public let course: Reference<Course>
  /// Which version names the tool; nil for the latest.
  public let number: Int?
  /// The activity's key within the version.
  public let activity: String
  public let event: ToolApproval.Event
  public let reason: String

  public init(
    course: Reference<Course>, number: Int?, activity: String, event: ToolApproval.Event, reason: String
  ) {
    self.course = course
    self.number = number
    self.activity = activity
    self.event = event
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> ToolStanding {
    let course = try work.records.course(named: course)
    try requireReason(reason, to: "\(event.rawValue) a tool")
    let tool = try work.records.version(number, of: course).structure.tool(activity)
    guard let address = tool.address else { throw ToolRefused.withoutAddress(activity) }
    let before = try work.records.toolTransitions(of: course.id).state(of: address)
    let after = try before.after(event)
    try work.records.append(ToolTransition(course: course.id, address: address, at: work.now, to: after))
    try work.note(
      "course tool \(event.rawValue)", .course, course.id.uuid, reason: reason,
      [
        FieldChange("tool", from: nil, to: address),
        FieldChange("approval", from: before.rawValue, to: after.rawValue),
      ])
    return ToolStanding(tool: tool, approval: after, decidedAt: work.now)
  }
}

/// The tools that a version links to, in the order of its activities, with what was decided on each.
public struct ListTools: Inquiry {
  public static let right: Right? = .readReference

  public let course: Reference<Course>
  /// Which version; nil for the latest.
  public let number: Int?
  public let page: PageRequest

  public init(course: Reference<Course>, number: Int?, page: PageRequest = PageRequest()) {
    self.course = course
    self.number = number
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<ToolStanding> {
    let course = try reading.records.course(named: course)
    let tools = try reading.records.version(number, of: course).structure.externalTools
    let decided = try reading.records.toolTransitions(of: course.id)
    return try page.page(of: tools.map { decided.standing(of: $0) }) { $0.tool.activity }
  }
}

/// Where a learner opens a tool of the course. Throws `ToolRefused` unless it is approved.
public struct OpenTool: Inquiry {
  public static let right: Right? = .launch

  public let enrolment: EnrolmentID
  /// The activity's key within the version.
  public let activity: String

  public init(enrolment: EnrolmentID, activity: String) {
    self.enrolment = enrolment
    self.activity = activity
  }

  public func answer(_ reading: Reading) throws -> ToolStanding {
    let enrolment = try reading.reached.enrolment(identified: enrolment)
    guard enrolment.state.holdsSeat else { throw LaunchRefused.enrolmentNotOpen(enrolment.state, .normal) }
    let version = try reading.records.version(identified: enrolment.version)
    let tool = try version.structure.tool(activity)
    let standing = try reading.records.toolTransitions(of: version.course).standing(of: tool)
    guard tool.address != nil else { throw ToolRefused.withoutAddress(activity) }
    guard standing.approval == .approved else { throw ToolRefused.notApproved(activity, standing.approval) }
    return standing
  }
}

/// Why a tool is not opened, or not decided on.
public enum ToolRefused: Explainable, Hashable {
  /// The version has no such tool.
  case unknown(String)
  /// The package names no address that a learner could open.
  case withoutAddress(String)
  /// Nobody approved it, or that was withdrawn.
  case notApproved(String, ToolApproval)

  public var explanation: Explanation {
    switch self {
    case .unknown(let activity):
      Explanation(
        .notFound, "tool-unknown", "the course version has no external tool “\(activity)”",
        remedy: .step(.showActivities))
    case .withoutAddress(let activity):
      Explanation(
        .conflict, "tool-without-address",
        "the package names no address that the tool “\(activity)” opens at",
        remedy: "give it one in the package, and import that")
    case .notApproved(let activity, let approval):
      Explanation(
        .conflict, "tool-not-approved",
        "the external tool “\(activity)” is \(approval.rawValue): learners are not given its address",
        remedy: "have it approved by whoever keeps the courses")
    }
  }
}

extension ToolApproval.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(.conflict, "wrong-state", "a tool that is \(state.rawValue) cannot \(event.rawValue)")
    }
  }
}

extension CourseStructure {
  fileprivate func tool(_ activity: String) throws(ToolRefused) -> ExternalTool {
    let found = externalTools.first { $0.activity.utf8.elementsEqual(activity.utf8) }
    guard let found else { throw .unknown(activity) }
    return found
  }
}

extension [ToolTransition] {
  /// What was decided last on the tool at an address.
  fileprivate func state(of address: String) -> ToolApproval {
    last { $0.address.utf8.elementsEqual(address.utf8) }?.to ?? .disabled
  }

  func standing(of tool: ExternalTool) -> ToolStanding {
    let decided = tool.address.flatMap { address in last { $0.address.utf8.elementsEqual(address.utf8) } }
    return ToolStanding(tool: tool, approval: decided?.to ?? .disabled, decidedAt: decided?.at)
  }
}
