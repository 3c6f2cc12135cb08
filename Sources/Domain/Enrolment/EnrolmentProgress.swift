public import Catalogue

/// How far a learner has come with a whole course version: a pure function of the records and the version's rule.
public struct EnrolmentProgress: Sendable, Hashable {
  /// Progress by activity key; activities without any record are absent.
  public private(set) var activities: [String: ActivityProgress]
  /// What a course-level assessment in force says; `none` where there is none.
  public private(set) var course: ActivityProgress

  /// Nothing is known yet.
  public static let none = EnrolmentProgress(activities: [:], course: .none)

  public init(activities: [String: ActivityProgress], course: ActivityProgress) {
    self.activities = activities
    self.course = course
  }

  /// Everything that the records say, in the order of their occasions. Cost grows with the number of records.
  public init(of evidence: some Sequence<ProgressEvidence>, on version: CourseVersion) {
    self = .none
    let launches = version.launchesByKey
    for record in evidence { take(record, launches: launches, passRule: version.passRule) }
  }

  /// Takes one more record in. A record on a key that the version lacks, or on a group, moves nothing.
  ///
  /// - Returns: whether anything was moved.
  @discardableResult
  public mutating func take(
    _ evidence: ProgressEvidence, launches: [String: Launch], passRule: PassRule
  ) -> Bool {
    guard let key = evidence.activity else {
      course.take(evidence, masteryScore: passRule.passingScore)
      return true
    }
    guard let launch = launches[key] else { return false }
    activities[key, default: .none].take(evidence, masteryScore: launch.masteryScore)
    return true
  }

  /// Whether anything shows that learning was begun.
  public var hasBegun: Bool {
    course.startedAt != nil || activities.contains { $0.value.startedAt != nil }
  }

  /// The score that counts for the course: of an assessment of the whole, else of the one activity that has one; nil where
  /// none or several do.
  public var score: Score? {
    if let score = course.score { return score }
    let scores = activities.values.compactMap(\.score)
    return scores.count == 1 ? scores.first : nil
  }

  /// Whether an activity that can be launched is done in the sense of its `moveOn`.
  public func isSatisfied(_ key: String, launches: [String: Launch]) -> Bool {
    guard let moveOn = launches[key]?.moveOn else { return false }
    return moveOn == .notApplicable || activities[key]?.satisfies(moveOn) ?? false
  }

  /// What the progress amounts to for the enrolment.
  public func outcome(launches: [String: Launch], passRule: PassRule) -> CourseOutcome {
    if course.success == .failed { return course.isFinal ? .failed : .attemptFailed }
    if course.success == .passed { return .completed(passed: true) }
    if course.completedAt != nil { return .completed(passed: false) }
    let present: CourseOutcome = hasBegun ? .started : .none
    guard passRule.passingScore == nil, hasBegun || !activities.isEmpty else { return present }
    guard !launches.keys.allSatisfy({ isSatisfied($0, launches: launches) }) else {
      return .completed(passed: isPassed(launches))
    }
    return isFailing(launches) ? .attemptFailed : present
  }

  /// Whether the course is passed, whether or not all of it is done.
  public func isPassed(launches: [String: Launch], passRule: PassRule) -> Bool {
    course.success == .passed
      || passRule.passingScore == nil && course.success == .unknown && isPassed(launches)
  }

  /// Whether the last attempt failed at an activity that is done by nothing but a pass.
  private func isFailing(_ launches: [String: Launch]) -> Bool {
    launches.contains { key, launch in
      switch launch.moveOn {
      case .passed, .completedAndPassed: activities[key]?.success == .failed
      case .completed, .completedOrPassed, .notApplicable: false
      }
    }
  }

  /// Whether every activity that can be passed was passed, and there is one: completion alone is no pass.
  private func isPassed(_ launches: [String: Launch]) -> Bool {
    let passable = launches.filter { key, launch in
      switch launch.moveOn {
      case .passed, .completedAndPassed: true
      case .completed, .completedOrPassed, .notApplicable:
        launch.masteryScore != nil || activities[key]?.success ?? .unknown != .unknown
      }
    }
    return !passable.isEmpty && passable.keys.allSatisfy { activities[$0]?.success == .passed }
  }
}

extension CourseVersion {
  /// How to launch each activity, by its key. Cost grows with the number of activities: keep it.
  public var launchesByKey: [String: Launch] {
    var launches: [String: Launch] = [:]
    for activity in structure.allActivities {
      if let launch = activity.launch { launches[activity.key] = launch }
    }
    return launches
  }
}
