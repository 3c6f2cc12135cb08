public import Accreditation
public import People
public import Values

/// Which accreditations are asked for; what is nil does not restrict.
public struct AccreditationFilter: Sendable, Hashable {
  public let pool: PoolID?
  public let person: PersonID?
  public let party: PartyID?
  public let state: AccreditationState?
  /// Those whose next stage is due by this day.
  public let dueBy: Day?

  public init(
    pool: PoolID? = nil, person: PersonID? = nil, party: PartyID? = nil, state: AccreditationState? = nil,
    dueBy: Day? = nil
  ) {
    self.pool = pool
    self.person = person
    self.party = party
    self.state = state
    self.dueBy = dueBy
  }
}

/// Which experts are asked for; what is nil does not restrict.
public struct ExpertFilter: Sendable, Hashable {
  public let category: ExpertCategory?
  public let subject: SubjectCode?
  public let language: LanguageTag?
  public let standing: Standing?
  public let party: PartyID?
  /// Days on all of which the expert was released, and on none of which the expert is on a mission.
  public let available: DayRange?

  public init(
    category: ExpertCategory? = nil, subject: SubjectCode? = nil, language: LanguageTag? = nil,
    standing: Standing? = nil, party: PartyID? = nil, available: DayRange? = nil
  ) {
    self.category = category
    self.subject = subject
    self.language = language
    self.standing = standing
    self.party = party
    self.available = available
  }
}

/// What the register of experts says of one standing that is held.
public struct RegisteredExpert: Sendable, Hashable {
  public let accreditation: Accreditation
  public let name: String
  public let standing: Standing
  public let pool: PoolCode
  public let category: ExpertCategory
  public let subject: SubjectCode?

  public init(
    accreditation: Accreditation, name: String, standing: Standing, pool: PoolCode,
    category: ExpertCategory, subject: SubjectCode?
  ) {
    self.accreditation = accreditation
    self.name = name
    self.standing = standing
    self.pool = pool
    self.category = category
    self.subject = subject
  }
}

/// How many came how far with one stage of a pool.
public struct StageCount: Sendable, Hashable {
  public let stage: StageCode
  public let passed: Int
  public let failed: Int

  public init(stage: StageCode, passed: Int, failed: Int) {
    self.stage = stage
    self.passed = passed
    self.failed = failed
  }
}

/// Pools of experts, accreditations, missions, releases.
public protocol AccreditationRecords {
  func pool(_ id: PoolID) throws -> ExpertPool?
  func pool(_ code: PoolCode) throws -> ExpertPool?
  /// All pools, in the order of their codes.
  func pools() throws -> [ExpertPool]
  func accreditation(_ id: AccreditationID) throws -> Accreditation?
  /// The case of a person in a pool and a language in which something may still happen.
  func openAccreditation(of person: PersonID, in pool: PoolID, _ language: LanguageTag) throws
    -> Accreditation?
  /// A person's cases in pools of a category, in the order they were recorded.
  func accreditations(of person: PersonID, in category: ExpertCategory) throws -> [Accreditation]
  /// Accreditations within a reach, in the order they were recorded.
  func accreditations(
    _ filter: AccreditationFilter, within reach: Reach, page: PageRequest
  ) throws -> Page<Accreditation>
  /// Who holds a standing on a day, within a reach, in the order the cases were recorded.
  func experts(
    _ filter: ExpertFilter, on day: Day, within reach: Reach, page: PageRequest
  ) throws -> Page<RegisteredExpert>
  /// All that happened to an accreditation, in order.
  func transitions(of accreditation: AccreditationID) throws -> [AccreditationTransition]
  /// The accreditations within a reach that were recorded by an instant, in the order they were recorded, each with all that
  /// had been recorded of it by then, in order.
  func eachAccreditation(
    within reach: Reach, asOf cutOff: Instant,
    _ body: (Accreditation, [AccreditationTransition]) throws -> Void) throws
  /// How many cases of a pool, of all its versions, began, and passed or failed each stage, by its code.
  func funnel(of pool: PoolID) throws -> (began: Int, stages: [StageCount])
  func missions(of accreditation: AccreditationID) throws -> [Mission]
  func lies(_ accreditation: AccreditationID, within reach: Reach) throws -> Bool
  func release(_ id: ReleaseID) throws -> ExpertRelease?
  /// Releases within a reach, of a person (of all where nil), in the order they were recorded.
  func releases(of person: PersonID?, within reach: Reach, page: PageRequest) throws -> Page<ExpertRelease>
  /// Who was released on all of some days, and on a mission on none of them, by what was recorded by an instant.
  func peopleAvailable(on days: DayRange, asOf cutOff: Instant) throws -> Set<PersonID>
  /// Who was released on any of some days, by what was recorded by an instant.
  func peopleReleased(within days: DayRange, asOf cutOff: Instant) throws -> Set<PersonID>
  func lies(_ release: ReleaseID, within reach: Reach) throws -> Bool
}

/// What can be added to them.
public protocol WritableAccreditationRecords {
  func insert(_ pool: ExpertPool) throws
  func insert(_ version: PoolVersion, of pool: PoolID) throws
  func insert(_ accreditation: Accreditation) throws
  /// Keeps how far a case has come.
  func setProgress(_ progress: AccreditationProgress, of accreditation: AccreditationID) throws
  func append(_ transition: AccreditationTransition) throws
  func insert(_ mission: Mission) throws
  func insert(_ release: ExpertRelease) throws
  func end(_ release: ReleaseID, at instant: Instant) throws
}
