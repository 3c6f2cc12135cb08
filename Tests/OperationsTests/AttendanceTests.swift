import Catalogue
import Certification
import Enrolment
import Operations
import People
import Reports
import SQLiteStore
import Testing
import Values

/// "A certificate of attendance requires attendance only" (domain 7.4, 6): whoever took part has attended, whatever became
/// of the enrolment.
@Suite struct AttendanceTests {
  @Test(
    "What happened, and whether the officer attended",
    arguments: [
      ("", .enrolled, false), ("close", .expired, false), ("withdraw", .withdrawn, false),
      ("no-show", .noShow, false), ("no-show completed", .noShow, false), ("cancel", .withdrawn, false),
      ("close completed", .expired, false),
      ("completed", .started, true), ("completed passed", .completed, true),
      ("completed close", .expired, true),
      ("scored-0.5 close", .failed, true), ("completed withdraw", .withdrawn, true),
      ("completed cancel", .withdrawn, true), ("completed passed close", .completed, true),
      ("completed close void-completed", .expired, false), ("completed void-completed", .enrolled, false),
      ("completed withdraw void-completed", .withdrawn, false),
      ("completed passed close void-passed", .expired, true),
      ("scored-0.5 annul", .started, true), ("scored-0.5 close annul", .expired, true),
      ("unsatisfactory-final", .failed, true),
      ("completed void-completed no-show", .noShow, false),
    ] as [(String, EnrolmentState, Bool)])
  func attendance(steps: String, state: EnrolmentState, hasAttended: Bool) throws {
    let learner = try Learner(isPassAsked: true)
    for step in steps.split(separator: " ") { try learner.take(String(step)) }
    #expect(try learner.scene.state == state)
    let enrolment = learner.scene.enrolment
    #expect(
      try learner.attendanceEligibility
        == (hasAttended
          ? .eligible(because: [.attended(enrolment)]) : .notEligible(because: [.notAttended(state)])))
    #expect(try learner.scene.house.answer(ShowEnrolment(enrolment)).facts.hasAttended == hasAttended)
    #expect(try learner.startedOn == (hasAttended ? .day(#require(Day("2026-03-02"))) : .empty))
    #expect(try learner.scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  /// Figures of a cut-off stay as they were.
  @Test func anAttendanceIsWithdrawnFromThenOnOnly() throws {
    let learner = try Learner(isPassAsked: true)
    for step in ["completed", "close"] { try learner.take(step) }
    let cutOff = try learner.scene.house.store.dividingInstant()
    try learner.scene.house.clock.set("2026-03-05T09:00:00Z")
    try learner.take("void-completed")
    #expect(try learner.startedOn == .empty)
    #expect(try learner.startedOn(asOf: cutOff) == .day(#require(Day("2026-03-02"))))
  }
}

extension Learner {
  /// Whether the officer is eligible for a certificate of attendance.
  fileprivate var attendanceEligibility: Eligibility {
    get throws {
      let scheme = try #require(SchemeCode("ATTENDED"))
      let course = try #require(try scene.house.answer(ListCourses()).items.first)
      _ = try scene.house.perform(
        AddScheme(
          code: scheme, titles: LocalizedText("Attended"), issuer: .code(#require(PartyCode("TEST-MEMBER"))),
          rules: .init(
            kind: .attendance, course: .id(course.id), minimumScore: nil, validity: .unlimited,
            timeZone: "UTC")))
      return try scene.house.answer(AskEligibility(enrolment: scene.enrolment, scheme: .code(scheme)))
    }
  }

  /// The day on which learning began, in the Member's report.
  fileprivate var startedOn: ReportCell { get throws { try startedOn(asOf: nil) } }

  fileprivate func startedOn(asOf cutOff: Instant?) throws -> ReportCell {
    let report = try scene.house.answer(
      ReportCertification(
        audience: .member, party: .code(#require(PartyCode("TEST-MEMBER"))),
        period: try days("2026-01-01", "2026-12-31"), timeZone: "UTC", cutOff: cutOff, language: .english))
    let block = try #require(report.block(.ownOfficers))
    let column = try #require(block.columns.firstIndex { $0.name == "started-on" })
    return try #require(block.rows.first)[column]
  }
}
