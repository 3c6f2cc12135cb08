internal import HTTP
internal import JSON
internal import Operations
internal import Values

/// One request on its route: what it says, who says it, and what its path names.
struct Call: Sendable {
  let endpoint: Endpoint
  let route: Route
  let request: Request
  /// Who asks; nil on a route that is open to anyone.
  let principal: Principal?
  /// What the braces of the route's path stand for, in their order.
  let captures: [String]
  /// The request as its sender may send it again; nil where it has no name.
  let repeatable: RepeatableRequest?
  /// The route that shows what the request is about; nil where that is nothing yet.
  let resource: Route?
  /// The state that the request takes it to be in.
  let conditions: Conditions

  var registrar: Registrar { endpoint.registrar }
  var head: RequestHead { request.head }
  /// What links to this system begin with.
  var address: String { endpoint.address.text }

  /// The path's identifier at a place. A text that is none names nothing: 404.
  func id<Subject>(_ position: Int, _ kind: HistoryObject.Kind) throws(NotFound) -> Identifier<Subject> {
    guard let id = Identifier<Subject>(captures[position]) else { throw NotFound(kind, captures[position]) }
    return id
  }

  /// The path's code or identifier at a place. A text that is neither names nothing: 404.
  func reference<Subject>(
    _ position: Int, _ kind: HistoryObject.Kind
  ) throws(NotFound) -> Reference<Subject> {
    guard let reference = Reference<Subject>(captures[position]) else {
      throw NotFound(kind, captures[position])
    }
    return reference
  }

  /// The path's code at a place. A text that is none names nothing: 404.
  func code<Subject>(_ position: Int, _ kind: HistoryObject.Kind) throws(NotFound) -> Code<Subject> {
    guard let code = Code<Subject>(captures[position]) else { throw NotFound(kind, captures[position]) }
    return code
  }
}

// The query.
extension Call {
  /// A parameter of the query; nil where it is not given. A value of another form is answered with 400.
  func parameter<Value>(_ name: String, _ form: Form<Value>) throws(Problem) -> Value? {
    guard let text = head.queryValue(name) else { return nil }
    guard let value = form.ofText(text) else {
      throw .parameter(name, "unusable-value", "the value is not \(form.expectation)")
    }
    return value
  }

  /// A parameter that must be given.
  func requiredParameter<Value>(_ name: String, _ form: Form<Value>) throws(Problem) -> Value {
    guard let value = try parameter(name, form) else {
      throw .parameter(name, "missing-parameter", "\(form.expectation) must be given")
    }
    return value
  }
}
