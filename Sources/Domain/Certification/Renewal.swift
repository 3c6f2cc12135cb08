public import Values

/// How certificates of a scheme's version are renewed.
///
/// - Parameter CourseName: what names a course: its identity, its code, or a reference to it.
public struct Renewal<CourseName: Sendable & Hashable>: Sendable, Hashable {
  /// What is shown anew, since the certificate was issued.
  public enum Evidence: Sendable, Hashable {
    /// What a first award asks, by another enrolment.
    case sameAgain
    /// A course of its own. It keeps what was certified, and raises nothing.
    case refresher(CourseName, Attainment)
  }

  /// How long before the last day it may be renewed.
  public let opens: CalendarSpan
  /// How long after the last day it still may; nil where only before it ends.
  public let grace: CalendarSpan?
  public let evidence: Evidence

  public init(opens: CalendarSpan, grace: CalendarSpan?, evidence: Evidence) {
    self.opens = opens
    self.grace = grace
    self.evidence = evidence
  }

  /// The first and the last day on which a certificate with a last day may be renewed. Beyond the calendar, its last day.
  public func window(around lastDay: Day) -> (from: Day, to: Day) {
    (opens.before(lastDay) ?? lastDay, grace.flatMap { $0.after(lastDay) } ?? lastDay)
  }

  /// The same with its course named otherwise.
  public func naming<Other: Sendable & Hashable, Failure: Error>(
    _ name: (CourseName) throws(Failure) -> Other
  ) throws(Failure) -> Renewal<Other> {
    switch evidence {
    case .sameAgain: Renewal<Other>(opens: opens, grace: grace, evidence: .sameAgain)
    case .refresher(let course, let attainment):
      Renewal<Other>(opens: opens, grace: grace, evidence: .refresher(try name(course), attainment))
    }
  }
}

/// A certificate that is to be renewed, and what an enrolment shows anew.
public struct RenewalRecords: Sendable, Hashable {
  public let certificate: CertificateNumber
  /// What it attests.
  public let kind: SchemeVersion.Kind
  /// Its state on the day of the decision.
  public let state: CertificateState
  public let issuedOn: Day
  public let issuedAt: Instant
  public let lastDay: Day?
  /// Whether the enrolment is of the certificate's holder, and another than the certificate rests on.
  public let isAnotherOfHolder: Bool
  /// When it was recorded that the enrolment shows what is asked; nil where it does not.
  public let shownAt: Instant?
  /// The last day of the enrolment's session; nil where it has none.
  public let sessionEndsOn: Day?
  /// The day of the decision.
  public let today: Day
  /// A certificate that was issued behind this one already.
  public let renewedBy: CertificateNumber?

  public init(
    certificate: CertificateNumber, kind: SchemeVersion.Kind, state: CertificateState, issuedOn: Day,
    issuedAt: Instant, lastDay: Day?, isAnotherOfHolder: Bool, shownAt: Instant?, sessionEndsOn: Day?,
    today: Day,
    renewedBy: CertificateNumber?
  ) {
    self.certificate = certificate
    self.kind = kind
    self.state = state
    self.issuedOn = issuedOn
    self.issuedAt = issuedAt
    self.lastDay = lastDay
    self.isAnotherOfHolder = isAnotherOfHolder
    self.shownAt = shownAt
    self.sessionEndsOn = sessionEndsOn
    self.today = today
    self.renewedBy = renewedBy
  }

  /// The same of a certificate that is revoked.
  public var ofRevoked: RenewalRecords {
    RenewalRecords(
      certificate: certificate, kind: kind, state: .revoked, issuedOn: issuedOn, issuedAt: issuedAt,
      lastDay: lastDay, isAnotherOfHolder: isAnotherOfHolder, shownAt: shownAt, sessionEndsOn: sessionEndsOn,
      today: today, renewedBy: renewedBy)
  }

  /// Whether what the enrolment shows is newer than the certificate: recorded after its issue, of a session that had not
  /// ended before it.
  var isNewer: Bool {
    guard isAnotherOfHolder, let shownAt else { return false }
    return shownAt > issuedAt && sessionEndsOn.map { $0 >= issuedOn } ?? true
  }
}

extension SchemeVersion {
  /// What speaks for and against a renewal, but for what the enrolment shows:
  ///
  /// 1. The version lets certificates be renewed.
  /// 2. The certificate has a last day, and none was issued behind it.
  /// 3. It is in force, or has expired by the calendar: what is suspended, revoked or replaced is not renewed.
  /// 4. The day lies in the window.
  /// 5. The evidence is newer than the certificate.
  /// 6. A refresher raises nothing: what the version attests is what the certificate attested.
  func judge(
    _ records: RenewalRecords, _ reasons: inout [Eligibility.Reason]
  ) -> [Eligibility.Evidence] {
    let number = records.certificate
    guard let renewal else {
      reasons.append(.renewalNotOffered)
      return []
    }
    guard let lastDay = records.lastDay else {
      reasons.append(.endsNever(number))
      return []
    }
    if let later = records.renewedBy { reasons.append(.renewedAlready(number, by: later)) }
    switch records.state {
    case .issued, .expired: break
    case .suspended, .revoked, .replaced: reasons.append(.notRenewable(number, records.state))
    }
    let window = renewal.window(around: lastDay)
    if records.today < window.from { reasons.append(.renewalTooEarly(number, from: window.from)) }
    if records.today > window.to { reasons.append(.renewalTooLate(number, until: window.to)) }
    if !records.isNewer { reasons.append(.evidenceNotNewer(than: number)) }
    if renewalKeepsFacts, records.kind != kind {
      reasons.append(.refresherWouldRaise(records.kind, to: kind))
    }
    return [.renews(number, endingOn: lastDay)]
  }

  /// The first day of a certificate that is issued on a day: where it renews another, not before that one has ended.
  public func firstDay(issuedOn day: Day, renewingUntil lastDay: Day?) -> Day {
    guard let next = lastDay?.adding(days: 1) else { return day }
    return max(day, next)
  }
}
