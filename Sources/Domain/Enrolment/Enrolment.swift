public import Catalogue
public import People
public import Values

/// The identity of an enrolment; also the xAPI `registration` of everything learnt under it.
public typealias EnrolmentID = Identifier<Enrolment>

/// One person's taking part in one session, on the session's course version.
public struct Enrolment: Sendable, Hashable {
  public let id: EnrolmentID
  public let person: PersonID
  public let session: SessionID
  public let version: CourseVersionID
  /// The nomination that led to it, where there was one.
  public let nomination: NominationID?
  /// The affiliation by which the person is counted: the one at the session's start, even after moving (domain 7.4, 10).
  public let affiliation: AffiliationID?
  /// When the enrolment was recorded; of those who wait the earliest gets the next free seat.
  public let recordedAt: Instant
  public let state: EnrolmentState

  public init(
    id: EnrolmentID, person: PersonID, session: SessionID, version: CourseVersionID,
    nomination: NominationID?,
    affiliation: AffiliationID?, recordedAt: Instant, state: EnrolmentState
  ) {
    self.id = id
    self.person = person
    self.session = session
    self.version = version
    self.nomination = nomination
    self.affiliation = affiliation
    self.recordedAt = recordedAt
    self.state = state
  }
}
