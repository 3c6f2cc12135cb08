/// What progress amounts to: completion and passing are two facts (domain 7.1).
public enum CourseOutcome: Sendable, Hashable {
  case none
  case started
  /// The last attempt at what has to be passed failed; another may follow while the session lasts.
  case attemptFailed
  case completed(passed: Bool)
  /// An assessor decided that no attempt follows the one that failed.
  case failed
}

extension EnrolmentState {
  /// The event that brings an enrolment from this state to what its progress amounts to; nil where nothing moves.
  ///
  /// Only an open enrolment moves by progress; after that it takes a correction.
  public func event(for outcome: CourseOutcome) -> Event? {
    guard isOpen else { return nil }
    switch (outcome, self) {
    case (.started, .enrolled), (.attemptFailed, .enrolled): return .start
    case (.completed, _): return .complete
    case (.failed, _): return .fail
    case (.started, _), (.attemptFailed, _), (.none, _): return nil
    }
  }

  /// The event that the records that hold, or the end of the session, ask for; nil where the state stands, which is the
  /// case exactly where it is what the records say.
  ///
  /// - Parameters:
  ///   - outcome: what the records that hold amount to.
  ///   - session: how the enrolment's session stands: what learning has not ended, its end does.
  public func correction(for outcome: CourseOutcome, in session: SessionState) -> Event? {
    let due = corrected(by: outcome, in: session)
    guard due != self else { return nil }
    switch due {
    case .enrolled: return .correctToEnrolled
    case .started: return self == .enrolled ? .start : .correctToStarted
    case .completed: return hasEnded ? .correctToCompleted : .complete
    case .failed: return hasEnded ? .correctToFailed : .fail
    case .withdrawn: return hasEnded ? .correctToWithdrawn : .withdraw
    case .expired: return hasEnded ? .correctToExpired : .expire
    case .waiting, .noShow: return nil
    }
  }

  /// Where an enrolment in this state belongs by the records that hold.
  ///
  /// 1. Who withdrew has done so whatever was learnt; who waits does so as long as the session lasts.
  /// 2. Who is marked as a no-show is one as long as nothing shows otherwise.
  /// 3. Completion decides, and so does failing for good.
  /// 4. What has run out stays so.
  /// 5. A failed attempt fails the enrolment once the session is closed, and not before.
  /// 6. Everything else is as far as the records show, or as the end of the session left it.
  private func corrected(by outcome: CourseOutcome, in session: SessionState) -> EnrolmentState {
    let end = session.endOfEnrolments
    switch (self, outcome) {
    case (.withdrawn, _), (.noShow, .none): return self
    case (.waiting, _): return end ?? .waiting
    case (_, .completed): return .completed
    case (_, .failed): return .failed
    case (.expired, .none), (.expired, .started), (.expired, .attemptFailed): return .expired
    case (_, .attemptFailed): return end == .expired ? .failed : end ?? .started
    case (_, .none): return end ?? .enrolled
    case (_, .started): return end ?? .started
    }
  }
}

extension SessionState {
  /// The state in which the session's end leaves an enrolment that learning had brought to none; nil while the session
  /// has not ended.
  public var endOfEnrolments: EnrolmentState? {
    switch self {
    case .closed: .expired
    case .cancelled: .withdrawn
    case .planned, .openForNomination, .confirmed, .running, .delivered, .reported: nil
    }
  }
}
