internal import CMI5
internal import Enrolment
internal import Values
internal import XAPI

// How far the token of a launch goes within the record store. For everybody else it costs one comparison.

/// A unit asks for what its launch does not open.
public enum BeyondLaunch: Explainable, Hashable {
  /// The session has ended, or was never begun.
  case ended
  /// It belongs to another learner or registration.
  case elsewhere
  /// `LMS.LaunchData` is the LMS's own (cmi5 §10.0).
  case launchData
  /// Preferences that are no preferences (cmi5 §11): of a unit they are refused as its statements are.
  case preferences(String)

  public var explanation: Explanation {
    switch self {
    case .ended:
      Explanation(
        .notPermitted, "launch-ended", "the session of this launch has ended", remedy: "launch the unit again"
      )
    case .elsewhere:
      Explanation(
        .notPermitted, "beyond-launch", "a launch opens the records of its own learner and registration only")
    case .launchData:
      Explanation(
        .notPermitted, "launch-data-kept", "the launch data may be read by its unit, and changed by nobody")
    case .preferences(let flaw):
      Explanation(.notPermitted, "learner-preferences-malformed", "\(flaw) (cmi5 §11)")
    }
  }
}

extension Principal {
  /// Throws where a unit asks whose session has ended: its credentials are “limited to the duration of the session”
  /// (cmi5 §8.2.2).
  func requireOpen(in records: any Records, at now: Instant) throws {
    guard let pass else { return }
    guard let found = try records.launch(pass.session), found.session.isOpen(at: now) else {
      throw BeyondLaunch.ended
    }
  }

  /// Throws where a unit keeps something whose session has ended; what was on its way when it terminated is kept.
  private func requireArriving(_ pass: LaunchPass, in records: any Records, at now: Instant) throws {
    guard let found = try records.launch(pass.session), found.session.takesLate(at: now) else {
      throw BeyondLaunch.ended
    }
  }

  /// Throws where a unit may not read a document, or list those of a context where the id is nil.
  func requireReading(
    _ id: String?, of context: DocumentContext, in records: any Records, at now: Instant
  ) throws {
    guard let pass else { return }
    try requireOpen(in: records, at: now)
    try pass.requireOwn(context)
    if id == LaunchData.stateID, !pass.isOfUnit(context) { throw BeyondLaunch.elsewhere }
  }

  /// Throws where a unit may not change a document, or remove all of a context where the id is nil.
  func requireWriting(
    _ id: String?, of context: DocumentContext, in records: any Records, at now: Instant
  ) throws {
    guard let pass else { return }
    try requireArriving(pass, in: records, at: now)
    try pass.requireOwn(context)
    switch context {
    case .state:
      guard id != LaunchData.stateID else { throw BeyondLaunch.launchData }
      // Of all documents of a unit the launch data is one.
      if id == nil, try records.documents(of: context, since: nil).ids.contains(LaunchData.stateID) {
        throw BeyondLaunch.launchData
      }
    case .activityProfile: guard pass.isOfUnit(context) else { throw BeyondLaunch.elsewhere }
    case .agentProfile: break
    }
  }

  /// Throws where a unit keeps preferences of the learner that are none.
  func requirePreferences(_ document: Document, _ id: String, of context: DocumentContext) throws {
    guard pass != nil, case .agentProfile = context, id == LearnerPreferences.profileID,
      let flaw = LearnerPreferences.flaw(of: document)
    else { return }
    throw BeyondLaunch.preferences(flaw)
  }

  /// Throws where a unit does not say whose documents it means: what it reaches are its own learner's.
  public func requireNamedLearner() throws(BeyondLaunch) {
    if pass != nil { throw .elsewhere }
  }

  /// The filter as far as the asking goes: a unit finds the statements of its own registration.
  func narrowed(
    _ filter: StatementFilter, in records: any Records, at now: Instant
  ) throws -> StatementFilter {
    guard let pass else { return filter }
    try requireOpen(in: records, at: now)
    guard filter.registration == nil || filter.registration == pass.unit.registration else {
      throw BeyondLaunch.elsewhere
    }
    return filter.within(registration: pass.unit.registration)
  }

  /// Whether a statement is one that may be read: for a unit, one of its own registration.
  func reads(_ found: FoundStatement) throws -> Bool {
    guard let pass else { return true }
    return try found.parsed().context?.registration == pass.unit.registration
  }

  /// Throws where an agent may not be asked about: a unit asks about its own learner.
  func requireAsking(about agent: Agent, in records: any Records, at now: Instant) throws {
    guard let pass else { return }
    try requireOpen(in: records, at: now)
    guard agent.identity == pass.unit.actor else { throw BeyondLaunch.elsewhere }
  }
}

extension LaunchPass {
  /// Throws unless documents are the learner's, of the registration or of none; a profile of an activity is nobody's.
  fileprivate func requireOwn(_ context: DocumentContext) throws(BeyondLaunch) {
    let isOwn =
      switch context {
      case .state(_, let agent, let registration):
        agent == unit.actor && (registration == nil || registration == unit.registration)
      case .activityProfile: true
      case .agentProfile(let agent): agent == unit.actor
      }
    guard isOwn else { throw .elsewhere }
  }

  /// Whether documents are those of the unit itself.
  fileprivate func isOfUnit(_ context: DocumentContext) -> Bool {
    switch context {
    case .state(let activity, _, _), .activityProfile(let activity):
      activity.utf8.elementsEqual(unit.activity.utf8)
    case .agentProfile: false
    }
  }
}
