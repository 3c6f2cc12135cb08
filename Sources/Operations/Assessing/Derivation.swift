internal import Assessment
internal import Enrolment
internal import Values
internal import XAPI

/// Works an enrolment's progress out of nothing but records: the statements that are not voided, and the results in
/// force; now, or as they stood at an instant. Cost grows with the records of the enrolment.
struct Derivation {
  let records: any Records
  let origin: String
  /// What was recorded later does not count, neither for nor against; nil for all that is recorded.
  var asOf: Instant?

  /// A record that counts, with what it says.
  struct Counted {
    enum Source: Hashable {
      case result(AssessmentResultID)
      case statement(UUID)
    }

    let source: Source
    let evidence: ProgressEvidence
    let trust: EvidenceTrust
  }

  func progress(of enrolment: Enrolment, rule: VersionRules.Rule) throws -> EnrolmentProgress {
    var progress = EnrolmentProgress.none
    for record in try evidence(of: enrolment, by: rule) {
      progress.take(record, launches: rule.launches, passRule: rule.passRule)
    }
    return progress
  }

  /// What the records that count for the enrolment say, in the order they were made.
  func evidence(of enrolment: Enrolment, by rule: VersionRules.Rule) throws -> [ProgressEvidence] {
    try counted(of: enrolment, by: rule).map(\.evidence)
  }

  /// The records that hold and count for the enrolment, in the order they were made.
  func counted(of enrolment: Enrolment, by rule: VersionRules.Rule) throws -> [Counted] {
    let earlierRulesUntil = try records.earlierRulesHeldUntil()
    func isJudgedEarlier(_ instant: Instant) -> Bool { earlierRulesUntil.map { instant <= $0 } ?? false }
    let transitions = try records.transitions(of: enrolment.id).filter { isKnown($0.at) }
    let results = try AssessmentRule.counted(
      records.results(of: enrolment.id).filter { isKnown($0.recordedAt) }
    ).map { Counted(source: .result($0.result), evidence: $0.evidence, trust: $0.trust) }
    let statements = try statements(of: enrolment).compactMap { statement, id, stored in
      statement.evidence(
        for: enrolment, by: rule, isLenient: isJudgedEarlier(stored), origin: origin, storedAt: stored
      ).map { Counted(source: .statement(id), evidence: $0, trust: .selfReported) }
    }
    return (results + statements).sorted { $0.evidence.occasion < $1.evidence.occasion }.filter { counted in
      let occasion = counted.evidence.occasion
      let state = state(at: occasion, by: transitions)
      return state.takesEvidence || state == .failed && isJudgedEarlier(occasion)
    }
  }

  /// Whether something that was recorded at an instant counts.
  private func isKnown(_ instant: Instant) -> Bool { asOf.map { instant <= $0 } ?? true }

  /// The statements of an enrolment that are not voided, each with the instant at which it was stored.
  private func statements(of enrolment: Enrolment) throws -> [(Statement, id: UUID, stored: Instant)] {
    let term = try StatementTermDigest.of(StatementTerm(.registration, enrolment.id.description))
    return try records.allStatements(withTerm: term).compactMap { found in
      guard isKnown(found.stored), try !isVoided(found) else { return nil }
      let statement = try found.parsed()
      guard statement.context?.registration == enrolment.id.uuid,
        try records.isActor(of: statement, enrolment.person, origin: origin)
      else { return nil }
      return (statement, found.id, found.stored)
    }
  }

  private func isVoided(_ found: FoundStatement) throws -> Bool {
    guard found.isVoided, asOf != nil else { return found.isVoided }
    return try records.voidedAt(found.id).map(isKnown) ?? true
  }

  /// The state that held when a record was made; what the record itself brought about came after it.
  private func state(at instant: Instant, by transitions: [EnrolmentTransition]) -> EnrolmentState {
    transitions.last { $0.at < instant }?.to ?? transitions.first?.to ?? .enrolled
  }
}
