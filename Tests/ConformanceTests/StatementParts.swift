/// Statements of parts, for rows whose rule is about a part: what they store is of nobody's concern.
enum Parts {
  static let agent = #"{"mbox": "mailto:parts@example.org"}"#
  static let verb = #"{"id": "http://example.org/verbs/did"}"#
  static let activity = #"{"id": "http://example.org/activities/parts"}"#
  static let uuid = "ec531277-b57b-4c15-8d91-d292c5b2b8f7"

  /// `more` are further members, each followed by a comma.
  static func statement(
    actor: String = agent, verb: String = verb, object: String = activity, _ more: String = ""
  ) -> String {
    #"{\#(more)"actor": \#(actor), "verb": \#(verb), "object": \#(object)}"#
  }

  /// The parts as a statement, and as a SubStatement that is the object of one: the same rules hold there.
  static func anywhere(
    actor: String = agent, verb: String = verb, object: String = activity, _ more: String = ""
  ) -> [String] {
    [
      statement(actor: actor, verb: verb, object: object, more),
      statement(object: subStatement(actor: actor, verb: verb, object: object, more)),
    ]
  }

  /// The parts as a SubStatement.
  static func subStatement(
    actor: String = agent, verb: String = verb, object: String = activity, _ more: String = ""
  ) -> String {
    #"{"objectType": "SubStatement", "#
      + statement(actor: actor, verb: verb, object: object, more).dropFirst()
  }

  /// An actor wherever agents and groups may stand.
  static func actor(_ actor: String) -> [String] {
    anywhere(actor: actor) + [
      statement(#""context": {"instructor": \#(actor)}, "#), statement(object: typed(actor)),
    ]
  }

  /// The same with its type stated, as an object must.
  private static func typed(_ actor: String) -> String {
    actor.contains("objectType") ? actor : #"{"objectType": "Agent", "# + actor.dropFirst()
  }

  static func definition(_ members: String) -> [String] {
    anywhere(object: #"{"id": "http://example.org/activities/parts", "definition": {\#(members)}}"#)
      + [
        statement(
          #""context": {"contextActivities": {"other": [{"id": "http://example.org/o", "definition": {\#(members)}}]}}, "#
        )
      ]
  }

  static func result(_ members: String) -> [String] { anywhere(#""result": {\#(members)}, "#) }
  static func context(_ members: String) -> [String] { anywhere(#""context": {\#(members)}, "#) }

  /// Extensions in the three places that have them.
  static func extensions(_ value: String) -> [String] {
    result(#""extensions": \#(value)"#) + context(#""extensions": \#(value)"#)
      + definition(#""extensions": \#(value)"#)
  }

  /// Language maps in some of the places that have them.
  static func languageMap(_ value: String) -> [String] {
    anywhere(verb: #"{"id": "http://example.org/verbs/did", "display": \#(value)}"#)
      + definition(#""name": \#(value)"#) + definition(#""description": \#(value)"#)
      + definition(#""interactionType": "choice", "choices": [{"id": "a", "description": \#(value)}]"#)
  }
}
