public import Values

/// One node of a course's activity tree: an item, a cmi5 block or assignable unit, a Tin Can activity.
public struct ActivityNode: Sendable, Hashable {
  /// Our own key within the version, unique there and safe in a URL: a cmi5 AU's 1-based number, for SCORM
  /// the item's identifier, made unique (`ITEM-1`, `ITEM-1~2`) and percent-encoded where needed.
  public let key: String
  /// The publisher's identifier, neither unique nor stable: kept beside our key.
  public let publisherIdentifier: String
  /// What it is to a learner.
  public let kind: ActivityKind
  public let title: LocalizedText
  public let description: LocalizedText
  /// The identifiers of the objectives that this activity serves.
  public let objectives: [String]
  /// How to launch the activity; nil for a node that only groups others.
  public let launch: Launch?
  /// SCORM 1.2 `adlcp:prerequisites` (`aicc_script`), as written; nil where there are none.
  public let prerequisites: String?
  /// Whether a menu shows the activity (SCORM `item@isvisible`).
  public let isVisible: Bool
  /// What the package says of the activity beyond all this: SCORM's sequencing, a tool's descriptor.
  public let details: [Detail]
  public let children: [ActivityNode]

  /// - Parameter kind: what it is; where nil, a unit if it can be launched, else a group.
  public init(
    key: String, publisherIdentifier: String, kind: ActivityKind? = nil, title: LocalizedText,
    description: LocalizedText = LocalizedText([]),
    objectives: [String] = [], launch: Launch? = nil, prerequisites: String? = nil, isVisible: Bool = true,
    details: [Detail] = [], children: [ActivityNode] = []
  ) {
    self.key = key
    self.publisherIdentifier = publisherIdentifier
    self.kind = kind ?? (launch == nil ? .group : .unit)
    self.title = title
    self.description = description
    self.objectives = objectives
    self.launch = launch
    self.prerequisites = prerequisites
    self.isVisible = isVisible
    self.details = details
    self.children = children
  }
}

/// How an activity is launched and when it counts as done.
public struct Launch: Sendable, Hashable {
  /// Where the content lies.
  public enum Target: Sendable, Hashable {
    /// A file of the package, by its path from the package's root, with the query and fragment to add to it.
    case file(path: String, suffix: String)
    /// An absolute `http` or `https` address.
    case external(url: String)
  }

  /// In what window the content asks to run (cmi5 §10.2.3 `launchMethod`).
  public enum Method: String, Sendable, CaseIterable {
    case anyWindow = "AnyWindow"
    case ownWindow = "OwnWindow"
  }

  public let target: Target
  public let method: Method
  /// When the activity is satisfied.
  public let moveOn: MoveOn
  /// The scaled score from 0 to 1 at which the activity is passed; nil where the package names none.
  public let masteryScore: ExactDecimal?
  /// Data handed to the content at launch: cmi5 `launchParameters`, SCORM `datafromlms`.
  public let launchParameters: String?
  /// cmi5 `entitlementKey`: a secret of the publisher; never shown, never logged.
  public let entitlementKey: String?
  /// cmi5 `au@activityType`, an IRI; nil where the package names none.
  public let activityType: String?
  /// The time limit as the package writes it (`maxtimeallowed`, `attemptAbsoluteDurationLimit`).
  public let timeLimit: String?
  /// What the content should do at the limit, as written (`exit,message`).
  public let timeLimitAction: String?
  /// SCORM 2004 `completionThreshold`: the progress measure from 0 to 1 at which the activity is complete.
  public let completionThreshold: ExactDecimal?
  /// Whether the content talks to an LMS: false for a SCORM asset, which is done once it was opened.
  public let isTracked: Bool

  public init(
    target: Target, method: Method = .anyWindow, moveOn: MoveOn, masteryScore: ExactDecimal? = nil,
    launchParameters: String? = nil, entitlementKey: String? = nil, activityType: String? = nil,
    timeLimit: String? = nil, timeLimitAction: String? = nil, completionThreshold: ExactDecimal? = nil,
    isTracked: Bool = true
  ) {
    self.target = target
    self.method = method
    self.moveOn = moveOn
    self.masteryScore = masteryScore
    self.launchParameters = launchParameters
    self.entitlementKey = entitlementKey
    self.activityType = activityType
    self.timeLimit = timeLimit
    self.timeLimitAction = timeLimitAction
    self.completionThreshold = completionThreshold
    self.isTracked = isTracked
  }
}

/// What must be true of an activity before the learner may move on: when it is *satisfied* (cmi5 §10.2.4, §13.1.4).
public enum MoveOn: String, Sendable, CaseIterable {
  case passed = "Passed"
  case completed = "Completed"
  case completedAndPassed = "CompletedAndPassed"
  case completedOrPassed = "CompletedOrPassed"
  case notApplicable = "NotApplicable"

  /// Whether these two facts satisfy the activity.
  public func isSatisfied(completed: Bool, passed: Bool) -> Bool {
    switch self {
    case .passed: passed
    case .completed: completed
    case .completedAndPassed: completed && passed
    case .completedOrPassed: completed || passed
    case .notApplicable: true
    }
  }
}
