import Enrolment
import Testing

@Suite struct SessionStateTests {
  private static let refused: SessionState? = nil

  private static let table: [(SessionState, SessionState.Event, SessionState?)] = [
    (.planned, .open, .openForNomination),
    (.planned, .confirm, refused),
    (.planned, .start, refused),
    (.planned, .deliver, refused),
    (.planned, .report, refused),
    (.planned, .close, refused),
    (.planned, .cancel, .cancelled),

    (.openForNomination, .open, refused),
    (.openForNomination, .confirm, .confirmed),
    (.openForNomination, .start, refused),
    (.openForNomination, .deliver, refused),
    (.openForNomination, .report, refused),
    (.openForNomination, .close, refused),
    (.openForNomination, .cancel, .cancelled),

    (.confirmed, .open, refused),
    (.confirmed, .confirm, refused),
    (.confirmed, .start, .running),
    (.confirmed, .deliver, refused),
    (.confirmed, .report, refused),
    (.confirmed, .close, refused),
    (.confirmed, .cancel, .cancelled),

    (.running, .open, refused),
    (.running, .confirm, refused),
    (.running, .start, refused),
    (.running, .deliver, .delivered),
    (.running, .report, refused),
    (.running, .close, refused),
    (.running, .cancel, .cancelled),

    (.delivered, .open, refused),
    (.delivered, .confirm, refused),
    (.delivered, .start, refused),
    (.delivered, .deliver, refused),
    (.delivered, .report, .reported),
    (.delivered, .close, refused),
    (.delivered, .cancel, refused),

    (.reported, .open, refused),
    (.reported, .confirm, refused),
    (.reported, .start, refused),
    (.reported, .deliver, refused),
    (.reported, .report, refused),
    (.reported, .close, .closed),
    (.reported, .cancel, refused),

    (.closed, .open, refused),
    (.closed, .confirm, refused),
    (.closed, .start, refused),
    (.closed, .deliver, refused),
    (.closed, .report, refused),
    (.closed, .close, refused),
    (.closed, .cancel, refused),

    (.cancelled, .open, refused),
    (.cancelled, .confirm, refused),
    (.cancelled, .start, refused),
    (.cancelled, .deliver, refused),
    (.cancelled, .report, refused),
    (.cancelled, .close, refused),
    (.cancelled, .cancel, refused),
  ]

  @Test("From a state, by an event, to a state or refused", arguments: table)
  func transition(from: SessionState, event: SessionState.Event, to: SessionState?) throws {
    if let to {
      #expect(try from.after(event) == to)
    } else {
      #expect(throws: SessionState.Refusal.notFrom(from, event)) { try from.after(event) }
    }
  }

  @Test func everyPairIsStatedOnce() {
    let pairs = Set(Self.table.map { "\($0.0) \($0.1)" })
    #expect(Self.table.count == SessionState.allCases.count * SessionState.Event.allCases.count)
    #expect(pairs.count == Self.table.count)
  }

  @Test(
    "Who may still come in: nominations, enrolments",
    arguments: [
      (.planned, false, false), (.openForNomination, true, true), (.confirmed, true, true),
      (.running, false, true),
      (.delivered, false, false), (.reported, false, false), (.closed, false, false),
      (.cancelled, false, false),
    ] as [(SessionState, Bool, Bool)])
  func openness(state: SessionState, nominations: Bool, enrolments: Bool) {
    #expect(state.acceptsNominations == nominations)
    #expect(state.acceptsEnrolments == enrolments)
  }
}
