internal import Assessment
internal import Catalogue
internal import Certification
internal import Values

extension SchemeVersion {
  /// The rule as a sentence: what it attests, of whom, and for how long.
  func sentence(of scheme: SchemeCode, naming course: (CourseID) throws -> CourseCode) rethrows -> String {
    "version \(number) of scheme \(scheme) attests \(kind.rawValue): to whoever "
      + (try requirement.clause(course)) + "; "
      + (try stagesClause(course))
      + (asksTrust ? "what shows that is \(minimumTrust.rawValue) at the least; " : "")
      + (decision.separation.isEmpty ? "" : "nobody decides who \(decision.separated.words); ")
      + (decision.isReleasedByAnother ? "one person proposes it and another releases it; " : "")
      + (prerequisites.isEmpty ? "" : "it requires \(required) in force; ")
      + "it holds \(validity.clause), by the days of \(timeZone)"
      + (attests.isEmpty ? "" : "; it attests \(attests.map(\.description).joined(separator: ", "))")
      + (try renewalClause(course))
  }

  private var required: String {
    "a certificate of scheme " + prerequisites.map(\.text).joined(separator: " and one of ")
  }

  private func stagesClause(_ course: (CourseID) throws -> CourseCode) rethrows -> String {
    guard !stages.isEmpty else { return "" }
    let clauses = try stages.map { stage in
      try CourseRequirement(course: stage.course, attainment: stage.attainment).clause(course)
        + (stage.mayBeWaived ? ", unless that is waived" : "")
    }
    return "who before that " + clauses.joined(separator: "; ") + "; "
  }

  private func renewalClause(_ course: (CourseID) throws -> CourseCode) rethrows -> String {
    guard let renewal else { return "" }
    return "; it is renewed from \(renewal.opens.words) before its last day"
      + (renewal.grace.map { " until \($0.words) after it" } ?? "")
      + " for whoever since then " + (try renewalRequirement.clause(course))
  }
}

extension CourseRequirement {
  /// What is asked, after `whoever`.
  fileprivate func clause(_ name: (CourseID) throws -> CourseCode) rethrows -> String {
    let course = try name(course)
    switch (attainment, minimumScore) {
    case (.attendance, _): return "took part in course \(course)"
    case (.completion, _): return "completed course \(course)"
    case (.achievement, nil): return "completed course \(course) and passed it by its own rule"
    case (.achievement, .some(let score)):
      return "completed course \(course) and reached a score of \(score) or more"
    }
  }
}

extension CalendarSpan {
  /// `1 day`, `6 months`.
  var words: String {
    switch self {
    case .days(1): "1 day"
    case .days(let count): "\(count) days"
    case .months(1): "1 month"
    case .months(let count): "\(count) months"
    }
  }
}

extension Validity {
  fileprivate var clause: String {
    switch self {
    case .unlimited: "for ever"
    case .months(let months): "for \(CalendarSpan.months(months).words)"
    }
  }
}
