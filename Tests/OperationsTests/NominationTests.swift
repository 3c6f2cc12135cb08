import Assessment
import Catalogue
import Enrolment
import Operations
import People
import Testing
import Values

/// A seat goes with its nomination. The session has one seat; somebody else waits for it, last.
@Suite struct NominationTests {
  struct Row: Sendable, CustomTestStringConvertible {
    /// The state of the enrolment that the nomination led to; nil where it led to none.
    let enrolment: EnrolmentState?
    let event: NominationState.Event
    /// What becomes of nomination, enrolment, and whoever waits; nil where it is refused.
    let becomes: (NominationState, EnrolmentState?, EnrolmentState)?
    var testDescription: String { "\(event) while \(enrolment?.rawValue ?? "not enrolled")" }
  }

  static let rows = [
    Row(enrolment: nil, event: .withdraw, becomes: (.withdrawn, nil, .enrolled)),
    Row(enrolment: nil, event: .decline, becomes: (.declined, nil, .enrolled)),
    Row(enrolment: .waiting, event: .withdraw, becomes: (.withdrawn, .withdrawn, .waiting)),
    Row(enrolment: .waiting, event: .decline, becomes: (.declined, .withdrawn, .waiting)),
    Row(enrolment: .enrolled, event: .withdraw, becomes: (.withdrawn, .withdrawn, .enrolled)),
    Row(enrolment: .started, event: .withdraw, becomes: (.withdrawn, .withdrawn, .enrolled)),
    Row(enrolment: .completed, event: .withdraw, becomes: nil),
    Row(enrolment: .noShow, event: .withdraw, becomes: nil),
    Row(enrolment: .withdrawn, event: .withdraw, becomes: (.withdrawn, .withdrawn, .enrolled)),
  ]

  @Test("What a nomination that is taken back takes with it", arguments: rows)
  func takenBack(row: Row) throws {
    let queue = try Queue(row.enrolment)
    let move = MoveNomination(nomination: queue.nomination, event: row.event)
    guard let (nomination, enrolment, waiting) = row.becomes else {
      #expect(throws: NominationRefused.enrolmentEnded(try #require(row.enrolment))) {
        try queue.house.perform(move)
      }
      #expect(try queue.state == row.enrolment)
      return
    }
    #expect(try queue.house.perform(move).state == nomination)
    #expect(try queue.state == enrolment)
    #expect(try queue.house.answer(ShowEnrolment(queue.waiting)).enrolment.state == waiting)
    let report = try queue.house.registrar.check(databaseFaults: [], as: .owner)
    #expect(report.faults == [] && report.warnings == [])
  }

  @Test func theReasonGoesWithIt() throws {
    let queue = try Queue(.enrolled)
    _ = try queue.house.perform(
      MoveNomination(nomination: queue.nomination, event: .withdraw, reason: "called away"))
    let enrolment = try #require(queue.enrolment)
    let entry = try #require(
      try queue.house.answer(ReadHistory(filter: HistoryFilter(object: enrolment.uuid))).items.last)
    #expect(entry.action == "enrolment withdraw" && entry.reason == "called away")
  }

  @Test func anEnrolmentOfItsOwnIsNotTouched() throws {
    let queue = try Queue(nil)
    let direct = try queue.house.perform(Enrol(.direct(queue.officer, session: queue.session)))
    _ = try queue.house.perform(MoveNomination(nomination: queue.nomination, event: .withdraw))
    #expect(try queue.house.answer(ShowEnrolment(direct.id)).enrolment.state == direct.state)
  }

  /// An enrolment withdrawn, its nomination stands, and can lead to another.
  @Test func theOtherWayRoundNothingFollows() throws {
    let queue = try Queue(.withdrawn)
    #expect(try queue.house.perform(Enrol(.nominated(queue.nomination))).state == .waiting)
  }
}

/// A session with one seat, an officer who is nominated for it, and somebody who comes last.
private struct Queue {
  let house: House
  let session: Reference<Session>
  let officer: PersonID
  let nomination: NominationID
  let enrolment: EnrolmentID?
  let waiting: EnrolmentID

  init(_ state: EnrolmentState?) throws {
    let house = try House()
    let scene = try Scene(house)
    let member = try #require(PartyCode("TEST-MEMBER"))
    let code = try #require(SessionCode("ONE-SEAT"))
    let course = try #require(try house.answer(ListCourses()).items.first)
    _ = try house.perform(
      PlanSession(
        code: code, course: .id(course.id), mode: .tutored, days: days("2026-03-01", "2026-03-31"),
        timeZone: "UTC", language: .english, capacity: 1, host: nil))
    _ = try house.perform(MoveSession(session: .code(code), event: .open))
    func add(_ name: String) throws -> EnrolmentID {
      let person = try house.perform(
        AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: nil)
      ).person
      return try house.perform(Enrol(.direct(person.id, session: .code(code)))).id
    }
    self.house = house
    session = .code(code)
    officer = scene.person
    let nominated = try house.perform(Nominate(person: officer, session: session, party: .code(member)))
    nomination = nominated.id
    _ = try house.perform(MoveNomination(nomination: nominated.id, event: .endorse))
    if state == .waiting { _ = try add("Who came first") }
    enrolment = try state.map { _ in try house.perform(Enrol(.nominated(nominated.id))).id }
    if let enrolment {
      try Queue.bring(enrolment, to: state, Scene(scene, person: officer, enrolment: enrolment))
    }
    waiting = try add("Who comes last")
  }

  private static func bring(_ enrolment: EnrolmentID, to state: EnrolmentState?, _ scene: Scene) throws {
    switch state {
    case .started: try scene.send(verb: "initialized")
    case .completed:
      try scene.send(verb: "completed")
      try scene.send(verb: "passed", scaled: "0.9")
    case .noShow:
      _ = try scene.house.perform(EndEnrolment(enrolment: enrolment, ending: .markNoShow, reason: nil))
    case .withdrawn:
      _ = try scene.house.perform(EndEnrolment(enrolment: enrolment, ending: .withdraw, reason: "ill"))
    default: break
    }
  }

  var state: EnrolmentState? {
    get throws { try enrolment.map { try house.answer(ShowEnrolment($0)).enrolment.state } }
  }
}
