internal import Assessment
internal import Catalogue
internal import Enrolment
internal import Values

extension Checking {
  func checkEnrolments(progress report: (Int) -> Void) throws {
    try each(
      { try records.enrolments(EnrolmentFilter(), within: .everything, page: $0) }, { "enrolment \($0.id)" }
    ) { enrolment in
      enrolments += 1
      report(enrolments)
      try check(enrolment)
    }
  }

  private func check(_ enrolment: Enrolment) throws {
    let rule = try rules.rule(of: enrolment.version, in: records)
    let derived = try Derivation(records: records, origin: origin).progress(of: enrolment, rule: rule)
    if try derived != records.progress(of: enrolment.id) {
      fault("progress", "the progress of enrolment \(enrolment.id) is not what its records say")
    }
    let transitions = try records.transitions(of: enrolment.id)
    let outcome = derived.outcome(launches: rule.launches, passRule: rule.passRule)
    let isSound =
      transitions.last?.to == enrolment.state && isChain(transitions)
      && enrolment.state.agrees(with: outcome, isPassed: transitions.last?.isPassed ?? false)
    if !isSound { fault("state", "the state of enrolment \(enrolment.id) is not what its records say") }
    for result in try records.results(of: enrolment.id) { check(result, by: rule) }
  }

  /// Whether each change begins where the one before ended. That a pass showed later changes no state.
  private func isChain(_ transitions: [EnrolmentTransition]) -> Bool {
    guard let first = transitions.first, first.from == nil, first.to == .enrolled || first.to == .waiting
    else {
      return false
    }
    return zip(transitions, transitions.dropFirst()).allSatisfy { earlier, later in
      later.from == earlier.to && (later.to == earlier.to || leads(to: later.to, earlier.to.after))
    }
  }

  private func check(_ result: AssessmentResult, by rule: VersionRules.Rule) {
    do {
      let derived = try AssessmentRule(
        launches: rule.launches, passRule: rule.passRule, activity: result.activity
      ).outcome(of: result.basis)
      guard derived != result.outcome else { return }
      fault(
        "result",
        "result \(result.id) is recorded as \(result.outcome.rawValue); by its version's rule it is \(derived.rawValue)"
      )
    } catch {
      fault("result", "result \(result.id) cannot be what its version's rule makes of it")
    }
  }

  func checkVersions() throws {
    try each({ try records.courses(page: $0) }, { "course \($0.code)" }) { course in
      for version in try records.versions(of: course.id)
      where try records.transitions(of: version.id).last?.to != version.state {
        fault(
          "state",
          "the state of version \(version.number) of course \(course.code) is not what its records say")
      }
    }
  }
}

extension EnrolmentState {
  /// Whether this state can stand beside what the progress amounts to.
  fileprivate func agrees(with outcome: CourseOutcome, isPassed: Bool) -> Bool {
    switch (self, outcome) {
    case (.enrolled, .none), (.started, .started), (.failed, .failed): true
    case (.completed, .completed(let passed)): passed == isPassed
    // These were decided by people or the calendar, whatever had been learnt.
    case (.waiting, _), (.withdrawn, _), (.noShow, _), (.expired, _): true
    case (.enrolled, _), (.started, _), (.completed, _), (.failed, _): false
    }
  }
}
