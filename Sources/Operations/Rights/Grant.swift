public import People
public import Values

/// Which of the records somebody may know of. What lies outside is answered as if it were not there.
public enum Reach: Sendable, Hashable {
  case everything
  /// A Member's people, whom it nominated, and their enrolments and certificates as its people. All sessions: a Member
  /// must see what it may nominate for.
  case officers(of: PartyID)
  /// Who was nominated by a party of a regional office's region, and all sessions.
  case region(of: PartyID)
  /// The sessions that a party hosts, with all who take part, were nominated or assess, and its own people.
  case sessions(hostedBy: PartyID)
  /// The same of a university, and the certificates that it issued in place of those of its sessions.
  case university(PartyID)
  /// The enrolments that were given to an assessor, one by one or by their session.
  case queue(of: PersonID)
  /// One person's own record.
  case person(PersonID)
  /// The same of an expert, and the candidates whose mission the expert evaluates, each with the case and what the expert
  /// observed.
  case expert(PersonID)
  case nothing
}

/// How far somebody's rights go: worked out of the principal, handed to each operation.
public struct Grant: Sendable, Hashable {
  public let reach: Reach
  /// The party that the actor acts for; nil for who acts for any.
  public let party: PartyID?
  /// Who the actor is; nil where a key does not say.
  public let person: PersonID?

  static let unlimited = Grant(reach: .everything, party: nil, person: nil)
  static let nothing = Grant(reach: .nothing, party: nil, person: nil)

  private init(reach: Reach, party: PartyID?, person: PersonID?) {
    (self.reach, self.party, self.person) = (reach, party, person)
  }

  /// What a held role amounts to. Where it lacks the party or person that it needs, it reaches nothing.
  init(_ held: HeldRole) {
    let reach: Reach? =
      switch held.role {
      case .secretariatOfficer, .directorateAnalyst, .certificationOfficer, .auditor: .everything
      case .nationalCoordinator: held.party.map(Reach.officers)
      case .rocb: held.party.map(Reach.region)
      case .trainingCentre: held.party.map(Reach.sessions)
      case .universityRegistrar: held.party.map(Reach.university)
      case .assessor: held.person.map(Reach.queue)
      case .learner: held.person.map(Reach.person)
      case .expert: held.person.map(Reach.expert)
      case .donor: .nothing
      }
    self.init(
      reach: reach ?? .nothing, party: reach == .everything ? nil : held.party, person: held.person)
  }
}
