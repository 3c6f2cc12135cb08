/// The life of a session (domain 7.3).
public enum SessionState: String, Sendable, CaseIterable {
  case planned
  case openForNomination = "open-for-nomination"
  case confirmed, running, delivered, reported, closed, cancelled

  /// What may happen to a session.
  public enum Event: String, Sendable, CaseIterable {
    case open, confirm, start, deliver, report, close, cancel
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The session is in a state that the event does not start from.
    case notFrom(SessionState, Event)
  }

  /// The state after an event. Cancelling is possible until the session was delivered.
  public func after(_ event: Event) throws(Refusal) -> SessionState {
    switch (self, event) {
    case (.planned, .open): .openForNomination
    case (.openForNomination, .confirm): .confirmed
    case (.confirmed, .start): .running
    case (.running, .deliver): .delivered
    case (.delivered, .report): .reported
    case (.reported, .close): .closed
    case (.planned, .cancel), (.openForNomination, .cancel), (.confirmed, .cancel), (.running, .cancel):
      .cancelled
    case (.planned, .confirm), (.planned, .start), (.planned, .deliver), (.planned, .report),
      (.planned, .close),
      (.openForNomination, .open), (.openForNomination, .start), (.openForNomination, .deliver),
      (.openForNomination, .report), (.openForNomination, .close),
      (.confirmed, .open), (.confirmed, .confirm), (.confirmed, .deliver), (.confirmed, .report),
      (.confirmed, .close),
      (.running, .open), (.running, .confirm), (.running, .start), (.running, .report), (.running, .close),
      (.delivered, .open), (.delivered, .confirm), (.delivered, .start), (.delivered, .deliver),
      (.delivered, .close),
      (.delivered, .cancel),
      (.reported, .open), (.reported, .confirm), (.reported, .start), (.reported, .deliver),
      (.reported, .report),
      (.reported, .cancel),
      (.closed, .open), (.closed, .confirm), (.closed, .start), (.closed, .deliver), (.closed, .report),
      (.closed, .close), (.closed, .cancel),
      (.cancelled, .open), (.cancelled, .confirm), (.cancelled, .start), (.cancelled, .deliver),
      (.cancelled, .report),
      (.cancelled, .close), (.cancelled, .cancel):
      throw .notFrom(self, event)
    }
  }

  /// Whether Members may still put people forward.
  public var acceptsNominations: Bool {
    switch self {
    case .openForNomination, .confirmed: true
    case .planned, .running, .delivered, .reported, .closed, .cancelled: false
    }
  }

  /// Whether people may still be enrolled. A self-paced session takes people in while it runs.
  public var acceptsEnrolments: Bool {
    switch self {
    case .openForNomination, .confirmed, .running: true
    case .planned, .delivered, .reported, .closed, .cancelled: false
    }
  }
}
