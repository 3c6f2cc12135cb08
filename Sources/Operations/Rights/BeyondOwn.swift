public import People
public import Values

// What a right does not go as far as, beside the reach.
extension Grant {
  /// Throws unless the actor acts for this party, or for any.
  func requireActing(for party: Party) throws(BeyondOwn) {
    guard acts(for: party) else { throw .otherParty(party.code) }
  }

  /// Whether the actor acts for a party.
  func acts(for party: Party) -> Bool { reach == .everything || self.party == party.id }

  /// Throws unless the actor may give a person a place in a party on these days: who acts for one party gives a place in
  /// it to nobody who holds one elsewhere then, so that nobody takes over another party's people.
  ///
  /// - Parameter places: those that the person holds.
  func requirePlacing(
    in party: Party, on days: DayRange, beside places: [(party: PartyID, post: String, days: DayRange)]
  ) throws(BeyondOwn) {
    try requireActing(for: party)
    guard reach != .everything else { return }
    let isHeldElsewhere = places.contains { $0.party != party.id && $0.days.overlaps(days) }
    guard !isHeldElsewhere else { throw .placeElsewhere }
  }

  /// Throws where the actor is known to be the person: nobody decides on themselves.
  func requireOther(than person: PersonID) throws(BeyondOwn) {
    guard self.person == nil || self.person != person else { throw .ownCase }
  }

  /// Throws where the actor is known to be the one who marked first.
  func requireOther(thanAssessor assessor: PersonID) throws(BeyondOwn) {
    guard person == nil || person != assessor else { throw .ownMark }
  }

  /// Throws where the actor is known to be the evaluator: a verdict is recorded by somebody else.
  func requireOther(thanEvaluator evaluator: PersonID) throws(BeyondOwn) {
    guard person == nil || person != evaluator else { throw .ownVerdict }
  }

  /// Throws where the actor is known to be one person, and another is named as who says something.
  func requireSpeaking(for named: PersonID) throws(BeyondOwn) {
    guard reach == .everything || person == named else { throw .otherPerson }
  }
}

/// The actor has the right, and it does not go so far.
public enum BeyondOwn: Explainable, Hashable {
  /// The actor acts for another party than the one named.
  case otherParty(PartyCode)
  /// A party had to be named: the one that the actor acts for.
  case partyMissing
  /// A draft was asked for of records that belong to others.
  case draftOfOthers
  /// The person has no place in the party that the actor acts for.
  case notOwnPerson
  /// The person holds a place in another party on some of the days.
  case placeElsewhere
  /// It would be a decision on oneself.
  case ownCase
  /// Who marked first does not also mark second.
  case ownMark
  /// Who suspended does not also reinstate.
  case ownSuspension
  /// Somebody else is named as who observed or signed.
  case otherPerson
  /// Who evaluated does not also decide by it.
  case ownVerdict
  /// Somebody else was named as the one who decides.
  case otherDecider

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
    case .draftOfOthers:
      Explanation(
        .notPermitted, "draft-of-others", "a draft is drawn up for who owns all that it counts",
        remedy: "read the reports that were issued to the party")
    case .notOwnPerson:
      Explanation(
        .notPermitted, "not-own-person", "the person has no place in the party that this key acts for",
        remedy: "have the party decide it that the person belongs to")
    case .placeElsewhere:
      Explanation(
        .notPermitted, "place-elsewhere", "the person holds a place elsewhere on some of these days",
        remedy: "have that place ended, or have the Secretariat enter this one")
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
    case .otherPerson:
      Explanation(
        .notPermitted, "other-person", "this key speaks for its own person only",
        remedy: "name nobody, or the person that the key is held by")
    case .ownVerdict:
      Explanation(
        .notPermitted, "own-verdict", "who evaluated a candidate does not also decide by it",
        remedy: "have somebody else record the verdict")
    case .otherDecider:
      Explanation(
        .notPermitted, "other-decider", "who holds this key decides for nobody else",
        remedy: "leave out who decided, or have that person decide it")
    }
  }
}
