import Enrolment
import Testing

@Suite struct EnrolmentStateTests {
  private static let refused: EnrolmentState? = nil

  private static let table: [(EnrolmentState, EnrolmentState.Event, EnrolmentState?)] = [
    (.waiting, .takeSeat, .enrolled),
    (.waiting, .start, refused),
    (.waiting, .complete, refused),
    (.waiting, .fail, refused),
    (.waiting, .withdraw, .withdrawn),
    (.waiting, .markNoShow, refused),
    (.waiting, .expire, .expired),
    (.waiting, .correctToCompleted, refused),
    (.waiting, .correctToFailed, refused),
    (.waiting, .correctToStarted, refused),
    (.waiting, .correctToEnrolled, refused),
    (.waiting, .correctToExpired, refused),
    (.waiting, .correctToWithdrawn, refused),

    (.enrolled, .takeSeat, refused),
    (.enrolled, .start, .started),
    (.enrolled, .complete, .completed),
    (.enrolled, .fail, .failed),
    (.enrolled, .withdraw, .withdrawn),
    (.enrolled, .markNoShow, .noShow),
    (.enrolled, .expire, .expired),
    (.enrolled, .correctToCompleted, refused),
    (.enrolled, .correctToFailed, refused),
    (.enrolled, .correctToStarted, refused),
    (.enrolled, .correctToEnrolled, refused),
    (.enrolled, .correctToExpired, refused),
    (.enrolled, .correctToWithdrawn, refused),

    (.started, .takeSeat, refused),
    (.started, .start, refused),
    (.started, .complete, .completed),
    (.started, .fail, .failed),
    (.started, .withdraw, .withdrawn),
    (.started, .markNoShow, refused),
    (.started, .expire, .expired),
    (.started, .correctToCompleted, .completed),
    (.started, .correctToFailed, .failed),
    (.started, .correctToStarted, refused),
    (.started, .correctToEnrolled, .enrolled),
    (.started, .correctToExpired, refused),
    (.started, .correctToWithdrawn, refused),

    (.completed, .takeSeat, refused),
    (.completed, .start, refused),
    (.completed, .complete, refused),
    (.completed, .fail, refused),
    (.completed, .withdraw, refused),
    (.completed, .markNoShow, refused),
    (.completed, .expire, refused),
    (.completed, .correctToCompleted, refused),
    (.completed, .correctToFailed, .failed),
    (.completed, .correctToStarted, .started),
    (.completed, .correctToEnrolled, .enrolled),
    (.completed, .correctToExpired, .expired),
    (.completed, .correctToWithdrawn, .withdrawn),

    (.failed, .takeSeat, refused),
    (.failed, .start, refused),
    (.failed, .complete, refused),
    (.failed, .fail, refused),
    (.failed, .withdraw, refused),
    (.failed, .markNoShow, refused),
    (.failed, .expire, refused),
    (.failed, .correctToCompleted, .completed),
    (.failed, .correctToFailed, refused),
    (.failed, .correctToStarted, .started),
    (.failed, .correctToEnrolled, .enrolled),
    (.failed, .correctToExpired, .expired),
    (.failed, .correctToWithdrawn, .withdrawn),

    (.withdrawn, .takeSeat, refused),
    (.withdrawn, .start, refused),
    (.withdrawn, .complete, refused),
    (.withdrawn, .fail, refused),
    (.withdrawn, .withdraw, refused),
    (.withdrawn, .markNoShow, refused),
    (.withdrawn, .expire, refused),
    (.withdrawn, .correctToCompleted, refused),
    (.withdrawn, .correctToFailed, refused),
    (.withdrawn, .correctToStarted, refused),
    (.withdrawn, .correctToEnrolled, refused),
    (.withdrawn, .correctToExpired, refused),
    (.withdrawn, .correctToWithdrawn, refused),

    (.noShow, .takeSeat, refused),
    (.noShow, .start, refused),
    (.noShow, .complete, refused),
    (.noShow, .fail, refused),
    (.noShow, .withdraw, refused),
    (.noShow, .markNoShow, refused),
    (.noShow, .expire, refused),
    (.noShow, .correctToCompleted, .completed),
    (.noShow, .correctToFailed, .failed),
    (.noShow, .correctToStarted, .started),
    (.noShow, .correctToEnrolled, refused),
    (.noShow, .correctToExpired, .expired),
    (.noShow, .correctToWithdrawn, .withdrawn),

    (.expired, .takeSeat, refused),
    (.expired, .start, refused),
    (.expired, .complete, refused),
    (.expired, .fail, refused),
    (.expired, .withdraw, refused),
    (.expired, .markNoShow, refused),
    (.expired, .expire, refused),
    (.expired, .correctToCompleted, .completed),
    (.expired, .correctToFailed, .failed),
    (.expired, .correctToStarted, refused),
    (.expired, .correctToEnrolled, refused),
    (.expired, .correctToExpired, refused),
    (.expired, .correctToWithdrawn, refused),
  ]

  @Test("From a state, by an event, to a state or refused", arguments: table)
  func transition(from: EnrolmentState, event: EnrolmentState.Event, to: EnrolmentState?) throws {
    if let to {
      #expect(try from.after(event) == to)
    } else {
      #expect(throws: EnrolmentState.Refusal.notFrom(from, event)) { try from.after(event) }
    }
  }

  @Test func everyPairIsStatedOnce() {
    let pairs = Set(Self.table.map { "\($0.0) \($0.1)" })
    #expect(Self.table.count == EnrolmentState.allCases.count * EnrolmentState.Event.allCases.count)
    #expect(pairs.count == Self.table.count)
  }

  @Test(
    "Whether a seat is held, records still count, and learning still moves the state",
    arguments: [
      (.waiting, false, false, false), (.enrolled, true, true, true), (.started, true, true, true),
      (.completed, true, true, false), (.failed, true, false, false), (.withdrawn, false, false, false),
      (.noShow, true, false, false), (.expired, true, false, false),
    ] as [(EnrolmentState, Bool, Bool, Bool)])
  func standing(state: EnrolmentState, holdsSeat: Bool, takesEvidence: Bool, isOpen: Bool) {
    #expect(state.holdsSeat == holdsSeat)
    #expect(state.takesEvidence == takesEvidence)
    #expect(state.isOpen == isOpen)
  }
}
