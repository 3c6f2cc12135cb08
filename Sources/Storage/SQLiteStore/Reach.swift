internal import Accreditation
internal import Assessment
internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

// How far a reach goes, as conditions on the rows of a table. Each names by an index what lies within, so that a list
// costs as much as what is one's own, not as much as what there is.
//
// For one row that is known, `narrowed` asks the same of that row alone.
extension Reach {
  /// On `person`.
  func ofPersons(narrowed: Bool = false) -> Query {
    let same: Query = narrowed ? " AND person = person.id" : ""
    switch self {
    case .everything: return ""
    case .officers(let party):
      return " AND person.id IN (SELECT person FROM affiliation WHERE party = \(party)\(same))"
    case .region(let office):
      return """
         AND person.id IN (
          SELECT person FROM nomination
          WHERE nominated_by IN (SELECT id FROM party WHERE region = (SELECT region FROM party WHERE id = \(office)))
            \(same))
        """
    case .sessions(let host):
      return " AND person.id IN (\(Reach.people(of: host, narrowed: narrowed)))"
    case .university(let party):
      return """
         AND person.id IN (
          \(Reach.people(of: party, narrowed: narrowed))
          UNION SELECT person FROM certificate WHERE scheme IN (SELECT id FROM scheme WHERE issuer = \(party))\(same))
        """
    case .queue(let assessor):
      return """
         AND person.id IN (
          SELECT person FROM enrolment
          WHERE (session IN (\(Reach.wholeSessions(of: assessor))) OR id IN (\(Reach.singleEnrolments(of: assessor))))
            \(same)
          UNION SELECT person FROM accreditation WHERE id IN (\(Reach.evaluated(by: assessor)))\(same))
        """
    case .person(let person): return " AND person.id = \(person)"
    case .expert(let expert):
      return """
         AND (person.id = \(expert) OR person.id IN (
          SELECT person FROM accreditation WHERE id IN (\(Reach.evaluated(by: expert)))\(same)))
        """
    case .nothing: return " AND 0"
    }
  }

  /// On `session`.
  func ofSessions(narrowed: Bool = false) -> Query {
    let same: Query = narrowed ? " AND session = session.id" : ""
    switch self {
    case .everything, .officers, .region: return ""
    case .sessions(let host), .university(let host): return " AND session.host = \(host)"
    case .queue(let assessor):
      return """
         AND session.id IN (
          SELECT session FROM assessor_assignment WHERE assessor = \(assessor) AND ended_at IS NULL\(same))
        """
    case .person(let person), .expert(let person):
      return """
         AND session.id IN (
          SELECT session FROM nomination WHERE person = \(person)\(same)
          UNION SELECT session FROM enrolment WHERE person = \(person)\(same))
        """
    case .nothing: return " AND 0"
    }
  }

  /// On `nomination`.
  func ofNominations() -> Query {
    switch self {
    case .everything: ""
    case .officers(let party): " AND nomination.nominated_by = \(party)"
    case .region(let office):
      """
       AND nomination.nominated_by IN (
        SELECT id FROM party WHERE region = (SELECT region FROM party WHERE id = \(office)))
      """
    case .sessions(let host), .university(let host):
      " AND nomination.session IN (\(Reach.hosted(by: host)))"
    case .person(let person), .expert(let person): " AND nomination.person = \(person)"
    case .queue, .nothing: " AND 0"
    }
  }

  /// On `enrolment`.
  func ofEnrolments(narrowed: Bool = false) -> Query {
    switch self {
    case .everything: return ""
    case .officers(let party):
      let same: Query = narrowed ? " AND id = enrolment.affiliation" : ""
      return " AND enrolment.affiliation IN (SELECT id FROM affiliation WHERE party = \(party)\(same))"
    case .sessions(let host), .university(let host):
      return " AND enrolment.session IN (\(Reach.hosted(by: host)))"
    case .queue(let assessor):
      return """
         AND (enrolment.session IN (\(Reach.wholeSessions(of: assessor)))
          OR enrolment.id IN (\(Reach.singleEnrolments(of: assessor))))
        """
    case .person(let person), .expert(let person): return " AND enrolment.person = \(person)"
    case .region, .nothing: return " AND 0"
    }
  }

  /// On `certificate`.
  func ofCertificates(narrowed: Bool = false) -> Query {
    switch self {
    case .everything: return ""
    case .officers(let party):
      let same: Query = narrowed ? " AND id = certificate.enrolment" : ""
      return """
         AND certificate.enrolment IN (
          SELECT id FROM enrolment WHERE affiliation IN (SELECT id FROM affiliation WHERE party = \(party))\(same))
        """
    case .sessions(let host): return " AND certificate.session IN (\(Reach.hosted(by: host)))"
    case .university(let party):
      return " AND certificate.scheme IN (SELECT id FROM scheme WHERE issuer = \(party))"
    case .person(let person), .expert(let person): return " AND certificate.person = \(person)"
    case .region, .queue, .nothing: return " AND 0"
    }
  }

  /// On `assessor_assignment`.
  func ofAssignments() -> Query {
    switch self {
    case .everything: ""
    case .sessions(let host), .university(let host):
      " AND assessor_assignment.session IN (\(Reach.hosted(by: host)))"
    case .queue(let assessor): " AND assessor_assignment.assessor = \(assessor)"
    case .officers, .region, .person, .expert, .nothing: " AND 0"
    }
  }

  /// On `accreditation`: a Member's and a region's by who nominated, an assessor's and an expert's by the missions that are
  /// evaluated.
  func ofAccreditations() -> Query {
    switch self {
    case .everything: ""
    case .officers(let party): " AND accreditation.nominated_by = \(party)"
    case .region(let office):
      """
       AND accreditation.nominated_by IN (
        SELECT id FROM party WHERE region = (SELECT region FROM party WHERE id = \(office)))
      """
    case .queue(let assessor):
      " AND accreditation.id IN (\(Reach.evaluated(by: assessor)))"
    case .person(let person): " AND accreditation.person = \(person)"
    case .expert(let expert):
      " AND (accreditation.person = \(expert) OR accreditation.id IN (\(Reach.evaluated(by: expert))))"
    case .sessions, .university, .nothing: " AND 0"
    }
  }

  /// On `observation`: a party's own people, what was observed in sessions that are hosted; of an assessor what the
  /// assessor observed, and what was observed of those who are assessed; of an expert what the expert observed, and the own performance.
  func ofObservations() -> Query {
    switch self {
    case .everything: ""
    case .officers(let party):
      " AND observation.person IN (SELECT person FROM affiliation WHERE party = \(party))"
    case .sessions(let host), .university(let host):
      " AND observation.session IN (\(Reach.hosted(by: host)))"
    case .queue(let assessor):
      """
       AND (observation.observer = \(assessor) OR observation.second_observer = \(assessor)
        OR observation.person IN (SELECT person.id FROM person WHERE 1\(ofPersons())))
      """
    case .person(let person): " AND observation.person = \(person)"
    case .expert(let expert):
      """
       AND (observation.person = \(expert) OR observation.observer = \(expert) OR observation.second_observer = \(expert))
      """
    case .region, .nothing: " AND 0"
    }
  }

  /// On `evaluation`: those of sessions within reach.
  func ofEvaluations() -> Query {
    self == .everything ? "" : " AND session IN (SELECT id FROM session WHERE 1\(ofSessions()))"
  }

  /// On what belongs to an enrolment and names it `enrolment`.
  func ofRecordsOfEnrolments() -> Query {
    self == .everything ? "" : " AND enrolment IN (SELECT id FROM enrolment WHERE 1\(ofEnrolments()))"
  }

  /// On `expert_release`.
  func ofReleases() -> Query {
    switch self {
    case .everything: ""
    case .officers(let party): " AND expert_release.party = \(party)"
    case .region(let office):
      """
       AND expert_release.party IN (
        SELECT id FROM party WHERE region = (SELECT region FROM party WHERE id = \(office)))
      """
    case .person(let person), .expert(let person): " AND expert_release.person = \(person)"
    case .sessions, .university, .queue, .nothing: " AND 0"
    }
  }

  private static func hosted(by party: PartyID) -> Query {
    "SELECT id FROM session WHERE host = \(party)"
  }

  /// Who takes part in what a party hosts or assesses in it, and who has a place in the party.
  private static func people(of host: PartyID, narrowed: Bool) -> Query {
    let same: Query = narrowed ? " AND person = person.id" : ""
    let sameAssessor: Query = narrowed ? " AND assessor = person.id" : ""
    return """
      SELECT person FROM affiliation WHERE party = \(host)\(same)
      UNION SELECT person FROM nomination WHERE session IN (\(hosted(by: host)))\(same)
      UNION SELECT person FROM enrolment WHERE session IN (\(hosted(by: host)))\(same)
      UNION SELECT assessor FROM assessor_assignment WHERE session IN (\(hosted(by: host)))\(sameAssessor)
      """
  }

  /// The cases whose mission somebody evaluates.
  private static func evaluated(by evaluator: PersonID) -> Query {
    "SELECT accreditation FROM mission WHERE evaluator = \(evaluator)"
  }

  /// The sessions whose every enrolment is an assessor's.
  private static func wholeSessions(of assessor: PersonID) -> Query {
    """
    SELECT session FROM assessor_assignment
    WHERE assessor = \(assessor) AND enrolment IS NULL AND ended_at IS NULL
    """
  }

  /// The enrolments that are an assessor's one by one.
  private static func singleEnrolments(of assessor: PersonID) -> Query {
    """
    SELECT enrolment FROM assessor_assignment
    WHERE assessor = \(assessor) AND enrolment IS NOT NULL AND ended_at IS NULL
    """
  }
}

extension ConnectedRecords {
  func lies(_ person: PersonID, within reach: Reach) throws -> Bool {
    try holds("SELECT 1 FROM person WHERE person.id = \(person)\(reach.ofPersons(narrowed: true))", reach)
  }

  func lies(_ session: SessionID, within reach: Reach) throws -> Bool {
    try holds("SELECT 1 FROM session WHERE session.id = \(session)\(reach.ofSessions(narrowed: true))", reach)
  }

  func lies(_ nomination: NominationID, within reach: Reach) throws -> Bool {
    try holds("SELECT 1 FROM nomination WHERE nomination.id = \(nomination)\(reach.ofNominations())", reach)
  }

  func lies(_ enrolment: EnrolmentID, within reach: Reach) throws -> Bool {
    try holds(
      "SELECT 1 FROM enrolment WHERE enrolment.id = \(enrolment)\(reach.ofEnrolments(narrowed: true))", reach)
  }

  func lies(_ assignment: AssessorAssignmentID, within reach: Reach) throws -> Bool {
    try holds(
      """
      SELECT 1 FROM assessor_assignment WHERE assessor_assignment.id = \(assignment)\(reach.ofAssignments())
      """, reach)
  }

  func lies(_ accreditation: AccreditationID, within reach: Reach) throws -> Bool {
    try holds(
      "SELECT 1 FROM accreditation WHERE accreditation.id = \(accreditation)\(reach.ofAccreditations())",
      reach)
  }

  func lies(_ release: ReleaseID, within reach: Reach) throws -> Bool {
    try holds(
      "SELECT 1 FROM expert_release WHERE expert_release.id = \(release)\(reach.ofReleases())", reach)
  }

  func lies(_ observation: ObservationID, within reach: Reach) throws -> Bool {
    try holds(
      "SELECT 1 FROM observation WHERE observation.id = \(observation)\(reach.ofObservations())", reach)
  }

  func lies(_ certificate: CertificateID, within reach: Reach) throws -> Bool {
    try holds(
      """
      SELECT 1 FROM certificate WHERE certificate.id = \(certificate)\(reach.ofCertificates(narrowed: true))
      """, reach)
  }

  /// Whether there is a row. Who reaches everything costs no look.
  private func holds(_ query: Query, _ reach: Reach) throws -> Bool {
    guard reach != .everything else { return true }
    return try connection.first(query) { try $0.integer(0) } != nil
  }
}
