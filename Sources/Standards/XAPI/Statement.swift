public import JSON
public import Values

/// A statement that keeps every rule of the specification: who did what, and how it came out.
///
/// It exists only where validation succeeded, so whoever holds one need check nothing. What decisions need is taken
/// out; all the rest stays in `value`, exactly as sent.
public struct Statement: Sendable {
  /// The statement as it was sent.
  public let value: JSONValue
  /// The edition whose rules it was checked by.
  public let version: XAPIVersion
  /// Its id; nil where the sender leaves that to the record store.
  public let id: UUID?
  /// Who acted.
  public let actor: Actor
  /// The verb's IRI.
  public let verb: String
  /// What it is about.
  public let object: StatementObject
  /// How it came out, if the sender said so.
  public let result: StatementResult?
  /// Its context, if the sender gave one.
  public let context: StatementContext?
  /// When it happened, by the sender's account.
  public let timestamp: Instant?
  /// Who vouches for it, by the sender's account.
  public let authority: Actor?
  /// The files that are part of it, those of its SubStatement among them. Whether their contents came is not known here.
  public let attachments: [Attachment]

  /// Checks a statement by the rules of an edition; stops at the first rule broken.
  ///
  /// The rules are those of xAPI 1.0.3 Data 2 to 4, or of IEEE 9274.1.1: at every depth only known properties,
  /// of the right kind and form. One walk over the value; memory only for the parts taken out.
  public init(validating value: JSONValue, by version: XAPIVersion) throws(StatementViolation) {
    let reader = StatementReader(version: version)
    let parts = try reader.readStatementParts(value)
    let core = try reader.core(of: parts, value, "A statement")
    self.value = value
    self.version = version
    (id, timestamp, authority) = (parts.id, parts.timestamp, parts.authority)
    (actor, verb, object) = core
    (result, context) = (parts.result, parts.context)
    if case .subStatement(let part) = core.object {
      attachments = parts.attachments + part.attachments
    } else {
      attachments = parts.attachments
    }
    try checkVoiding()
  }

  /// Reads again a statement that a record store took in either edition: by the rules of xAPI 2.0, which allow all but
  /// some timestamps that 1.0.3 does; what breaks them by those of 1.0.3.
  public init(kept value: JSONValue) throws(StatementViolation) {
    do {
      self = try Statement(validating: value, by: .version2)
    } catch  where error.rule == .malformedTimestamp {
      self = try Statement(validating: value, by: .version1)
    }
  }

  /// The verb that takes another statement back (Data 2.3.2).
  public static let voidedVerb = "http://adlnet.gov/expapi/verbs/voided"

  /// The statement that this one voids; nil for every statement of another verb.
  public var voidedStatement: UUID? {
    guard isVoiding, case .statementReference(let target) = object else { return nil }
    return target
  }

  private var isVoiding: Bool { haveSameOctets(verb, Statement.voidedVerb) }

  private func checkVoiding() throws(StatementViolation) {
    guard isVoiding, voidedStatement == nil else { return }
    throw (value["object"] ?? value).breaks(
      .voidingWithoutReference, "The object of a voiding statement must be a StatementRef.")
  }
}
