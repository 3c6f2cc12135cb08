import Accreditation
import Assessment
import Catalogue
import ContentPackaging
import Enrolment
import Operations
import People
import SQLite
import SQLiteStore
import Testing
import Values

/// What a step of an accreditation rests on: seen in its stage, in its session, once; and found again by `check`.
@Suite struct AccreditationEvidenceTests {
  private let house: House
  private let scene: Scene
  private let observer: PersonID
  private let signer: PersonID
  private let staff: PersonID

  /// Both stages are judged by the rubric.
  private static let pool = """
    <pool xmlns="urn:registrar:pool:1" code="OBSERVED" category="TOA"><title>Observed</title>
      <version number="1" apart="earlier-assessor">
        <stage code="workshop" kind="workshop" grants="pre-accredited" rubric="LESSON"><title>Workshop</title></stage>
        <stage code="mission" kind="mission" grants="accredited" rubric="LESSON"><title>Mission</title></stage>
      </version></pool>
    """

  init() throws {
    house = try House()
    scene = try Scene(house)
    _ = try house.perform(
      AddParty(
        code: known("SEC"), kind: .secretariat, names: LocalizedText("Secretariat"), region: nil,
        validity: try days("2020-01-01", nil)))
    observer = try AccreditationEvidenceTests.add("Observer", in: house)
    signer = try AccreditationEvidenceTests.add("Signer", in: house)
    staff = try AccreditationEvidenceTests.add(
      "Staff", in: house,
      at: .init(
        party: .code(known("SEC")), unit: "", post: "", roleLevel: nil,
        validity: try days("2020-01-01", nil)))
    _ = try house.registrar.importRubric(
      Array(ObservedPerformanceTests.rubric.utf8), name: "rubric.xml", as: .owner)
    let report = try house.registrar.importPool(
      Array(AccreditationEvidenceTests.pool.utf8), name: "pool.xml", as: .owner)
    try #require(report.isAccepted)
  }

  private static func add(
    _ name: String, in house: House, at place: AddPerson.Place? = nil
  ) throws -> PersonID {
    try house.perform(
      AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: place)
    ).person.id
  }

  /// Nominated on the tenth of January.
  private func candidate(_ language: LanguageTag = .english) throws -> Accreditation {
    try house.perform(
      NominateExpert(
        person: scene.person, pool: .code(known("OBSERVED")), language: language,
        party: .code(known("TEST-MEMBER")), on: Day("2026-01-10")))
  }

  private func observation(
    on day: String, with second: PersonID? = nil, in session: Reference<Session>? = nil
  ) throws -> ObservationID {
    let marks = [ObservedMark(criterion: known("objective"), mark: 2, comment: "")]
    let id = try house.perform(
      RecordObservation(
        rubric: .code(known("LESSON")), person: scene.person, observer: observer, on: Day(day),
        session: session, marks: marks)
    ).id
    if let second {
      _ = try house.perform(SecondObservation(observation: id, observer: second, marks: marks))
    }
    _ = try house.perform(AcknowledgeObservation(observation: id, acknowledgement: .agreed))
    return try house.perform(SignOffObservation(observation: id, by: signer)).id
  }

  /// Passes the workshop on the twentieth of February.
  private func pass(
    _ accreditation: Accreditation, by observation: ObservationID, in session: Reference<Session>? = nil
  ) throws -> Accreditation {
    try house.perform(
      MoveAccreditation(
        accreditation: accreditation.id, step: .pass, on: Day("2026-02-20"), session: session,
        observation: observation))
  }

  private func faults() throws -> [String] {
    try house.registrar.check(databaseFaults: [], as: .owner).faults.map(\.kind)
  }

  /// What was seen before the case had come so far, or after the verdict, is no ground of it.
  @Test(arguments: [
    ("2026-01-09", false), ("2026-01-10", true), ("2026-02-20", true), ("2026-02-21", false),
  ])
  func itWasSeenWithinTheStage(on day: String, isTaken: Bool) throws {
    let (candidate, observation) = (try candidate(), try observation(on: day))
    guard isTaken else {
      let (first, last) = (try #require(Day("2026-01-10")), try #require(Day("2026-02-20")))
      #expect(throws: ObservationRefused.outsideStage(from: first, to: last)) {
        try pass(candidate, by: observation)
      }
      return
    }
    #expect(try pass(candidate, by: observation).progress.state == .preAccredited)
    #expect(try faults() == [])
  }

  @Test func whatWasSeenOnceIsJudgedOnce() throws {
    let observation = try observation(on: "2026-02-20")
    let (english, french) = (try candidate(), try candidate(#require(LanguageTag("fr"))))
    _ = try pass(english, by: observation)
    #expect(throws: ObservationRefused.citedByStep) { try pass(french, by: observation) }
    #expect(throws: ObservationRefused.cited) {
      try house.perform(AnnulObservation(observation: observation, reason: "x"))
    }
    #expect(try pass(french, by: self.observation(on: "2026-02-20")).progress.state == .preAccredited)
  }

  @Test func itWasSeenInTheSessionThatIsNamed() throws {
    let other: Reference<Session> = .code(known("OTHER"))
    let course = try #require(try house.answer(ListCourses()).items.first)
    _ = try house.perform(
      PlanSession(
        code: known("OTHER"), course: .id(course.id), mode: .selfPaced,
        days: try days("2026-02-01", "2026-02-28"), timeZone: "UTC", language: .english, capacity: 30,
        host: nil))
    _ = try house.perform(MoveSession(session: other, event: .open))
    let nomination = try house.perform(
      Nominate(person: scene.person, session: other, party: .code(known("TEST-MEMBER"))))
    _ = try house.perform(MoveNomination(nomination: nomination.id, event: .endorse))
    _ = try house.perform(Enrol(.nominated(nomination.id)))
    let (candidate, observation) = (try candidate(), try observation(on: "2026-02-20", in: other))
    #expect(throws: ObservationRefused.inAnotherSession) {
      try pass(candidate, by: observation, in: scene.session)
    }
    #expect(try pass(candidate, by: observation, in: other).progress.state == .preAccredited)
    #expect(try faults() == [])
  }

  /// “who assessed the candidate before”: a second observer did.
  @Test func whoObservedBesideHasAssessed() throws {
    let candidate = try candidate()
    _ = try pass(candidate, by: observation(on: "2026-02-20", with: staff))
    #expect(throws: Evaluator.Refusal.assessedEarlier) {
      try house.perform(
        AssignMission(
          accreditation: candidate.id, party: .code(known("TEST-MEMBER")),
          days: try days("2026-02-23", "2026-02-27"), evaluator: staff, on: Day("2026-02-21")))
    }
  }

  /// Every step is held against what it cites.
  @Test(arguments: [
    "UPDATE accreditation_transition SET observation = NULL WHERE event = 'pass'",
    "UPDATE observation SET day = day + 400", "UPDATE observation SET state = 'annulled'",
    "UPDATE observation SET first_verdict = 'unsatisfactory'",
    "UPDATE observation SET person = (SELECT decided.id FROM person AS decided WHERE name = 'Staff')",
  ])
  func checkFindsWhatWasAltered(script: String) throws {
    _ = try pass(candidate(), by: observation(on: "2026-02-20"))
    #expect(try faults() == [])
    try Connection.openWriter(at: house.folder + "/records.sqlite", creatingIfMissing: false)
      .run(script: script)
    _ = try house.store.dividingInstant()
    #expect(try faults().contains("record"))
  }

  /// A step that says nothing of a performance keeps nobody who assessed.
  @Test func nobodyAssessesWhereNothingIsJudged() throws {
    let experts = try ExpertScene()
    let candidate = try experts.candidate(upTo: .nominated)
    #expect(throws: AccreditationRefused.assessorNotOfStep) {
      try experts.move(candidate, .screen, on: "2025-02-01", assessor: experts.assessor.id)
    }
  }

  /// A stage that is judged by a rubric nobody knows could never be passed.
  @Test(arguments: [false, true])
  func aRubricIsThereBeforeItsPool(isDryRun: Bool) throws {
    let text = AccreditationEvidenceTests.pool.replacing("LESSON", with: "NONE").replacing(
      "\"OBSERVED\"", with: "\"OTHER\"")
    let report = try house.registrar.importPool(
      Array(text.utf8), name: "pool.xml", isDryRun: isDryRun, as: .owner)
    #expect(!report.isAccepted)
    #expect(
      report.findings.map { "\($0.code) \($0.line ?? 0):\($0.column ?? 0)" }
        == ["pool.rubric.unknown 3:68", "pool.rubric.unknown 4:62"])
    #expect(try house.store.read { try $0.pool(known("OTHER")) } == nil)
  }
}
