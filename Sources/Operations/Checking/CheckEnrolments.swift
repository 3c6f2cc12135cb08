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
    if try derived != keptProgress(of: enrolment) {
      misleading.append(enrolment.id)
      fault("progress", "the progress of enrolment \(enrolment.id) is not what its records say")
    }
    let outcome = derived.outcome(launches: rule.launches, passRule: rule.passRule)
    if try !isSound(enrolment, outcome, showing: derived.facts(outcome, in: enrolment.state)) {
      fault("state", "the state of enrolment \(enrolment.id) is not what its records say")
    }
    for result in try records.results(of: enrolment.id) { check(result, by: rule) }
    try checkLaunches(of: enrolment, derived, rule)
  }

  private func keptProgress(of enrolment: Enrolment) throws -> EnrolmentProgress {
    do {
      return try records.progress(of: enrolment.id)
    } catch {
      misleading.append(enrolment.id)
      throw error
    }
  }

  /// Whether an enrolment stands as its transitions left it, shows what its records show, and no correction is due.
  private func isSound(
    _ enrolment: Enrolment, _ outcome: CourseOutcome, showing facts: EnrolmentFacts
  ) throws -> Bool {
    let transitions = try records.transitions(of: enrolment.id)
    let session = try records.session(named: .id(enrolment.session))
    guard let last = transitions.last, last.to == enrolment.state, isChain(transitions),
      enrolment.state.correction(for: outcome, in: session.state) == nil
    else { return false }
    return last.facts == facts
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
    try each({ try records.courses(in: nil, page: $0) }, { "course \($0.code)" }) { course in
      let versions = try records.versions(of: course.id)
      let published = Dictionary(grouping: versions.filter { $0.state == .published }, by: \.variant)
      if published.values.contains(where: { $0.count > 1 }) {
        fault("state", "two versions of course \(course.code) are published in one language")
      }
      for version in versions
      where try records.transitions(of: version.id).last?.to != version.state {
        fault(
          "state",
          "the state of version \(version.number) of course \(course.code) is not what its records say")
      }
      try checkTools(of: course)
    }
  }

  /// Every decision on a tool follows from the one before.
  private func checkTools(of course: Course) throws {
    let decisions = Dictionary(grouping: try records.toolTransitions(of: course.id), by: \.address)
    for (address, transitions) in decisions {
      let states = [.disabled] + transitions.map(\.to)
      for (from, to) in zip(states, states.dropFirst()) where !from.leads(to: to) {
        fault(
          "state",
          "the tool at \(address) of course \(course.code) went from \(from.rawValue) to \(to.rawValue)")
      }
    }
  }
}

extension ToolApproval {
  /// Whether an event leads from this state to another.
  fileprivate func leads(to other: ToolApproval) -> Bool {
    Event.allCases.contains { event in
      do throws(Refusal) {
        return try after(event) == other
      } catch {
        return false
      }
    }
  }
}
