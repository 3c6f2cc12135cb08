import Assessment
import Catalogue
import Certification
import ContentPackaging
import Enrolment
import Evaluation
import Foundation
import Operations
import People
import Reports
import Testing
import Values

/// What `Scene` has, with everything that a report counts in it: an officer who passed by statements and holds a
/// certificate, one who passed by a result, and one who is enrolled; two versions, the first of them published, and a
/// standard that both are mapped to. All of it was recorded about 09:00 on 2 March 2026.
final class CutOffScene {
  let house: House
  let scene: Scene
  let catalogue: CatalogueCode
  let officer: PersonID
  let enrolled: EnrolmentID
  /// The statement that says that the lesson was passed.
  let passed: Values.UUID
  private let course: Reference<Course>
  private let session: Reference<Session>
  private let result: AssessmentResultID
  private let certificate: String

  init() throws {
    house = try House()
    scene = try Scene(house)
    catalogue = try #require(CatalogueCode("TTT"))
    course = .id(try #require(try house.answer(ListCourses()).items.first).id)
    session = .code(try #require(SessionCode("TEST-SESSION")))
    try scene.send(verb: "completed")
    passed = try scene.send(verb: "passed", scaled: "0.9")
    certificate = try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme)))
      .certificate.number.text
    let assessed = try CutOffScene.addOfficer("Assessed Officer", house)
    result = try house.perform(
      RecordResult(
        enrolment: house.perform(Enrol(.direct(assessed, session: session))).id, activity: "1",
        basis: CutOffScene.score("0.9"), assessedOn: house.clock.now.dayInUTC)
    ).result.id
    officer = try CutOffScene.addOfficer("Second Officer", house)
    enrolled = try house.perform(Enrol(.direct(officer, session: session))).id
    try CutOffScene.addParties(house)
    try CutOffScene.fund(session, house)
    try ask("EVALUATION")
    try answer()
    try trainOthers("Lesson")
    try importSecondVersion()
    try loadEdition("TEST-STANDARD", items: ["ONE", "TWO", "THREE"])
    try map(1, to: "ONE")
    try map(2, to: "TWO")
  }

  func join(_ to: String?) throws {
    _ = try house.perform(
      JoinGroup(
        party: .code(#require(PartyCode("TEST-MEMBER"))),
        membership: Party.GroupMembership(
          group: #require(PartyGroupCode("LDC")), from: PartialDay("1971"), to: to.flatMap { PartialDay($0) },
          source: nil)))
  }

  func ask(_ code: String) throws {
    _ = try house.perform(
      AskEvaluation(
        code: #require(EvaluationCode(code)), session: session, level: .reaction, respondents: .learner,
        asked: 9, due: #require(Day("2026-12-31")), highestMark: 5,
        questions: [#require(QuestionCode("relevance"))], isAnonymous: true))
  }

  private func evaluation() throws -> Reference<Evaluation> {
    .code(try #require(EvaluationCode("EVALUATION")))
  }

  func answer() throws {
    let mark = EvaluationMark(question: try #require(QuestionCode("relevance")), mark: 4)
    _ = try house.perform(AnswerEvaluation(evaluation: evaluation(), marks: [mark]))
  }

  func annulAnswer() throws {
    let answer = try #require(house.answer(ListAnswers(evaluation: evaluation())).items.first)
    _ = try house.perform(AnnulAnswer(evaluation: evaluation(), answer: answer.id, reason: "typed twice"))
  }

  func promise() throws {
    _ = try house.perform(Commit(enrolment: scene.enrolment, people: 9, due: #require(Day("2026-12-31"))))
  }

  func trainOthers(_ title: String) throws {
    _ = try house.perform(
      TrainOthers(
        enrolment: scene.enrolment, on: house.clock.now.dayInUTC, title: title,
        trained: #require(TrainedPeople([.female: 3, .male: 2]))))
  }

  func annulTraining() throws {
    let training = try #require(house.answer(ListOnwardTrainings()).items.first)
    _ = try house.perform(AnnulOnwardTraining(training: training.id, reason: "entered twice"))
  }

  func setTarget(_ value: Int) throws { try CutOffScene.setTarget(value, house) }

  func payFor(seats: Int) throws { try CutOffScene.fund(session, seats: seats, house) }

  func unfund() throws {
    _ = try house.perform(
      EndFunding(
        session: session, donor: .code(#require(PartyCode("TEST-DONOR"))), reason: "entered by mistake"))
  }

  func addOfficer(_ name: String) throws -> PersonID { try CutOffScene.addOfficer(name, house) }

  func loadEdition(_ code: String, items: [String]) throws {
    let items = try items.map {
      StandardItem(
        code: try #require(StandardItemCode($0)), level: .operationalManager, kind: .knowledge,
        titles: LocalizedText("Item \($0)"))
    }
    _ = try house.perform(
      AddStandardEdition(
        code: try #require(StandardEditionCode(code)), framework: "Test standard", year: 2026,
        state: .inForce, titles: LocalizedText("Test standard"), items: items))
  }

  func map(_ number: Int, of edition: String = "TEST-STANDARD", to item: String) throws {
    _ = try house.perform(
      MapVersion(
        course: course, number: number, edition: try #require(StandardEditionCode(edition)),
        items: [try #require(StandardItemCode(item))]))
  }

  func publish(_ number: Int) throws {
    _ = try house.perform(PublishVersion(course: course, number: number, passingScore: nil))
  }

  func retire(_ number: Int) throws {
    _ = try house.perform(RetireVersion(course: course, number: number, reason: "amended"))
  }

  func correctResult(scaled: String) throws {
    _ = try house.perform(
      CorrectResult(result: result, basis: CutOffScene.score(scaled), reason: "misread"))
  }

  /// The enrolled officer does what the version asks for.
  func complete() throws {
    let scene = Scene(scene, person: officer, enrolment: enrolled)
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
  }

  func end(_ enrolment: EnrolmentID, _ ending: EndEnrolment.Ending) throws {
    _ = try house.perform(EndEnrolment(enrolment: enrolment, ending: ending, reason: "ill"))
  }

  @discardableResult
  func enrol(_ person: PersonID) throws -> EnrolmentID {
    try house.perform(Enrol(.direct(person, session: session))).id
  }

  func nominate(_ person: PersonID) throws {
    let member = try #require(PartyCode("TEST-MEMBER"))
    let nomination = try house.perform(Nominate(person: person, session: session, party: .code(member)))
    _ = try house.perform(MoveNomination(nomination: nomination.id, event: .endorse))
  }

  func move(_ events: [SessionState.Event]) throws {
    for event in events { _ = try house.perform(MoveSession(session: session, event: event)) }
  }

  func planAnotherSession() throws {
    _ = try house.perform(
      PlanSession(
        code: try #require(SessionCode("OTHER-SESSION")), course: course, mode: .faceToFace,
        days: try days("2026-04-01", "2026-04-02"), timeZone: "UTC", language: .english, capacity: 5,
        host: nil))
  }

  func affiliate(_ person: PersonID, from day: String) throws {
    let other = try #require(PartyCode("OTHER-MEMBER"))
    _ = try house.perform(
      AddAffiliation(
        person: person,
        place: .init(
          party: .code(other), unit: "", post: "", roleLevel: .strategicManager,
          validity: try days(day, nil))))
  }

  func endPlace() throws {
    let place = try #require(try house.answer(ShowPerson(officer)).affiliations.first).affiliation
    _ = try house.perform(
      EndAffiliation(affiliation: place.id, lastDay: #require(Day("2026-02-01")), reason: "a new post"))
  }

  func rename(_ name: String) throws {
    _ = try house.perform(RenamePerson(person: officer, name: name, reason: "a marriage"))
  }

  func award(_ enrolment: EnrolmentID) throws {
    _ = try house.perform(Award(enrolment: enrolment, scheme: .code(scene.scheme)))
  }

  func change(_ decision: ChangeCertificate.Decision) throws {
    _ = try house.perform(
      ChangeCertificate(certificate: certificate, decision: decision, reason: "examined again"))
  }

  func replaceCertificate() throws {
    _ = try house.perform(ReplaceCertificate(certificate: certificate, reason: "lost"))
  }

  func reviseScheme() throws {
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: .completion, course: course, minimumScore: nil, validity: .unlimited, timeZone: "UTC")))
  }
}

// What is asked of the records.
extension CutOffScene {
  func inquiry(_ audience: ReportAudience, asOf cutOff: Instant?) throws -> ReportCertification {
    let party: String? =
      switch audience {
      case .directorate: nil
      case .member: "TEST-MEMBER"
      case .university: "TEST-UNIVERSITY"
      case .donor: "TEST-DONOR"
      case .rocb: "TEST-ROCB"
      }
    return ReportCertification(
      audience: audience, party: try party.map { .code(try #require(PartyCode($0))) },
      period: try days("2026-01-01", "2027-12-31"), timeZone: "UTC", cutOff: cutOff, language: .english)
  }

  /// Every audience's report in every format, by name.
  func documents(asOf cutOff: Instant) throws -> [String: [UInt8]] {
    var documents: [String: [UInt8]] = [:]
    for audience in ReportAudience.allCases {
      let report = try house.answer(inquiry(audience, asOf: cutOff))
      documents["\(audience).xml"] = report.xml
      documents["\(audience).json"] = report.json
      documents["\(audience).csv"] = report.csvFiles.flatMap(\.bytes)
    }
    for list in try lists(asOf: cutOff) { documents["\(list.kind)"] = list.json }
    return documents
  }

  /// The reports that list single people and certificates as of an instant.
  func lists(asOf cutOff: Instant) throws -> [ListReport] {
    let (language, period) = (LanguageTag.english, try days("2026-01-01", "2027-12-31"))
    return [
      try house.answer(ReportSession(session, cutOff: cutOff, language: language)),
      try house.answer(
        ReportTranscript(scene.person, timeZone: "UTC", cutOff: cutOff, language: language)),
      try house.answer(ReportExpiring(party: nil, period: period, cutOff: cutOff, language: language)),
      try house.answer(ReportAssessors(period: period, cutOff: cutOff, language: language)),
    ]
  }

  /// The state of each certificate of the Member's officers now, and the day since when.
  func certificateStates() throws -> [[ReportCell]] {
    let report = try house.answer(inquiry(.member, asOf: nil))
    return try #require(report.block(.ownOfficersCertificates)).rows.map { $0.suffix(2) }
  }

  /// The blocks of every audience's report, without its head.
  func figures(asOf cutOff: Instant) throws -> [[ReportBlock]] {
    try ReportAudience.allCases.map { try house.answer(inquiry($0, asOf: cutOff)).blocks }
  }
}

// How the scene is set.
extension CutOffScene {
  static var otherCourse: [String: String] {
    [
      "cmi5.xml": StoryTests.cmi5.replacingOccurrences(of: "urn:test:course", with: "urn:test:other"),
      "index.html": "<p>Other</p>",
    ]
  }

  /// A donor pays for seats under a programme, of which something is to be reached.
  private static func fund(_ session: Reference<Session>, seats: Int? = nil, _ house: House) throws {
    let donor = Reference<Party>.code(try #require(PartyCode("TEST-DONOR")))
    let programme = try #require(FundingProgrammeCode("TEST-PROGRAMME"))
    if seats == nil {
      _ = try house.perform(
        AddFundingProgramme(
          code: programme, donor: donor, titles: LocalizedText("Programme"),
          days: days("2026-01-01", "2027-12-31")))
      try setTarget(10, house)
    }
    _ = try house.perform(
      FundSession(session: session, donor: donor, seats: seats ?? 5, programme: .code(programme)))
  }

  private static func setTarget(_ value: Int, _ house: House) throws {
    _ = try house.perform(
      SetFundingTarget(
        programme: .code(#require(FundingProgrammeCode("TEST-PROGRAMME"))), indicator: .persons,
        days: days("2026-01-01", "2027-12-31"), value: value))
  }

  private static func score(_ scaled: String) throws -> AssessmentResult.Basis {
    .scored(try Score(scaled: ExactDecimal(scaled)))
  }

  private static func addOfficer(_ name: String, _ house: House) throws -> PersonID {
    let member = try #require(PartyCode("TEST-MEMBER"))
    return try house.perform(
      AddPerson(
        name: name, sex: .male, language: .english, mailboxes: [],
        place: .init(
          party: .code(member), unit: "", post: "", roleLevel: .operationalManager,
          validity: try days("2020-01-01", nil)))
    ).person.id
  }

  private static func addParties(_ house: House) throws {
    let parties: [(String, Party.Kind, Region?)] = [
      ("OTHER-MEMBER", .member, .ap), ("TEST-UNIVERSITY", .university, nil), ("TEST-DONOR", .donor, nil),
      ("TEST-ROCB", .rocb, .esa),
    ]
    for (code, kind, region) in parties {
      _ = try house.perform(
        AddParty(
          code: try #require(PartyCode(code)), kind: kind, names: LocalizedText("Party \(code)"),
          region: region, validity: try days("2020-01-01", nil)))
    }
  }

  /// Learners are under way, so it takes a plan that was looked at.
  private func importSecondVersion() throws {
    let package = house.folder + "/second"
    try FileManager.default.createDirectory(atPath: package, withIntermediateDirectories: true)
    try StoryTests.cmi5.write(toFile: package + "/cmi5.xml", atomically: false, encoding: .utf8)
    try "<p>Second</p>".write(toFile: package + "/index.html", atomically: false, encoding: .utf8)
    let plan = try house.registrar.importPackage(
      ImportRequest(.path(package), isDryRun: true), as: .owner
    ).plan
    let report = try house.registrar.importPackage(
      ImportRequest(.path(package), planHash: plan?.hash), as: .owner)
    try #require(report.stored != nil, "\(report.findings.map(\.message))")
  }
}
