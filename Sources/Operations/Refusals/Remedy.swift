public import Enrolment
public import People
public import Values
public import Catalogue

/// What to do about a refusal. A step is told as data, and each door says how it is taken there.
public enum Remedy: Sendable, Hashable {
  /// Words that hold at every door: they name no command, no option and no address.
  case words(String)
  case step(Step)

  /// A step that mends a refusal, with what it is taken on; nil where the refusal does not know that.
  public enum Step: Sendable, Hashable {
    /// To look at what there is of a kind.
    case list(HistoryObject.Kind)
    /// To look at the activities of a course.
    case showActivities
    case publish(CourseCode)
    case openSession(SessionCode?)
    case endorseNomination
    /// To give a person a place in a party from a day on.
    case affiliate(PartyCode, from: Day)
    case correctResult
    /// To see what an import would do.
    case lookAtPlan
    /// To import by the plan of this hash, once it was looked at.
    case agreeToPlan(hash: String)
  }
}

extension Remedy: ExpressibleByStringInterpolation {
  public init(stringLiteral words: String) {
    self = .words(words)
  }
}
