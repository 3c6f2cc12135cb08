import Enrolment
import Testing

@Suite struct NominationTests {
  private static let refused: NominationState? = nil

  private static let table: [(NominationState, NominationState.Event, NominationState?)] = [
    (.proposed, .endorse, .endorsed),
    (.proposed, .select, refused),
    (.proposed, .reserve, refused),
    (.proposed, .decline, .declined),
    (.proposed, .withdraw, .withdrawn),

    (.endorsed, .endorse, refused),
    (.endorsed, .select, .selected),
    (.endorsed, .reserve, .reserve),
    (.endorsed, .decline, .declined),
    (.endorsed, .withdraw, .withdrawn),

    (.selected, .endorse, refused),
    (.selected, .select, refused),
    (.selected, .reserve, refused),
    (.selected, .decline, refused),
    (.selected, .withdraw, .withdrawn),

    (.reserve, .endorse, refused),
    (.reserve, .select, .selected),
    (.reserve, .reserve, refused),
    (.reserve, .decline, .declined),
    (.reserve, .withdraw, .withdrawn),

    (.declined, .endorse, refused),
    (.declined, .select, refused),
    (.declined, .reserve, refused),
    (.declined, .decline, refused),
    (.declined, .withdraw, refused),

    (.withdrawn, .endorse, refused),
    (.withdrawn, .select, refused),
    (.withdrawn, .reserve, refused),
    (.withdrawn, .decline, refused),
    (.withdrawn, .withdraw, refused),
  ]

  @Test("From a state, by an event, to a state or refused", arguments: table)
  func transition(from: NominationState, event: NominationState.Event, to: NominationState?) throws {
    if let to {
      #expect(try from.after(event) == to)
    } else {
      #expect(throws: NominationState.Refusal.notFrom(from, event)) { try from.after(event) }
    }
  }

  @Test func everyPairIsStatedOnce() {
    let pairs = Set(Self.table.map { "\($0.0) \($0.1)" })
    #expect(Self.table.count == NominationState.allCases.count * NominationState.Event.allCases.count)
    #expect(pairs.count == Self.table.count)
  }
}
