/// The life of an enrolment (domain 7.3): waiting for a seat → enrolled → started → completed, failed, withdrawn,
/// no-show or expired. Those last ones change only by a recorded correction.
public enum EnrolmentState: String, Sendable, CaseIterable {
  case waiting, enrolled, started, completed, failed, withdrawn
  case noShow = "no-show"
  case expired

  /// What may happen to an enrolment.
  public enum Event: String, Sendable, CaseIterable {
    /// A seat fell free for a person on the waiting list.
    case takeSeat = "take-seat"
    case start, complete, fail, withdraw
    case markNoShow = "mark-no-show"
    case expire
    /// A correction of the records shows that the learner completed, failed, is still learning, or has not begun.
    case correctToCompleted = "correct-to-completed"
    case correctToFailed = "correct-to-failed"
    case correctToStarted = "correct-to-started"
    case correctToEnrolled = "correct-to-enrolled"
    /// A correction of the records shows that the learner had come to no end when the session was closed, or cancelled.
    case correctToExpired = "correct-to-expired"
    case correctToWithdrawn = "correct-to-withdrawn"
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The enrolment is in a state that the event does not start from.
    case notFrom(EnrolmentState, Event)
  }

  /// The state after an event.
  ///
  /// Content may report completion with its first word, so `complete` and `fail` also start from `enrolled`.
  public func after(_ event: Event) throws(Refusal) -> EnrolmentState {
    switch (self, event) {
    case (.waiting, .takeSeat): .enrolled
    case (.enrolled, .start): .started
    case (.enrolled, .complete), (.started, .complete): .completed
    case (.enrolled, .fail), (.started, .fail): .failed
    case (.waiting, .withdraw), (.enrolled, .withdraw), (.started, .withdraw): .withdrawn
    case (.enrolled, .markNoShow): .noShow
    case (.waiting, .expire), (.enrolled, .expire), (.started, .expire): .expired
    case (.failed, .correctToCompleted), (.started, .correctToCompleted), (.expired, .correctToCompleted),
      (.noShow, .correctToCompleted):
      .completed
    case (.completed, .correctToFailed), (.started, .correctToFailed), (.expired, .correctToFailed),
      (.noShow, .correctToFailed):
      .failed
    case (.completed, .correctToStarted), (.failed, .correctToStarted), (.noShow, .correctToStarted): .started
    case (.started, .correctToEnrolled), (.completed, .correctToEnrolled), (.failed, .correctToEnrolled):
      .enrolled
    case (.completed, .correctToExpired), (.failed, .correctToExpired), (.noShow, .correctToExpired): .expired
    case (.completed, .correctToWithdrawn), (.failed, .correctToWithdrawn), (.noShow, .correctToWithdrawn):
      .withdrawn
    case (.waiting, .start), (.waiting, .complete), (.waiting, .fail), (.waiting, .markNoShow),
      (.waiting, .correctToCompleted), (.waiting, .correctToFailed), (.waiting, .correctToStarted),
      (.waiting, .correctToEnrolled), (.waiting, .correctToExpired), (.waiting, .correctToWithdrawn),
      (.enrolled, .takeSeat), (.enrolled, .correctToCompleted), (.enrolled, .correctToFailed),
      (.enrolled, .correctToStarted), (.enrolled, .correctToEnrolled), (.enrolled, .correctToExpired),
      (.enrolled, .correctToWithdrawn),
      (.started, .takeSeat), (.started, .start), (.started, .markNoShow), (.started, .correctToStarted),
      (.started, .correctToExpired), (.started, .correctToWithdrawn),
      (.completed, .takeSeat), (.completed, .start), (.completed, .complete), (.completed, .fail),
      (.completed, .withdraw), (.completed, .markNoShow), (.completed, .expire),
      (.completed, .correctToCompleted),
      (.failed, .takeSeat), (.failed, .start), (.failed, .complete), (.failed, .fail),
      (.failed, .withdraw), (.failed, .markNoShow), (.failed, .expire), (.failed, .correctToFailed),
      (.withdrawn, .takeSeat), (.withdrawn, .start), (.withdrawn, .complete), (.withdrawn, .fail),
      (.withdrawn, .withdraw), (.withdrawn, .markNoShow), (.withdrawn, .expire),
      (.withdrawn, .correctToCompleted), (.withdrawn, .correctToFailed), (.withdrawn, .correctToStarted),
      (.withdrawn, .correctToEnrolled), (.withdrawn, .correctToExpired),
      (.withdrawn, .correctToWithdrawn),
      (.noShow, .takeSeat), (.noShow, .start), (.noShow, .complete), (.noShow, .fail),
      (.noShow, .withdraw), (.noShow, .markNoShow), (.noShow, .expire), (.noShow, .correctToEnrolled),
      (.expired, .takeSeat), (.expired, .start), (.expired, .complete), (.expired, .fail),
      (.expired, .withdraw), (.expired, .markNoShow), (.expired, .expire), (.expired, .correctToStarted),
      (.expired, .correctToEnrolled), (.expired, .correctToExpired), (.expired, .correctToWithdrawn):
      throw .notFrom(self, event)
    }
  }

  /// Whether the person holds one of the session's seats.
  public var holdsSeat: Bool {
    switch self {
    case .enrolled, .started, .completed, .failed, .noShow, .expired: true
    case .waiting, .withdrawn: false
    }
  }

  /// Whether records of learning count for it: they may still show a pass after completion. What ended otherwise takes
  /// a correction of the records from before.
  public var takesEvidence: Bool {
    switch self {
    case .enrolled, .started, .completed: true
    case .waiting, .failed, .withdrawn, .noShow, .expired: false
    }
  }

  /// Whether it has come to an end, by learning, by people or by the calendar.
  public var hasEnded: Bool {
    switch self {
    case .waiting, .enrolled, .started: false
    case .completed, .failed, .withdrawn, .noShow, .expired: true
    }
  }

  /// Whether learning still moves it.
  public var isOpen: Bool {
    switch self {
    case .enrolled, .started: true
    case .waiting, .completed, .failed, .withdrawn, .noShow, .expired: false
    }
  }
}
