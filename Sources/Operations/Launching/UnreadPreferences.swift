internal import CMI5
internal import Enrolment
internal import Synchronization
internal import XAPI

/// The launches whose unit has its token and has not read the preferences of its learner, as a unit does before it says
/// anything (cmi5 §11.0).
///
/// Held in memory alone, as reading changes no record: a launch from before the server was started is not held to it.
/// Bounded: when it holds 65,536 it starts again from none.
final class UnreadPreferences: Sendable {
  private static let most = 65_536
  private let sessions = Mutex<Set<LaunchSessionID>>([])

  /// A unit was given its token.
  func begin(_ session: LaunchSessionID) {
    sessions.withLock { sessions in
      if sessions.count >= UnreadPreferences.most { sessions.removeAll() }
      sessions.insert(session)
    }
  }

  /// A document was asked for, by whomever, and whether or not there is one.
  func note(_ id: String, of context: DocumentContext, by principal: Principal) {
    guard let pass = principal.pass, case .agentProfile(pass.unit.actor) = context,
      id == LearnerPreferences.profileID
    else { return }
    _ = sessions.withLock { $0.remove(pass.session) }
  }

  /// Throws where a unit speaks that has yet to read them.
  func requireRead(by principal: Principal) throws(BeyondLaunch) {
    guard let pass = principal.pass else { return }
    if sessions.withLock({ $0.contains(pass.session) }) { throw .preferencesUnread }
  }
}
