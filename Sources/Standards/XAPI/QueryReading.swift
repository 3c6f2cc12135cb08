import JSON
import Values

extension StatementQuery {
  /// Reads the parameters of a GET of statements, decoded, in any order; every name at most once.
  ///
  /// `format` other than `exact` and `attachments=true` are refused: this server does not offer them.
  public init(
    parameters: some Sequence<(name: String, value: String)>, version: XAPIVersion
  ) throws(QueryRefusal) {
    var reading = QueryReading(version: version)
    for parameter in parameters { try reading.read(Parameter(parameter.name, parameter.value)) }
    self = try reading.query()
  }
}

/// What has been read of a query so far.
private struct QueryReading {
  private let version: XAPIVersion
  private var single: (parameter: Parameter, query: StatementQuery)?
  private var filter = StatementFilter()
  private var filterParameter: Parameter?
  /// The names met, few at most: a name is unknown or among the parameters of the specification.
  private var names: [String] = []

  init(version: XAPIVersion) {
    self.version = version
  }

  mutating func read(_ parameter: Parameter) throws(QueryRefusal) {
    guard !names.contains(where: { haveSameOctets($0, parameter.name) }) else {
      throw parameter.refusal(.repeatedParameter, "The parameter is given twice.")
    }
    names.append(parameter.name)
    switch parameter.name {
    case "statementId": try choose(.statement(try parameter.uuid()), parameter)
    case "voidedStatementId": try choose(.voidedStatement(try parameter.uuid()), parameter)
    case "format": try parameter.checkFormat()
    case "attachments": try parameter.checkAttachments()
    default:
      try readFilter(parameter)
      filterParameter = parameter
    }
  }

  private mutating func readFilter(_ parameter: Parameter) throws(QueryRefusal) {
    switch parameter.name {
    case "agent": filter.agent = try parameter.identity(version)
    case "verb": filter.verb = try parameter.iri()
    case "activity": filter.activity = try parameter.iri()
    case "registration": filter.registration = try parameter.uuid()
    case "related_agents": filter.relatesAgents = try parameter.truth()
    case "related_activities": filter.relatesActivities = try parameter.truth()
    case "since": filter.since = try parameter.instant(version)
    case "until": filter.until = try parameter.instant(version)
    case "limit": filter.limit = try parameter.count()
    case "ascending": filter.isAscending = try parameter.truth()
    default: throw parameter.refusal(.unknownParameter, "There is no parameter of this name.")
    }
  }

  private mutating func choose(_ query: StatementQuery, _ parameter: Parameter) throws(QueryRefusal) {
    guard single == nil else {
      throw parameter.refusal(
        .parametersConflict, "Only one of statementId and voidedStatementId can be given.")
    }
    single = (parameter, query)
  }

  func query() throws(QueryRefusal) -> StatementQuery {
    guard let single else { return .list(filter) }
    guard let filterParameter else { return single.query }
    throw filterParameter.refusal(
      .parametersConflict, "With \(single.parameter.name), only format and attachments can be given.")
  }
}

/// One parameter, and the forms its value can be read in.
private struct Parameter {
  let name: String
  private let value: String

  init(_ name: String, _ value: String) {
    (self.name, self.value) = (name, value)
  }

  func refusal(_ reason: QueryRefusal.Reason, _ message: String) -> QueryRefusal {
    QueryRefusal(parameter: name, reason: reason, message: message)
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
    let actor: Actor
    do {
      let document = try JSONDocument(Array(value.utf8))
      actor = try StatementReader(version: version).readActor(document.root)
    } catch let error as JSONError {
      throw refusal(.malformedValue, "The value must be the JSON of an agent: \(error)")
    } catch let violation as StatementViolation {
      throw refusal(.malformedValue, "The value must be an agent: \(violation)")
    } catch {
      preconditionFailure("readers throw nothing else")
    }
    guard let identity = actor.identity else {
      throw refusal(.malformedValue, "A group without identifier cannot be looked for.")
    }
    return identity
  }

  func checkFormat() throws(QueryRefusal) {
    switch value {
    case "exact": return
    case "ids", "canonical": throw refusal(.notOffered, "This server gives statements as exact only.")
    default: throw refusal(.malformedValue, "The value must be exact, ids or canonical.")
    }
  }

  func checkAttachments() throws(QueryRefusal) {
    guard try truth() else { return }
    throw refusal(.notOffered, "This server does not give the data of attachments.")
  }
}
