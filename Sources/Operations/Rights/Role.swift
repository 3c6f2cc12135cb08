public import People
public import Values

/// What somebody is in capacity building, and so what they may do and see (domain 7.5).
public enum Role: String, Sendable, CaseIterable {
  /// An officer of the Secretariat: sees all; changes all but certificates and keys.
  case secretariatOfficer = "secretariat-officer"
  /// An analyst of the directorate: sees all, changes nothing.
  case directorateAnalyst = "directorate-analyst"
  /// A Member's coordinator: the own officers.
  case nationalCoordinator = "national-coordinator"
  /// A regional office: who was nominated in the own region.
  case rocb
  /// Whoever delivers sessions: those that it hosts.
  case trainingCentre = "training-centre"
  /// Whoever assesses: the enrolments that were given to them.
  case assessor
  /// Decides on certificates, and on nothing that leads to one.
  case certificationOfficer = "certification-officer"
  /// A university's registrar: the sessions that it hosts, its people, its own awards.
  case universityRegistrar = "university-registrar"
  /// A donor: the report made out to it.
  case donor
  /// An auditor: sees all, and who holds keys; changes nothing.
  case auditor
  /// A learner: the own record.
  case learner
  /// An expert: the own record, and the candidates whose mission they evaluate.
  case expert

  /// The rights of the role.
  public var rights: Set<Right> {
    switch self {
    case .secretariatOfficer:
      [
        .readReference, .lookUp, .readRecords, .readReports, .examinePackages, .changeRecords, .enterPeople,
        .planSessions, .nominate, .select, .enrol, .assignAssessors, .assess, .accredit, .acknowledge,
        .followJobs,
      ]
    case .directorateAnalyst: [.readReference, .lookUp, .readRecords, .readReports, .followJobs]
    case .nationalCoordinator: [.readReference, .lookUp, .readReports, .enterPeople, .nominate, .followJobs]
    case .rocb: [.readReference, .lookUp, .readReports, .followJobs]
    case .trainingCentre: [.readReference, .lookUp, .planSessions, .select, .enrol, .assignAssessors]
    case .assessor: [.readReference, .lookUp, .assess, .acknowledge]
    case .certificationOfficer: [.readReference, .lookUp, .certify]
    case .universityRegistrar:
      [
        .readReference, .lookUp, .readReports, .enterPeople, .planSessions, .select, .enrol, .assignAssessors,
        .certify, .followJobs,
      ]
    case .donor: [.readReports, .followJobs]
    case .auditor:
      [
        .readReference, .lookUp, .readRecords, .readReports, .readStatements, .audit, .followJobs,
      ]
    case .learner: [.readReference, .lookUp, .launch, .acknowledge]
    case .expert: [.readReference, .lookUp, .launch, .acknowledge, .assess]
    }
  }

  /// Whether the role has a right.
  func grants(_ right: Right) -> Bool { rights.contains(right) }

  /// The kinds of party that the role is held for; empty where it is held for none or any.
  public var partyKinds: Set<Party.Kind> {
    switch self {
    case .secretariatOfficer, .directorateAnalyst, .certificationOfficer: [.secretariat]
    case .nationalCoordinator: [.member]
    case .rocb: [.rocb]
    case .trainingCentre:
      [.rtc, .rocb, .rilo, .rcl, .rdtc, .member, .researchCentre, .serviceProvider, .secretariat]
    case .universityRegistrar: [.university]
    case .donor: [.donor]
    case .auditor, .assessor, .learner, .expert: []
    }
  }

  /// Whether the role cannot be held without saying for which party.
  public var needsParty: Bool { !partyKinds.isEmpty || self == .auditor }

  /// Whether the role cannot be held without saying by which person.
  public var needsPerson: Bool {
    switch self {
    case .assessor, .learner, .expert: true
    case .secretariatOfficer, .directorateAnalyst, .nationalCoordinator, .rocb, .trainingCentre,
      .certificationOfficer, .universityRegistrar, .donor, .auditor:
      false
    }
  }
}

/// A role as somebody holds it: for a party, by a person.
public struct HeldRole: Sendable, Hashable {
  public let role: Role
  /// The party that it is held for; nil where the role needs none.
  public let party: PartyID?
  /// The person who holds it; nil where a key does not say.
  public let person: PersonID?

  public init(role: Role, party: PartyID?, person: PersonID?) {
    self.role = role
    self.party = party
    self.person = person
  }
}
