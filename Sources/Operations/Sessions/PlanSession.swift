public import Catalogue
public import Enrolment
public import People
public import Values

/// Plans a dated delivery of a course's published version, of the variant in the language of delivery where there is one.
public struct PlanSession: Change {
  public static let right = Right.planSessions

  public let code: SessionCode
  public let course: Reference<Course>
  public let mode: Session.Mode
  public let days: DayRange
  public let timeZone: String
  public let language: LanguageTag
  public let capacity: Int?
  public let host: Reference<Party>?

  public init(
    code: SessionCode, course: Reference<Course>, mode: Session.Mode, days: DayRange, timeZone: String,
    language: LanguageTag, capacity: Int?, host: Reference<Party>?
  ) {
    self.code = code
    self.course = course
    self.mode = mode
    self.days = days
    self.timeZone = timeZone
    self.language = language
    self.capacity = capacity
    self.host = host
  }

  public func carryOut(_ work: Work) throws -> Session {
    let host = try host.map { try work.records.party(named: $0) }
    try requireOwn(host, work)
    guard try work.records.session(code) == nil else { throw AlreadyExists(.session, code.description) }
    _ = try work.calendar.day(work.now, timeZone)
    let course = try work.records.course(named: course)
    let version = try work.records.publishedVersion(of: course, for: language)
    let session = try Session(
      id: work.newIdentifier(), code: code, version: version.id, mode: mode, days: days, timeZone: timeZone,
      language: language, capacity: capacity, host: host?.id,
      state: .planned)
    try work.records.insert(session)
    try work.note(
      "session plan", .session, session.id.uuid, [FieldChange("code", from: nil, to: code.description)])
    return session
  }

  /// Who acts for one party plans only what it hosts.
  private func requireOwn(_ host: Party?, _ work: Work) throws {
    if let host { return try work.grant.requireActing(for: host) }
    guard work.grant.reach == .everything else { throw BeyondOwn.partyMissing }
  }
}

/// The course has no published version that a session could deliver or a catalogue offer.
public struct NothingPublished: Explainable, Hashable {
  public let course: CourseCode
  /// The language that it was asked for in; nil where any would do.
  public var language: LanguageTag?

  public var explanation: Explanation {
    Explanation(
      .conflict, "nothing-published",
      "course \(course) has no published version\(language.map { " in \($0)" } ?? "")",
      remedy: .step(.publish(course)))
  }
}

/// The sessions within reach, the latest first.
public struct ListSessions: Inquiry {
  public static let right: Right? = .lookUp

  public let state: SessionState?
  public let course: Reference<Course>?
  public let host: Reference<Party>?
  /// Those that have not ended before this day.
  public let from: Day?
  /// Those that have begun by this day.
  public let to: Day?
  public let page: PageRequest

  public init(
    state: SessionState? = nil, course: Reference<Course>? = nil, host: Reference<Party>? = nil,
    from: Day? = nil, to: Day? = nil, page: PageRequest = PageRequest()
  ) {
    self.state = state
    self.course = course
    self.host = host
    self.from = from
    self.to = to
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Session> {
    let filter = SessionFilter(
      state: state, course: try course.map { try reading.records.course(named: $0).id },
      host: try host.map { try reading.records.party(named: $0).id }, from: from, to: to)
    return try reading.records.sessions(filter, within: reading.grant.reach, page: page)
  }
}

/// A session and how its seats stand.
public struct ShowSession: Inquiry {
  public static let right: Right? = .lookUp

  /// What is known of one session.
  public struct Answer: Sendable {
    public let session: Session
    public let seats: Seats
    public let course: Course
    public let version: CourseVersion
  }

  public let session: Reference<Session>

  public init(_ session: Reference<Session>) {
    self.session = session
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let session = try reading.reached.session(named: session)
    let version = try reading.records.version(identified: session.version)
    return Answer(
      session: session, seats: try reading.records.seats(of: session),
      course: try reading.records.course(named: .id(version.course)), version: version)
  }
}
