public import Catalogue
internal import CMI5
internal import Cryptography
public import Enrolment
internal import People
public import Values
internal import XAPI

/// Launches a unit of a cmi5 course for a learner (cmi5 §8.1): a session begins, the unit's launch data is written, and
/// the statement that it was launched, all before anybody has the address.
public struct LaunchActivity: Change {
  public static let right = Right.launch

  public let enrolment: EnrolmentID
  /// The unit's key within the version.
  public let activity: String
  public let mode: LaunchMode
  /// Where the learner goes on leaving the unit; nil where nowhere in particular.
  public let returnURL: String?

  public init(enrolment: EnrolmentID, activity: String, mode: LaunchMode = .normal, returnURL: String? = nil)
  {
    self.enrolment = enrolment
    self.activity = activity
    self.mode = mode
    self.returnURL = returnURL
  }

  /// A launch with its address in clear: for the learner's browser, never for a log. It holds a secret.
  public struct Outcome: Sendable {
    public let session: LaunchSession
    public let url: String
    /// In what window the unit asks to run.
    public let method: Launch.Method
  }

  /// In this order:
  ///
  /// 1. an earlier session of the registration that has not ended is abandoned (§9.3.6);
  /// 2. the launch data is written (§10.0), and the learner's preferences where there are none (§11.0);
  /// 3. the statement `launched` is recorded (§9.3.1).
  public func carryOut(_ work: Work) throws -> Outcome {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    try requireUsable(returnURL)
    guard let served = work.served else { throw NotServed() }
    try requireLaunchable(enrolment)
    let session = LaunchSession(
      id: work.newIdentifier(), enrolment: enrolment.id, activity: activity, mode: mode, launchedAt: work.now)
    let unit = try work.unit(activity, of: enrolment, session: session.id, mode: mode)
    try work.abandonOpenLaunch(of: enrolment)
    let secret = Base64.url.encode(work.random().octets + work.random().octets)
    let url = LaunchURL(
      of: unit.launch.target, filesAt: "\(served.content)/\(enrolment.version)")
    try work.records.insert(session, fetchDigest: secretDigest(secret), unitOrigin: url.origin)
    try work.writeLaunchData(of: unit, person: enrolment.person, returnURL: returnURL)
    try work.recordAsSystem { $0.launched(unit, at: url) }
    try work.note(
      "enrolment launch", .enrolment, enrolment.id.uuid, person: enrolment.person,
      [
        FieldChange("activity", from: nil, to: activity), FieldChange("mode", from: nil, to: mode.rawValue),
      ])
    return Outcome(
      session: session,
      url: url.launching(
        unit, endpoint: "\(served.endpoint)/xapi/", fetch: "\(served.endpoint)/cmi5/fetch/\(secret)"),
      method: unit.launch.method)
  }

  /// Normal is for whose learning counts; who only looks must have a seat.
  private func requireLaunchable(_ enrolment: Enrolment) throws(LaunchRefused) {
    let isLaunchable =
      mode.recordsAchievement ? enrolment.state.takesEvidence : enrolment.state.holdsSeat
    guard isLaunchable else { throw .enrolmentNotOpen(enrolment.state, mode) }
  }

  private func requireUsable(_ url: String?) throws(UnusableValue) {
    guard let url else { return }
    let isAddress = ["http://", "https://"].contains { url.utf8.starts(with: $0.utf8) }
    guard isAddress, url.utf8.count <= 2000, url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      throw UnusableValue(field: "returnURL", value: url, expected: "an address with http or https")
    }
  }
}

/// Why a unit is not launched.
public enum LaunchRefused: Explainable, Hashable {
  /// The version is of a format that is not launched from here.
  case formatNotLaunched(PackageFormat)
  /// The version has no unit of this key.
  case activityUnknown(String)
  /// The enrolment takes no learning of this kind.
  case enrolmentNotOpen(EnrolmentState, LaunchMode)
  /// The enrolment has no session that could be abandoned.
  case nothingOpen

  public var explanation: Explanation {
    switch self {
    case .formatNotLaunched(let format):
      Explanation(
        .conflict, "format-not-launched",
        "activities of cmi5 courses are launched from here, those of \(format.family) \(format.version) are not"
      )
    case .activityUnknown(let activity):
      Explanation(
        .unusable, "activity-unknown",
        "the course version has no activity “\(activity)” that can be launched",
        remedy: .step(.showActivities), field: "activity")
    case .enrolmentNotOpen(let state, let mode):
      Explanation(
        .conflict, "enrolment-not-open",
        "for an enrolment that is \(state.rawValue) nothing is launched in mode \(mode.rawValue)")
    case .nothingOpen:
      Explanation(.conflict, "nothing-launched", "no launch of this enrolment is open")
    }
  }
}

extension Work {
  /// A unit of an enrolment's version, for a session.
  func unit(
    _ key: String, of enrolment: Enrolment, session: LaunchSessionID, mode: LaunchMode
  ) throws -> LaunchedUnit {
    let rule = try rules.rule(of: enrolment.version, in: records)
    guard case .cmi5 = rule.format else { throw LaunchRefused.formatNotLaunched(rule.format) }
    guard let unit = rule.unit(key, of: enrolment, session: session, mode: mode, origin: origin) else {
      throw LaunchRefused.activityUnknown(key)
    }
    return unit
  }

  /// “Prior to launching an AU, the LMS MUST create or update a document in the State API record” (§10.0). Preferences
  /// that are there are the learner's own and stay (§11.0).
  fileprivate func writeLaunchData(of unit: LaunchedUnit, person: PersonID, returnURL: String?) throws {
    let data = LaunchData.document(of: unit, returnURL: returnURL)
    try keep(
      data, tag: data.tag(), LaunchData.stateID,
      of: .state(activity: unit.activity, agent: unit.actor, registration: unit.registration))
    let profile = DocumentContext.agentProfile(agent: unit.actor)
    guard try records.document(LearnerPreferences.profileID, of: profile) == nil else { return }
    let language = try records.person(identified: person).language
    let preferences = LearnerPreferences.document(language: language.text)
    try keep(preferences, tag: preferences.tag(), LearnerPreferences.profileID, of: profile)
  }
}
