public import People
public import Values

/// The identity of a notice.
public typealias CertificateNoticeID = Identifier<CertificateNotice>

/// That somebody was told of a decision on a certificate: it was suspended, reinstated or revoked.
public struct CertificateNotice: Sendable, Hashable {
  /// Who was told.
  public enum Recipient: Sendable, Hashable {
    case holder
    /// The employer, or whoever else relies on it.
    case party(PartyID)
  }

  /// How they were told.
  public enum Way: String, Sendable, CaseIterable {
    case letter, email, telephone
    case inPerson = "in-person"
  }

  /// Why a notice cannot be recorded.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nothing was decided on the certificate since it was issued that anybody has to be told of.
    case nothingToTell(CertificateState)
    /// Nobody was told of it before it was decided.
    case beforeDecision(on: Day)
    case inFuture
  }

  public let id: CertificateNoticeID
  public let certificate: CertificateID
  /// Which change of the certificate's state it tells of, counted from 1.
  public let change: Int
  public let recipient: Recipient
  /// The day on which they were told.
  public let on: Day
  public let way: Way
  public let recordedAt: Instant
  /// Who recorded it; nil where that is nobody in particular.
  public let recordedBy: PersonID?

  public init(
    id: CertificateNoticeID, certificate: CertificateID, change: Int, recipient: Recipient, on: Day, way: Way,
    recordedAt: Instant, recordedBy: PersonID?
  ) {
    self.id = id
    self.certificate = certificate
    self.change = change
    self.recipient = recipient
    self.on = on
    self.way = way
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
  }

  /// Throws where a change of state, or a day, is none that anybody could have been told of.
  ///
  /// - Parameters:
  ///   - change: which one it is, counted from 1, the state that it led to, and its day.
  ///   - today: in the certificate's zone.
  public static func check(
    _ change: (number: Int, to: CertificateState, on: Day), toldOn day: Day, today: Day
  ) throws(Refusal) {
    switch change.to {
    case .suspended, .revoked: break
    case .issued where change.number > 1: break
    case .issued, .expired, .replaced: throw .nothingToTell(change.to)
    }
    guard day >= change.on else { throw .beforeDecision(on: change.on) }
    guard day <= today else { throw .inFuture }
  }
}
