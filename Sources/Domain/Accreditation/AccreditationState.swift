public import Assessment
public import Values

/// The life of an accreditation (domain 7.3): nominated → pre-screened → workshop done → pre-accredited → mission
/// assigned → accredited → inactive or lapsed; not selected, not confirmed; recognized; converted; withdrawn.
///
/// Which stages there are is data of the pool; which state a stage may lead on from is not.
public enum AccreditationState: String, Sendable, CaseIterable {
  case nominated
  case preScreened = "pre-screened"
  /// A workshop was passed that grants no standing.
  case workshopDone = "workshop-done"
  case preAccredited = "pre-accredited"
  case missionAssigned = "mission-assigned"
  case accredited, recognized
  /// Accredited or recognized, and for a time not to be asked.
  case inactive
  case lapsed
  case notSelected = "not-selected"
  case notConfirmed = "not-confirmed"
  /// Became an accreditation in another pool.
  case converted
  case withdrawn

  /// What may happen to an accreditation.
  public enum Event: String, Sendable, CaseIterable {
    /// The nominee is selected.
    case screen
    /// The nominee is not selected.
    case decline
    /// A preparatory workshop was attended.
    case prepare
    /// A workshop was passed, or failed.
    case pass, fail
    case assignMission = "assign-mission"
    case callOffMission = "call-off-mission"
    /// The verdict on a mission, or on support that was delivered.
    case confirm, reject
    /// A refresher was attended: it extends what is held and raises nothing (domain 7.4, 16).
    case refresh
    case deactivate, reactivate
    case lapse, convert, withdraw
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The accreditation is in a state that the event does not start from.
    case notFrom(AccreditationState, Event)
    /// The path has another stage next, or none.
    case notDue(Event, next: AccreditationStage.Kind?)
    /// Not to select, to fail and to take back need a reason.
    case reasonMissing(Event)
    /// It was before what happened last.
    case before(Event, last: Day)
    /// What was held ended with that day; all that is left is to say that it lapsed.
    case termOver(Event, Day)
  }

  /// The state after an event.
  ///
  /// - Parameter standing: what the stage grants that the event passes; what was held, for `reactivate`; else nil.
  public func after(_ event: Event, granting standing: Standing? = nil) throws(Refusal) -> AccreditationState
  {
    switch (self, event) {
    case (.nominated, .screen): .preScreened
    case (.nominated, .decline): .notSelected
    case (.nominated, .prepare), (.preScreened, .prepare), (.workshopDone, .prepare): .workshopDone
    case (.nominated, .pass), (.preScreened, .pass), (.workshopDone, .pass):
      standing.map(AccreditationState.init) ?? .workshopDone
    case (.nominated, .fail), (.preScreened, .fail), (.workshopDone, .fail): .notSelected
    case (.preAccredited, .assignMission): .missionAssigned
    case (.missionAssigned, .callOffMission): .preAccredited
    case (.missionAssigned, .confirm), (.workshopDone, .confirm), (.preAccredited, .confirm):
      standing.map(AccreditationState.init) ?? self
    case (.missionAssigned, .reject), (.workshopDone, .reject), (.preAccredited, .reject): .notConfirmed
    case (.preAccredited, .refresh), (.accredited, .refresh), (.recognized, .refresh), (.inactive, .refresh):
      self
    case (.accredited, .deactivate), (.recognized, .deactivate): .inactive
    case (.inactive, .reactivate): standing.map(AccreditationState.init) ?? self
    case (.preAccredited, .lapse), (.accredited, .lapse), (.recognized, .lapse), (.inactive, .lapse): .lapsed
    case (.accredited, .convert): .converted
    case (.nominated, .withdraw), (.preScreened, .withdraw), (.workshopDone, .withdraw),
      (.preAccredited, .withdraw), (.missionAssigned, .withdraw):
      .withdrawn
    case (.nominated, .assignMission), (.nominated, .callOffMission), (.nominated, .confirm),
      (.nominated, .reject), (.nominated, .refresh), (.nominated, .deactivate), (.nominated, .reactivate),
      (.nominated, .lapse), (.nominated, .convert),
      (.preScreened, .screen), (.preScreened, .decline), (.preScreened, .assignMission),
      (.preScreened, .callOffMission), (.preScreened, .confirm), (.preScreened, .reject),
      (.preScreened, .refresh), (.preScreened, .deactivate), (.preScreened, .reactivate),
      (.preScreened, .lapse), (.preScreened, .convert),
      (.workshopDone, .screen), (.workshopDone, .decline), (.workshopDone, .assignMission),
      (.workshopDone, .callOffMission), (.workshopDone, .refresh), (.workshopDone, .deactivate),
      (.workshopDone, .reactivate), (.workshopDone, .lapse), (.workshopDone, .convert),
      (.preAccredited, .screen), (.preAccredited, .decline), (.preAccredited, .prepare),
      (.preAccredited, .pass), (.preAccredited, .fail), (.preAccredited, .callOffMission),
      (.preAccredited, .deactivate), (.preAccredited, .reactivate), (.preAccredited, .convert),
      (.missionAssigned, .screen), (.missionAssigned, .decline), (.missionAssigned, .prepare),
      (.missionAssigned, .pass), (.missionAssigned, .fail), (.missionAssigned, .assignMission),
      (.missionAssigned, .refresh), (.missionAssigned, .deactivate), (.missionAssigned, .reactivate),
      (.missionAssigned, .lapse), (.missionAssigned, .convert),
      (.accredited, .screen), (.accredited, .decline), (.accredited, .prepare), (.accredited, .pass),
      (.accredited, .fail), (.accredited, .assignMission), (.accredited, .callOffMission),
      (.accredited, .confirm), (.accredited, .reject), (.accredited, .reactivate), (.accredited, .withdraw),
      (.recognized, .screen), (.recognized, .decline), (.recognized, .prepare), (.recognized, .pass),
      (.recognized, .fail), (.recognized, .assignMission), (.recognized, .callOffMission),
      (.recognized, .confirm), (.recognized, .reject), (.recognized, .reactivate), (.recognized, .convert),
      (.recognized, .withdraw),
      (.inactive, .screen), (.inactive, .decline), (.inactive, .prepare), (.inactive, .pass),
      (.inactive, .fail), (.inactive, .assignMission), (.inactive, .callOffMission), (.inactive, .confirm),
      (.inactive, .reject), (.inactive, .deactivate), (.inactive, .convert), (.inactive, .withdraw):
      throw .notFrom(self, event)
    case (.lapsed, _), (.notSelected, _), (.notConfirmed, _), (.converted, _), (.withdrawn, _):
      throw .notFrom(self, event)
    }
  }

  /// Whether something may still happen: at most one such case of a person in a pool and a language.
  public var isOpen: Bool {
    switch self {
    case .nominated, .preScreened, .workshopDone, .preAccredited, .missionAssigned, .accredited, .recognized,
      .inactive:
      true
    case .lapsed, .notSelected, .notConfirmed, .converted, .withdrawn: false
    }
  }

  init(_ standing: Standing) {
    self =
      switch standing {
      case .preAccredited: .preAccredited
      case .accredited: .accredited
      case .recognized: .recognized
      }
  }
}

extension AccreditationState.Event {
  /// The kinds of stage that the event passes or fails; none where it is no part of the path.
  public var stageKinds: Set<AccreditationStage.Kind> {
    switch self {
    case .screen, .decline: [.screening]
    case .prepare: [.preparation]
    case .pass, .fail: [.workshop]
    case .assignMission, .callOffMission: [.mission]
    case .confirm, .reject: [.mission, .support]
    case .refresh, .deactivate, .reactivate, .lapse, .convert, .withdraw: []
    }
  }

  /// Whether the stage that is due is passed by it.
  public var passesStage: Bool {
    switch self {
    case .screen, .prepare, .pass, .confirm: true
    case .decline, .fail, .assignMission, .callOffMission, .reject, .refresh, .deactivate, .reactivate,
      .lapse, .convert, .withdraw:
      false
    }
  }

  /// What an observation that it rests on has found; nil where it says nothing of a performance.
  public var verdict: AssessmentResult.Verdict? {
    switch self {
    case .pass, .confirm: .satisfactory
    case .fail, .reject: .unsatisfactory
    case .screen, .decline, .prepare, .assignMission, .callOffMission, .refresh, .deactivate, .reactivate,
      .lapse, .convert, .withdraw:
      nil
    }
  }

  /// Whether it is only done for a reason.
  public var needsReason: Bool {
    switch self {
    case .decline, .fail, .callOffMission, .reject, .deactivate, .lapse, .withdraw: true
    case .screen, .prepare, .pass, .assignMission, .confirm, .refresh, .reactivate, .convert: false
    }
  }
}
