internal import JSON
public import Values

/// A person's certificates as one `ClrCredential` (Comprehensive Learner Record 2.0): a transcript that proves itself, and
/// in it the credential of each certificate as that was signed.
public struct LearnerRecord: Sendable, Hashable {
  /// How a certificate stood as of the transcript.
  public enum Standing: String, Sendable, CaseIterable {
    case issued, suspended, expired
  }

  /// A certificate in it.
  public struct Entry: Sendable, Hashable {
    /// The octets of its own credential.
    public let token: [UInt8]
    /// What that says.
    public let credential: AchievementCredential
    public let standing: Standing

    public init(token: [UInt8], credential: AchievementCredential, standing: Standing) {
      self.token = token
      self.credential = credential
      self.standing = standing
    }
  }

  /// What was required for what: an `Association` of the type `precedes`.
  public struct Precedence: Sendable, Hashable {
    /// The achievement that had to be held, a URI.
    public let required: String
    /// The achievement that requires it.
    public let requiring: String

    public init(required: String, requiring: String) {
      self.required = required
      self.requiring = requiring
    }
  }

  /// Its identity, a URI.
  public let address: String
  public let issuer: String
  public let issuerName: String
  /// The holder's identity, a URI: the same in every entry.
  public let subject: String
  public let holder: String
  /// As of when it tells, to the second.
  public let asOf: Instant
  /// Whether the issuer may know of certificates that are not in it (`partial`).
  public let isPartial: Bool
  /// In the order they were issued; at least one.
  public let entries: [Entry]
  public let precedences: [Precedence]

  public init(
    address: String, issuer: String, issuerName: String, subject: String, holder: String, asOf: Instant,
    isPartial: Bool, entries: [Entry], precedences: [Precedence]
  ) {
    self.address = address
    self.issuer = issuer
    self.issuerName = issuerName
    self.subject = subject
    self.holder = holder
    self.asOf = asOf.wholeSecond
    self.isPartial = isPartial
    self.entries = entries
    self.precedences = precedences
  }
}

extension SignedToken {
  /// Whether it says that it is a transcript, and no certificate.
  public var isOfLearnerRecord: Bool {
    payload.root["type"]?.elements?.contains { $0.string == LearnerRecord.type } == true
  }
}
