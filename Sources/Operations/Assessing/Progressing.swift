internal import Assessment
internal import Catalogue
internal import Enrolment
internal import Values

// How records move an enrolment: by the version's rule, in the transaction that stores them.
extension Work {
  /// Takes records into an enrolment's progress and moves its state where the rule says so.
  ///
  /// - Returns: the enrolment as it stands after them.
  @discardableResult
  func take(
    _ evidence: [ProgressEvidence], into enrolment: Enrolment, rule: VersionRules.Rule
  ) throws -> Enrolment {
    guard enrolment.state.takesEvidence else { return enrolment }
    var progress = try records.progress(of: enrolment.id)
    let before = progress
    for record in evidence { progress.take(record, launches: rule.launches, passRule: rule.passRule) }
    guard progress != before else { return enrolment }
    try records.setProgress(progress, replacing: before, of: enrolment.id)
    let outcome = progress.outcome(launches: rule.launches, passRule: rule.passRule)
    if let event = enrolment.state.event(for: outcome) {
      return try enrolment.at(advance(enrolment, by: event, isPassed: outcome.isPassed))
    }
    try recordPass(of: enrolment, outcome)
    return enrolment
  }

  /// Works progress out again from all records that hold, and corrects the enrolment's state where it differs. Whatever
  /// is corrected leaves a transition and, with the reason, a record of history.
  func rederive(_ enrolment: Enrolment, reason: String) throws {
    let rule = try rules.rule(of: enrolment.version, in: records)
    let progress = try Derivation(records: records, origin: origin).progress(of: enrolment, rule: rule)
    try records.setProgress(progress, replacing: records.progress(of: enrolment.id), of: enrolment.id)
    let outcome = progress.outcome(launches: rule.launches, passRule: rule.passRule)
    let session = try records.session(named: .id(enrolment.session))
    if let event = enrolment.state.correction(for: outcome, in: session.state) {
      return try move(enrolment, by: event, isPassed: outcome.isPassed, reason: reason)
    }
    guard try recordPass(of: enrolment, outcome) else { return }
    try note(
      "enrolment correct", .enrolment, enrolment.id.uuid, person: enrolment.person, reason: reason,
      [FieldChange("passed", from: String(!outcome.isPassed), to: String(outcome.isPassed))])
  }

  /// A pass that shows, or is withdrawn, after completion is a fact of its own; the state stays.
  ///
  /// - Returns: whether there was one to record.
  @discardableResult
  private func recordPass(of enrolment: Enrolment, _ outcome: CourseOutcome) throws -> Bool {
    guard enrolment.state == .completed, let last = try records.transitions(of: enrolment.id).last,
      last.isPassed != outcome.isPassed
    else { return false }
    try records.append(
      EnrolmentTransition(
        enrolment: enrolment.id, at: now, from: .completed, to: .completed, isPassed: outcome.isPassed))
    return true
  }
}

extension CourseOutcome {
  /// Whether the course counts as passed.
  var isPassed: Bool { self == .completed(passed: true) }
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
