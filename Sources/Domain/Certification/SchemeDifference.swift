internal import Assessment
public import Catalogue
public import Values

/// What a version of a scheme rules, each by the name that programs know it by.
public enum SchemeField: String, Sendable, CaseIterable {
  case kind, course, minimumScore, minimumTrust, requires, separate, twoPersons, validityMonths, renewalOpens,
    renewalGrace, renewalCourse, renewalAttainment, timeZone, attests, stages
}

/// One thing that two versions of a scheme rule differently.
public struct SchemeDifference: Sendable, Hashable {
  public let field: SchemeField
  /// Nil where nothing was said of it; so of a first version.
  public let before: String?
  /// Nil where nothing is said of it.
  public let after: String?

  public init(field: SchemeField, before: String?, after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}

extension SchemeVersion {
  /// What differs from an earlier version, in the order of the fields; everything that is said where there is none.
  ///
  /// - Parameter course: names a course.
  public func differences<Failure: Error>(
    from earlier: SchemeVersion?, naming course: (CourseID) throws(Failure) -> CourseCode
  ) throws(Failure) -> [SchemeDifference] {
    var differences: [SchemeDifference] = []
    for field in SchemeField.allCases {
      let before = try earlier?.value(of: field, naming: course)
      let after = try value(of: field, naming: course)
      if before != after {
        differences.append(SchemeDifference(field: field, before: before, after: after))
      }
    }
    return differences
  }

  /// What the version says of something, as a text; nil where it says nothing.
  public func value<Failure: Error>(
    of field: SchemeField, naming course: (CourseID) throws(Failure) -> CourseCode
  ) throws(Failure) -> String? {
    switch field {
    case .kind: kind.rawValue
    case .course: try course(self.course).text
    case .minimumScore: minimumScore?.description
    case .minimumTrust: minimumTrust.rawValue
    case .requires: listed(prerequisites.map(\.text))
    case .separate: listed(decision.separated.map(\.rawValue))
    case .twoPersons: String(decision.isReleasedByAnother)
    case .validityMonths: months
    case .renewalOpens: renewal?.opens.description
    case .renewalGrace: renewal?.grace?.description
    case .renewalCourse:
      try refresher.map { (requirement) throws(Failure) in try course(requirement.course).text }
    case .renewalAttainment: refresher?.attainment.rawValue
    case .timeZone: timeZone
    case .attests: listed(attests.map(\.description))
    case .stages: try listed(staged(course))
    }
  }

  private func staged<Failure: Error>(
    _ course: (CourseID) throws(Failure) -> CourseCode
  ) throws(Failure) -> [String] {
    var texts: [String] = []
    for stage in stages {
      texts.append(
        "\(try course(stage.course))=\(stage.attainment.rawValue)" + (stage.mayBeWaived ? " (waivable)" : ""))
    }
    return texts
  }

  private var months: String? {
    switch validity {
    case .unlimited: nil
    case .months(let count): String(count)
    }
  }

  private var refresher: CourseRequirement? { renewalKeepsFacts ? renewalRequirement : nil }

  private func listed(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }
}
