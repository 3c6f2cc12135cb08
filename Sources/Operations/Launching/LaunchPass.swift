internal import Catalogue
public import CMI5
public import Enrolment
internal import People
public import Values
internal import XAPI

/// What the token of a launch session opens: the record store, for this unit, this learner, this registration. Whether
/// the session is still open is asked of the records, each time.
public struct LaunchPass: Sendable, Hashable {
  public let session: LaunchSessionID
  public let enrolment: EnrolmentID
  public let unit: LaunchedUnit

  public init(session: LaunchSessionID, enrolment: EnrolmentID, unit: LaunchedUnit) {
    self.session = session
    self.enrolment = enrolment
    self.unit = unit
  }

  /// What the user of its Basic credentials begins with, so that no key is looked for.
  static let userPrefix = "launch-"

  /// The user of its Basic credentials.
  static func user(of session: LaunchSessionID) -> String { userPrefix + session.description }
}

extension Principal {
  /// The pass, where a unit asks; nil for everybody else.
  var pass: LaunchPass? {
    switch self {
    case .launch(let pass): pass
    case .owner, .key: nil
    }
  }
}

extension VersionRules.Rule {
  /// A unit as it is launched in a session; nil for what is no unit of a cmi5 course.
  func unit(
    _ key: String, of enrolment: Enrolment, session: LaunchSessionID, mode: LaunchMode, origin: String
  ) -> LaunchedUnit? {
    guard case .cmi5 = format, let launch = launches[key],
      let publisherIdentifier = publisherIdentifiers[key]
    else { return nil }
    return LaunchedUnit(
      session: session.uuid, registration: enrolment.id.uuid,
      actor: .account(homePage: origin, name: enrolment.person.description),
      activity: ActivityIRI.of(key, version: enrolment.version, origin: origin),
      publisherIdentifier: publisherIdentifier, mode: mode, launch: launch)
  }
}
