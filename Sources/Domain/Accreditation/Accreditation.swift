public import Assessment
public import Enrolment
public import People
public import Values

/// The identity of an accreditation.
public typealias AccreditationID = Identifier<Accreditation>

/// The case of one person in one pool and one language group: from the nomination to what became of it.
public struct Accreditation: Sendable, Hashable {
  public let id: AccreditationID
  public let person: PersonID
  public let pool: PoolID
  /// The version of the pool's rules that the case goes by, to its end.
  public let version: Int
  /// The language group: that of the workshop, and of the missions that the expert is asked for.
  public let language: LanguageTag
  /// The party that put the person forward.
  public let nominatedBy: PartyID
  /// The accreditation in another pool that it was converted from; nil for one that began with a nomination.
  public let convertedFrom: AccreditationID?
  public let recordedAt: Instant
  /// Worked out of what was recorded, and kept.
  public let progress: AccreditationProgress

  public init(
    id: AccreditationID, person: PersonID, pool: PoolID, version: Int, language: LanguageTag,
    nominatedBy: PartyID, convertedFrom: AccreditationID?, recordedAt: Instant,
    progress: AccreditationProgress
  ) {
    self.id = id
    self.person = person
    self.pool = pool
    self.version = version
    self.language = language
    self.nominatedBy = nominatedBy
    self.convertedFrom = convertedFrom
    self.recordedAt = recordedAt
    self.progress = progress
  }

  /// The same with other progress.
  public func at(_ progress: AccreditationProgress) -> Accreditation {
    Accreditation(
      id: id, person: person, pool: pool, version: version, language: language, nominatedBy: nominatedBy,
      convertedFrom: convertedFrom, recordedAt: recordedAt, progress: progress)
  }

  /// What the person is in the pool on a day, as far as is recorded now: nil where nothing is held, or no longer.
  public func standing(on day: Day) -> Standing? {
    guard let since = progress.heldSince, since <= day else { return nil }
    return switch progress.state {
    case .preAccredited, .missionAssigned: .preAccredited
    case .accredited, .recognized:
      progress.heldUntil.map { day <= $0 } ?? true ? progress.standing : nil
    case .nominated, .preScreened, .workshopDone, .inactive, .lapsed, .notSelected, .notConfirmed, .converted,
      .withdrawn:
      nil
    }
  }
}

/// One thing that happened to an accreditation, with the evidence for it. Appended, never altered.
public struct AccreditationTransition: Sendable, Hashable {
  /// What led to a change, as far as it is recorded here.
  public struct Evidence: Sendable, Hashable {
    /// The session that was the workshop or the refresher.
    public let session: SessionID?
    /// The mission that was assigned, called off or judged.
    public let mission: MissionID?
    /// Who assessed, or on a mission evaluated.
    public let assessor: PersonID?

    /// The observation that the verdict rests on.
    public let observation: ObservationID?

    public static let none = Evidence(session: nil, mission: nil, assessor: nil)

    public init(
      session: SessionID?, mission: MissionID?, assessor: PersonID?, observation: ObservationID? = nil
    ) {
      self.session = session
      self.mission = mission
      self.assessor = assessor
      self.observation = observation
    }
  }

  public let accreditation: AccreditationID
  /// 1 for how it began, then counting up.
  public let position: Int
  public let at: Instant
  /// Nil for how it began: with a nomination, or converted.
  public let event: AccreditationState.Event?
  public let to: AccreditationState
  /// The stage that was passed or failed, or whose mission it was; nil where it is no part of the path.
  public let stage: StageCode?
  /// The day on which it happened.
  public let on: Day
  public let evidence: Evidence
  /// Who decided; nil where a key does not say.
  public let decidedBy: PersonID?
  public let reason: String?

  public init(
    accreditation: AccreditationID, position: Int, at: Instant, event: AccreditationState.Event?,
    to: AccreditationState, stage: StageCode?, on: Day, evidence: Evidence, decidedBy: PersonID?,
    reason: String?
  ) {
    self.accreditation = accreditation
    self.position = position
    self.at = at
    self.event = event
    self.to = to
    self.stage = stage
    self.on = on
    self.evidence = evidence
    self.decidedBy = decidedBy
    self.reason = reason
  }
}
