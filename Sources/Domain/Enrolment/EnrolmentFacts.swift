/// What records show of an enrolment beside its state. Attendance, completion and pass are three facts (domain 7.1): who
/// has attended has done so whatever became of the enrolment, and completion is a state.
public struct EnrolmentFacts: Sendable, Hashable {
  /// Whether the person took part: a record of learning, or an assessor's result, shows that learning was begun.
  public let hasAttended: Bool
  /// Whether the course was passed, not only completed.
  public let isPassed: Bool

  /// Nothing is shown yet.
  public static let none = EnrolmentFacts(hasAttended: false, isPassed: false)

  public init(hasAttended: Bool, isPassed: Bool) {
    self.hasAttended = hasAttended
    self.isPassed = isPassed
  }
}
