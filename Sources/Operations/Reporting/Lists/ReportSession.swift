internal import Catalogue
public import Enrolment
internal import People
public import Reports
public import Values

/// The report on a session: what it was, and who took part, as it stood at a cut-off.
///
/// It names people, so it is for the Secretariat, for the training centre or university that hosts the session, and for a
/// Member, whom it shows the own officers only.
public struct ReportSession: Inquiry {
  public static let right: Right? = .lookUp
  public static let looksBack = true

  public let session: Reference<Session>
  /// The instant that the records are looked at as of; the present where nil.
  public let cutOff: Instant?
  public let language: LanguageTag

  public init(_ session: Reference<Session>, cutOff: Instant?, language: LanguageTag) {
    self.session = session
    self.cutOff = cutOff
    self.language = language
  }

  public func answer(_ reading: Reading) throws -> ListReport {
    let shows = try reading.grant.reach.listedParticipants()
    let session = try reading.reached.session(named: session)
    let records = reading.records
    let setting = try reading.setting(
      days: session.days.closed(), cutOff: cutOff, language: language)
    let days = try DaysOfZone(session.timeZone, reading.calendar)
    let all = try records.enrolments(of: .session(session.id), asOf: setting.cutOff, dayOf: days.day)
    let shown = all.filter(shows)
    let people = Set(shown.map(\.person))
    let certificates = try records.certificates(
      of: .session(session.id), asOf: setting.cutOff, dayOf: reading.calendar.day)
    let course = try records.course(named: .id(records.version(identified: session.version).course))
    return .session(
      SessionFacts(
        session: session, course: CourseLabel(id: course.id, code: course.code, title: course.title),
        host: try session.host.map { PartyLabel(try records.party(named: .id($0))) },
        donors: try records.donors(of: session.id, asOf: setting.cutOff).map {
          PartyLabel(try records.party(named: .id($0)))
        }, enrolments: shown,
        certificates: certificates.filter { people.contains($0.person) }),
      setting)
  }
}

extension Reach {
  /// Who of a session's participants is listed by name; throws where nobody is.
  fileprivate func listedParticipants() throws(BeyondOwn) -> (EnrolmentFact) -> Bool {
    switch self {
    case .everything, .university, .sessions: { _ in true }
    case .officers(let own): { $0.party?.id == own }
    case .region, .queue, .person, .expert, .nothing: throw .draftOfOthers
    }
  }
}
