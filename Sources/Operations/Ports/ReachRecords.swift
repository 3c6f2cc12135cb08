public import Certification
public import Enrolment
public import People
public import Values

/// Whether things lie within somebody's reach. What is not there lies in none. Each costs a point read or a few.
public protocol ReachRecords {
  func lies(_ person: PersonID, within reach: Reach) throws -> Bool
  func lies(_ session: SessionID, within reach: Reach) throws -> Bool
  func lies(_ nomination: NominationID, within reach: Reach) throws -> Bool
  func lies(_ enrolment: EnrolmentID, within reach: Reach) throws -> Bool
  func lies(_ certificate: CertificateID, within reach: Reach) throws -> Bool
}

/// What was refused to somebody for want of a right, or because it lies out of reach.
public protocol RefusedAttemptRecords {
  /// Refused attempts in the order they were made.
  func refusedAttempts(page: PageRequest) throws -> Page<RefusedAttempt>
}

/// What can be added to refused attempts.
public protocol WritableRefusedAttemptRecords {
  /// Appends an attempt; its sequence and instant are given by the store, whatever it says.
  func append(_ attempt: RefusedAttempt) throws
}
