public import Enrolment
public import Reports
public import Values

/// The records as they stood at an instant, in the form that reports count.
///
/// Each method hands out what it finds one by one, so that a report over any number of records needs no list of them.
/// `dayOf` says which day an instant lies in: in the report's zone, or in the one that is named.
public protocol ReportRecords {
  func eachEnrolment(
    asOf cutOff: Instant, dayOf: (Instant) throws -> Day, _ body: (EnrolmentFact) throws -> Void) throws
  /// Some of the same, in the order in which enrolments were recorded: those behind one, so many looked at.
  func enrolments(
    asOf cutOff: Instant, after last: EnrolmentID?, limit: Int, dayOf: (Instant) throws -> Day
  ) throws -> EnrolmentPage
  /// Whether a certificate had expired is a matter of its own zone.
  func eachCertificate(
    asOf cutOff: Instant, dayOf: (Instant, _ zone: String) throws -> Day,
    _ body: (CertificateFact) throws -> Void) throws
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
