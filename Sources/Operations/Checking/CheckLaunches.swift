internal import CMI5
internal import Catalogue
internal import Enrolment
internal import Values
internal import XAPI

// Launches, waivers and what is satisfied, held against the statements of the registration (cmi5 §9.3).
extension Checking {
  func checkLaunches(
    of enrolment: Enrolment, _ progress: EnrolmentProgress, _ rule: VersionRules.Rule
  ) throws {
    guard case .cmi5 = rule.format else { return }
    let said = try SaidOfLaunches(of: enrolment, records, origin: origin)
    try checkSessions(of: enrolment, said)
    try checkWaivers(of: enrolment, said)
    try checkSatisfied(of: enrolment, progress, rule, said)
  }

  /// Each launch stands as its unit and this system said that it does.
  private func checkSessions(of enrolment: Enrolment, _ said: SaidOfLaunches) throws {
    try each({ try records.launches(of: enrolment.id, page: $0) }, { "launch \($0.id)" }) { session in
      guard !(said.sessions[session.id] ?? SaidOfSession()).tells(session) else { return }
      fault(
        "launch", "launch \(session.id) of enrolment \(enrolment.id) does not stand as its statements say")
    }
  }

  /// What is waived, and no more, is what this system said is waived, and why.
  private func checkWaivers(of enrolment: Enrolment, _ said: SaidOfLaunches) throws {
    let waivers = try records.waivers(in: enrolment.id)
    for waiver in waivers {
      let told = said.waived[waiver.statement]
      let activity = ActivityIRI.of(waiver.activity, version: enrolment.version, origin: origin)
      guard told?.activity != activity || told?.reason != waiver.reason else { continue }
      fault(
        "waiver",
        "the waiver of activity “\(waiver.activity)” in enrolment \(enrolment.id) is not what its statement says"
      )
    }
    let known = Set(waivers.map(\.statement))
    for statement in said.waived.keys.sorted() where !known.contains(statement) {
      fault(
        "waiver",
        "statement \(statement) waives an activity of enrolment \(enrolment.id), and it is not among its waivers"
      )
    }
  }

  /// What is said to be satisfied, and was not taken back, is satisfied by what the records show.
  private func checkSatisfied(
    of enrolment: Enrolment, _ progress: EnrolmentProgress, _ rule: VersionRules.Rule, _ said: SaidOfLaunches
  ) throws {
    let kept = try records.satisfactions(in: enrolment.id)
    for satisfaction in kept where !said.takenBack.contains(satisfaction.statement) {
      let group = rule.groups.first { $0.key == satisfaction.group }
      let activity = ActivityIRI.of(satisfaction.group, version: enrolment.version, origin: origin)
      guard let group, said.satisfied[satisfaction.statement] == activity else {
        fault(
          "satisfied",
          "that \(words(of: satisfaction.group)) of enrolment \(enrolment.id) is satisfied is not what its statement says"
        )
        continue
      }
      guard !progress.satisfies(group, by: rule) else { continue }
      fault(
        "satisfied",
        "\(words(of: group.key)) of enrolment \(enrolment.id) is said to be satisfied, and not all of its units are"
      )
    }
    let known = Set(kept.map(\.statement))
    for statement in said.satisfied.keys.sorted()
    where !known.contains(statement) && !said.takenBack.contains(statement) {
      fault(
        "satisfied",
        "statement \(statement) says what of enrolment \(enrolment.id) is satisfied, and that is not kept")
    }
  }

  private func words(of group: String?) -> String { group.map { "block “\($0)”" } ?? "the course" }
}

/// What the statements of a registration say of its launches, and what this system says in them.
private struct SaidOfLaunches {
  private(set) var sessions: [LaunchSessionID: SaidOfSession] = [:]
  /// By their statements, the IRIs of units that this system waived, and why.
  private(set) var waived: [UUID: (activity: String, reason: String?)] = [:]
  /// By their statements, the IRIs of blocks and courses that this system said are satisfied.
  private(set) var satisfied: [UUID: String] = [:]
  /// The statements that are voided.
  private(set) var takenBack: Set<UUID> = []

  init(of enrolment: Enrolment, _ records: any Records, origin: String) throws {
    let term = try StatementTermDigest.of(StatementTerm(.registration, enrolment.id.description))
    for found in try records.allStatements(withTerm: term) {
      let statement = try found.parsed()
      guard statement.context?.registration == enrolment.id.uuid else { continue }
      if found.isVoided { takenBack.insert(found.id) }
      if statement.isVouchedForBySystem(origin: origin) {
        take(statement, found.id)
      } else if let named = statement.namedSession.map(LaunchSessionID.init),
        statement.authority?.identity == .account(homePage: origin, name: LaunchPass.user(of: named))
      {
        sessions[named, default: SaidOfSession()].take(statement, found.id)
      }
    }
  }

  private mutating func take(_ statement: Statement, _ id: UUID) {
    guard let verb = statement.lmsVerb, case .activity(let activity) = statement.object else { return }
    let session = statement.namedSession.map(LaunchSessionID.init)
    switch verb {
    case .launched: session.map { sessions[$0, default: SaidOfSession()].launches += 1 }
    case .abandoned: session.map { sessions[$0, default: SaidOfSession()].abandonments += 1 }
    case .waived: waived[id] = (activity, statement.reasonOfWaiver)
    case .satisfied: satisfied[id] = activity
    }
  }
}

/// What is said of one launch.
private struct SaidOfSession {
  var launches = 0
  var abandonments = 0
  private var initializedAt: Instant?
  private var terminatedAt: Instant?
  private var decisions: [UnitVerb: UUID] = [:]

  init() {}

  /// Takes what its unit says.
  mutating func take(_ statement: Statement, _ id: UUID) {
    switch statement.unitVerb {
    case .initialized: initializedAt = statement.timestamp
    case .terminated: terminatedAt = statement.timestamp
    case .completed, .passed, .failed: statement.unitVerb.map { decisions[$0] = id }
    case nil: break
    }
  }

  private var state: LaunchSessionState {
    if abandonments > 0 { return .abandoned }
    if terminatedAt != nil { return .terminated }
    return initializedAt == nil ? .launched : .initialized
  }

  /// Whether a session stands so.
  func tells(_ session: LaunchSession) -> Bool {
    launches == 1 && abandonments <= 1 && session.state == state && session.initializedAt == initializedAt
      && session.terminatedAt == terminatedAt && session.decisions == decisions
  }
}
