import Enrolment
import Testing

@Suite struct CourseOutcomeTests {
  private static let nothing: EnrolmentState.Event? = nil

  /// What one outcome asks of an enrolment in one state.
  struct Row: Sendable, CustomTestStringConvertible {
    let state: EnrolmentState
    let outcome: CourseOutcome
    /// The event that progress brings.
    let event: EnrolmentState.Event?
    /// The corrections: while the session has not ended, once it was closed, once it was cancelled.
    let corrections: [EnrolmentState.Event?]

    var testDescription: String { "\(state), \(outcome)" }

    init(
      _ state: EnrolmentState, _ outcome: CourseOutcome, _ event: EnrolmentState.Event?,
      _ corrections: EnrolmentState.Event?...
    ) {
      (self.state, self.outcome, self.event, self.corrections) = (state, outcome, event, corrections)
    }
  }

  /// "Terminal states change only by a logged correction" (domain 7.3).
  static let rows = [
    Row(.waiting, .none, nothing, nothing, .expire, .withdraw),
    Row(.waiting, .started, nothing, nothing, .expire, .withdraw),
    Row(.waiting, .attemptFailed, nothing, nothing, .expire, .withdraw),
    Row(.waiting, .completed(passed: true), nothing, nothing, .expire, .withdraw),
    Row(.waiting, .completed(passed: false), nothing, nothing, .expire, .withdraw),
    Row(.waiting, .failed, nothing, nothing, .expire, .withdraw),

    Row(.enrolled, .none, nothing, nothing, .expire, .withdraw),
    Row(.enrolled, .started, .start, .start, .expire, .withdraw),
    Row(.enrolled, .attemptFailed, .start, .start, .fail, .withdraw),
    Row(.enrolled, .completed(passed: true), .complete, .complete, .complete, .complete),
    Row(.enrolled, .completed(passed: false), .complete, .complete, .complete, .complete),
    Row(.enrolled, .failed, .fail, .fail, .fail, .fail),

    Row(.started, .none, nothing, .correctToEnrolled, .expire, .withdraw),
    Row(.started, .started, nothing, nothing, .expire, .withdraw),
    Row(.started, .attemptFailed, nothing, nothing, .fail, .withdraw),
    Row(.started, .completed(passed: true), .complete, .complete, .complete, .complete),
    Row(.started, .completed(passed: false), .complete, .complete, .complete, .complete),
    Row(.started, .failed, .fail, .fail, .fail, .fail),

    Row(.completed, .none, nothing, .correctToEnrolled, .correctToExpired, .correctToWithdrawn),
    Row(.completed, .started, nothing, .correctToStarted, .correctToExpired, .correctToWithdrawn),
    Row(.completed, .attemptFailed, nothing, .correctToStarted, .correctToFailed, .correctToWithdrawn),
    Row(.completed, .completed(passed: true), nothing, nothing, nothing, nothing),
    Row(.completed, .completed(passed: false), nothing, nothing, nothing, nothing),
    Row(.completed, .failed, nothing, .correctToFailed, .correctToFailed, .correctToFailed),

    Row(.failed, .none, nothing, .correctToEnrolled, .correctToExpired, .correctToWithdrawn),
    Row(.failed, .started, nothing, .correctToStarted, .correctToExpired, .correctToWithdrawn),
    Row(.failed, .attemptFailed, nothing, .correctToStarted, nothing, .correctToWithdrawn),
    Row(
      .failed, .completed(passed: true), nothing, .correctToCompleted, .correctToCompleted,
      .correctToCompleted),
    Row(
      .failed, .completed(passed: false), nothing, .correctToCompleted, .correctToCompleted,
      .correctToCompleted),
    Row(.failed, .failed, nothing, nothing, nothing, nothing),

    Row(.withdrawn, .none, nothing, nothing, nothing, nothing),
    Row(.withdrawn, .started, nothing, nothing, nothing, nothing),
    Row(.withdrawn, .attemptFailed, nothing, nothing, nothing, nothing),
    Row(.withdrawn, .completed(passed: true), nothing, nothing, nothing, nothing),
    Row(.withdrawn, .completed(passed: false), nothing, nothing, nothing, nothing),
    Row(.withdrawn, .failed, nothing, nothing, nothing, nothing),

    Row(.noShow, .none, nothing, nothing, nothing, nothing),
    Row(.noShow, .started, nothing, .correctToStarted, .correctToExpired, .correctToWithdrawn),
    Row(.noShow, .attemptFailed, nothing, .correctToStarted, .correctToFailed, .correctToWithdrawn),
    Row(
      .noShow, .completed(passed: true), nothing, .correctToCompleted, .correctToCompleted,
      .correctToCompleted),
    Row(
      .noShow, .completed(passed: false), nothing, .correctToCompleted, .correctToCompleted,
      .correctToCompleted),
    Row(.noShow, .failed, nothing, .correctToFailed, .correctToFailed, .correctToFailed),

    Row(.expired, .none, nothing, nothing, nothing, nothing),
    Row(.expired, .started, nothing, nothing, nothing, nothing),
    Row(.expired, .attemptFailed, nothing, nothing, nothing, nothing),
    Row(
      .expired, .completed(passed: true), nothing, .correctToCompleted, .correctToCompleted,
      .correctToCompleted),
    Row(
      .expired, .completed(passed: false), nothing, .correctToCompleted, .correctToCompleted,
      .correctToCompleted),
    Row(.expired, .failed, nothing, .correctToFailed, .correctToFailed, .correctToFailed),
  ]

  @Test("The event that progress brings, and the corrections", arguments: rows)
  func events(row: Row) throws {
    #expect(row.state.event(for: row.outcome) == row.event)
    let ends: [SessionState] = [.running, .closed, .cancelled]
    #expect(ends.map { row.state.correction(for: row.outcome, in: $0) } == row.corrections)
    for asked in [row.event] + row.corrections {
      if let asked { _ = try row.state.after(asked) }
    }
  }

  /// Corrected once, the state is what the outcome asks for. Of who waits no records count.
  @Test("After a correction nothing is left to correct", arguments: rows.filter { $0.state != .waiting })
  func settled(row: Row) throws {
    for session in SessionState.allCases {
      guard let event = row.state.correction(for: row.outcome, in: session) else { continue }
      let corrected = try row.state.after(event)
      #expect(corrected.correction(for: row.outcome, in: session) == nil, "\(session)")
    }
  }

  @Test func everyPairIsStatedOnce() {
    #expect(Self.rows.count == EnrolmentState.allCases.count * 6)
    #expect(Set(Self.rows.map(\.testDescription)).count == Self.rows.count)
  }

  @Test(
    "What a session's end makes of those whom learning had not brought to an end",
    arguments: [
      (.planned, nil), (.openForNomination, nil), (.confirmed, nil), (.running, nil), (.delivered, nil),
      (.reported, nil), (.closed, .expired), (.cancelled, .withdrawn),
    ] as [(SessionState, EnrolmentState?)])
  func ends(session: SessionState, end: EnrolmentState?) {
    #expect(session.endOfEnrolments == end)
  }
}
