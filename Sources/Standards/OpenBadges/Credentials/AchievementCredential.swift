public import Values

/// A certificate as an `OpenBadgeCredential` (Open Badges 3.0, Verifiable Credentials 2.0): what it says, to whoever holds
/// the file, without asking anybody.
public struct AchievementCredential: Sendable, Hashable {
  /// What the achievement is; each has its `achievementType`.
  public enum Kind: String, Sendable, CaseIterable {
    case attendance = "ext:CertificateOfAttendance"
    case completion = "CertificateOfCompletion"
    case achievement = "Certification"
    case masterTrainer = "ext:CertificateOfMasterTrainer"
  }

  /// A page of the certificate, by the SHA-256 of its octets before the credential was attached to it.
  public struct Page: Sendable, Hashable {
    /// The address that these octets are had from.
    public let address: String
    /// 32 octets.
    public let digest: [UInt8]

    public init(address: String, digest: [UInt8]) {
      self.address = address
      self.digest = digest
    }
  }

  /// An item of a standard that the achievement is aligned to.
  public struct Alignment: Sendable, Hashable {
    /// What the item says.
    public let name: String
    /// The item's identity, a URI.
    public let address: String
    /// The framework and edition.
    public let framework: String
    public let code: String
    /// How deeply it is shown, in the edition's own terms; nil where none is stated.
    public let depth: String?

    public init(name: String, address: String, framework: String, code: String, depth: String?) {
      self.name = name
      self.address = address
      self.framework = framework
      self.code = code
      self.depth = depth
    }
  }

  /// The address that the credential is had from, and its identity.
  public let address: String
  public let issuer: String
  public let issuerName: String
  /// The holder's identity, a URI.
  public let subject: String
  public let holder: String
  public let kind: Kind
  /// The achievement's identity, a URI: one version of a scheme.
  public let achievement: String
  public let title: String
  public let course: String
  /// The number printed on the certificate.
  public let number: String
  public let session: String
  public let sessionDays: DayRange
  /// The score in its source's own words; nil where none counts.
  public let score: String?
  /// By what rule it was awarded, in a sentence.
  public let criteria: String
  /// When it began to hold, to the second.
  public let validFrom: Instant
  /// The instant from which on it no longer holds; nil where it never ends.
  public let validUntil: Instant?
  public let status: StatusPlace
  public let pages: [Page]
  /// The items of standards that it attests.
  public let alignments: [Alignment]

  public init(
    address: String, issuer: String, issuerName: String, subject: String, holder: String, kind: Kind,
    achievement: String, title: String, course: String, number: String, session: String,
    sessionDays: DayRange, score: String?, criteria: String, validFrom: Instant, validUntil: Instant?,
    status: StatusPlace, pages: [Page], alignments: [Alignment] = []
  ) {
    self.address = address
    self.issuer = issuer
    self.issuerName = issuerName
    self.subject = subject
    self.holder = holder
    self.kind = kind
    self.achievement = achievement
    self.title = title
    self.course = course
    self.number = number
    self.session = session
    self.sessionDays = sessionDays
    self.score = score
    self.criteria = criteria
    self.validFrom = validFrom.wholeSecond
    self.validUntil = validUntil?.wholeSecond
    self.status = status
    self.pages = pages
    self.alignments = alignments
  }
}

extension Instant {
  /// Whole seconds since 1970: a `NumericDate` (RFC 7519 §2).
  var seconds: Int64 {
    (microseconds - (microseconds % 1_000_000 + 1_000_000) % 1_000_000) / 1_000_000
  }

  /// The second that it lies in.
  var wholeSecond: Instant { Instant(microseconds: seconds * 1_000_000) }
}
