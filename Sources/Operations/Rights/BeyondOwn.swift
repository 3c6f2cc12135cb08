public import People
public import Values

// What a right does not go as far as, beside the reach.
extension Grant {
  /// Throws unless the actor acts for this party, or for any.
  func requireActing(for party: Party) throws(BeyondOwn) {
    guard reach == .everything || self.party == party.id else { throw .otherParty(party.code) }
  }

  /// Throws where the actor is known to be the person: nobody decides on themselves.
  func requireOther(than person: PersonID) throws(BeyondOwn) {
    guard self.person == nil || self.person != person else { throw .ownCase }
  }

  /// Throws where the actor is known to be the one who marked first.
  func requireOther(thanAssessor assessor: PersonID) throws(BeyondOwn) {
    guard person == nil || person != assessor else { throw .ownMark }
  }
}

/// The actor has the right, and it does not go so far.
public enum BeyondOwn: Explainable, Hashable {
  /// The actor acts for another party than the one named.
  case otherParty(PartyCode)
  /// A party had to be named: the one that the actor acts for.
  case partyMissing
  /// The person has no place in the party that the actor acts for.
  case notOwnPerson
  /// It would be a decision on oneself.
  case ownCase
  /// Who marked first does not also mark second.
  case ownMark
  /// Who suspended does not also reinstate.
  case ownSuspension

  public var explanation: Explanation {
    switch self {
    case .otherParty(let code):
      Explanation(
        .notPermitted, "other-party", "this key does not act for \(code)",
        remedy: "name the party that the key is held for")
    case .partyMissing:
      Explanation(
        .notPermitted, "own-party-missing", "this key acts for one party only, and none was named",
        remedy: "name the party that the key is held for")
    case .notOwnPerson:
      Explanation(
        .notPermitted, "not-own-person", "the person has no place in the party that this key acts for",
        remedy: "have the party decide it that the person belongs to")
    case .ownCase:
      Explanation(
        .notPermitted, "own-case", "nobody decides on themselves", remedy: "have somebody else decide it")
    case .ownMark:
      Explanation(
        .notPermitted, "own-mark", "who marked a result does not also mark it a second time",
        remedy: "have another assessor mark it")
    case .ownSuspension:
      Explanation(
        .notPermitted, "own-suspension", "who suspended a certificate does not also reinstate it",
        remedy: "have somebody else decide it")
    }
  }
}
