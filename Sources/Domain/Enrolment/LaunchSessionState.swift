/// The life of a launch session (cmi5 §9.3): launched by us, initialized and terminated by the unit, or abandoned.
public enum LaunchSessionState: String, Sendable, CaseIterable {
  /// The unit was launched and has said nothing yet.
  case launched
  /// The unit said that it is ready for the learner.
  case initialized
  /// The unit said that it will say no more.
  case terminated
  /// It ended without the unit's saying so.
  case abandoned

  /// What may happen to a launch session.
  public enum Event: String, Sendable, CaseIterable {
    case initialize
    /// The unit says anything else than that it begins or ends.
    case speak
    case terminate
    case abandon
  }

  /// The state after an event.
  public func after(_ event: Event) throws(LaunchSessionRefusal) -> LaunchSessionState {
    switch (self, event) {
    case (.launched, .initialize): .initialized
    case (.initialized, .speak): .initialized
    case (.initialized, .terminate): .terminated
    case (.launched, .abandon), (.initialized, .abandon): .abandoned
    case (.launched, .speak), (.launched, .terminate): throw .notInitialized
    case (.initialized, .initialize): throw .saidTwice(.initialized)
    case (.terminated, .initialize), (.terminated, .speak), (.terminated, .terminate),
      (.terminated, .abandon), (.abandoned, .initialize), (.abandoned, .speak), (.abandoned, .terminate),
      (.abandoned, .abandon):
      throw .ended(self)
    }
  }

  /// Whether it has come to an end.
  public var hasEnded: Bool {
    switch self {
    case .launched, .initialized: false
    case .terminated, .abandoned: true
    }
  }
}

/// What a unit says by the verbs that cmi5 defines for it (cmi5 §9.3.2 to §9.3.5, §9.3.8).
public enum UnitVerb: String, Sendable, CaseIterable {
  case initialized, completed, passed, failed, terminated
}

/// Why a launch session takes no more of a unit.
public enum LaunchSessionRefusal: Error, Hashable, Sendable {
  /// The first thing that a unit says is that it is initialized.
  case notInitialized
  /// It has ended.
  case ended(LaunchSessionState)
  /// It was launched longer ago than a session may last.
  case expired
  /// By the unit's own account it happened before it was initialized.
  case beforeInitialized
  /// A unit says each of its verbs once in a session.
  case saidTwice(UnitVerb)
  /// A unit judges once in a session: passed or failed.
  case judgedTwice
  /// A unit is completed once in a registration, and passed once.
  case saidBefore(UnitVerb)
  /// What was passed in the registration does not fail any more.
  case failedAfterPass
}
