internal import Assessment
public import Certification
internal import Enrolment
internal import People
internal import Values

// Who decides on certificates, and what they are to whom they decide on.
extension Reading {
  /// Who would decide, as `Work.decider(named:)` has it.
  func decider(named person: PersonID?) throws -> PersonID? {
    try records.decider(named: person, by: principal)
  }
}

extension Work {
  /// Who decides: whoever acts, where it is known who that is. Who owns the data folder, or has everything without a role,
  /// may say who decided in their place.
  func decider(named person: PersonID?) throws -> PersonID? {
    try records.decider(named: person, by: principal)
  }

  /// Somebody's part in a decision on whoever an enrolment is of. Throws where that is the same person. Who proposed is
  /// looked at anew by whoever releases.
  func deciding(_ person: PersonID?, on enrolment: Enrolment, as part: Deciding.Part) throws -> Deciding {
    try grant.requireOther(than: enrolment.person)
    guard person != enrolment.person else { throw BeyondOwn.ownCase }
    return try records.deciding(person, on: enrolment, as: part, at: now)
  }

  /// Who decides what becomes of a certificate. Throws where its scheme's version does not let them.
  func decider(on certificate: Certificate, named person: PersonID?) throws -> PersonID? {
    let decider = try decider(named: person)
    let enrolment = try records.enrolment(identified: certificate.enrolment)
    let deciding = try deciding(decider, on: enrolment, as: .alone)
    let objections = try records.version(of: certificate).decision.objections(to: deciding)
    guard objections.isEmpty else { throw AwardRefused(reasons: objections) }
    return decider
  }
}

extension Principal {
  /// Whether the actor is nobody in particular and has everything.
  fileprivate var speaksForOthers: Bool {
    switch self {
    case .owner: true
    case .key(let key): key.held == nil
    case .launch: false
    }
  }
}

extension Records {
  fileprivate func decider(named person: PersonID?, by principal: Principal) throws -> PersonID? {
    guard let person, person != principal.grant.person else { return principal.grant.person }
    guard principal.speaksForOthers else { throw BeyondOwn.otherDecider }
    return try self.knownPerson(identified: person).id
  }

  /// What somebody was or is, as of an instant, to whoever an enrolment is of.
  func duties(of person: PersonID, to enrolment: Enrolment, at instant: Instant) throws -> Set<Duty> {
    var duties = Set(
      try involvements(of: person).filter {
        $0.holds(of: enrolment.person, in: enrolment.session, at: instant)
      }.map(\.duty))
    let hasAssessed = try results(of: enrolment.id).contains {
      $0.assessor == person && $0.recordedAt <= instant
    }
    if try hasAssessed || secondObservers(of: enrolment.id, until: instant).contains(person) {
      duties.insert(.assessed)
    }
    return duties
  }

  /// Somebody's part in a decision, with what all who take part in it were or are, as of an instant.
  func deciding(
    _ person: PersonID?, on enrolment: Enrolment, as part: Deciding.Part, at instant: Instant
  ) throws -> Deciding {
    let proposer: PersonID? = if case .releasing(let proposer) = part { proposer } else { nil }
    var duties: Set<Duty> = []
    for person in [person, proposer].compactMap(\.self) {
      duties.formUnion(try self.duties(of: person, to: enrolment, at: instant))
    }
    return Deciding(
      person: person, duties: duties,
      hasUnknownAssessor: try hasUnknownAssessor(of: enrolment, at: instant), part: part)
  }

  /// Whether a result that held at an instant names nobody who assessed.
  private func hasUnknownAssessor(of enrolment: Enrolment, at instant: Instant) throws -> Bool {
    let recorded = try results(of: enrolment.id).filter { $0.recordedAt <= instant }
    return AssessmentRule.inForce(recorded).contains { $0.assessor == nil && $0.outcome != .annulled }
  }

  /// The version of its scheme that a certificate was awarded by.
  func version(of certificate: Certificate) throws -> SchemeVersion {
    let scheme = try scheme(named: .id(certificate.scheme))
    guard let version = scheme.versions.first(where: { $0.number == certificate.schemeVersion }) else {
      throw NotFound(.scheme, "\(scheme.code) \(certificate.schemeVersion)")
    }
    return version
  }

  /// Who decided to issue a certificate, as of then.
  func decided(on certificate: Certificate, of enrolment: Enrolment, at instant: Instant) throws -> Deciding {
    let person = try transitions(of: certificate.id).first?.decidedBy
    let proposer = try proposal(of: certificate.id)?.proposedBy
    return try deciding(
      person, on: enrolment, as: proposer.map { .releasing(proposedBy: $0) } ?? .alone, at: instant)
  }
}

extension Duty {
  /// What whoever has it did or does, as a clause.
  public var clause: String {
    switch self {
    case .trained: "trained the person"
    case .supervised: "supervised the person"
    case .assessed: "assessed the person"
    case .close: "stands close to the person"
    }
  }
}
