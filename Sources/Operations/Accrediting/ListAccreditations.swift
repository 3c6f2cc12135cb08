public import Accreditation
public import People
public import Values

/// The accreditations within reach, in the order they were recorded.
public struct ListAccreditations: Inquiry {
  public static let right: Right? = .lookUp

  public let pool: Reference<ExpertPool>?
  public let state: AccreditationState?
  /// The party that nominated.
  public let party: Reference<Party>?
  public let person: PersonID?
  /// Those whose next stage is due by this day.
  public let dueBy: Day?
  public let page: PageRequest

  public init(
    pool: Reference<ExpertPool>? = nil, state: AccreditationState? = nil, party: Reference<Party>? = nil,
    person: PersonID? = nil, dueBy: Day? = nil, page: PageRequest = PageRequest()
  ) {
    self.pool = pool
    self.state = state
    self.party = party
    self.person = person
    self.dueBy = dueBy
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Accreditation> {
    let filter = AccreditationFilter(
      pool: try pool.map { try reading.records.pool(named: $0).id },
      person: try person.map { try reading.reached.person(identified: $0).id },
      party: try party.map { try reading.records.party(named: $0).id }, state: state, dueBy: dueBy)
    return try reading.records.accreditations(filter, within: reading.grant.reach, page: page)
  }
}

/// One accreditation with all that happened to it.
public struct ShowAccreditation: Inquiry {
  public static let right: Right? = .lookUp

  public struct Answer: Sendable {
    public let accreditation: Accreditation
    public let pool: ExpertPool
    /// The stage that is due; nil where all are passed, or the case has ended.
    public let due: AccreditationStage?
    public let transitions: [AccreditationTransition]
    public let missions: [Mission]
  }

  public let accreditation: AccreditationID

  public init(_ accreditation: AccreditationID) {
    self.accreditation = accreditation
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let accreditation = try reading.reached.accreditation(identified: accreditation)
    let (pool, version) = try reading.records.rules(of: accreditation)
    let progress = accreditation.progress
    return Answer(
      accreditation: accreditation, pool: pool,
      due: progress.state.isOpen ? version.path.due(afterPassing: progress.stagesPassed) : nil,
      transitions: try reading.records.transitions(of: accreditation.id),
      missions: try reading.records.missions(of: accreditation.id))
  }
}
