public import Values

/// A statement as the store keeps it: its own bytes, and what queries look for.
public struct StoredStatement: Sendable, Hashable {
  public let id: UUID
  /// When it is stored: given out once (`nextInstant()`), so that it is also the statement's place in the order.
  public let stored: Instant
  /// What `GET /statements` can find it by: a digest of kind and text each, see `StatementTermDigest`.
  public let terms: [Int64]
  /// The statement that it voids; nil for every ordinary one.
  public let voids: UUID?
  /// The JSON text as it is given back.
  public let bytes: [UInt8]

  public init(id: UUID, stored: Instant, terms: [Int64], voids: UUID?, bytes: [UInt8]) {
    self.id = id
    self.stored = stored
    self.terms = terms
    self.voids = voids
    self.bytes = bytes
  }
}

/// A statement that was found.
public struct FoundStatement: Sendable, Hashable {
  public let id: UUID
  public let stored: Instant
  public let isVoided: Bool
  public let bytes: [UInt8]

  public init(id: UUID, stored: Instant, isVoided: Bool, bytes: [UInt8]) {
    self.id = id
    self.stored = stored
    self.isVoided = isVoided
    self.bytes = bytes
  }
}

/// Which statements are asked for.
public struct StatementSelection: Sendable, Hashable {
  /// Each condition is met by any of its terms, and all must be met.
  public let conditions: [[Int64]]
  /// Stored after this instant.
  public let since: Instant?
  /// Stored at or before this instant.
  public let until: Instant?
  /// Oldest first; newest first otherwise.
  public let ascending: Bool
  /// Only those behind the statement stored at this instant, in the order asked for.
  public let after: Instant?
  public let limit: Int
  /// Whether voided ones are among them; otherwise they are not found.
  public let includesVoided: Bool

  public init(
    conditions: [[Int64]], since: Instant?, until: Instant?, ascending: Bool, after: Instant?, limit: Int,
    includesVoided: Bool = false
  ) {
    self.includesVoided = includesVoided
    self.conditions = conditions
    self.since = since
    self.until = until
    self.ascending = ascending
    self.after = after
    self.limit = limit
  }
}

/// Statements.
public protocol StatementRecords {
  /// One statement, voided or not.
  func statement(_ id: UUID) throws -> FoundStatement?
  /// Cost grows with the statements that the rarest term finds, and with the limit; never with all that are stored.
  func statements(_ selection: StatementSelection) throws -> [FoundStatement]
  /// Every statement with a term, voided ones included, oldest first.
  func allStatements(withTerm term: Int64) throws -> [FoundStatement]
  /// The id and the place of every statement with a term, voided ones included, oldest first. Reads no statement.
  func places(withTerm term: Int64) throws -> [(id: UUID, stored: Instant)]
  /// Since when a statement counts as voided: the first statement that voids it was stored then. Nil where none does.
  func voidedAt(_ id: UUID) throws -> Instant?
  /// When the last statement was stored; nil while there is none.
  func lastStored() throws -> Instant?
  /// Until when evidence was taken by earlier rules, and what was worked out of it stays: statements that cmi5 only allows
  /// decided of its units too, and a failed enrolment took evidence. Nil where these rules never held.
  func earlierRulesHeldUntil() throws -> Instant?
}

/// What can be added to statements.
public protocol WritableStatementRecords {
  /// Adds a statement whose id is new. A statement it voids, stored before or after it, counts as voided, unless that
  /// one is a voiding statement itself.
  ///
  /// - Returns: whether the statement counts as voided at once, by one that was stored before.
  func insert(_ statement: StoredStatement) throws -> Bool
  /// Lets the statement stored at an instant be found by further terms; those that it has stay.
  func add(_ terms: [Int64], toStatementAt stored: Instant) throws
}
