/// What is known of the state of an authentic credential, without asking its issuer.
public enum KnownStatus: Sendable, Hashable {
  /// It holds; nothing was said against it.
  case inForce
  /// No list among those that are trusted has it: it is newer than they are, or they were left out.
  case unknown
  case suspended
  /// Revoked, or replaced by another.
  case ended
  /// Its last instant has passed.
  case expired
  /// It begins to hold later.
  case notYet
}
