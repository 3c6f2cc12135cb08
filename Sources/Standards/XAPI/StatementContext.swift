public import Values

/// What gives a statement its meaning beyond actor, verb and object (xAPI 1.0.3 Data 2.4.6).
public struct StatementContext: Sendable {
  /// The registration that the statement belongs to: with us, an enrolment.
  public internal(set) var registration: UUID?
  /// Who instructed: an agent or a group.
  public internal(set) var instructor: Actor?
  /// The team that the actor acted in.
  public internal(set) var team: Group?
  /// The activities related to the object.
  public internal(set) var activities = ContextActivities()
  /// xAPI 2.0: further agents related to the statement.
  public internal(set) var agents: [Agent] = []
  /// xAPI 2.0: further groups related to the statement.
  public internal(set) var groups: [Group] = []
  /// The language that the experience was had in, as it was sent (RFC 5646).
  public internal(set) var language: String?
  /// The activity's revision; only with an activity as object.
  public internal(set) var revision: String?
  /// The platform used; only with an activity as object.
  public internal(set) var platform: String?
  /// Another statement that this one is to be seen with.
  public internal(set) var statement: UUID?
}

/// The activities that a statement's object is related to, by their IRIs, in the order sent (Data 2.4.6.2).
public struct ContextActivities: Sendable {
  /// Those that the object is directly a part of.
  public internal(set) var parent: [String] = []
  /// Those that the object is indirectly related to.
  public internal(set) var grouping: [String] = []
  /// Those that categorise the statement, such as a profile (cmi5 §9.6.2).
  public internal(set) var category: [String] = []
  /// Those that fit none of the others.
  public internal(set) var other: [String] = []

  /// All of them.
  public var all: [String] { parent + grouping + category + other }
}
