import Assessment
import Catalogue
import Certification
import Enrolment
import JSON
import Operations
import People
import Representations
import Testing
import Values

/// Every expected text is written by hand: members are never left out, so that the shape does not vary.
struct RecordTests {
  @Test func aPartyWithItsRegion() throws {
    let party = try Party(
      id: id(1), code: code("KE"), kind: .member, names: LocalizedText("Kenya", language: .english),
      region: .esa,
      validity: try days("1975-01-01", nil))
    #expect(
      text(party) == """
        {"id":"00000000-0000-0000-0000-000000000001","code":"KE","kind":"member","names":{"en":"Kenya"},\
        "region":"ESA","validity":{"from":"1975-01-01","to":null},"seats":[],"sources":[],"groups":[]}
        """)
  }

  @Test func anEnrolmentWithoutNominationHasNulls() throws {
    let enrolment = Enrolment(
      id: id(1), person: id(2), session: id(3), version: id(4), nomination: nil, affiliation: nil,
      recordedAt: Instant(microseconds: 0), state: .noShow)
    #expect(
      text(enrolment) == """
        {"id":"00000000-0000-0000-0000-000000000001","person":"00000000-0000-0000-0000-000000000002",\
        "session":"00000000-0000-0000-0000-000000000003","courseVersion":"00000000-0000-0000-0000-000000000004",\
        "nomination":null,"affiliation":null,"recordedAt":"1970-01-01T00:00:00.000000Z","state":"no-show"}
        """)
  }

  @Test func aScoredResultKeepsExactNumbers() throws {
    let score = try Score(raw: ExactDecimal("17.50"), maximum: ExactDecimal(20))
    let result = AssessmentResult(
      id: id(1), enrolment: id(2), activity: nil, attempt: 2, basis: .scored(score), outcome: .passed,
      assessedOn: try day("2026-03-02"), recordedAt: Instant(microseconds: 0),
      correction: .init(of: id(3), reason: "typed wrongly"))
    #expect(
      text(result) == """
        {"id":"00000000-0000-0000-0000-000000000001","enrolment":"00000000-0000-0000-0000-000000000002",\
        "activity":null,"attempt":2,"final":false,"proctored":false,"score":{"scaled":null,"raw":17.5,"min":null,"max":20},"observed":null,\
        "outcome":"passed","assessedOn":"2026-03-02","recordedAt":"1970-01-01T00:00:00.000000Z",\
        "correction":{"of":"00000000-0000-0000-0000-000000000003","reason":"typed wrongly"},"assessor":null,\
        "seconds":null}
        """)
  }

  @Test func anActivityTellsItsIRIAndNeverTheEntitlementKey() throws {
    let launch = Launch(
      target: .file(path: "au/index.html", suffix: "?l=1"), moveOn: .completedAndPassed,
      masteryScore: ExactDecimal("0.7"), entitlementKey: "only-for-the-content")
    let node = ActivityNode(
      key: "1", publisherIdentifier: "https://publisher.example/au",
      title: LocalizedText("One", language: .english),
      launch: launch, details: [Detail("sequencing", attributes: [Detail.Attribute("IDRef", "S")])])
    let structure = CourseStructure(
      format: .cmi5, publisherIdentifier: "https://publisher.example/c", title: LocalizedText([]),
      description: LocalizedText([]), languages: [.english], objectives: [], activities: [node])
    let version = CourseVersion(
      id: id(1), course: id(2), number: 3, structure: structure, contentDigest: "ab", missingFiles: 0,
      passRule: .byActivities, mapping: [], state: .published)
    let origin = "http://127.0.0.1:8080"
    #expect(
      text(CourseVersionRepresentation(version, origin: origin)) == """
        {"id":"00000000-0000-0000-0000-000000000001","course":"00000000-0000-0000-0000-000000000002","number":3,\
        "variant":null,"state":"published","missingFiles":0,"contentDigest":"ab","passingScore":null,"mapping":[],"format":"cmi5",\
        "formatVersion":"1.0","publisherIdentifier":"https://publisher.example/c","title":{},"description":{},\
        "languages":["en"],"objectives":[],\
        "iri":"http://127.0.0.1:8080/activities/00000000-0000-0000-0000-000000000001",\
        "activities":[{"key":"1","iri":"http://127.0.0.1:8080/activities/00000000-0000-0000-0000-000000000001/1",\
        "publisherIdentifier":"https://publisher.example/au","kind":"unit","title":{"en":"One"},"description":{},"objectives":[],\
        "prerequisites":null,"visible":true,"launch":{"path":"au/index.html","suffix":"?l=1","url":null,\
        "method":"AnyWindow","moveOn":"CompletedAndPassed","masteryScore":0.7,"launchParameters":null,\
        "activityType":null,"timeLimit":null,"timeLimitAction":null,"completionThreshold":null,"tracked":true},\
        "details":[{"name":"sequencing","attributes":{"IDRef":"S"},"text":null,"parts":[]}],"activities":[]}],\
        "details":[]}
        """)
  }

  @Test(arguments: [
    ("on its last day", "2027-06-30", "issued"),
    ("on the day after", "2027-07-01", "expired"),
  ])
  func aCertificateTellsTheStateOfADay(row: String, today: String, state: String) throws {
    let facts = CertifiedFacts(
      holder: "A. Learner", kind: .achievement, scheme: LocalizedText("TTT", language: .english),
      course: LocalizedText("Training", language: .english), session: try code("S-1"),
      sessionDays: try days("2026-06-01", "2026-06-05"), score: "85 of 100", issuer: "RTC Example",
      issuedOn: try day("2026-07-01"), lastDay: try day("2027-06-30"), timeZone: "UTC")
    let certificate = Certificate(
      id: id(1), number: CertificateNumber(scheme: try code("TTT"), year: 2026, serial: 42),
      code: VerificationCode(random: UUID(high: 0, low: 1)), person: id(2), scheme: id(3), schemeVersion: 1,
      enrolment: id(4), facts: facts, decidedState: .issued)
    let representation = CertificateRepresentation(
      certificate, state: certificate.state(on: try day(today)), origin: "https://records.example")
    #expect(
      text(representation) == """
        {"id":"00000000-0000-0000-0000-000000000001","number":"TTT-2026-000042",\
        "code":"00000000000000000000000001","state":"\(state)","person":"00000000-0000-0000-0000-000000000002",\
        "scheme":"00000000-0000-0000-0000-000000000003","schemeVersion":1,\
        "enrolment":"00000000-0000-0000-0000-000000000004","replaces":null,"renews":null,"facts":{"holder":"A. Learner","kind":"achievement",\
        "scheme":{"en":"TTT"},"course":{"en":"Training"},"session":"S-1",\
        "sessionDays":{"from":"2026-06-01","to":"2026-06-05"},"score":"85 of 100","issuer":"RTC Example",\
        "issuedOn":"2026-07-01","firstDay":"2026-07-01","lastDay":"2027-06-30","timeZone":"UTC"},\
        "verifyURL":"https://records.example/verify/00000000000000000000000001"}
        """)
  }

  @Test func eligibilityGivesItsReasons() throws {
    let verdict = Eligibility.notEligible(because: [.otherCourse, .notCompleted(.started)])
    #expect(
      text(verdict) == """
        {"eligible":false,"sentence":"not eligible because the enrolment is on another course than the scheme's; \
        the enrolment is not completed (it is started)",\
        "reasons":["the enrolment is on another course than the scheme's",\
        "the enrolment is not completed (it is started)"]}
        """)
  }

  @Test(arguments: [
    (
      Eligibility.Reason.otherCourse,
      #""code":"other-course","sentence":"the enrolment is on another course than the scheme's","state":null,"asked":null,"score":null,"scheme":null,"certificate":null"#
    ),
    (
      .notAttended(.enrolled),
      #""code":"not-attended","sentence":"nothing shows that the person took part (the enrolment is enrolled)","state":"enrolled","asked":null,"score":null,"scheme":null,"certificate":null"#
    ),
    (
      .notPassed,
      #""code":"not-passed","sentence":"the course is completed but not passed","state":null,"asked":null,"score":null,"scheme":null,"certificate":null"#
    ),
    (
      .scoreMissing(asked: ExactDecimal(1)),
      #""code":"score-missing","sentence":"there is no score that could be set against the 1 asked","state":null,"asked":1,"score":null,"scheme":null,"certificate":null"#
    ),
    (
      .alreadyCertified(CertificateNumber(recorded: "A-2026-000001")),
      #""code":"already-certified","sentence":"certificate A-2026-000001 of this scheme is in force","state":null,"asked":null,"score":null,"scheme":null,"certificate":"A-2026-000001""#
    ),
  ])
  func aReasonIsDataAndASentence(_ reason: Eligibility.Reason, _ members: String) {
    #expect(text(reason) == "{\(members)}")
  }

  @Test func historyTellsBeforeAndAfter() throws {
    let entry = HistoryEntry(
      sequence: 7, at: Instant(microseconds: 0), actor: "owner", action: "session open",
      object: HistoryObject(kind: .session, id: UUID(high: 0, low: 1)), person: nil, reason: nil,
      changes: [FieldChange("state", from: "planned", to: "open-for-nomination")])
    #expect(
      text(entry) == """
        {"sequence":7,"at":"1970-01-01T00:00:00.000000Z","actor":"owner","action":"session open",\
        "object":{"kind":"session","id":"00000000-0000-0000-0000-000000000001"},"person":null,"reason":null,\
        "changes":[{"field":"state","before":"planned","after":"open-for-nomination"}]}
        """)
  }

  private func text(_ value: some Representable) -> String { String(decoding: value.json(), as: UTF8.self) }

  private func id<Subject>(_ number: UInt64) -> Identifier<Subject> { Identifier(UUID(high: 0, low: number)) }

  private func code<Subject>(_ text: String) throws -> Code<Subject> { try #require(Code(text)) }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private func days(_ from: String, _ to: String?) throws -> DayRange {
    try #require(DayRange(from: day(from), to: to.map(day)))
  }
}
