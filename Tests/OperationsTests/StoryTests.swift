import Assessment
import Catalogue
import Certification
import ContentPackaging
import Enrolment
import JSON
import Operations
import People
import Reports
import SQLiteStore
import Testing
import Values
import XAPI

/// From a manifest to a certification report: the one way of a fact through the house.
@Suite struct StoryTests {
  static let cmi5 = """
    <?xml version="1.0" encoding="utf-8"?>
    <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="urn:test:course"><title><langstring lang="en">Origin of goods</langstring></title>
        <description><langstring lang="en">Rules of origin</langstring></description></course>
      <au id="urn:test:au" moveOn="CompletedAndPassed" masteryScore="0.8">
        <title><langstring lang="en">Lesson</langstring></title>
        <description><langstring lang="en">A lesson</langstring></description>
        <url>index.html</url></au>
    </courseStructure>
    """

  @Test func aPackageBecomesACertificateAndAReport() throws {
    let house = try House()
    let scene = try Scene(house)
    #expect(try scene.state == .enrolled)

    try scene.send(verb: "completed")
    #expect(try scene.state == .started)
    try scene.send(verb: "passed", scaled: "0.79")
    #expect(
      try scene.state == .started, "0.79 does not reach the mastery score of 0.8, whatever the verb says")
    try scene.send(verb: "passed", scaled: "0.8")
    #expect(try scene.state == .completed)

    let award = try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)))
    #expect(award.certificate.number.text == "TEST-CERT-2026-000001")
    #expect(award.certificate.facts.lastDay == Day("2027-03-01"))
    #expect(throws: AwardRefused.self) {
      try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)))
    }
    let verified = try house.answer(VerifyCertificate(code: award.certificate.code.description))
    #expect(verified.state == .issued)
    #expect(verified.certificate.facts.holder == "Test Officer")

    let period = try days("2026-01-01", "2026-12-31")
    let report = try house.answer(
      ReportCertification(
        audience: .directorate, party: nil, period: period, timeZone: "UTC", cutOff: nil, language: .english))
    #expect(report.blocks.contains { !$0.rows.isEmpty })
    #expect(try house.registrar.check(databaseFaults: house.store.faults(), as: .owner).faults.isEmpty)
  }

  @Test func aStatementOfAnotherPersonMovesNothing() throws {
    let house = try House()
    let scene = try Scene(house)
    try scene.send(verb: "completed", actor: "0197f000-0000-7000-8000-000000000000")
    #expect(try scene.state == .enrolled)
  }

  @Test func aVoidedStatementNoLongerSpeaksForAnything() throws {
    let house = try House()
    let scene = try Scene(house)
    try scene.send(verb: "completed")
    let passed = try scene.send(verb: "passed", scaled: "0.9")
    #expect(try scene.state == .completed)
    try scene.void(passed)
    #expect(try scene.state == .started)
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test func theSameStatementTwiceIsOneAndAnotherUnderItsIDIsRefused() throws {
    let house = try House()
    let scene = try Scene(house)
    let id = "0197f000-0000-7000-8000-000000000001"
    try scene.send(verb: "completed", id: id)
    try scene.send(verb: "completed", id: id)
    #expect(throws: StatementConflict.self) { try scene.send(verb: "passed", id: id) }
  }

  @Test func theSamePackageTwiceIsUnchanged() throws {
    let house = try House()
    let files = ["cmi5.xml": StoryTests.cmi5, "index.html": "<p>"]
    let first = try house.importFolder(files)
    let second = try house.importFolder(files)
    #expect(first.stored == second.stored)
    guard case .unchanged(_, number: 1) = second.plan?.step else {
      Issue.record("expected unchanged, found \(String(describing: second.plan))")
      return
    }
  }

  @Test func anOutlineIsAcceptedAndCannotBePublished() throws {
    let house = try House()
    let report = try house.importFolder(["cmi5.xml": StoryTests.cmi5])
    #expect(report.isAccepted)
    let courses = try house.answer(ListCourses())
    let course = try #require(courses.items.first)
    #expect(throws: CourseVersionState.Refusal.outline(missingFiles: 1)) {
      try house.perform(PublishVersion(course: .id(course.id), number: nil, passingScore: nil))
    }
  }
}

/// A course, a session and one officer enrolled in it.
struct Scene {
  let house: House
  let person: PersonID
  let enrolment: EnrolmentID
  let version: CourseVersionID
  let scheme: SchemeCode
  let session: Reference<Session>
  /// The key of the lesson.
  let lesson: String

  init(
    _ house: House,
    files: [String: String] = ["cmi5.xml": StoryTests.cmi5, "index.html": "<p>Lesson</p>"]
  ) throws {
    self.house = house
    let always = try days("2020-01-01", nil)
    let member = try #require(PartyCode("TEST-MEMBER"))
    _ = try house.perform(
      AddParty(
        code: member, kind: .member, names: LocalizedText("Test Member"), region: .esa, validity: always))
    let catalogue = try #require(CatalogueCode("TTT"))
    _ = try house.perform(AddCatalogue(code: catalogue, titles: LocalizedText("Train the Trainers")))
    let report = try house.importFolder(files, catalogue: catalogue)
    version = try #require(report.stored, "\(report.findings.map(\.message))")
    let course = try #require(try house.answer(ListCourses()).items.first)
    let shown = try house.answer(ShowCourse(.id(course.id))).versions
    lesson = try #require(shown.first?.structure.assignables.first?.key)
    let code = try #require(SessionCode("TEST-SESSION"))
    session = .code(code)
    let march = try days("2026-03-01", "2026-03-31")
    _ = try house.perform(
      PlanSession(
        code: code, course: .id(course.id), mode: .selfPaced, days: march, timeZone: "UTC",
        language: .english,
        capacity: 30, host: nil))
    _ = try house.perform(MoveSession(session: session, event: .open))
    person = try house.perform(
      AddPerson(
        name: "Test Officer", sex: .female, language: .english, mailboxes: [],
        place: .init(
          party: .code(member), unit: "", post: "", roleLevel: .operationalManager, validity: always))
    ).person.id
    let nomination = try house.perform(
      Nominate(person: person, session: session, party: .code(member)))
    _ = try house.perform(MoveNomination(nomination: nomination.id, event: .endorse))
    enrolment = try house.perform(Enrol(.nominated(nomination.id))).id
    scheme = try #require(SchemeCode("TEST-CERT"))
    _ = try house.perform(
      AddScheme(
        code: scheme, titles: LocalizedText("Origin of goods"), issuer: .code(member),
        rules: .init(
          kind: .achievement, course: .id(course.id), minimumScore: nil, validity: .months(12),
          timeZone: "UTC")))
  }

  /// The same scene, seen from another officer's enrolment.
  init(_ scene: Scene, person: PersonID, enrolment: EnrolmentID) {
    house = scene.house
    self.person = person
    self.enrolment = enrolment
    version = scene.version
    scheme = scene.scheme
    session = scene.session
    lesson = scene.lesson
  }

  /// Another officer, enrolled in the same session.
  func another(_ name: String) throws -> Scene {
    let person = try house.perform(
      AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: nil)
    ).person.id
    return Scene(
      self, person: person, enrolment: try house.perform(Enrol(.direct(person, session: session))).id)
  }

  var state: EnrolmentState {
    get throws { try house.answer(ShowEnrolment(enrolment)).enrolment.state }
  }

  @discardableResult
  func send(verb: String, scaled: String? = nil, actor: String? = nil, id: String? = nil) throws
    -> Values.UUID
  {
    try #require(try send([statement(verb: verb, scaled: scaled, actor: actor, id: id)]).first)
  }

  func void(_ statement: Values.UUID) throws {
    try send([Scene.voiding(statement.description)])
  }

  /// Sends statements in one request and says their ids.
  @discardableResult
  func send(_ texts: [String]) throws -> [Values.UUID] {
    let batch = "[" + texts.joined(separator: ",") + "]"
    let statements = try Statement.batch(validating: JSONDocument(Array(batch.utf8)).root, by: .version1)
    return try house.registrar.recordStatements(statements, as: .owner)
  }

  /// The officer's statement on the lesson, as cmi5 defines it.
  func statement(verb: String, scaled: String? = nil, actor: String? = nil, id: String? = nil) -> String {
    statement(
      verb: verb, result: scaled.map { #""score": {"scaled": \#($0)}"# }, actor: actor, id: id)
  }

  /// The officer's statement on the lesson.
  ///
  /// - Parameter isDefined: whether it bears the category by which cmi5 knows its own statements.
  func statement(
    verb: String, result: String?, isDefined: Bool = true, actor: String? = nil, id: String? = nil
  ) -> String {
    let result = result.map { #", "result": {\#($0)}"# } ?? ""
    let id = id.map { #""id": "\#($0)", "# } ?? ""
    let category = isDefined ? #"{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}"# : ""
    return """
      {\(id)"actor": {"account": {"homePage": "http://registrar.test", "name": "\(actor ?? person.description)"}},
       "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"},
       "object": {"id": "\(ActivityIRI.of(lesson, version: version, origin: "http://registrar.test"))"}\(result),
       "context": {"registration": "\(enrolment)", "contextActivities": {"category": [\(category)]}}}
      """
  }

  /// A statement that takes another back.
  static func voiding(_ statement: String, id: String? = nil) -> String {
    let id = id.map { #""id": "\#($0)", "# } ?? ""
    return """
      {\(id)"actor": {"mbox": "mailto:admin@example.invalid"},
       "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
       "object": {"objectType": "StatementRef", "id": "\(statement)"}}
      """
  }
}

/// The days from one to another; open-ended where there is no last one.
func days(_ from: String, _ to: String?) throws -> DayRange {
  let first = try #require(Day(from))
  return try #require(DayRange(from: first, to: to.flatMap { Day($0) }))
}
