public import Certification
public import Enrolment
public import People
public import Values

/// Which certificates are asked for; what is nil does not restrict.
public struct CertificateFilter: Sendable, Hashable {
  public let person: PersonID?
  public let scheme: SchemeID?
  public let session: SessionID?
  /// The state on the present day of the certificate's own time zone.
  public let state: CertificateState?
  /// In force, and for the last time on this day or before, in the certificate's own time zone.
  public let lastDayBy: Day?
  /// Suspended or revoked, and its holder was not told of that.
  public let isUntold: Bool

  public init(
    person: PersonID? = nil, scheme: SchemeID? = nil, session: SessionID? = nil,
    state: CertificateState? = nil, lastDayBy: Day? = nil, isUntold: Bool = false
  ) {
    self.person = person
    self.scheme = scheme
    self.session = session
    self.state = state
    self.lastDayBy = lastDayBy
    self.isUntold = isUntold
  }
}

/// The day that it is now, which differs from zone to zone.
public struct PresentDays: Sendable, Hashable {
  /// Where a zone is not among the others.
  public let inUTC: Day
  public let byZone: [String: Day]

  public init(inUTC: Day, byZone: [String: Day]) {
    self.inUTC = inUTC
    self.byZone = byZone
  }
}

/// Schemes and certificates.
public protocol CertificateRecords {
  func scheme(_ code: SchemeCode) throws -> Scheme?
  func scheme(_ id: SchemeID) throws -> Scheme?
  /// All schemes with their versions, in the order of their codes.
  func schemes() throws -> [Scheme]
  func certificate(_ code: VerificationCode) throws -> Certificate?
  func certificate(_ number: CertificateNumber) throws -> Certificate?
  /// The certificate that renews another; nil where none does.
  func certificate(renewing id: CertificateID) throws -> Certificate?
  /// Certificates within a reach, those in force on the present day of their own zone first, then the latest number
  /// first.
  func certificates(
    _ filter: CertificateFilter, within reach: Reach, on days: PresentDays, page: PageRequest
  ) throws -> Page<Certificate>
  /// Where that list goes on behind a certificate that is in force; nil for one that is not there.
  func cursor(behind certificate: CertificateID) throws -> String?
  /// The certificates that rest on an enrolment, in the order they were issued.
  func certificates(of enrolment: EnrolmentID) throws -> [Certificate]
  /// The certificates of a person under a scheme that were decided to be live (issued or suspended), the latest first.
  func liveCertificates(of person: PersonID, under scheme: SchemeID) throws -> [Certificate]
  /// All certificates that a person ever had under a scheme, in the order they were issued.
  func certificates(of person: PersonID, under scheme: SchemeID) throws -> [Certificate]
  /// Certificates that were not decided to end and whose last day has passed, those first that ended first.
  func certificatesEnded(on days: PresentDays, limit: Int) throws -> [Certificate]
  /// Certificates in force, not renewed yet, that were not announced at a step before their last day and for which this is
  /// the step: so many days ahead at the most, and more than a nearer step has.
  ///
  /// - Parameter nearer: the days of the next nearer step; -1 where there is none.
  func certificatesToAnnounce(
    daysAhead: Int, nearer: Int, on days: PresentDays, limit: Int
  ) throws -> [Certificate]
  /// All certificates in the order of their identifiers.
  func certificates(page: PageRequest) throws -> Page<Certificate>
  /// The series that numbers are given in; nil where records were never restored.
  func numberSeries() throws -> NumberSeries?
  /// Every series that a restore began, by the history. Cost grows with the history.
  func numberSeriesBegun() throws -> Set<NumberSeries>
  /// The last number given out under a scheme, by year.
  func lastSerials(of scheme: SchemeID) throws -> [Int: Int]
  /// What a certificate was issued for, as it was put in words then, and when; nil for one that is not there.
  func grounds(of certificate: CertificateID) throws -> RecordedGrounds?
  /// Every change of state of a certificate, in order.
  func transitions(of certificate: CertificateID) throws -> [CertificateTransition]
  /// The stages of schemes that a person is spared, in the order it was recorded.
  func stageWaivers(of person: PersonID) throws -> [StageWaiver]
  /// Who was told of decisions on a certificate, in the order that it was recorded.
  func notices(of certificate: CertificateID) throws -> [CertificateNotice]
}

/// What can be added to schemes and certificates.
public protocol WritableCertificateRecords {
  func insert(_ scheme: Scheme) throws
  func insert(_ version: SchemeVersion, of scheme: SchemeID) throws
  /// Gives all numbers from now on in another series.
  func begin(_ series: NumberSeries) throws
  /// The next number of a scheme in a year, in the present series; never given twice.
  func takeNumber(scheme: Scheme, year: Int) throws -> CertificateNumber
  func insert(_ certificate: Certificate, evidence: [String], at instant: Instant) throws
  func insert(_ notice: CertificateNotice) throws
  func insert(_ waiver: StageWaiver) throws
  /// Notes that a certificate was announced at a step before its last day.
  func noteReminder(of certificate: CertificateID, daysAhead: Int, at instant: Instant) throws
  /// Appends a change of state and makes it the certificate's present one.
  func append(_ transition: CertificateTransition) throws
}

/// The decision to issue a certificate, as it was recorded.
public struct RecordedGrounds: Sendable, Hashable {
  /// What spoke for it, each as a clause.
  public let evidence: [String]
  public let decidedAt: Instant

  public init(evidence: [String], decidedAt: Instant) {
    self.evidence = evidence
    self.decidedAt = decidedAt
  }
}

/// One change of a certificate's state.
public struct CertificateTransition: Sendable, Hashable {
  public let certificate: CertificateID
  public let at: Instant
  /// The day it happened on, in the certificate's time zone.
  public let on: Day
  public let to: CertificateState
  public let reason: String?
  /// Who decided it, where the actor was known to be somebody.
  public let decidedBy: PersonID?

  public init(
    certificate: CertificateID, at: Instant, on: Day, to: CertificateState, reason: String?,
    decidedBy: PersonID? = nil
  ) {
    self.certificate = certificate
    self.at = at
    self.on = on
    self.to = to
    self.reason = reason
    self.decidedBy = decidedBy
  }
}
