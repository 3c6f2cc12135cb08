import Enrolment
import Operations
import People
import Synchronization
import Testing
import Values

/// “500 clients for 30 seats: exactly 30, waiting list in order” (hostile row 75), decided when enrolling.
@Suite struct SeatsRaceTests {
  @Test func fiveHundredForThirtySeats() throws {
    let house = try House()
    let scene = try Scene(house)
    let session = try #require(SessionCode("TEST-SESSION"))
    let people = try (1...500).map { number in
      try house.perform(
        AddPerson(name: "Candidate \(number)", sex: .unknown, language: .english, mailboxes: [], place: nil)
      ).person.id
    }
    let answers = Answers(count: people.count)
    for person in people {
      house.registrar.perform(
        Enrol(.direct(person, session: .code(session))), as: .owner, completion: answers.take)
    }
    let enrolments = answers.wait()
    // The scene's own officer has the first of the thirty seats.
    #expect(enrolments.count { $0.state == .enrolled } == 29)
    #expect(enrolments.count { $0.state == .waiting } == 471)

    let firstWaiting = try #require(
      enrolments.filter { $0.state == .waiting }.min { $0.recordedAt < $1.recordedAt })
    _ = try house.perform(EndEnrolment(enrolment: scene.enrolment, ending: .withdraw, reason: "ill"))
    #expect(try house.answer(ShowEnrolment(firstWaiting.id)).enrolment.state == .enrolled)
    let seats = try house.answer(ShowSession(.code(session))).seats
    #expect(seats.taken == 30 && seats.waiting == 470)
  }
}

/// Collects the enrolments that end on another thread.
private final class Answers: Sendable {
  private let count: Int
  private let state = Mutex<(ended: Int, enrolments: [Enrolment])>((0, []))

  init(count: Int) {
    self.count = count
  }

  func take(_ outcome: Result<Enrolment, any Error>) {
    state.withLock { state in
      state.ended += 1
      if case .success(let enrolment) = outcome { state.enrolments.append(enrolment) }
    }
  }

  func wait() -> [Enrolment] {
    while state.withLock({ $0.ended < count }) {}
    return state.withLock(\.enrolments)
  }
}
