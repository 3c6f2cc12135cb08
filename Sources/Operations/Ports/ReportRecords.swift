public import Certification
public import Enrolment
public import People
public import Reports
public import Values

/// The records as they stood at an instant, in the form that reports count.
///
/// Each method hands out what it finds one by one, so that a report over any number of records needs no list of them.
/// `dayOf` says which day an instant lies in: in the report's zone, or in the one that is named.
public protocol ReportRecords {
  /// How many enrolments there are, whenever they were recorded.
  func enrolmentCount() throws -> Int
  func eachEnrolment(
    asOf cutOff: Instant, dayOf: (Instant) throws -> Day, _ body: (EnrolmentFact) throws -> Void) throws
  /// Some of the same, in the order in which enrolments were recorded: those behind one, so many looked at.
  ///
  /// - Parameter whose: all of them, or those that belong to no party.
  func enrolments(
    _ whose: EnrolmentOwner, asOf cutOff: Instant, after last: EnrolmentID?, limit: Int,
    dayOf: (Instant) throws -> Day
  ) throws -> EnrolmentPage
  /// Some of those that belong to a party: of so many people behind one, in the order of their names at the cut-off. Cost
  /// grows with the people of the party.
  func enrolments(
    of party: PartyID, asOf cutOff: Instant, after last: NamedPerson?, limit: Int,
    dayOf: (Instant) throws -> Day
  ) throws -> PersonPage
  /// Whether a certificate had expired is a matter of its own zone.
  func eachCertificate(
    asOf cutOff: Instant, dayOf: (Instant, _ zone: String) throws -> Day,
    _ body: (CertificateFact) throws -> Void) throws
  /// The enrolments of one session or of one person, in the order in which they were recorded.
  func enrolments(
    of selection: EnrolmentSelection, asOf cutOff: Instant, dayOf: (Instant) throws -> Day
  ) throws -> [EnrolmentFact]
  /// The certificates of one session or of one person, or those that end on some days, in the order of issue.
  func certificates(
    of selection: CertificateSelection, asOf cutOff: Instant,
    dayOf: (Instant, _ zone: String) throws -> Day
  ) throws -> [CertificateFact]
  /// By the numbers of certificates that end on some days, those of the ones that go on from them: issued by an instant, and
  /// not revoked then.
  func renewals(
    ofThoseEnding days: ClosedRange<Day>, asOf cutOff: Instant
  ) throws -> [CertificateNumber: CertificateNumber]
  /// The name that a person bore at an instant.
  func name(of person: PersonID, asOf cutOff: Instant) throws -> PersonName
  /// What was given to assessors at the cut-off, and what they assessed on some days.
  func assessorLoads(on days: ClosedRange<Day>, asOf cutOff: Instant) throws -> [AssessorLoad]
  /// The items of every edition in their order, with the course versions that are mapped to them.
  func coverage(asOf cutOff: Instant) throws -> [CoverageFact]
  func eachEvaluation(asOf cutOff: Instant, _ body: (EvaluationFact) throws -> Void) throws
  func eachOnwardTraining(asOf cutOff: Instant, _ body: (OnwardTrainingFact) throws -> Void) throws
  /// - Parameter today: the day on which the cut-off lies: how far commitments were kept by then.
  func eachCommitment(asOf cutOff: Instant, on today: Day, _ body: (CommitmentFact) throws -> Void) throws
  /// What was agreed with donors.
  func fundingTerms(asOf cutOff: Instant) throws -> FundingTerms
}

/// Some enrolments as they stood at an instant.
public struct EnrolmentPage {
  public let facts: [EnrolmentFact]
  /// The last enrolment that was looked at, whether it was recorded by then or not; nil where none is left.
  public let last: EnrolmentID?

  public init(facts: [EnrolmentFact], last: EnrolmentID?) {
    self.facts = facts
    self.last = last
  }
}

/// Whether enrolments are looked at that belong to a party.
public enum EnrolmentOwner: Sendable, Hashable {
  case anyone
  /// Nobody is recorded as the party of such an enrolment.
  case noParty
}

/// A person by the name that was borne at an instant.
public struct NamedPerson: Sendable, Hashable {
  public let id: PersonID
  public let name: String

  public init(id: PersonID, name: String) {
    self.id = id
    self.name = name
  }
}

/// The enrolments of some people as they stood at an instant, person by person.
public struct PersonPage {
  public let facts: [EnrolmentFact]
  /// The last person that was looked at, whether enrolled or not; nil where none is left.
  public let last: NamedPerson?

  public init(facts: [EnrolmentFact], last: NamedPerson?) {
    self.facts = facts
    self.last = last
  }
}

/// Which enrolments are listed.
public enum EnrolmentSelection: Sendable, Hashable {
  case session(SessionID)
  case person(PersonID)
}

/// Which certificates are listed.
public enum CertificateSelection: Sendable, Hashable {
  /// Those that were awarded on enrolments in it.
  case session(SessionID)
  case person(PersonID)
  /// Those whose last day is one of these.
  case lastDay(ClosedRange<Day>)
}
