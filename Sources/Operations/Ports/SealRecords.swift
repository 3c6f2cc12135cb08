public import Values

/// How far a chain of seals has come: each seal's place, and the digest that it and all before it lead to.
public struct SealHead: Sendable, Hashable {
  /// The place of the last seal, from 1; 0 where there is none.
  public let number: Int
  /// 32 octets.
  public let chain: [UInt8]

  public init(number: Int, chain: [UInt8]) {
    self.number = number
    self.chain = chain
  }
}

/// What is noted beside the records of the seals that they had when they were closed last.
public enum NotedHead: Sendable, Hashable {
  /// They were never closed, or the note was removed.
  case none
  case head(SealHead)
  /// The note says nothing that this program would have written.
  case unreadable
}

/// A seal that does not hold.
public enum BrokenSeal: Sendable, Hashable {
  /// A record is not what it was when it was sealed. The kind is in words: `certificate transition`.
  case altered(kind: String, record: String)
  /// A record was sealed and is not there.
  case removed(kind: String, record: String)
  /// A record is there and was never sealed.
  case added(kind: String, record: String)
  /// A seal does not follow from the one before.
  case chain(number: Int)
  /// The seals end before the place that was noted.
  case cutOff(last: Int, noted: Int)
  /// The seal at the place that was noted is another one.
  case remade(noted: Int)
  /// What was noted cannot be read.
  case noteUnreadable
  /// Among the statements stored from one instant to another, one was altered, removed or added.
  case statements(from: Instant, to: Instant)
}

/// A statement with all that is kept beside it.
public struct KeptStatement: Sendable, Hashable {
  public let id: UUID
  public let stored: Instant
  public let voids: UUID?
  public let isVoided: Bool
  /// Whether a statement that is stored voids this one.
  public let isNamedByVoiding: Bool
  public let bytes: [UInt8]

  public init(
    id: UUID, stored: Instant, voids: UUID?, isVoided: Bool, isNamedByVoiding: Bool, bytes: [UInt8]
  ) {
    self.id = id
    self.stored = stored
    self.voids = voids
    self.isVoided = isVoided
    self.isNamedByVoiding = isNamedByVoiding
    self.bytes = bytes
  }
}

/// What shows whether records are what they were when they were recorded.
public protocol SealRecords {
  /// The seals that do not hold, a hundred of a kind at the most. Reads every record and every statement; memory stays
  /// flat where all of them hold.
  func brokenSeals(noted: NotedHead) throws -> [BrokenSeal]
  /// Gives `look` every statement, oldest first.
  ///
  /// - Parameter unreadable: told the place of one whose columns hold what cannot stand there.
  func eachStatement(_ look: (KeptStatement) throws -> Void, unreadable: (Instant) -> Void) throws
  /// Gives `look` every term that a statement can be found by, with the instant at which that one was stored.
  func eachTerm(_ look: (_ term: Int64, _ stored: Instant) throws -> Void) throws
  /// Whether the statement stored at an instant can be found by a term.
  func hasTerm(_ term: Int64, ofStatementAt stored: Instant) throws -> Bool
}
