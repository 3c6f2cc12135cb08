import Accreditation
import Assessment
import Enrolment
import Operations
import People
import SQLite
import SQLiteStore
import Testing
import Values

/// Observed performance as evidence: of a practicum, and what `check` finds of it.
@Suite struct ObservedPerformanceTests {
  static let rubric = """
    <rubric xmlns="urn:registrar:rubric:1" code="LESSON"><title>Lesson</title>
      <version number="1">
        <criterion code="objective" minimum="2"><title>Objective</title>
          <anchor mark="1"><title>None</title></anchor><anchor mark="2"><title>Named</title></anchor></criterion>
      </version></rubric>
    """

  /// “used by the practicum”: the verdict of what was observed is the result's, and one result rests on it.
  @Test(arguments: [(2, true), (1, false)])
  func practicum(mark: Int, isCompleted: Bool) throws {
    let scene = try ObservedScene()
    let observation = try scene.signedOff(mark: mark)
    let recorded = try scene.house.perform(
      RecordObservedResult(enrolment: scene.enrolment, observation: observation.id))
    #expect(recorded.result.basis == .observed(mark == 2 ? .satisfactory : .unsatisfactory))
    #expect(recorded.result.assessedOn == observation.on)
    #expect(recorded.result.assessor == scene.observer, "who observed assessed, whoever entered it")
    #expect((recorded.enrolment.state == .completed) == isCompleted)
    #expect(try scene.house.answer(ShowObservation(observation.id)).result == recorded.result.id)
    #expect(throws: ObservationRefused.cited) {
      try scene.house.perform(AnnulObservation(observation: observation.id, reason: "x"))
    }
    #expect(try scene.faults() == [])
  }

  /// A verdict typed in beside what was observed would be a second truth; who annuls the result frees what was observed.
  @Test func nobodyTypesOverWhatWasObserved() throws {
    let scene = try ObservedScene()
    let observation = try scene.signedOff(mark: 2)
    let observed = RecordObservedResult(enrolment: scene.enrolment, observation: observation.id)
    let result = try scene.house.perform(observed).result
    #expect(throws: ObservationRefused.observed(observation.id)) {
      try scene.house.perform(
        CorrectResult(result: result.id, basis: .observed(.unsatisfactory), reason: "seen otherwise"))
    }
    #expect(throws: ObservationRefused.observed(observation.id)) {
      try scene.house.perform(
        MarkSecond(result: result.id, basis: .observed(.unsatisfactory), assessedOn: observation.on))
    }
    _ = try scene.house.perform(AnnulResult(result: result.id, reason: "of another lesson"))
    #expect(try scene.house.answer(ShowObservation(observation.id)).result == nil)
    #expect(try scene.faults() == [])
    let again = try scene.house.perform(observed).result
    #expect(try scene.house.answer(ShowObservation(observation.id)).result == again.id)
    _ = try scene.house.perform(AnnulResult(result: again.id, reason: "seen otherwise"))
    let annulled = try scene.house.perform(
      AnnulObservation(observation: observation.id, reason: "seen otherwise"))
    #expect(annulled.state == .annulled)
    #expect(try scene.faults() == [])
  }

  @Test func whatIsNotSignedOffIsNoEvidence() throws {
    let scene = try ObservedScene()
    let observation = try scene.record(mark: 2)
    #expect(throws: ObservationRefused.notSignedOff(.recorded)) {
      try scene.house.perform(
        RecordObservedResult(enrolment: scene.enrolment, observation: observation.id))
    }
  }

  /// A key of one person speaks for that person only.
  @Test func nobodyObservesInAnothersName() throws {
    let scene = try ObservedScene()
    let principal = try scene.principal(.assessor, scene.observer)
    _ = try scene.house.perform(
      AssignAssessor(assessor: scene.observer, work: .enrolment(scene.enrolment)))
    #expect(throws: BeyondOwn.otherPerson) {
      try scene.house.registrar.perform(scene.recording(mark: 2, by: scene.signer), as: principal)
    }
    let own = try scene.house.registrar.perform(scene.recording(mark: 2, by: nil), as: principal)
    #expect(own.observer == scene.observer)
  }

  /// “acknowledged by who was observed”: who observed does not say it in their place.
  @Test func whoObservedDoesNotAcknowledge() throws {
    let scene = try ObservedScene()
    let observation = try scene.record(mark: 2)
    let acknowledging = AcknowledgeObservation(observation: observation.id, acknowledgement: .agreed)
    _ = try scene.house.perform(
      AssignAssessor(assessor: scene.observer, work: .enrolment(scene.enrolment)))
    let observer = try scene.principal(.assessor, scene.observer)
    #expect(throws: BeyondOwn.otherPerson) {
      try scene.house.registrar.perform(acknowledging, as: observer)
    }
    let officer = try scene.principal(.learner, scene.officer)
    #expect(try scene.house.registrar.perform(acknowledging, as: officer).state == .acknowledged)
  }

  @Test(arguments: [
    ("UPDATE observation_mark SET mark = 1", "state"),
    ("UPDATE observation SET state = 'recorded'", "state"),
    ("UPDATE observation_transition SET by_person = NULL WHERE event = 'sign-off'", "state"),
    ("UPDATE observation SET first_verdict = 'unsatisfactory'", "result"),
    // Nobody could have signed off what two have to observe.
    ("UPDATE rubric_version SET needs_second = 1", "state"),
  ])
  func checkFindsWhatWasAltered(script: String, kind: String) throws {
    let scene = try ObservedScene()
    let observation = try scene.signedOff(mark: 2)
    _ = try scene.house.perform(
      RecordObservedResult(enrolment: scene.enrolment, observation: observation.id))
    #expect(try scene.faults() == [])
    try scene.alter(script)
    #expect(try scene.faults().contains(kind))
  }
}

/// An officer in a session whose course is passed by what is observed, and people of the Member who observe.
private struct ObservedScene {
  let house: House
  let enrolment: EnrolmentID
  let officer: PersonID
  let observer: PersonID
  let signer: PersonID

  init() throws {
    house = try House()
    let scene = try Scene(house)
    (enrolment, officer) = (scene.enrolment, scene.person)
    observer = try ObservedScene.add("Observer", in: house)
    signer = try ObservedScene.add("Signer", in: house)
    _ = try house.registrar.importRubric(
      Array(ObservedPerformanceTests.rubric.utf8), name: "rubric.xml", as: .owner)
  }

  private static func add(_ name: String, in house: House) throws -> PersonID {
    try house.perform(
      AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: nil)
    ).person.id
  }

  func principal(_ role: Role, _ person: PersonID) throws -> Principal {
    let key = try house.perform(
      CreateKey(name: role.rawValue, scope: .api, role: role, person: person))
    return try #require(try house.principal(key: key.key.id.description, secret: key.secret))
  }

  func recording(mark: Int, by observer: PersonID?) -> RecordObservation {
    RecordObservation(
      rubric: .code(known("LESSON")), person: officer, observer: observer,
      marks: [ObservedMark(criterion: known("objective"), mark: mark, comment: "")])
  }

  func record(mark: Int) throws -> Observation {
    try house.perform(recording(mark: mark, by: observer))
  }

  func signedOff(mark: Int) throws -> Observation {
    let observation = try record(mark: mark)
    _ = try house.perform(
      AcknowledgeObservation(observation: observation.id, acknowledgement: .agreed))
    return try house.perform(SignOffObservation(observation: observation.id, by: signer))
  }

  /// The kinds of faults that a check finds.
  func faults() throws -> [String] {
    try house.registrar.check(databaseFaults: [], as: .owner).faults.map(\.kind)
  }

  /// Alters the database behind the program's back.
  func alter(_ script: String) throws {
    try Connection.openWriter(at: house.folder + "/records.sqlite", creatingIfMissing: false)
      .run(script: script)
    // Readers see what another connection wrote once the store's own has committed.
    _ = try house.store.dividingInstant()
  }
}
