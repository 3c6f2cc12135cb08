internal import Enrolment
internal import Values

extension Registrar {
  /// Abandons every launch session that has lasted as long as it may and was not ended, as the LMS does on behalf of a unit
  /// that is gone (cmi5 §9.3.6): its credentials open nothing any more, so nobody else can end it. Costs a look at the open
  /// sessions where none has.
  ///
  /// - Returns: how many were abandoned.
  @discardableResult
  public func abandonExpiredLaunches() throws -> Int {
    var abandoned = 0
    func hasExpired() throws -> Bool {
      let latest = clock().lastLaunchToExpire
      return try store.read { try !$0.openLaunches(launchedUntil: latest, limit: 1).isEmpty }
    }
    while try hasExpired() {
      let some = try perform(AbandonExpiredLaunches(), as: .owner)
      guard some > 0 else { break }
      abandoned += some
    }
    return abandoned
  }
}

/// Abandons some of the launch sessions that have lasted as long as they may, those first that were launched first.
struct AbandonExpiredLaunches: Change {
  static let right = Right.launch

  /// How many are abandoned in one transaction.
  private static let atOnce = 100

  func carryOut(_ work: Work) throws -> Int {
    let expired = try work.records.openLaunches(
      launchedUntil: work.now.lastLaunchToExpire, limit: AbandonExpiredLaunches.atOnce)
    for session in expired {
      let enrolment = try work.records.enrolment(identified: session.enrolment)
      try work.abandonOpenLaunch(of: enrolment)
      try work.note(
        "enrolment abandon", .enrolment, enrolment.id.uuid, person: enrolment.person,
        reason: "the session was launched longer ago than it may last",
        [FieldChange("activity", from: session.activity, to: nil)])
    }
    return expired.count
  }
}

extension Instant {
  /// When a session that expires at this instant was launched.
  fileprivate var lastLaunchToExpire: Instant { adding(seconds: -LaunchSession.longestSeconds) }
}
