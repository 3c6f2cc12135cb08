public import Enrolment
public import Values

/// A launch session with what only the store keeps of it.
public struct StoredLaunch: Sendable, Hashable {
  public let session: LaunchSession
  /// The SHA-256 of the token; nil until it was fetched.
  public let tokenDigest: [UInt8]?

  public init(session: LaunchSession, tokenDigest: [UInt8]?) {
    self.session = session
    self.tokenDigest = tokenDigest
  }
}

/// A unit that was waived in a registration.
public struct Waiver: Sendable, Hashable {
  public let enrolment: EnrolmentID
  /// The unit's key.
  public let activity: String
  /// The statement that says so.
  public let statement: UUID
  public let reason: String
  public let recordedAt: Instant

  public init(
    enrolment: EnrolmentID, activity: String, statement: UUID, reason: String, recordedAt: Instant
  ) {
    self.enrolment = enrolment
    self.activity = activity
    self.statement = statement
    self.reason = reason
    self.recordedAt = recordedAt
  }
}

/// A block of a course, or the course, that was said to be satisfied in a registration.
public struct Satisfaction: Sendable, Hashable {
  public let enrolment: EnrolmentID
  /// The block's key; nil for the course.
  public let group: String?
  /// The statement that says so.
  public let statement: UUID
  public let recordedAt: Instant

  public init(enrolment: EnrolmentID, group: String?, statement: UUID, recordedAt: Instant) {
    self.enrolment = enrolment
    self.group = group
    self.statement = statement
    self.recordedAt = recordedAt
  }
}

/// Launches of units, and what was said of courses as an LMS.
public protocol LaunchRecords {
  func launch(_ id: LaunchSessionID) throws -> StoredLaunch?
  /// The launch whose token is fetched by a secret of this SHA-256.
  func launch(fetchDigest: [UInt8]) throws -> StoredLaunch?
  /// Launches of an enrolment in the order they were made.
  func launches(of enrolment: EnrolmentID, page: PageRequest) throws -> Page<LaunchSession>
  /// The launch of an enrolment that has not ended; there is one at the most.
  func openLaunch(of enrolment: EnrolmentID) throws -> LaunchSession?
  /// The launches of all enrolments that have not ended and were made at an instant or before it, the earliest first.
  func openLaunches(launchedUntil instant: Instant, limit: Int) throws -> [LaunchSession]
  /// What statements that hold have said of a unit in a registration: completed, passed, failed.
  func decisions(of activity: String, in enrolment: EnrolmentID) throws -> Set<UnitVerb>
  /// Whether a unit was launched that lies at an origin, `https://content.example`.
  func hasLaunched(fromOrigin origin: String) throws -> Bool
  func waiver(of activity: String, in enrolment: EnrolmentID) throws -> Waiver?
  /// What was waived in a registration, in the order of the units' keys.
  func waivers(in enrolment: EnrolmentID) throws -> [Waiver]
  /// What of the course was said to be satisfied, and not taken back.
  func satisfactions(in enrolment: EnrolmentID) throws -> [Satisfaction]
}

/// What can be added to launches.
public protocol WritableLaunchRecords {
  /// - Parameters:
  ///   - fetchDigest: the SHA-256 of the secret that the token is fetched by.
  ///   - unitOrigin: the origin of the unit's address.
  func insert(_ session: LaunchSession, fetchDigest: [UInt8], unitOrigin: String) throws
  /// Keeps how a session stands now.
  func update(_ session: LaunchSession) throws
  func setTokenDigest(_ digest: [UInt8], of session: LaunchSessionID) throws
  func insert(_ waiver: Waiver) throws
  func insert(_ satisfaction: Satisfaction) throws
  /// Forgets what was taken back, so that it can be said again.
  func remove(_ satisfaction: Satisfaction) throws
}
