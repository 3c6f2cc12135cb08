public import Values

/// What a statement is about (xAPI 1.0.3 Data 2.4.4).
public indirect enum StatementObject: Sendable {
  /// An activity, by its IRI; the object's type if none is stated.
  case activity(id: String)
  /// An agent or a group.
  case actor(Actor)
  /// A statement about another one, such as a comment or a voiding.
  case statementReference(UUID)
  /// A statement that is spoken of and not made, such as a plan.
  case subStatement(SubStatement)
}

/// A statement within a statement, which asserts nothing by itself (Data 2.4.4.3).
public struct SubStatement: Sendable {
  /// Who would act.
  public let actor: Actor
  /// The verb's IRI.
  public let verb: String
  /// What it would be about; never another SubStatement.
  public let object: StatementObject
  /// The context, if one is given.
  public let context: StatementContext?
  /// The files that are part of it.
  let attachments: [Attachment]
}
