internal import ContentPackaging
public import Catalogue
public import Certification
public import Enrolment
public import People
public import Values

/// What a first look at the system is given: the shipped courses on offer, one of them running and paid for by a donor, a
/// few plainly marked people, and a report that can be drawn up again and again.
public struct ExamplePreparation: Sendable {
  public let course: CourseCode
  public let session: SessionCode
  public let scheme: SchemeCode
  /// An officer who is enrolled, and the enrolment.
  public let officer: Person
  public let enrolment: EnrolmentID
  public let version: CourseVersionID
  /// A defined report, to be run.
  public let report: DefinedReportCode
  /// A key for HTTP with everything; its secret is told here only.
  public let key: CreateKey.Outcome
}

extension Registrar {
  /// Imports the shipped catalogues and enters the example's people, once: in a folder that has them nothing changes.
  ///
  /// - Returns: what was prepared; nil where it was there already.
  public func prepareExample(
    catalogues: [CatalogueRequest], as principal: Principal
  ) throws -> ExamplePreparation? {
    try permit(.changeRecords, to: principal, doing: "prepare example")
    guard try store.read({ try $0.party(PrepareExample.member) == nil }) else { return nil }
    for request in catalogues {
      let report = try importCatalogue(request, as: principal)
      guard report.isAccepted else {
        throw ShippedCoursesRefused(
          findings: report.findings.filter { $0.severity == .error }.map(\.message))
      }
    }
    return try perform(PrepareExample(), as: principal)
  }
}

/// The courses that are shipped with the program are not what they should be.
public struct ShippedCoursesRefused: Explainable, Hashable {
  public let findings: [String]

  public var explanation: Explanation {
    Explanation(
      .unusable, "shipped-courses-refused",
      "the shipped courses were refused: \(findings.joined(separator: "; "))")
  }
}

/// Enters the example's parties, people, session, scheme, pool of experts and funding around a course of the shipped
/// catalogues.
struct PrepareExample: Change {
  static let right = Right.changeRecords
  static let member = known(PartyCode("EXAMPLE-MEMBER"))

  private static let secretariat = known(PartyCode("EXAMPLE-SECRETARIAT"))
  private static let course = known(CourseCode("FEEDBACK"))
  static let session = known(SessionCode("EXAMPLE-SESSION"))
  private static let scheme = known(SchemeCode("EXAMPLE-CERTIFICATE"))

  func carryOut(_ work: Work) throws -> ExamplePreparation {
    let course = try work.records.course(named: .code(PrepareExample.course))
    let version = try work.records.publishedVersion(of: course)
    try addParties(work)
    try openSession(of: course, work)
    try addScheme(for: course, work)
    let officers = try (1...3).map { try addOfficer($0, work) }
    let enrolment = try Enrol(.direct(officers[0].id, session: .code(PrepareExample.session))).carryOut(work)
    try work.addExamplePool(nominating: officers[1], by: PrepareExample.member)
    try addFunding(work)
    let report = try defineReport(work)
    let key = try CreateKey(name: "example", scope: .all).carryOut(work)
    return ExamplePreparation(
      course: course.code, session: PrepareExample.session, scheme: PrepareExample.scheme,
      officer: officers[0],
      enrolment: enrolment.id, version: version.id, report: report.code, key: key)
  }

  private func addParties(_ work: Work) throws {
    let since = known(DayRange(from: known(Day(year: 2020, month: 1, day: 1)), to: nil))
    _ = try AddParty(
      code: PrepareExample.secretariat, kind: .secretariat,
      names: LocalizedText("Example Secretariat (demonstration)", language: .english), region: nil,
      validity: since
    ).carryOut(work)
    _ = try AddParty(
      code: PrepareExample.member, kind: .member,
      names: LocalizedText("Example Member (demonstration)", language: .english), region: .esa,
      validity: since
    ).carryOut(work)
  }

  /// A self-paced session from today, for a year.
  private func openSession(of course: Course, _ work: Work) throws {
    let today = work.now.dayInUTC
    _ = try PlanSession(
      code: PrepareExample.session, course: .id(course.id), mode: .selfPaced,
      days: known(DayRange(from: today, to: known(today.adding(days: 365)))), timeZone: "UTC",
      language: .english,
      capacity: 30, host: .code(PrepareExample.secretariat)
    ).carryOut(work)
    for event in [SessionState.Event.open, .confirm, .start] {
      _ = try MoveSession(session: .code(PrepareExample.session), event: event).carryOut(work)
    }
  }

  private func addScheme(for course: Course, _ work: Work) throws {
    _ = try AddScheme(
      code: PrepareExample.scheme,
      titles: LocalizedText("Example certificate (demonstration)", language: .english),
      issuer: .code(PrepareExample.secretariat),
      rules: .init(
        kind: .achievement, course: .id(course.id), minimumScore: nil, validity: .months(36), timeZone: "UTC")
    ).carryOut(work)
  }

  private func addOfficer(_ number: Int, _ work: Work) throws -> Person {
    let since = known(DayRange(from: known(Day(year: 2020, month: 1, day: 1)), to: nil))
    return try AddPerson(
      name: "Example Officer \(number) (demonstration)", sex: number == 2 ? .male : .female,
      language: .english,
      mailboxes: ["officer\(number)@example.invalid"],
      place: .init(
        party: .code(PrepareExample.member), unit: "Example unit", post: "Officer",
        roleLevel: .operationalManager,
        validity: since)
    ).enter(work)
  }
}
