internal import Assessment
internal import Enrolment
internal import Values

/// Works an enrolment's progress out of nothing but records: statements and the results in force.
struct Derivation {
  let records: any Records
  let origin: String

  func progress(of enrolment: Enrolment, rule: VersionRules.Rule) throws -> EnrolmentProgress {
    var evidence = try AssessmentRule.inForce(records.results(of: enrolment.id)).map(\.evidence)
    evidence.sort { $0.recordedAt < $1.recordedAt }
    var progress = EnrolmentProgress.none
    for record in evidence { progress.take(record, launches: rule.launches, passRule: rule.passRule) }
    return progress
  }
}
