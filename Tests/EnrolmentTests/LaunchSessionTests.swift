import Catalogue
import Enrolment
import Testing
import Values

/// The life of a launch session (cmi5 §9.3), and what a unit may say in it.
@Suite struct LaunchSessionTests {
  /// Every state with every event: the state after it, or why not.
  static let rows:
    [(LaunchSessionState, LaunchSessionState.Event, Result<LaunchSessionState, LaunchSessionRefusal>)] = [
      (.launched, .initialize, .success(.initialized)),
      (.launched, .speak, .failure(.notInitialized)),
      (.launched, .terminate, .failure(.notInitialized)),
      (.launched, .abandon, .success(.abandoned)),
      (.initialized, .initialize, .failure(.saidTwice(.initialized))),
      (.initialized, .speak, .success(.initialized)),
      (.initialized, .terminate, .success(.terminated)),
      (.initialized, .abandon, .success(.abandoned)),
      (.terminated, .initialize, .failure(.ended(.terminated))),
      (.terminated, .speak, .failure(.ended(.terminated))),
      (.terminated, .terminate, .failure(.ended(.terminated))),
      (.terminated, .abandon, .failure(.ended(.terminated))),
      (.abandoned, .initialize, .failure(.ended(.abandoned))),
      (.abandoned, .speak, .failure(.ended(.abandoned))),
      (.abandoned, .terminate, .failure(.ended(.abandoned))),
      (.abandoned, .abandon, .failure(.ended(.abandoned))),
    ]

  @Test(arguments: rows)
  func anEventInAState(
    state: LaunchSessionState, event: LaunchSessionState.Event,
    expected: Result<LaunchSessionState, LaunchSessionRefusal>
  ) {
    #expect(Result { () throws(LaunchSessionRefusal) in try state.after(event) } == expected)
  }

  @Test func everyPairHasARow() {
    #expect(
      LaunchSessionTests.rows.count == LaunchSessionState.allCases.count
        * LaunchSessionState.Event.allCases.count)
    #expect(LaunchSessionState.allCases.filter(\.hasEnded) == [.terminated, .abandoned])
  }

  /// What a unit says, one after the other, each a second later than the one before: `experienced` stands for all that
  /// cmi5 only allows; what is in brackets was said in the registration before. The last word is taken, or refused.
  static let said: [(String, LaunchSessionRefusal?)] = [
    ("initialized", nil), ("initialized experienced", nil), ("initialized terminated", nil),
    ("initialized completed passed terminated", nil), ("initialized passed completed", nil),
    ("initialized failed", nil), ("initialized experienced experienced", nil),
    ("experienced", .notInitialized), ("completed", .notInitialized), ("terminated", .notInitialized),
    ("initialized initialized", .saidTwice(.initialized)),
    ("initialized completed completed", .saidTwice(.completed)),
    ("initialized passed passed", .saidTwice(.passed)), ("initialized failed failed", .saidTwice(.failed)),
    ("initialized failed passed", .judgedTwice), ("initialized passed failed", .judgedTwice),
    ("[completed] initialized completed", .saidBefore(.completed)),
    ("[passed] initialized passed", .saidBefore(.passed)),
    ("[passed] initialized failed", .failedAfterPass), ("[passed] initialized completed", nil),
    ("[failed] initialized passed", nil), ("[failed] initialized failed", nil),
    ("[completed] initialized passed", nil),
    ("initialized terminated experienced", .ended(.terminated)),
    ("initialized terminated terminated", .ended(.terminated)),
  ]

  @Test(arguments: said)
  func aWord(words: String, expected: LaunchSessionRefusal?) {
    var session = LaunchSessionTests.session
    var before: Set<UnitVerb> = []
    var found: LaunchSessionRefusal?
    for (second, word) in words.split(separator: " ").enumerated() {
      if word.hasPrefix("[") {
        before.formUnion([UnitVerb(rawValue: String(word.dropFirst().dropLast()))].compactMap(\.self))
        continue
      }
      #expect(found == nil, "only the last word is refused")
      found = LaunchSessionTests.refusal(of: String(word), saidAt: second, by: &session, after: before)
    }
    #expect(found == expected)
  }

  /// “MUST wait a specified period of time … after which it MUST reject statements” (§9.3.8): ten seconds.
  @Test func whatWasSaidBeforeTheEndMayArriveTenSecondsLate() {
    var session = LaunchSessionTests.session
    _ = LaunchSessionTests.refusal(of: "initialized", saidAt: 1, by: &session)
    _ = LaunchSessionTests.refusal(of: "terminated", saidAt: 5, by: &session)
    var copy = session
    #expect(LaunchSessionTests.refusal(of: "completed", saidAt: 5, receivedAt: 15, by: &copy) == nil)
    #expect(copy.state == .terminated)
    copy = session
    #expect(
      LaunchSessionTests.refusal(of: "completed", saidAt: 5, receivedAt: 16, by: &copy) == .ended(.terminated)
    )
    #expect(
      LaunchSessionTests.refusal(of: "completed", saidAt: 6, receivedAt: 6, by: &copy) == .ended(.terminated))
    #expect(
      session.takesLate(at: LaunchSessionTests.at(15)) && !session.takesLate(at: LaunchSessionTests.at(16)))
    #expect(!session.isOpen(at: LaunchSessionTests.at(5)), "its credentials open nothing any more")
  }

  /// What is stored already changes nothing: it is heard again until the end, behind that the end itself, and for the
  /// grace what arrived behind it.
  @Test func whatIsStoredIsHeardAgain() throws {
    var session = LaunchSessionTests.session
    _ = LaunchSessionTests.refusal(of: "initialized", saidAt: 1, by: &session)
    func hear(_ session: LaunchSession, storedAt stored: Int, at second: Int, withEnd: Bool = false) throws {
      try session.hearAgain(
        withEnd: withEnd, storedAt: LaunchSessionTests.at(stored), at: LaunchSessionTests.at(second))
    }
    try hear(session, storedAt: 1, at: 2)
    #expect(throws: LaunchSessionRefusal.expired) { try hear(session, storedAt: 1, at: 24 * 3600) }
    var left = session
    _ = LaunchSessionTests.refusal(of: "terminated", saidAt: 3, by: &session)
    try hear(session, storedAt: 1, at: 14, withEnd: true)
    #expect(throws: LaunchSessionRefusal.ended(.terminated), "its answer came before the unit terminated") {
      try hear(session, storedAt: 1, at: 4)
    }
    try hear(session, storedAt: 4, at: 13)
    #expect(throws: LaunchSessionRefusal.ended(.terminated)) { try hear(session, storedAt: 4, at: 14) }
    try left.abandon(at: LaunchSessionTests.at(3))
    for withEnd in [false, true] {
      #expect(throws: LaunchSessionRefusal.ended(.abandoned)) {
        try hear(left, storedAt: 1, at: 4, withEnd: withEnd)
      }
    }
  }

  @Test func nothingHappensBeforeTheBeginning() {
    var session = LaunchSessionTests.session
    _ = LaunchSessionTests.refusal(of: "initialized", saidAt: 3, by: &session)
    #expect(
      LaunchSessionTests.refusal(of: "completed", saidAt: 2, receivedAt: 4, by: &session)
        == .beforeInitialized)
  }

  /// A session lasts a day at the most.
  @Test func aSessionExpires() {
    var session = LaunchSessionTests.session
    let day = 24 * 3600
    #expect(session.isOpen(at: LaunchSessionTests.at(day - 1)))
    #expect(!session.isOpen(at: LaunchSessionTests.at(day)))
    _ = LaunchSessionTests.refusal(of: "initialized", saidAt: day - 1, by: &session)
    #expect(LaunchSessionTests.refusal(of: "completed", saidAt: day, by: &session) == .expired)
  }

  /// “Calculated as the time between the "Launched" statement and the last statement (of any kind) issued by the AU”
  /// (§9.5.4.2).
  @Test func theTimeSpentEndsWithTheLastWord() throws {
    var session = LaunchSessionTests.session
    #expect(session.spentMicroseconds == 0)
    _ = LaunchSessionTests.refusal(of: "initialized", saidAt: 1, by: &session)
    _ = LaunchSessionTests.refusal(of: "experienced", saidAt: 1, receivedAt: 61, by: &session)
    try session.abandon(at: LaunchSessionTests.at(500))
    #expect(session.spentMicroseconds == 61_000_000)
    #expect(session.endedAt == LaunchSessionTests.at(500) && !session.isOpen(at: LaunchSessionTests.at(500)))
  }

  private static var session: LaunchSession {
    LaunchSession(
      id: LaunchSessionID(UUID(high: 1, low: 1)), enrolment: EnrolmentID(UUID(high: 1, low: 2)),
      activity: "1",
      mode: .normal, launchedAt: at(0))
  }

  private static func at(_ second: Int) -> Instant {
    Instant(microseconds: 1_772_442_000_000_000).adding(seconds: Int64(second))
  }

  private static func refusal(
    of word: String, saidAt second: Int, receivedAt arrival: Int? = nil, by session: inout LaunchSession,
    after before: Set<UnitVerb> = []
  ) -> LaunchSessionRefusal? {
    do throws(LaunchSessionRefusal) {
      try session.take(
        .init(
          verb: UnitVerb(rawValue: word), statement: UUID(high: 2, low: UInt64(second)), saidAt: at(second),
          receivedAt: at(arrival ?? second)),
        after: before)
      return nil
    } catch {
      return error
    }
  }
}
