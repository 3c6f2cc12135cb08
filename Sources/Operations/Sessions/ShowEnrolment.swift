public import Assessment
public import Catalogue
public import Enrolment
public import People
public import Values
internal import CMI5
internal import XAPI

/// An enrolment with its progress, results and course, and the IRIs that its statements speak of.
public struct ShowEnrolment: Inquiry {
  public static let right: Right? = .lookUp

  /// What is known of one enrolment.
  public struct Answer: Sendable {
    public let enrolment: Enrolment
    public let person: Person
    public let session: Session
    public let course: Course
    public let version: CourseVersion
    public let progress: EnrolmentProgress
    public let results: [AssessmentResult]
    public let transitions: [EnrolmentTransition]
    /// What the IRIs of activities begin with, and the `homePage` of the person's xAPI account.
    public let origin: String

    /// What the records show beside the state.
    public var facts: EnrolmentFacts { transitions.last?.facts ?? .none }

    /// The category that a statement's context has to name, so that it decides completion and success; nil where the
    /// version's format knows none.
    public var category: String? {
      switch version.structure.format {
      case .cmi5: Statement.cmi5Category
      case .scorm12, .scorm2004, .contentPackaging, .commonCartridge, .tincan, .aicc: nil
      }
    }
  }

  public let enrolment: EnrolmentID

  public init(_ enrolment: EnrolmentID) {
    self.enrolment = enrolment
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let records = reading.records
    let enrolment = try reading.reached.enrolment(identified: enrolment)
    let version = try records.version(identified: enrolment.version)
    return Answer(
      enrolment: enrolment, person: try records.person(identified: enrolment.person),
      session: try records.session(named: .id(enrolment.session)),
      course: try records.course(named: .id(version.course)), version: version,
      progress: try records.progress(of: enrolment.id), results: try records.results(of: enrolment.id),
      transitions: try records.transitions(of: enrolment.id), origin: reading.origin)
  }
}
