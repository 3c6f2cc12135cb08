public import Values

/// A GET of statements: what is asked for, and how it is to be given back (xAPI 1.0.3 Communication 2.1.3).
public struct StatementRequest: Sendable {
  /// Which statements are asked for.
  public let query: StatementQuery
  /// How much of them is given back.
  public let format: StatementFormat
  /// Whether the contents of their attachments are to come with them.
  public let includesAttachments: Bool
}

/// Which statements a GET asks for.
public enum StatementQuery: Sendable {
  /// The statement of this id, unless it is voided.
  case statement(UUID)
  /// The statement of this id, if it is voided.
  case voidedStatement(UUID)
  /// Those that pass a filter.
  case list(StatementFilter)
}

/// The conditions that statements of a list meet, all of them, and how many are given in which order.
public struct StatementFilter: Sendable {
  /// An identity of the actor or object, or with `relatesAgents` of anyone named.
  public internal(set) var agent: ActorIdentity?
  /// The verb's IRI.
  public internal(set) var verb: String?
  /// The object's IRI, or with `relatesActivities` that of any activity named.
  public internal(set) var activity: String?
  /// The registration of the context.
  public internal(set) var registration: UUID?
  /// Whether `agent` is looked for in every place.
  public internal(set) var relatesAgents = false
  /// Whether `activity` is looked for in every place.
  public internal(set) var relatesActivities = false
  /// Stored after this instant, not at it.
  public internal(set) var since: Instant?
  /// Stored at this instant or before.
  public internal(set) var until: Instant?
  /// How many at most; 0 asks for as many as the server gives.
  public internal(set) var limit = 0
  /// Oldest first; otherwise newest first.
  public internal(set) var isAscending = false

  /// No condition: every statement, newest first.
  public init() {}

  /// The same conditions on the statements of one registration.
  public func within(registration: UUID) -> StatementFilter {
    var filter = self
    filter.registration = registration
    return filter
  }

  /// The conditions on terms: each is met by any one of its terms, and all must be met.
  public var conditions: [[StatementTerm]] {
    var conditions: [[StatementTerm]] = []
    if let agent {
      let kinds: [StatementTerm.Kind] = relatesAgents ? [.agent, .relatedAgent] : [.agent]
      conditions.append(kinds.map { StatementTerm($0, agent.canonicalText) })
    }
    if let verb { conditions.append([StatementTerm(.verb, verb)]) }
    if let activity {
      let kinds: [StatementTerm.Kind] = relatesActivities ? [.activity, .relatedActivity] : [.activity]
      conditions.append(kinds.map { StatementTerm($0, activity) })
    }
    if let registration { conditions.append([StatementTerm(.registration, registration.description)]) }
    return conditions
  }
}
