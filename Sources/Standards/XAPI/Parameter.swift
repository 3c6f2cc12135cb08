import JSON
import Values

/// One parameter, and the forms its value can be read in.
struct Parameter {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    (self.name, self.value) = (name, value)
  }

  func refusal(_ reason: QueryRefusal.Reason, _ message: String) -> QueryRefusal {
    QueryRefusal(parameter: name, reason: reason, message: message)
  }

  /// A text of its own, not empty.
  func text() throws(QueryRefusal) -> String {
    guard !value.isEmpty else { throw refusal(.malformedValue, "The value must not be empty.") }
    return value
  }

  func uuid() throws(QueryRefusal) -> UUID {
    guard let uuid = UUID(value), uuid.hasStandardVariant else {
      throw refusal(.malformedValue, "The value must be a UUID of the standard variant.")
    }
    return uuid
  }

  func iri() throws(QueryRefusal) -> String {
    guard isAbsoluteIRI(value.utf8Span.span) else {
      throw refusal(.malformedValue, "The value must be an absolute IRI, with its scheme.")
    }
    return value
  }

  func instant(_ version: XAPIVersion) throws(QueryRefusal) -> Instant {
    guard let instant = Instant(timestamp: Array(value.utf8)[...], by: version) else {
      throw refusal(.malformedValue, "The value must be a date and time as in RFC 3339.")
    }
    return instant
  }

  func truth() throws(QueryRefusal) -> Bool {
    switch value {
    case "true": return true
    case "false": return false
    default: throw refusal(.malformedValue, "The value must be true or false.")
    }
  }

  /// Decimal digits alone; what is more than any server gives counts as that.
  func count() throws(QueryRefusal) -> Int {
    guard !value.isEmpty, value.utf8.allSatisfy(isDigit) else {
      throw refusal(.malformedValue, "The value must be a whole number, 0 or more.")
    }
    return Int(value) ?? Int.max
  }

  /// The identity of an agent or identified group, given as JSON.
  func identity(_ version: XAPIVersion) throws(QueryRefusal) -> ActorIdentity {
    let actor = try read { document in
      try StatementReader(version: version).readActor(document.root)
    }
    guard let identity = actor.identity else {
      throw refusal(.malformedValue, "A group without identifier cannot be looked for.")
    }
    return identity
  }

  /// Whom documents belong to: an agent, or, in xAPI 2.0, an identified group, given as JSON.
  func owner(_ version: XAPIVersion) throws(QueryRefusal) -> ActorIdentity {
    switch version {
    case .version1: try agent(version).identity
    case .version2: try identity(version)
    }
  }

  /// An agent and no group, given as JSON.
  func agent(_ version: XAPIVersion) throws(QueryRefusal) -> Agent {
    try read { document in try StatementReader(version: version).readAgent(document.root) }
  }

  private func read<Value>(_ read: (JSONDocument) throws -> Value) throws(QueryRefusal) -> Value {
    do {
      return try read(try JSONDocument(Array(value.utf8)))
    } catch let error as JSONError {
      throw refusal(.malformedValue, "The value must be the JSON of an agent: \(error)")
    } catch let violation as StatementViolation {
      throw refusal(.malformedValue, "The value must be an agent: \(violation)")
    } catch {
      preconditionFailure("readers throw nothing else")
    }
  }
}
