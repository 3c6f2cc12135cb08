import JSON
import Values

extension StatementRequest {
  /// Reads the parameters of a GET of statements, decoded, in any order; every name at most once.
  public init(
    parameters: some Sequence<(name: String, value: String)>, version: XAPIVersion
  ) throws(QueryRefusal) {
    var reading = QueryReading(version: version)
    for parameter in parameters { try reading.read(Parameter(parameter.name, parameter.value)) }
    query = try reading.query()
    format = reading.format
    includesAttachments = reading.includesAttachments
  }
}

/// What has been read of a query so far.
private struct QueryReading {
  private let version: XAPIVersion
  private var single: (parameter: Parameter, query: StatementQuery)?
  private var filter = StatementFilter()
  private var filterParameter: Parameter?
  private(set) var format = StatementFormat.exact
  private(set) var includesAttachments = false
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
    case "format": format = try parameter.format()
    case "attachments": includesAttachments = try parameter.truth()
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

extension Parameter {
  fileprivate func format() throws(QueryRefusal) -> StatementFormat {
    guard let format = StatementFormat(rawValue: value) else {
      throw refusal(.malformedValue, "The value must be exact, ids or canonical.")
    }
    return format
  }
}
