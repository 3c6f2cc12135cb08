public import People
public import Values

/// Keys and the digests of their secrets.
public protocol KeyRecords {
  func key(_ id: KeyID) throws -> AccessKey?
  /// The SHA-256 of a key's secret; nil for an unknown key.
  func secretDigest(of key: KeyID) throws -> [UInt8]?
  /// All keys in the order they were created.
  func keys() throws -> [AccessKey]
}

/// What can be added to keys.
public protocol WritableKeyRecords {
  func insert(_ key: AccessKey, secretDigest: [UInt8]) throws
  func revoke(_ key: KeyID, at instant: Instant) throws
}

/// Which changes are asked for; what is nil does not restrict.
public struct HistoryFilter: Sendable, Hashable {
  public let person: PersonID?
  public let object: UUID?
  /// Not before this instant.
  public let from: Instant?
  /// Before this instant.
  public let before: Instant?

  public init(person: PersonID? = nil, object: UUID? = nil, from: Instant? = nil, before: Instant? = nil) {
    self.person = person
    self.object = object
    self.from = from
    self.before = before
  }
}

/// The history of changes.
public protocol HistoryRecords {
  /// Changes in the order they were made.
  func history(_ filter: HistoryFilter, page: PageRequest) throws -> Page<HistoryEntry>
  /// The places in the order of all changes, from 1 to the last, that no change has. Cost grows with the history.
  func historyGaps() throws -> [ClosedRange<Int>]
}

/// What can be added to the history.
public protocol WritableHistoryRecords {
  /// Appends a change; its sequence is given by the store, whatever the entry says.
  func append(_ entry: HistoryEntry) throws
}
