public import Catalogue
public import Values

/// What an enrolment can show of a course: three different facts (domain 7.1).
public enum Attainment: String, Sendable, CaseIterable {
  case attendance, completion, achievement
}

/// A course, and what has to be shown of it.
public struct CourseRequirement: Sendable, Hashable {
  public let course: CourseID
  public let attainment: Attainment
  /// The scaled score that must have been reached, for achievement only; nil where a pass by the version's rule is asked.
  public let minimumScore: ExactDecimal?

  public init(course: CourseID, attainment: Attainment, minimumScore: ExactDecimal? = nil) {
    self.course = course
    self.attainment = attainment
    self.minimumScore = minimumScore
  }
}

extension SchemeVersion.Kind {
  /// What of the scheme's course has to be shown.
  public var attainment: Attainment {
    switch self {
    case .attendance: .attendance
    case .completion: .completion
    case .achievement, .masterTrainer: .achievement
    }
  }
}

extension SchemeVersion {
  /// What a first award asks.
  public var requirement: CourseRequirement {
    CourseRequirement(course: course, attainment: kind.attainment, minimumScore: minimumScore)
  }

  /// What a renewal asks: the refresher, or the same again.
  public var renewalRequirement: CourseRequirement {
    switch renewal?.evidence {
    case .refresher(let course, let attainment): CourseRequirement(course: course, attainment: attainment)
    case .sameAgain, nil: requirement
    }
  }

  /// Whether a renewed certificate goes on saying what the one before said, since a refresher raises nothing by itself
  /// (domain 7.4, 16).
  public var renewalKeepsFacts: Bool {
    switch renewal?.evidence {
    case .refresher: true
    case .sameAgain, nil: false
    }
  }
}
