/// A rule of cmi5 that a unit's statement breaks by itself.
public enum UnitStatementViolation: String, Error, Sendable, CaseIterable {
  case voiding
  case idMissing
  case timestampMissing
  case timestampNotUTC
  case actor
  case registration
  case sessionID
  case contextTemplate
  case verb
  case object
  case launchMode
  case success
  case completion
  case moveOnCategory
  case durationMissing
  case scoreNotAllowed
  case scaledScore
  case rawScore
  case passedBelowMasteryScore
  case failedFromMasteryScore
  case masteryScoreNamed

  /// Where the rule stands.
  public var section: String { told.section }

  /// The rule, in a clause.
  public var rule: String { told.rule }

  private var told: (section: String, rule: String) {
    switch self {
    case .voiding: ("6.3", "a unit may not void statements")
    case .idMissing: ("9.1", "a unit gives each of its statements an id")
    case .timestampMissing: ("9.7", "a statement has a timestamp")
    case .timestampNotUTC: ("9.7", "a timestamp is in UTC")
    case .actor: ("9.2", "the actor is the one of the launch, an agent with an account")
    case .registration: ("9.6.1", "the registration is the one of the launch")
    case .sessionID: ("9.6.3.1", "the context names the session id of the launch data")
    case .contextTemplate: ("9.6.2.3", "the context keeps the publisher's id in its grouping activities")
    case .verb: ("9.3", "a statement that cmi5 defines has one of the unit's verbs")
    case .object: ("9.4", "the object is the activity of the launch")
    case .launchMode: ("10", "in Browse and Review a unit says no more than initialized and terminated")
    case .success: ("9.5.2", "success is true where passed, false where failed, and absent elsewhere")
    case .completion: ("9.5.3", "completion is true where completed, and absent elsewhere")
    case .moveOnCategory:
      ("9.6.2.2", "the category moveon stands with success or completion, and nowhere else")
    case .durationMissing: ("9.5.4.1", "completed, passed, failed and terminated have a duration")
    case .scoreNotAllowed: ("9.5.1", "only passed and failed have a score")
    case .scaledScore: ("9.5.1", "a scaled score lies from 0 to 1")
    case .rawScore: ("9.5.1", "a raw score comes with the least and the greatest possible one")
    case .passedBelowMasteryScore: ("9.3.4", "passed with a score has one from the mastery score on")
    case .failedFromMasteryScore: ("9.3.5", "failed with a score has one below the mastery score")
    case .masteryScoreNamed:
      ("9.6.3.2", "a verdict by score names the mastery score of the launch data in its context")
    }
  }
}
