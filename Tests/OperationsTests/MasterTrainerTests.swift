import Assessment
import Catalogue
import Certification
import ContentPackaging
import Enrolment
import Foundation
import Operations
import People
import Testing
import Values

/// “The same nominated people go through five working groups plus intersessional work; a missing working group needs a
/// recorded waiver; in the fifth they teach a real course, and those judged capable are certified” (domain 2.2, 7.3). By the
/// scheme that is shipped.
@Suite("Master Trainers") struct MasterTrainerTests {
  private let house: House
  private let person: PersonID
  private let scheme: SchemeCode
  private static let groups = ["MTP-WG1", "MTP-WG2", "MTP-WG3", "MTP-WG4"]

  init() throws {
    house = try House()
    scheme = try #require(SchemeCode("MASTER-TRAINER"))
    _ = try house.perform(
      AddParty(
        code: #require(PartyCode("SECRETARIAT")), kind: .secretariat, names: LocalizedText("Secretariat"),
        region: nil, validity: days("2020-01-01", nil)))
    person = try house.perform(
      AddPerson(name: "Trainer", sex: .unknown, language: .english, mailboxes: [], place: nil)
    ).person.id
    for code in Self.groups + ["MTP-INTERSESSIONAL", "MTP-WG5"] { try Self.addCourse(code, house) }
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: House.root + "/Schemas/reference/schemes/master-trainer.xml"))
    let report = try house.registrar.importScheme(Array(bytes), name: "master-trainer.xml", as: .owner)
    guard report.isAccepted else { throw TestSetupFailed(what: "\(report.findings.map(\.message))") }
  }

  private static func addCourse(_ code: String, _ house: House) throws {
    let manifest = StoryTests.cmi5.replacingOccurrences(
      of: "urn:test:", with: "urn:test:\(code):")
    let folder = house.folder + "/" + code
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try manifest.write(toFile: folder + "/cmi5.xml", atomically: false, encoding: .utf8)
    try "<p>Lesson</p>".write(toFile: folder + "/index.html", atomically: false, encoding: .utf8)
    let report = try house.registrar.importPackage(
      ImportRequest(.path(folder), code: CourseCode(code)), as: .owner)
    guard report.stored != nil else { throw TestSetupFailed(what: "\(report.findings.map(\.message))") }
    let course = try Reference<Course>.code(#require(CourseCode(code)))
    _ = try house.perform(PublishVersion(course: course, number: nil, passingScore: nil))
    let session = try #require(SessionCode("S-" + code))
    _ = try house.perform(
      PlanSession(
        code: session, course: course, mode: .tutored, days: days("2026-03-01", "2026-03-31"),
        timeZone: "UTC", language: .english, capacity: nil, host: nil))
    _ = try house.perform(MoveSession(session: .code(session), event: .open))
  }

  /// Goes through a course; nil of the assessor where nobody in particular judged.
  @discardableResult
  private func pass(_ code: String, observedBy assessor: PersonID? = nil) throws -> EnrolmentID {
    let session = try Reference<Session>.code(#require(SessionCode("S-" + code)))
    let enrolment = try house.perform(Enrol(.direct(person, session: session))).id
    var principal = Principal.owner
    if let assessor {
      _ = try house.perform(AssignAssessor(assessor: assessor, work: .session(session)))
      let key = try house.perform(
        CreateKey(name: code, scope: .api, role: .assessor, party: nil, person: assessor))
      principal = try #require(try house.principal(key: key.key.id.description, secret: key.secret))
    }
    _ = try house.registrar.perform(
      RecordResult(
        enrolment: enrolment, activity: nil, basis: .observed(.satisfactory),
        assessedOn: house.clock.now.dayInUTC), as: principal)
    return enrolment
  }

  private func waive(_ code: String, reason: String = "ill") throws -> StageWaiver {
    try house.perform(
      WaiveStage(
        scheme: .code(scheme), person: person, course: .code(#require(CourseCode(code))), reason: reason))
  }

  private func reasons(_ enrolment: EnrolmentID) throws -> [Eligibility.Reason] {
    switch try house.answer(AskEligibility(enrolment: enrolment, scheme: .code(scheme))) {
    case .eligible: []
    case .notEligible(let reasons): reasons
    }
  }

  @Test func whoMissedAWorkingGroupNeedsAWaiver() throws {
    let assessor = try house.perform(
      AddPerson(name: "Assessor", sex: .unknown, language: .english, mailboxes: [], place: nil)
    ).person.id
    let taught = try pass("MTP-WG5", observedBy: assessor)
    let third = try #require(CourseCode("MTP-WG3"))
    for code in ["MTP-WG1", "MTP-WG2", "MTP-WG4"] { try pass(code) }
    let work = try #require(CourseCode("MTP-INTERSESSIONAL"))
    #expect(
      try reasons(taught) == [.stageMissing(third, .attendance), .stageMissing(work, .completion)])
    let worked = try pass("MTP-INTERSESSIONAL")
    #expect(throws: StageWaiver.Refusal.reasonMissing) { try waive("MTP-WG3", reason: " ") }
    #expect(throws: StageWaiver.Refusal.notWaivable(work)) { try waive("MTP-INTERSESSIONAL") }
    #expect(throws: StageWaiver.Refusal.self) { try waive("MTP-WG5") }
    let waiver = try waive("MTP-WG3")
    #expect(try waive("MTP-WG3", reason: "again") == waiver, "said twice, it changes nothing")
    #expect(try reasons(taught) == [])
    let certificate = try house.perform(Award(enrolment: taught, scheme: .code(scheme))).certificate
    #expect(certificate.facts.kind == .masterTrainer)
    let told = try house.answer(ExplainCertificate(certificate: certificate.number.text))
    #expect(told.decision.contains("; stage MTP-WG3 is waived (ill); "))
    #expect(told.decision.hasSuffix("stage MTP-INTERSESSIONAL is shown by enrolment \(worked)"))
    #expect(told.rule.contains("who before that took part in course MTP-WG1, unless that is waived; "))
    #expect(try house.registrar.recomputeCertificates(as: .owner).differences == [])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  /// The real course is judged by somebody who is known.
  @Test func whatNobodyInParticularSawIsNotEnough() throws {
    for code in Self.groups + ["MTP-INTERSESSIONAL"] { try pass(code) }
    let taught = try pass("MTP-WG5")
    #expect(try reasons(taught) == [.trustTooLow(.serverScored, asked: .observed)])
  }

  @Test func aWaiverOfAnotherSchemeDoesNotCount() throws {
    _ = try waive("MTP-WG1")
    let code = try #require(SchemeCode("OTHER"))
    _ = try house.perform(
      AddScheme(
        code: code, titles: LocalizedText("Other"), issuer: .code(#require(PartyCode("SECRETARIAT"))),
        rules: .init(
          kind: .completion, course: .code(#require(CourseCode("MTP-WG5"))), minimumScore: nil,
          validity: .unlimited, timeZone: "UTC",
          stages: [
            SchemeStage(
              course: .code(#require(CourseCode("MTP-WG1"))), attainment: .attendance, mayBeWaived: true)
          ])))
    let taught = try pass("MTP-WG5")
    switch try house.answer(AskEligibility(enrolment: taught, scheme: .code(code))) {
    case .eligible: Issue.record("spared by another scheme's waiver")
    case .notEligible(let reasons):
      #expect(reasons == [.stageMissing(try #require(CourseCode("MTP-WG1")), .attendance)])
    }
  }
}
