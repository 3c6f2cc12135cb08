internal import Assessment
internal import Catalogue
internal import Enrolment
internal import Values

// How records move an enrolment: by the version's rule, in the transaction that stores them.
extension Work {
  /// Takes records into an enrolment's progress and moves its state where the rule says so.
  ///
  /// - Parameter saidIn: the session in which they were said, where that is none of a launch.
  /// - Returns: the enrolment as it stands after them.
  @discardableResult
  func take(
    _ evidence: [ProgressEvidence], into enrolment: Enrolment, rule: VersionRules.Rule,
    saidIn session: LaunchSessionID? = nil
  ) throws -> Enrolment {
    guard enrolment.state.takesEvidence else { return enrolment }
    var progress = try records.progress(of: enrolment.id)
    let before = progress
    for record in evidence { progress.take(record, launches: rule.launches, passRule: rule.passRule) }
    guard progress != before else { return enrolment }
    try records.setProgress(progress, replacing: before, of: enrolment.id)
    try recordSatisfied(in: enrolment, from: before, to: progress, rule: rule, saidIn: session)
    let outcome = progress.outcome(launches: rule.launches, passRule: rule.passRule)
    if let event = enrolment.state.event(for: outcome) {
      let facts = try progress.facts(outcome, in: enrolment.state.after(event))
      return try enrolment.at(advance(enrolment, by: event, showing: facts))
    }
    try recordFacts(progress.facts(outcome, in: enrolment.state), of: enrolment)
    return enrolment
  }

  /// Works progress out again from all records that hold, and corrects the enrolment's state where it differs. Whatever
  /// is corrected leaves a transition and, with the reason, a record of history.
  func rederive(_ enrolment: Enrolment, reason: String) throws {
    let rule = try rules.rule(of: enrolment.version, in: records)
    let progress = try Derivation(records: records, origin: origin).progress(of: enrolment, rule: rule)
    let before = try records.progress(of: enrolment.id)
    try records.setProgress(progress, replacing: before, of: enrolment.id)
    try retractSatisfied(in: enrolment, progress, rule)
    try recordSatisfied(in: enrolment, from: before, to: progress, rule: rule)
    let outcome = progress.outcome(launches: rule.launches, passRule: rule.passRule)
    let session = try records.session(named: .id(enrolment.session))
    if let event = enrolment.state.correction(for: outcome, in: session.state) {
      let facts = try progress.facts(outcome, in: enrolment.state.after(event))
      return try move(enrolment, by: event, showing: facts, reason: reason)
    }
    let changes = try recordFacts(progress.facts(outcome, in: enrolment.state), of: enrolment)
    guard !changes.isEmpty else { return }
    try note(
      "enrolment correct", .enrolment, enrolment.id.uuid, person: enrolment.person, reason: reason, changes)
  }

  /// A pass that shows after completion, or a pass or attendance that is withdrawn, is a fact of its own; the state
  /// stays.
  ///
  /// - Returns: what there was to record.
  @discardableResult
  private func recordFacts(_ facts: EnrolmentFacts, of enrolment: Enrolment) throws -> [FieldChange] {
    guard let last = try records.latestTransition(of: enrolment.id), last.facts != facts else { return [] }
    try record(
      EnrolmentTransition(
        enrolment: enrolment.id, at: now, from: enrolment.state, to: enrolment.state, facts: facts),
      of: enrolment, before: last.facts)
    return [
      ("attended", last.facts.hasAttended, facts.hasAttended),
      ("passed", last.facts.isPassed, facts.isPassed),
    ].filter { $1 != $2 }.map { FieldChange($0, from: String($1), to: String($2)) }
  }
}

extension EnrolmentProgress {
  /// What the progress, that amounts to an outcome, shows of an enrolment in a state: a pass goes with completion.
  func facts(_ outcome: CourseOutcome, in state: EnrolmentState) -> EnrolmentFacts {
    EnrolmentFacts(
      hasAttended: hasBegun, isPassed: state == .completed && outcome == .completed(passed: true))
  }
}

extension Enrolment {
  /// The same enrolment in another state.
  func at(_ state: EnrolmentState) -> Enrolment {
    Enrolment(
      id: id, person: person, session: session, version: version, nomination: nomination,
      affiliation: affiliation,
      recordedAt: recordedAt, state: state)
  }
}
