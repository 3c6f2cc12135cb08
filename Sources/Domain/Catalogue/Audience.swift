public import People

/// Whom a course is for (domain 7.2, audience limit).
public enum Audience: String, Sendable, CaseIterable {
  /// Officers of Members, each confirmed by the Member: security-sensitive courses (domain 3; 7.4, 12).
  case officersOnly = "officers-only"
  /// People of Members and of the WCO's own bodies.
  case members
  /// Anyone.
  case everyone = "public"

  /// Why somebody is not taken in.
  public enum Refusal: Error, Hashable, Sendable {
    /// None of the places that the person holds is one of the audience's.
    case notOfAudience(Audience)
    /// The person's own Member has not confirmed that the person takes part.
    case notConfirmed
  }

  /// Whether places in parties of these kinds make somebody one of the audience.
  public func includes(whoHasPlacesIn kinds: Set<Party.Kind>) -> Bool {
    switch self {
    case .officersOnly: kinds.contains(.member)
    case .members: !kinds.isDisjoint(with: [.member, .rocb, .rtc, .rilo, .rcl, .rdtc, .secretariat])
    case .everyone: true
    }
  }

  /// Throws unless somebody with such places is taken in.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of the parties in which the person holds a place at present.
  ///   - isConfirmed: whether a Member in which the person holds a place has endorsed it.
  public func admit(whoHasPlacesIn kinds: Set<Party.Kind>, isConfirmed: Bool) throws(Refusal) {
    guard includes(whoHasPlacesIn: kinds) else { throw .notOfAudience(self) }
    guard self != .officersOnly || isConfirmed else { throw .notConfirmed }
  }
}
