/// The life of an observation: recorded → seconded → acknowledged by who was observed → signed off by another person;
/// annulled.
public enum ObservationState: String, Sendable, CaseIterable {
  case recorded, seconded, acknowledged
  case signedOff = "signed-off"
  case annulled

  /// What may happen to an observation.
  public enum Event: String, Sendable, CaseIterable {
    case second, acknowledge
    case signOff = "sign-off"
    case annul
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The observation is in a state that the event does not start from.
    case notFrom(ObservationState, Event)
  }

  /// The state after an event. Once it is acknowledged no second observer comes in: who was observed answered to what
  /// was there.
  public func after(_ event: Event) throws(Refusal) -> ObservationState {
    switch (self, event) {
    case (.recorded, .second): .seconded
    case (.recorded, .acknowledge), (.seconded, .acknowledge): .acknowledged
    case (.acknowledged, .signOff): .signedOff
    case (.recorded, .annul), (.seconded, .annul), (.acknowledged, .annul), (.signedOff, .annul): .annulled
    case (.recorded, .signOff),
      (.seconded, .second), (.seconded, .signOff),
      (.acknowledged, .second), (.acknowledged, .acknowledge),
      (.signedOff, .second), (.signedOff, .acknowledge), (.signedOff, .signOff),
      (.annulled, .second), (.annulled, .acknowledge), (.annulled, .signOff), (.annulled, .annul):
      throw .notFrom(self, event)
    }
  }
}
