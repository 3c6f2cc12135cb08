public import Accreditation
public import Assessment
public import Enrolment
public import People
public import Values

/// Takes an accreditation one step along its pool's path, or along what becomes of it then.
public struct MoveAccreditation: Change {
  public static let right = Right.accredit

  /// The steps that are nothing but steps; a mission and a conversion are records of their own.
  public enum Step: String, Sendable, CaseIterable {
    case screen, decline, prepare, pass, fail
    case callOffMission = "call-off-mission"
    case confirm, reject, refresh, deactivate, reactivate, lapse, withdraw

    public var event: AccreditationState.Event {
      switch self {
      case .screen: .screen
      case .decline: .decline
      case .prepare: .prepare
      case .pass: .pass
      case .fail: .fail
      case .callOffMission: .callOffMission
      case .confirm: .confirm
      case .reject: .reject
      case .refresh: .refresh
      case .deactivate: .deactivate
      case .reactivate: .reactivate
      case .lapse: .lapse
      case .withdraw: .withdraw
      }
    }

    /// Who nominates takes back; all else is decided for the pool.
    public var neededRight: Right { self == .withdraw ? .nominate : .accredit }

    /// Whether it says what an evaluator found.
    fileprivate var isVerdict: Bool { self == .confirm || self == .reject }

    /// Whether a session is evidence for it: a workshop or a refresher.
    fileprivate var takesSession: Bool {
      switch self {
      case .prepare, .pass, .fail, .refresh: true
      case .screen, .decline, .callOffMission, .confirm, .reject, .deactivate, .reactivate, .lapse, .withdraw:
        false
      }
    }
  }

  public let accreditation: AccreditationID
  public let step: Step
  /// The day on which it happened; today where nil.
  public let on: Day?
  /// The session that was the workshop or the refresher.
  public let session: Reference<Session>?
  /// Who assessed: needed for what is passed, failed, confirmed or rejected, but on a mission, whose evaluator is known.
  public let assessor: PersonID?
  /// The observation that a verdict rests on; who observed assessed.
  public let observation: ObservationID?
  public let reason: String?

  public init(
    accreditation: AccreditationID, step: Step, on: Day? = nil, session: Reference<Session>? = nil,
    assessor: PersonID? = nil, observation: ObservationID? = nil, reason: String? = nil
  ) {
    self.accreditation = accreditation
    self.step = step
    self.on = on
    self.session = session
    self.assessor = assessor
    self.observation = observation
    self.reason = reason
  }

  public var neededRight: Right { step.neededRight }

  public func carryOut(_ work: Work) throws -> Accreditation {
    let accreditation = try work.reached.accreditation(identified: accreditation)
    if step != .withdraw { try work.grant.requireOther(than: accreditation.person) }
    let day = try work.day(on)
    // The path is asked first: evidence is looked at for what is due.
    let version = try work.records.rules(of: accreditation).version
    _ = try accreditation.progress.after(step.event, on: day, under: version)
    return try work.move(
      accreditation, by: step.event, on: day, evidence: evidence(accreditation, day, work), reason: reason)
  }

  private func evidence(
    _ accreditation: Accreditation, _ day: Day, _ work: Work
  ) throws -> AccreditationTransition.Evidence {
    let mission = try openMission(of: accreditation, day, work)
    let evaluator = step.isVerdict ? mission?.evaluator : nil
    if let evaluator { try work.grant.requireOther(thanEvaluator: evaluator) }
    let session = try attendedSession(of: accreditation.person, work)
    let observation = try citedObservation(of: accreditation, on: mission, in: session, day, work)
    let assessor = try evaluator ?? namedAssessor(of: accreditation.person, observation?.observer, work)
    return .init(
      session: session, mission: mission?.id, assessor: assessor, observation: observation?.id)
  }

  /// The mission that the step is about; nil where it is about none.
  private func openMission(of accreditation: Accreditation, _ day: Day, _ work: Work) throws -> Mission? {
    guard accreditation.progress.state == .missionAssigned,
      let mission = try work.records.missions(of: accreditation.id).last
    else { return nil }
    guard assessor == nil else { throw AccreditationRefused.assessorOfMission }
    guard !step.isVerdict || mission.days.from <= day else {
      throw AccreditationRefused.missionNotBegun(mission.days.from)
    }
    return mission
  }

  private func attendedSession(of person: PersonID, _ work: Work) throws -> SessionID? {
    guard let session else { return nil }
    guard step.takesSession else { throw AccreditationRefused.sessionNotEvidence }
    return try work.attendedSession(session, by: person)
  }

  /// The observation that the verdict rests on, which says the same; nil where it rests on none, and the path asks for
  /// none.
  private func citedObservation(
    of accreditation: Accreditation, on mission: Mission?, in session: SessionID?, _ day: Day, _ work: Work
  ) throws -> Observation? {
    let progress = accreditation.progress
    let path = try work.records.rules(of: accreditation).version.path
    let rubric = path.rubric(judging: step.event, afterPassing: progress.stagesPassed)
    guard let observation else {
      guard let rubric, step.event.verdict != nil else { return nil }
      throw ObservationRefused.missing(rubric)
    }
    guard let verdict = step.event.verdict else { throw ObservationRefused.notEvidence }
    let found = try work.reached.observation(identified: observation)
    let judging = JudgingStep(
      person: accreditation.person, verdict: verdict, rubric: rubric, mission: mission, session: session,
      days: (progress.lastDay, day))
    try judging.requireProof(by: found, made: work.records.rules(of: found).rubric.code)
    guard try work.records.stepsCiting(found.id) == 0 else { throw ObservationRefused.citedByStep }
    return found
  }

  private func namedAssessor(
    of person: PersonID, _ observer: PersonID?, _ work: Work
  ) throws -> PersonID? {
    guard step.event.verdict != nil else {
      guard assessor == nil else { throw AccreditationRefused.assessorNotOfStep }
      return nil
    }
    guard assessor == nil || observer == nil else { throw AccreditationRefused.assessorOfObservation }
    guard let assessor = assessor ?? observer else { throw AccreditationRefused.assessorMissing }
    guard assessor != person else { throw Evaluator.Refusal.candidate }
    return try work.records.knownPerson(identified: assessor).id
  }
}
