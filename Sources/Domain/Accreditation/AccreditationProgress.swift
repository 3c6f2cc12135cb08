public import Values

/// How far an accreditation has come: a function of what was recorded of it and of the pool's version.
///
/// The transition table says which states an event leads on from; here the path says which stage is due, what it grants,
/// and which days follow from that.
public struct AccreditationProgress: Sendable, Hashable {
  public private(set) var state: AccreditationState
  /// How many stages of the path are passed.
  public private(set) var stagesPassed: Int
  /// What is held, or was held at last; nil where nothing ever was.
  public private(set) var standing: Standing?
  /// Since which day the standing is held; nil where nothing ever was.
  public private(set) var heldSince: Day?
  /// By which day the stage that is due is to be passed; nil where it has no deadline. Told, not enforced.
  public private(set) var dueBy: Day?
  /// The last day on which what is held holds; nil where it does not end by itself.
  public private(set) var heldUntil: Day?
  /// The day of what happened last.
  public private(set) var lastDay: Day

  public init(
    state: AccreditationState, stagesPassed: Int, standing: Standing?, heldSince: Day?, dueBy: Day?,
    heldUntil: Day?, lastDay: Day
  ) {
    self.state = state
    self.stagesPassed = stagesPassed
    self.standing = standing
    self.heldSince = heldSince
    self.dueBy = dueBy
    self.heldUntil = heldUntil
    self.lastDay = lastDay
  }

  /// Of a person who is put forward on a day.
  public static func nominated(on day: Day, under version: PoolVersion) -> AccreditationProgress {
    var progress = AccreditationProgress(
      state: .nominated, stagesPassed: 0, standing: nil, heldSince: nil, dueBy: nil, heldUntil: nil,
      lastDay: day)
    progress.setDeadline(by: version)
    return progress
  }

  /// Of an expert who is converted into the pool on a day; nil where the path grants the standing nowhere.
  public static func converted(
    on day: Day, granting standing: Standing, under version: PoolVersion
  ) -> AccreditationProgress? {
    guard let passed = version.path.stagesPassed(holding: standing) else { return nil }
    var progress = AccreditationProgress(
      state: AccreditationState(standing), stagesPassed: passed, standing: standing, heldSince: day,
      dueBy: nil, heldUntil: nil, lastDay: day)
    progress.setDeadline(by: version)
    progress.setTerm(by: version)
    return progress
  }

  /// How far it is after an event on a day.
  public func after(
    _ event: AccreditationState.Event, on day: Day, under version: PoolVersion
  ) throws(AccreditationState.Refusal) -> AccreditationProgress {
    let due = version.path.due(afterPassing: stagesPassed)
    let granted = event.passesStage ? due?.grants : event == .reactivate ? standing : nil
    let next = try state.after(event, granting: granted)
    let kinds = event.stageKinds
    guard kinds.isEmpty || due.map({ kinds.contains($0.kind) }) == true, hasMission(for: event, due) else {
      throw .notDue(event, next: due?.kind)
    }
    guard lastDay <= day else { throw .before(event, last: lastDay) }
    if let heldUntil, heldUntil < day, event != .lapse { throw .termOver(event, heldUntil) }
    var progress = self
    (progress.state, progress.lastDay) = (next, day)
    if event.passesStage {
      progress.stagesPassed += 1
      if let granted { (progress.standing, progress.heldSince) = (granted, day) }
    }
    if event.passesStage { progress.setDeadline(by: version) }
    if event.passesStage || event == .refresh { progress.setTerm(by: version) }
    if !next.isOpen { progress.dueBy = nil }
    return progress
  }

  /// A verdict on a mission needs the mission; one on support is had without.
  private func hasMission(for event: AccreditationState.Event, _ due: AccreditationStage?) -> Bool {
    guard event == .confirm || event == .reject else { return true }
    return (due?.kind == .mission) == (state == .missionAssigned)
  }

  /// The deadline of the stage that is due, counted from the last day.
  private mutating func setDeadline(by version: PoolVersion) {
    dueBy = version.path.due(afterPassing: stagesPassed)?.withinMonths.flatMap { lastDay.adding(months: $0) }
  }

  /// The term of what is held, counted from the last day: it holds to the day before the same day of the last month.
  private mutating func setTerm(by version: PoolVersion) {
    switch standing {
    case .accredited, .recognized:
      heldUntil = version.termMonths.flatMap { lastDay.adding(months: $0)?.adding(days: -1) }
    case .preAccredited, nil: heldUntil = nil
    }
  }
}
