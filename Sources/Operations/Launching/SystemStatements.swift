internal import CMI5
internal import Catalogue
internal import Enrolment
internal import JSON
internal import Values
internal import XAPI

// What this system says itself, as the LMS that cmi5 speaks of. Nobody else's statements bear its authority.
extension XAPI.Actor {
  /// How this system vouches for statements of its own.
  static func system(origin: String) -> XAPI.Actor {
    .agent(Agent(identity: .account(homePage: origin, name: "registrar"), name: "registrar"))
  }
}

extension Statement {
  /// Whether it is one of this system's own.
  func isVouchedForBySystem(origin: String) -> Bool {
    authority?.identity == XAPI.Actor.system(origin: origin).identity
  }

  /// Whether this system says that a unit is waived.
  var isWaiver: Bool { verb.utf8.elementsEqual(LMSVerb.waived.rawValue.utf8) }
}

extension Work {
  /// Records a statement of this system in the transaction of what it follows from.
  ///
  /// - Returns: the statement, and when it was stored.
  @discardableResult
  func recordAsSystem(
    _ make: (LMSStatement) -> [UInt8]
  ) throws -> (statement: Statement, id: UUID, stored: Instant) {
    let stored = records.nextInstant()
    let id = UUID(version7At: stored.microseconds, random: identifierBits().low)
    let octets = make(LMSStatement(id: id, timestamp: stored))
    let statement = try Statement(validating: JSONDocument(octets).root, by: .version1)
    let authority = XAPI.Actor.system(origin: origin)
    let received = try ReceivedStatement(
      statement, authority: authority, definitions: KnownDefinitions().unknown(in: statement)
    ) { id }
    _ = try records.insert(
      StoredStatement(
        id: id, stored: stored, terms: received.terms + termsTakenOver(by: statement),
        voids: statement.voidedStatement,
        bytes: statement.completed(id: id, stored: stored, authority: authority, trustingSender: false)))
    _ = try take(received.definitions, storedAt: stored)
    return (statement, id, stored)
  }

  /// Abandons the session of an enrolment that has not ended, if there is one (cmi5 §9.3.6).
  ///
  /// - Returns: the session as it stands then; nil where none was open.
  @discardableResult
  func abandonOpenLaunch(of enrolment: Enrolment) throws -> LaunchSession? {
    guard var session = try records.openLaunch(of: enrolment.id) else { return nil }
    try session.abandon(at: records.nextInstant())
    try records.update(session)
    let unit = try unit(session.activity, of: enrolment, session: session.id, mode: session.mode)
    try recordAsSystem { $0.abandoned(unit, spentMicroseconds: session.spentMicroseconds) }
    return session
  }
}

// Blocks and courses that are satisfied (cmi5 §9.3.9).
extension Work {
  /// Says of blocks and the course that they are satisfied, as soon as they are and once, where progress has satisfied
  /// another unit.
  func recordSatisfied(
    in enrolment: Enrolment, from before: EnrolmentProgress, to progress: EnrolmentProgress,
    rule: VersionRules.Rule, saidIn session: LaunchSessionID? = nil
  ) throws {
    guard !rule.groups.isEmpty else { return }
    let isFurther = progress.activities.contains { key, reached in
      reached != before.activities[key] && progress.isSatisfied(key, launches: rule.launches)
        && !before.isSatisfied(key, launches: rule.launches)
    }
    if isFurther { try recordSatisfied(in: enrolment, progress, rule, saidIn: session) }
  }

  /// “At the time of registration, the LMS MUST evaluate MoveOn criteria in the course structure” (§9.6.1).
  func recordSatisfiedAtRegistration(_ enrolment: Enrolment) throws {
    let rule = try rules.rule(of: enrolment.version, in: records)
    guard rule.isSatisfiedInPartAtOnce else { return }
    try recordSatisfied(in: enrolment, records.progress(of: enrolment.id), rule)
  }

  /// In a launch session with its session id, by a waiver with the waiver's, else with one of its own, the same for all
  /// that are satisfied together.
  private func recordSatisfied(
    in enrolment: Enrolment, _ progress: EnrolmentProgress, _ rule: VersionRules.Rule,
    saidIn saidSession: LaunchSessionID? = nil
  ) throws {
    let known = try records.satisfactions(in: enrolment.id).map(\.group)
    let due = rule.groups.filter { !known.contains($0.key) && progress.satisfies($0, by: rule) }
    guard !due.isEmpty else { return }
    let session =
      saidSession ?? principal.pass.flatMap { $0.enrolment == enrolment.id ? $0.session : nil }
      ?? newIdentifier()
    let learner = LMSStatement.Learner(
      actor: .account(homePage: origin, name: enrolment.person.description),
      registration: enrolment.id.uuid, session: session.uuid)
    for group in due {
      let activity = ActivityIRI.of(group.key, version: enrolment.version, origin: origin)
      let said = try recordAsSystem { $0.satisfied(group, activity: activity, by: learner) }
      try records.insert(
        Satisfaction(
          enrolment: enrolment.id, group: group.key, statement: said.id, recordedAt: said.stored))
    }
  }

  /// Takes back, by voiding it, what was said of blocks and the course that are satisfied no longer, since what satisfied
  /// them was withdrawn; they can be satisfied again. What somebody else voided is not voided twice.
  func retractSatisfied(
    in enrolment: Enrolment, _ progress: EnrolmentProgress, _ rule: VersionRules.Rule
  ) throws {
    let open = rule.groups.filter { !progress.satisfies($0, by: rule) }.map(\.key)
    guard !open.isEmpty else { return }
    for said in try records.satisfactions(in: enrolment.id) where open.contains(said.group) {
      try records.remove(said)
      guard let found = try records.statement(said.statement), !found.isVoided else { continue }
      try recordAsSystem { $0.voiding(said.statement, by: .system(origin: origin)) }
    }
  }
}

extension EnrolmentProgress {
  /// Whether every unit of a block, or of the course, is satisfied.
  func satisfies(_ group: ActivityGroup, by rule: VersionRules.Rule) -> Bool {
    group.units.allSatisfy { isSatisfied($0, launches: rule.launches) }
  }
}
