public import Accreditation
public import People
public import Values

/// A pool of experts as it is shown in a report.
public struct PoolLabel: Sendable, Hashable {
  public let id: PoolID
  /// The short name, by which rows are ordered.
  public let code: PoolCode
  /// The title, shown in the asked language where there is one.
  public let title: LocalizedText
  public let category: ExpertCategory
  /// The number of the version that a case goes by.
  public let version: Int
  /// The stages of the version, in their order.
  public let stages: [Stage]

  /// A stage of the path into the pool.
  public struct Stage: Sendable, Hashable {
    public let code: StageCode
    /// The title, shown in the asked language where there is one.
    public let title: LocalizedText

    /// A stage with its titles.
    public init(code: StageCode, title: LocalizedText) {
      self.code = code
      self.title = title
    }
  }

  /// A pool with its titles, and the stages of a version.
  public init(
    id: PoolID, code: PoolCode, title: LocalizedText, category: ExpertCategory, version: Int, stages: [Stage]
  ) {
    self.id = id
    self.code = code
    self.title = title
    self.category = category
    self.version = version
    self.stages = stages
  }
}

/// One accreditation as it stood at the cut-off. Days are days of UTC, as everywhere with experts.
public struct ExpertFact: Sendable, Hashable {
  public let person: PersonID
  public let pool: PoolLabel
  /// The party that put the person forward.
  public let party: PartyLabel
  /// The donors that pay for seats in the sessions that its stages rest on.
  public let donors: Set<PartyID>
  /// The day on which it began.
  public let began: Day
  /// Whether it began by a conversion out of another pool, and not by a nomination.
  public let isConverted: Bool
  public let passed: Set<StageCode>
  public let failed: Set<StageCode>
  public let state: AccreditationState
  /// By which day the stage that is due is to be passed; nil where it has no deadline.
  public let dueBy: Day?
  /// The last day on which what is held holds; nil where it does not end by itself.
  public let heldUntil: Day?
  /// Whether the person is released for missions on some day of the period.
  public let isReleased: Bool

  /// An accreditation as it stood at the cut-off.
  public init(
    person: PersonID, pool: PoolLabel, party: PartyLabel, donors: Set<PartyID>, began: Day,
    isConverted: Bool, passed: Set<StageCode>, failed: Set<StageCode>, state: AccreditationState,
    dueBy: Day?, heldUntil: Day?, isReleased: Bool
  ) {
    self.person = person
    self.pool = pool
    self.party = party
    self.donors = donors
    self.began = began
    self.isConverted = isConverted
    self.passed = passed
    self.failed = failed
    self.state = state
    self.dueBy = dueBy
    self.heldUntil = heldUntil
    self.isReleased = isReleased
  }

  /// Whether the person may be asked for missions on a day: what was granted is not at rest, and its term is not over.
  func isHeld(on day: Day) -> Bool {
    guard let heldUntil else { return isGranted }
    return isGranted && day <= heldUntil
  }

  /// Whether something is held, apart from its term.
  private var isGranted: Bool {
    switch state {
    case .preAccredited, .missionAssigned, .accredited, .recognized: true
    case .nominated, .preScreened, .workshopDone, .inactive, .lapsed, .notSelected, .notConfirmed, .converted,
      .withdrawn:
      false
    }
  }

  /// The next day by which something has to be done: to pass the stage that is due, or to renew what is held.
  var nextReview: Day? {
    switch (dueBy, isGranted ? heldUntil : nil) {
    case (let due?, let until?): min(due, until)
    case (let due?, nil): due
    case (nil, let until): until
    }
  }
}
