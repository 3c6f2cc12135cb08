public import Values

/// Other record stores, and how far statements were forwarded to them.
public protocol ForwardingRecords {
  /// All of them in the order they were added.
  func forwardings() throws -> [Forwarding]
  func forwarding(_ id: ForwardingID) throws -> Forwarding?
  func forwarding(_ code: ForwardingCode) throws -> Forwarding?
  /// What the other store knows us by; nil for an unknown forwarding. For nobody's eyes.
  func secret(of forwarding: ForwardingID) throws -> String?
  /// What was set aside, in the order the statements were stored.
  func setAside(of forwarding: ForwardingID, page: PageRequest) throws -> Page<SetAsideStatement>
  /// How many statements are stored behind an instant, counted up to a limit. Reads no statement.
  func statementCount(after place: Instant, upTo limit: Int) throws -> Int
}

/// What can be added to forwardings.
public protocol WritableForwardingRecords {
  func insert(_ forwarding: Forwarding, secret: String) throws
  /// How far it has come; what was set aside is not counted here.
  func setState(_ state: Forwarding.State, of forwarding: ForwardingID) throws
  func setAside(
    _ statement: Instant, of forwarding: ForwardingID, reason: String, at instant: Instant) throws
  /// Removes it with its secret and what was set aside.
  func remove(_ forwarding: ForwardingID) throws
}
