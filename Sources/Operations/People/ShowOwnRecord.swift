public import Catalogue
public import Certification
public import Enrolment
public import People
internal import Values

/// What a person may know of their own record: what they take part in, how far they have come, what is left for a
/// certificate, and the certificates that they have. Whoever asks is the person who holds the key.
public struct ShowOwnRecord: Inquiry {
  public static let right: Right? = .lookUp

  /// One person's record.
  public struct Answer: Sendable {
    public let person: Person
    /// In the order they were recorded.
    public let enrolments: [OwnEnrolment]
    /// Those in force first.
    public let certificates: [ListedCertificate]
    /// What the IRIs of activities begin with.
    public let origin: String
  }

  public init() {}

  public func answer(_ reading: Reading) throws -> Answer {
    guard let id = reading.grant.person else { throw KeyHeldByNobody() }
    let (records, days) = (reading.records, try reading.presentDays())
    let schemes = try records.schemes()
    let enrolments = try everyPage { page in
      try records.enrolments(EnrolmentFilter(person: id), within: .everything, page: page)
    }
    return Answer(
      person: try records.person(identified: id),
      enrolments: try enrolments.map { try OwnEnrolment($0, schemes, reading) },
      certificates: try everyPage { page in
        try records.certificates(CertificateFilter(person: id), within: .everything, on: days, page: page)
      }.map { try reading.listed($0) },
      origin: reading.origin)
  }
}

/// An enrolment as the one who is enrolled sees it.
public struct OwnEnrolment: Sendable {
  /// What a scheme says of the enrolment.
  public struct Prospect: Sendable {
    public let scheme: Scheme
    public let eligibility: Eligibility
  }

  public let enrolment: Enrolment
  public let session: Session
  public let course: Course
  public let version: CourseVersion
  public let progress: EnrolmentProgress
  public let isPassed: Bool
  /// Every scheme that certifies the course now, in the order of their codes.
  public let prospects: [Prospect]

  fileprivate init(_ enrolment: Enrolment, _ schemes: [Scheme], _ reading: Reading) throws {
    let records = reading.records
    let version = try records.version(identified: enrolment.version)
    self.enrolment = enrolment
    self.version = version
    session = try records.session(named: .id(enrolment.session))
    course = try records.course(named: .id(version.course))
    progress = try records.progress(of: enrolment.id)
    isPassed = try records.latestTransition(of: enrolment.id)?.facts.isPassed ?? false
    prospects = try schemes.compactMap { scheme in
      guard let rules = scheme.current, rules.course == version.course else { return nil }
      return Prospect(
        scheme: scheme, eligibility: try reading.judging.eligibility(of: enrolment, by: rules, of: scheme))
    }
  }

  /// Whether an activity asks for nothing more.
  public func isSatisfied(_ activity: ActivityNode) -> Bool {
    guard let moveOn = activity.launch?.moveOn, moveOn != .notApplicable else { return true }
    return progress.activities[activity.key]?.satisfies(moveOn) ?? false
  }
}

/// The own record was asked for with a key that does not say who holds it.
public struct KeyHeldByNobody: Explainable, Hashable {
  public var explanation: Explanation {
    Explanation(
      .notFound, "key-held-by-nobody",
      "this key does not say which person holds it, so there is no own record",
      remedy: "use a key that was made for a person")
  }
}

/// A list from its first page to its last.
func everyPage<Item>(_ read: (PageRequest) throws -> Page<Item>) rethrows -> [Item] {
  var items: [Item] = []
  var request: PageRequest? = PageRequest(limit: 1000)
  while let next = request {
    let page = try read(next)
    items += page.items
    request = page.next.map { PageRequest(after: $0, limit: 1000) }
  }
  return items
}
