/// What progress amounts to: completion and passing are two facts (domain 7.1).
public enum CourseOutcome: Sendable, Hashable {
  case none
  case started
  case completed(passed: Bool)
  case failed
}

extension EnrolmentState {
  /// The event that brings an enrolment from this state to what its progress amounts to; nil where nothing moves.
  ///
  /// Only an open enrolment moves by progress; after that it takes a correction.
  public func event(for outcome: CourseOutcome) -> Event? {
    guard isOpen else { return nil }
    switch (outcome, self) {
    case (.started, .enrolled): return .start
    case (.completed, _): return .complete
    case (.failed, _): return .fail
    case (.started, _), (.none, _): return nil
    }
  }

  /// The event that a correction of the records asks for; nil where the state stands, which is the case exactly where
  /// it is what the records say.
  ///
  /// - Parameters:
  ///   - outcome: what the records that hold amount to.
  ///   - session: how the enrolment's session stands: what learning has not ended, its end has.
  public func correction(for outcome: CourseOutcome, in session: SessionState) -> Event? {
    let due = corrected(by: outcome, in: session)
    guard due != self else { return nil }
    switch due {
    case .enrolled: return .correctToEnrolled
    case .started: return self == .enrolled ? .start : .correctToStarted
    case .completed: return isOpen ? .complete : .correctToCompleted
    case .failed: return isOpen ? .fail : .correctToFailed
    case .withdrawn: return isOpen ? .withdraw : .correctToWithdrawn
    case .expired: return isOpen ? .expire : .correctToExpired
    case .waiting, .noShow: return nil
    }
  }

  /// Where an enrolment in this state belongs by the records that hold.
  ///
  /// 1. Who waits or withdrew does so whatever was learnt.
  /// 2. Who is marked as a no-show is one as long as nothing shows otherwise.
  /// 3. Completion and failing decide.
  /// 4. What has run out stays so.
  /// 5. Everything else is as far as the records show, or as the end of the session left it.
  private func corrected(by outcome: CourseOutcome, in session: SessionState) -> EnrolmentState {
    switch (self, outcome) {
    case (.waiting, _), (.withdrawn, _), (.noShow, .none): self
    case (_, .completed): .completed
    case (_, .failed): .failed
    case (.expired, .none), (.expired, .started): .expired
    case (_, .none): session.endOfEnrolments ?? .enrolled
    case (_, .started): session.endOfEnrolments ?? .started
    }
  }
}

extension SessionState {
  /// The state in which the session's end leaves an enrolment that was open; nil while the session has not ended.
  public var endOfEnrolments: EnrolmentState? {
    switch self {
    case .closed: .expired
    case .cancelled: .withdrawn
    case .planned, .openForNomination, .confirmed, .running, .delivered, .reported: nil
    }
  }
}
