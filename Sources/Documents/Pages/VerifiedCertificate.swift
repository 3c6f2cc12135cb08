public import Certification
public import Values

/// What the public may learn of a certificate whose code it holds: exactly what the certificate says, and its state.
public struct VerifiedCertificate: Sendable, Hashable {
  /// The number that is printed on it.
  public let number: CertificateNumber
  /// The public code that it was found by.
  public let code: VerificationCode
  /// What it certifies.
  public let facts: CertifiedFacts
  /// The state at `asOf`.
  public let state: CertificateState
  /// The day, in the certificate's own time zone, on which it came into that state; nil where it is not known.
  public let stateSince: Day?
  /// When the records were asked: the page promises nothing about later.
  public let asOf: Instant
  /// The version of the scheme that it was awarded by.
  public let schemeVersion: Int
  /// Every state that was decided, with its day, in order; the last one is not told where the calendar alone ended it.
  public let history: [Change]
  /// The number of the one that it renews; nil of one that was awarded.
  public let renews: CertificateNumber?
  /// The number of the one that renews it; nil where none does yet.
  public let renewedBy: CertificateNumber?
  /// The items of standards that it attests, each in words.
  public let attested: [AttestedItem]
  /// Whether its first day has come: one that renews another early waits until that one has ended.
  public let hasBegun: Bool
  /// The files that can be had; none while they are yet to be signed.
  public let files: [File]
  /// What came of looking for a file by its SHA-256; nil where nobody asked.
  public let search: Search?
  /// The day on which the holder's particulars were erased; nil where they stand. Then neither a name nor a score is told.
  public let holderErasedOn: Day?

  /// A state that was decided on a day.
  public struct Change: Sendable, Hashable {
    public let day: Day
    public let state: CertificateState

    public init(day: Day, state: CertificateState) {
      self.day = day
      self.state = state
    }
  }

  /// A form that the certificate can be had in.
  public struct File: Sendable, Hashable {
    /// What people call it: `PDF, fr`.
    public let title: String
    /// What it is for, in a few words.
    public let purpose: String
    /// Where it is had, within the house.
    public let path: String

    public init(title: String, purpose: String, path: String) {
      self.title = title
      self.purpose = purpose
      self.path = path
    }
  }

  /// An item of a standard.
  public struct AttestedItem: Sendable, Hashable {
    /// The edition's and the item's code: `PICARD-2019 OM-K-01`.
    public let name: String
    /// What it says.
    public let titles: LocalizedText
    /// How deeply it is shown, in the edition's own terms; nil where none is stated.
    public let depth: LocalizedText?

    public init(name: String, titles: LocalizedText, depth: LocalizedText?) {
      self.name = name
      self.titles = titles
      self.depth = depth
    }
  }

  /// What came of a look for a file.
  public enum Search: Sendable, Hashable {
    /// It is this file of the certificate, octet by octet.
    case found(String)
    /// None of its files has this digest.
    case notFound
    /// What was asked for is no SHA-256.
    case malformed
  }

  /// Whether it is in force: issued, and its first day has come.
  public var isInForce: Bool { state == .issued && hasBegun }

  /// A certificate as the records show it at an instant.
  public init(
    number: CertificateNumber, code: VerificationCode, facts: CertifiedFacts, state: CertificateState,
    stateSince: Day?, asOf: Instant, schemeVersion: Int = 1, history: [Change] = [],
    renews: CertificateNumber? = nil, renewedBy: CertificateNumber? = nil, attested: [AttestedItem] = [],
    hasBegun: Bool = true,
    files: [File] = [],
    search: Search? = nil, holderErasedOn: Day? = nil
  ) {
    self.number = number
    self.code = code
    self.facts = facts
    self.state = state
    self.stateSince = stateSince
    self.asOf = asOf
    self.schemeVersion = schemeVersion
    self.history = history
    self.renews = renews
    self.renewedBy = renewedBy
    self.attested = attested
    self.hasBegun = hasBegun
    self.files = files
    self.search = search
    self.holderErasedOn = holderErasedOn
  }
}
