internal import Assessment
internal import Enrolment
internal import Values
internal import XAPI

/// Works an enrolment's progress out of nothing but records: the statements that are not voided, and the results in
/// force. Cost grows with the records of the enrolment.
struct Derivation {
  let records: any Records
  let origin: String

  func progress(of enrolment: Enrolment, rule: VersionRules.Rule) throws -> EnrolmentProgress {
    var progress = EnrolmentProgress.none
    for record in try evidence(of: enrolment, by: rule) {
      progress.take(record, launches: rule.launches, passRule: rule.passRule)
    }
    return progress
  }

  /// The records that hold and count for the enrolment, in the order they were made.
  func evidence(of enrolment: Enrolment, by rule: VersionRules.Rule) throws -> [ProgressEvidence] {
    let transitions = try records.transitions(of: enrolment.id)
    let results = try AssessmentRule.evidence(of: records.results(of: enrolment.id))
    let evidence = try (results + statements(of: enrolment, by: rule)).sorted { $0.occasion < $1.occasion }
    return evidence.filter { state(at: $0.occasion, by: transitions).takesEvidence }
  }

  private func statements(of enrolment: Enrolment, by rule: VersionRules.Rule) throws -> [ProgressEvidence] {
    let term = try StatementTermDigest.of(StatementTerm(.registration, enrolment.id.description))
    return try records.allStatements(withTerm: term).compactMap { found in
      guard !found.isVoided else { return nil }
      let statement = try found.parsed()
      guard statement.context?.registration == enrolment.id.uuid,
        try records.isActor(of: statement, enrolment.person, origin: origin)
      else { return nil }
      return statement.evidence(for: enrolment, by: rule, origin: origin, storedAt: found.stored)
    }
  }

  /// The state that held when a record was made; what the record itself brought about came after it.
  private func state(at instant: Instant, by transitions: [EnrolmentTransition]) -> EnrolmentState {
    transitions.last { $0.at < instant }?.to ?? transitions.first?.to ?? .enrolled
  }
}
