import Catalogue
import Certification
import Enrolment
import Testing
import Values

/// “Refresher attendance never raises a status by itself” (domain 7.4, 16), and “one live certificate per person, scheme
/// and scope” (domain 7.4, 7).
@Suite("What a renewal asks") struct RenewalTests {
  private static let course = CourseID(UUID(high: 0, low: 1))
  private static let refresher = CourseID(UUID(high: 0, low: 2))
  private static let number = CertificateNumber(recorded: "T-2026-000001")
  private static let later = CertificateNumber(recorded: "T-2027-000001")

  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var today = "2027-02-01"
    var state = CertificateState.issued
    var lastDay: String? = "2027-03-01"
    var grace: CalendarSpan? = .months(1)
    var isAnother = true
    var shownAt: String? = "2027-01-20T10:00:00Z"
    var sessionEndsOn: String? = "2027-01-31"
    var renewedBy: CertificateNumber?
    var kind = SchemeVersion.Kind.achievement
    var isOffered = true
    var reasons: [Eligibility.Reason] = []
  }

  private static func day(_ text: String) -> Day { Day(text) ?? Instant(microseconds: 0).dayInUTC }

  private static let rows: [Row] = [
    Row(testDescription: "in the window"),
    Row(testDescription: "on its first day", today: "2026-12-01"),
    Row(
      testDescription: "a day before it", today: "2026-11-30",
      reasons: [.renewalTooEarly(number, from: day("2026-12-01"))]),
    Row(testDescription: "on the last day of grace", today: "2027-04-01", state: .expired),
    Row(
      testDescription: "a day after it", today: "2027-04-02", state: .expired,
      reasons: [.renewalTooLate(number, until: day("2027-04-01"))]),
    Row(testDescription: "without grace, on its last day", today: "2027-03-01", grace: nil),
    Row(
      testDescription: "without grace, the day after", today: "2027-03-02", state: .expired, grace: nil,
      reasons: [.renewalTooLate(number, until: day("2027-03-01"))]),
    Row(testDescription: "suspended", state: .suspended, reasons: [.notRenewable(number, .suspended)]),
    Row(testDescription: "revoked", state: .revoked, reasons: [.notRenewable(number, .revoked)]),
    Row(testDescription: "replaced", state: .replaced, reasons: [.notRenewable(number, .replaced)]),
    Row(testDescription: "endless", lastDay: nil, reasons: [.endsNever(number)]),
    Row(testDescription: "renewed before", renewedBy: later, reasons: [.renewedAlready(number, by: later)]),
    Row(
      testDescription: "what it was awarded for", isAnother: false,
      reasons: [.evidenceNotNewer(than: number)]),
    Row(
      testDescription: "recorded when it was issued", shownAt: "2026-03-02T09:00:00Z",
      reasons: [.evidenceNotNewer(than: number)]),
    Row(testDescription: "recorded just after", shownAt: "2026-03-02T09:00:01Z"),
    Row(testDescription: "not shown", shownAt: nil, reasons: [.evidenceNotNewer(than: number)]),
    Row(
      testDescription: "recorded late, of a session before the issue", sessionEndsOn: "2026-03-01",
      reasons: [.evidenceNotNewer(than: number)]),
    Row(testDescription: "of a session that ended on the day of issue", sessionEndsOn: "2026-03-02"),
    Row(
      testDescription: "a refresher for what was lower", kind: .completion,
      reasons: [.refresherWouldRaise(.completion, to: .achievement)]),
    Row(testDescription: "not offered", isOffered: false, reasons: [.renewalNotOffered, .otherCourse]),
  ]

  @Test(arguments: rows) func renewal(row: Row) throws {
    let version = try SchemeVersion(
      number: 1, kind: .achievement, course: Self.course, minimumScore: nil, validity: .months(12),
      renewal: row.isOffered
        ? Renewal(opens: .months(3), grace: row.grace, evidence: .refresher(Self.refresher, .attendance))
        : nil,
      timeZone: "UTC")
    let renewal = RenewalRecords(
      certificate: Self.number, kind: row.kind, state: row.state, issuedOn: Self.day("2026-03-02"),
      issuedAt: try #require(Instant("2026-03-02T09:00:00Z")), lastDay: row.lastDay.map(Self.day),
      isAnotherOfHolder: row.isAnother, shownAt: row.shownAt.flatMap { Instant($0) },
      sessionEndsOn: row.sessionEndsOn.map(Self.day), today: Self.day(row.today), renewedBy: row.renewedBy)
    let verdict = version.eligibility(
      for: CertificationRecords(
        enrolment: EnrolmentID(UUID(high: 0, low: 3)), course: Self.refresher, state: .completed,
        facts: EnrolmentFacts(hasAttended: true, isPassed: true), score: nil, certificateInForce: nil,
        renewal: renewal))
    switch verdict {
    case .eligible: #expect(row.reasons == [])
    case .notEligible(let reasons): #expect(reasons == row.reasons)
    }
  }

  @Test(
    "It begins behind the last day of the one before, or on the day of issue",
    arguments: [
      ("2027-02-01", "2027-03-01", "2027-03-02"), ("2027-03-01", "2027-03-01", "2027-03-02"),
      ("2027-03-02", "2027-03-01", "2027-03-02"), ("2027-03-20", "2027-03-01", "2027-03-20"),
    ])
  func firstDay(issuedOn: String, lastDay: String, firstDay: String) throws {
    let version = try SchemeVersion(
      number: 1, kind: .completion, course: Self.course, minimumScore: nil, validity: .months(12),
      timeZone: "UTC")
    let found = version.firstDay(issuedOn: Self.day(issuedOn), renewingUntil: Self.day(lastDay))
    #expect(found.description == firstDay)
    #expect(version.firstDay(issuedOn: found, renewingUntil: nil) == found)
  }

  @Test func whatNeverEndsIsNotRenewed() {
    #expect(throws: SchemeVersion.Refusal.renewalWithoutEnd) {
      try SchemeVersion(
        number: 1, kind: .completion, course: Self.course, minimumScore: nil, validity: .unlimited,
        renewal: Renewal(opens: .days(1), grace: nil, evidence: .sameAgain), timeZone: "UTC")
    }
  }

  @Test(
    "A span of calendar days or months",
    arguments: [
      ("P1D", "2027-02-28", "2027-03-02"), ("P90D", "2026-12-01", "2027-05-30"),
      ("P1M", "2027-02-01", "2027-04-01"), ("P120M", "2017-03-01", "2037-03-01"),
      ("P0D", nil, nil), ("P121M", nil, nil), ("P3661D", nil, nil), ("P1Y", nil, nil), ("1M", nil, nil),
      ("P-1D", nil, nil), ("P", nil, nil), ("", nil, nil), ("PM", nil, nil), ("P00001D", nil, nil),
    ] as [(String, String?, String?)])
  func span(text: String, before: String?, after: String?) {
    let span = CalendarSpan(text)
    #expect(span?.before(Self.day("2027-03-01"))?.description == before)
    #expect(span?.after(Self.day("2027-03-01"))?.description == after)
    #expect(span == nil || span?.description == text)
  }
}
