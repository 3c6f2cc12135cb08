public import People
public import Values

/// What a person is known by in the records: all of it goes when the person is made unknown.
public struct KnownAs: Sendable, Hashable {
  public let person: PersonID
  /// The present name, those before, and the mailboxes.
  public let words: [String]
  /// The agents that documents of the record store lie under, each as its canonical text.
  public let agents: [String]
  /// The terms that statements by or about the person are found by.
  public let terms: [Int64]

  public init(person: PersonID, words: [String], agents: [String], terms: [Int64]) {
    self.person = person
    self.words = words
    self.agents = agents
    self.terms = terms
  }
}

/// What of a person an erasure takes away, and what it leaves, in numbers.
public struct ErasureExtent: Sendable, Hashable {
  /// What goes.
  public enum Trace: String, Sendable, CaseIterable {
    /// The present name and those before.
    case names
    case mailboxes
    case sourceIdentifiers = "source-identifiers"
    /// Units and posts of places.
    case posts
    /// The name on certificates.
    case holders
    /// Signed credentials.
    case credentials
    /// Drawn pages of certificates.
    case pages
    /// Reasons and comments that were written about the person.
    case texts
    /// Names of the person's keys.
    case keys
    /// Entries of the history about the person, whose names and reasons go.
    case history
    /// Documents of the record store.
    case documents
    /// Statements by or about the person, in which an account without a name takes the person's place.
    case statements
    /// Contents that came with such statements.
    case attachments
  }

  /// What stays, under the person's identifier.
  public enum Fact: String, Sendable, CaseIterable {
    case places, nominations, enrolments, results, certificates, accreditations, observations, evaluations
  }

  public let goes: [Trace: Int]
  public let stays: [Fact: Int]

  public init(goes: [Trace: Int], stays: [Fact: Int]) {
    self.goes = goes
    self.stays = stays
  }
}

/// The text that comes in the place of a statement's.
public struct RewrittenStatement: Sendable {
  /// When the statement was stored.
  public let stored: Instant
  public let bytes: [UInt8]
  /// The SHA-2 of the attachments that it still tells of.
  public let attachments: Set<String>

  public init(stored: Instant, bytes: [UInt8], attachments: Set<String>) {
    (self.stored, self.bytes, self.attachments) = (stored, bytes, attachments)
  }
}

/// Who was made unknown.
public protocol ErasureRecords {
  func erasure(of person: PersonID) throws -> Erasure?
  /// All of them, in the order in which it happened.
  func erasures(page: PageRequest) throws -> Page<Erasure>
  /// What an erasure would take away and leave.
  func extent(of known: KnownAs) throws -> ErasureExtent
}

/// What makes somebody unknown. Rows are changed that are never changed else, and are sealed anew; one that is not what
/// was sealed before stays told as altered.
public protocol WritableErasureRecords {
  /// Takes away what a person is known by, statements aside, and records that.
  ///
  /// - Returns: the digests of the files that the records named for it.
  func erase(_ known: KnownAs, by erasure: Erasure) throws -> [String]
  /// Puts other texts in the place of statements, and makes the digests over all statements from the first of them on
  /// again: the cost grows with the number of these. What came with the statements goes where they no longer tell of it.
  ///
  /// - Parameter texts: in the order in which the statements were stored.
  /// - Returns: the digests of the files that went.
  func rewrite(_ texts: [RewrittenStatement]) throws -> [String]
  /// Lets whatever is found by one term be found by another instead.
  func replaceTerm(_ term: Int64, by other: Int64) throws
  /// Lets the statement stored at an instant be found by these terms and no others.
  func setTerms(_ terms: Set<Int64>, ofStatementAt stored: Instant) throws
}
