/// The states of a certificate. `expired` follows from the last day of validity; the others from what was decided.
public enum CertificateState: String, Sendable, CaseIterable {
  case issued, suspended, revoked, expired, replaced

  /// What may happen to a certificate.
  public enum Event: String, Sendable, CaseIterable {
    case suspend, reinstate, revoke, expire, replace
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The certificate is in a state that the event does not start from.
    case notFrom(CertificateState, Event)
    /// Taking something from a person, giving it back and giving another in its place needs a reason.
    case reasonMissing(Event)
  }

  /// The state after an event. Revoked, expired and replaced are final. One that is suspended is not replaced: the new
  /// one would be in force while nobody has decided on the old.
  public func after(_ event: Event) throws(Refusal) -> CertificateState {
    switch (self, event) {
    case (.issued, .suspend): .suspended
    case (.suspended, .reinstate): .issued
    case (.issued, .revoke), (.suspended, .revoke): .revoked
    case (.issued, .expire), (.suspended, .expire): .expired
    case (.issued, .replace): .replaced
    case (.issued, .reinstate),
      (.suspended, .suspend), (.suspended, .replace),
      (.revoked, .suspend), (.revoked, .reinstate), (.revoked, .revoke), (.revoked, .expire),
      (.revoked, .replace),
      (.expired, .suspend), (.expired, .reinstate), (.expired, .revoke), (.expired, .expire),
      (.expired, .replace),
      (.replaced, .suspend), (.replaced, .reinstate), (.replaced, .revoke), (.replaced, .expire),
      (.replaced, .replace):
      throw .notFrom(self, event)
    }
  }

  /// Whether no other certificate of the same person, scheme and scope may be issued beside it.
  public var isLive: Bool {
    switch self {
    case .issued, .suspended: true
    case .revoked, .expired, .replaced: false
    }
  }
}
