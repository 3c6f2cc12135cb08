public import Enrolment
public import People
public import Values

/// The identity of a certificate.
public typealias CertificateID = Identifier<Certificate>

/// The number that stands on a certificate, `TTT-2026-000042`: unique for ever, never used again.
public struct CertificateNumber: Sendable, Hashable, CustomStringConvertible {
  public let text: String

  /// The number of the nth certificate of a scheme, in a year of issue.
  ///
  /// - Parameter series: the series that numbers are given in since records were restored; nil where they never were.
  public init(scheme: SchemeCode, year: Int, series: NumberSeries? = nil, serial: Int) {
    let digits = String(serial)
    let padded = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    text = "\(scheme)-\(year)-\(series.map { "\($0)-" } ?? "")\(padded)"
  }

  /// A number read back from the records.
  public init(recorded text: String) {
    self.text = text
  }

  public var description: String { text }

  /// What a number of a scheme is made of.
  public struct Parts: Sendable, Hashable {
    public let year: Int
    /// Nil where it was given before any restore.
    public let series: NumberSeries?
    public let serial: Int
  }

  /// The parts of the number; nil where it is none of the scheme's.
  public func parts(of scheme: SchemeCode) -> Parts? {
    let prefix = "\(scheme)-".utf8
    guard text.utf8.starts(with: prefix) else { return nil }
    let parts = text.utf8.dropFirst(prefix.count).split(
      separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let year = CertificateNumber.digits(parts[0], atLeast: 4),
      let serial = CertificateNumber.digits(parts[parts.count - 1], atLeast: 6)
    else { return nil }
    let series = parts.count == 3 ? NumberSeries(recorded: String(Substring(parts[1]))) : nil
    return Parts(year: year, series: series, serial: serial)
  }

  private static func digits(_ text: Substring.UTF8View, atLeast count: Int) -> Int? {
    guard text.count >= count, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(Substring(text))
  }
}

/// A document issued to a person under a scheme. What it attests never changes; its state does.
public struct Certificate: Sendable, Hashable {
  public let id: CertificateID
  public let number: CertificateNumber
  public let code: VerificationCode
  public let person: PersonID
  public let scheme: SchemeID
  public let schemeVersion: Int
  public let enrolment: EnrolmentID
  /// The certificate whose place it took, saying the same; nil where it was awarded.
  public let replaces: CertificateID?
  /// The certificate that it goes on from; nil where it was awarded, or replaces another.
  public let renews: CertificateID?
  public let facts: CertifiedFacts
  /// The state as decided; see `state(on:)` for the one that holds on a day.
  public let decidedState: CertificateState

  public init(
    id: CertificateID, number: CertificateNumber, code: VerificationCode, person: PersonID, scheme: SchemeID,
    schemeVersion: Int, enrolment: EnrolmentID, replaces: CertificateID? = nil, renews: CertificateID? = nil,
    facts: CertifiedFacts, decidedState: CertificateState
  ) {
    self.id = id
    self.number = number
    self.code = code
    self.person = person
    self.scheme = scheme
    self.schemeVersion = schemeVersion
    self.enrolment = enrolment
    self.replaces = replaces
    self.renews = renews
    self.facts = facts
    self.decidedState = decidedState
  }

  /// The state on a day of the certificate's own time zone: what was decided, or `expired` after the last day.
  public func state(on day: Day) -> CertificateState {
    facts.state(on: day, decided: decidedState)
  }
}

/// What a certificate says: copied from the records when it is issued, so that it says the same for ever.
public struct CertifiedFacts: Sendable, Hashable {
  public let holder: String
  public let kind: SchemeVersion.Kind
  public let scheme: LocalizedText
  public let course: LocalizedText
  /// The session's code and its first and last day.
  public let session: SessionCode
  public let sessionDays: DayRange
  /// The score in its source's own words, `85 of 100`; nil where none counts.
  public let score: String?
  /// The issuing organization's name.
  public let issuer: String
  public let issuedOn: Day
  /// The first day on which it holds: the day of issue, or, where it renews another, the day behind that one's last.
  public let firstDay: Day
  /// The last day on which it holds; nil where it never ends.
  public let lastDay: Day?
  /// The zone that these days are meant in: when it expires is decided by no other.
  public let timeZone: String

  /// - Parameter firstDay: the day of issue where nil.
  public init(
    holder: String, kind: SchemeVersion.Kind, scheme: LocalizedText, course: LocalizedText,
    session: SessionCode,
    sessionDays: DayRange, score: String?, issuer: String, issuedOn: Day, firstDay: Day? = nil,
    lastDay: Day?, timeZone: String
  ) {
    self.holder = holder
    self.kind = kind
    self.scheme = scheme
    self.course = course
    self.session = session
    self.sessionDays = sessionDays
    self.score = score
    self.issuer = issuer
    self.issuedOn = issuedOn
    self.firstDay = firstDay ?? issuedOn
    self.lastDay = lastDay
    self.timeZone = timeZone
  }

  /// Whether it has begun on a day of the time zone: one that renews another early waits until that one has ended.
  public func hasBegun(on day: Day) -> Bool { firstDay <= day }

  /// The state on a day of the time zone, of a certificate on whose state was decided before.
  public func state(on day: Day, decided: CertificateState) -> CertificateState {
    guard decided.isLive, let lastDay, lastDay < day else { return decided }
    return .expired
  }
}
