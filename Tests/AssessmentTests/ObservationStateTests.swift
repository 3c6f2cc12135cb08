import Assessment
import Testing

/// “the state machines as exhaustive tables”: observer, second observer, acknowledgement, sign-off.
@Suite struct ObservationStateTests {
  private static let refused: ObservationState? = nil

  private static let table: [(ObservationState, ObservationState.Event, ObservationState?)] = [
    (.recorded, .second, .seconded),
    (.recorded, .acknowledge, .acknowledged),
    (.recorded, .signOff, refused),
    (.recorded, .annul, .annulled),

    (.seconded, .second, refused),
    (.seconded, .acknowledge, .acknowledged),
    (.seconded, .signOff, refused),
    (.seconded, .annul, .annulled),

    (.acknowledged, .second, refused),
    (.acknowledged, .acknowledge, refused),
    (.acknowledged, .signOff, .signedOff),
    (.acknowledged, .annul, .annulled),

    (.signedOff, .second, refused),
    (.signedOff, .acknowledge, refused),
    (.signedOff, .signOff, refused),
    (.signedOff, .annul, .annulled),

    (.annulled, .second, refused),
    (.annulled, .acknowledge, refused),
    (.annulled, .signOff, refused),
    (.annulled, .annul, refused),
  ]

  @Test("From a state, by an event, to a state or refused", arguments: table)
  func transition(from: ObservationState, event: ObservationState.Event, to: ObservationState?) throws {
    if let to {
      #expect(try from.after(event) == to)
    } else {
      #expect(throws: ObservationState.Refusal.notFrom(from, event)) { try from.after(event) }
    }
  }

  @Test func everyPairIsStatedOnce() {
    let pairs = Set(Self.table.map { "\($0.0) \($0.1)" })
    #expect(Self.table.count == ObservationState.allCases.count * ObservationState.Event.allCases.count)
    #expect(pairs.count == Self.table.count)
  }
}
