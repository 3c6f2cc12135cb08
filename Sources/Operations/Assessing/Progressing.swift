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
    guard enrolment.state.isOpen else { return enrolment }
    var progress = try records.progress(of: enrolment.id)
    let before = progress
    for record in evidence { progress.take(record, launches: rule.launches, passRule: rule.passRule) }
    guard progress != before else { return enrolment }
    try records.setProgress(progress, replacing: before, of: enrolment.id)
    let outcome = progress.outcome(launches: rule.launches, passRule: rule.passRule)
    guard let event = enrolment.state.event(for: outcome) else { return enrolment }
    return try enrolment.at(advance(enrolment, by: event, isPassed: outcome.isPassed))
  }

  /// Works progress out again from all records that hold, and corrects the enrolment's state where it differs.
  func rederive(_ enrolment: Enrolment, reason: String) throws {
    let rule = try rules.rule(of: enrolment.version, in: records)
    let progress = try Derivation(records: records, origin: origin).progress(of: enrolment, rule: rule)
    try records.setProgress(progress, replacing: records.progress(of: enrolment.id), of: enrolment.id)
    let outcome = progress.outcome(launches: rule.launches, passRule: rule.passRule)
    guard let event = enrolment.state.correction(for: outcome) else { return }
    try move(enrolment, by: event, isPassed: outcome.isPassed, reason: reason)
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
      id: id, person: person, session: session, version: version, nomination: nomination, affiliation: affiliation,
      recordedAt: recordedAt, state: state)
  }
}
