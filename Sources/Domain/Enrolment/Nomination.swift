public import People
public import Values

/// The identity of a nomination.
public typealias NominationID = Identifier<Nomination>

/// A party puts a person forward for a session.
public struct Nomination: Sendable, Hashable {
  public let id: NominationID
  public let person: PersonID
  public let session: SessionID
  /// The Member (or other party) that nominates; its officers only.
  public let nominatedBy: PartyID
  public let state: NominationState
  /// When the nomination was recorded; the order of nominations is the order of the waiting list.
  public let recordedAt: Instant

  public init(
    id: NominationID, person: PersonID, session: SessionID, nominatedBy: PartyID, state: NominationState,
    recordedAt: Instant
  ) {
    self.id = id
    self.person = person
    self.session = session
    self.nominatedBy = nominatedBy
    self.state = state
    self.recordedAt = recordedAt
  }
}

/// The life of a nomination: proposed → endorsed by the Member → selected, reserve or declined; withdrawn (domain 7.3).
public enum NominationState: String, Sendable, CaseIterable {
  case proposed, endorsed, selected, reserve, declined, withdrawn

  /// What may happen to a nomination.
  public enum Event: String, Sendable, CaseIterable {
    case endorse, select, reserve, decline, withdraw
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The nomination is in a state that the event does not start from.
    case notFrom(NominationState, Event)
  }

  /// The state after an event. A reserve may still be selected; a selected person may only withdraw.
  public func after(_ event: Event) throws(Refusal) -> NominationState {
    switch (self, event) {
    case (.proposed, .endorse): .endorsed
    case (.endorsed, .select), (.reserve, .select): .selected
    case (.endorsed, .reserve): .reserve
    case (.proposed, .decline), (.endorsed, .decline), (.reserve, .decline): .declined
    case (.proposed, .withdraw), (.endorsed, .withdraw), (.selected, .withdraw), (.reserve, .withdraw):
      .withdrawn
    case (.proposed, .select), (.proposed, .reserve),
      (.endorsed, .endorse),
      (.selected, .endorse), (.selected, .select), (.selected, .reserve), (.selected, .decline),
      (.reserve, .endorse), (.reserve, .reserve),
      (.declined, .endorse), (.declined, .select), (.declined, .reserve), (.declined, .decline),
      (.declined, .withdraw),
      (.withdrawn, .endorse), (.withdrawn, .select), (.withdrawn, .reserve), (.withdrawn, .decline),
      (.withdrawn, .withdraw):
      throw .notFrom(self, event)
    }
  }
}
