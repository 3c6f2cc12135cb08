public import HTTP
public import Operations
internal import Synchronization
internal import Values
internal import XAPI

/// The door of HTTP: it finds the route of a request, lets its key in, and translates between the request and an
/// operation. It decides nothing.
///
/// Everything that it answers to is in `RouteTable`; each answer of an operation goes out in the form that
/// `Representations` or `Pages` gives it; each refusal as a problem document (RFC 9457).
public final class Endpoint: RequestHandler {
  let registrar: Registrar
  /// The folder where packages lie while they are sent and imported.
  let uploads: String
  /// The edition that answers speak where the request names none that is offered.
  let defaultVersion: XAPIVersion
  let address: ReachedAddress
  let longWork = LongWork(threads: 2, waiting: 64)
  let requestsUnderWay = RequestsUnderWay()
  /// Packages that are sent in parts.
  let uploadFiles: UploadFiles
  let wrongSecrets = WrongSecrets()
  let wrongCodes = WrongSecrets()
  let requestNames: RequestNames
  let traffic = Traffic(routes: RouteTable.shared.routes)
  /// The version of the program, as `/metrics` tells it.
  let version: String
  /// A folder of XML Schemas that the manifests of packages are held against; nil for none.
  let schemas: String?
  /// What the device should have free for the server to be ready.
  let neededFreeBytes: Int
  let connections = ConnectionCount()
  let noteFailure: @Sendable (FailedRequest) -> Void
  let noteAnswer: (@Sendable (AnsweredRequest) -> Void)?

  /// - Parameters:
  ///   - uploads: a folder on the device of the data folder; made at the first upload where it is missing, as is the one
  ///     beside it that is called so with `-parts` behind it.
  ///   - origin: the address that this system is reached at, `https://records.example`; nil where that is the
  ///     listening address, see `isReached(at:)`. Never taken from a request.
  ///   - defaultXAPIVersion: `1.0.3` or `2.0.0`: what the 400 for a missing `X-Experience-API-Version` says; the
  ///     latest where nil.
  ///   - version: the program's version.
  ///   - neededFreeBytes: what the device should have free for `/readyz` to say that all is well.
  ///   - schemas: a folder of XML Schemas that the manifests of packages are held against, for notes.
  ///   - noteFailure: is told each request that failed for a reason that lies here and that the sender does not learn.
  ///     Called on any thread.
  ///   - noteAnswer: is told each request that was answered. Called on any thread.
  public init(
    registrar: Registrar, uploads: String, origin: String?, defaultXAPIVersion: String? = nil,
    version: String = "", neededFreeBytes: Int = 64 << 20, schemas: String? = nil,
    noteFailure: @escaping @Sendable (FailedRequest) -> Void = { _ in },
    noteAnswer: (@Sendable (AnsweredRequest) -> Void)? = nil
  ) {
    self.registrar = registrar
    self.uploads = uploads
    uploadFiles = UploadFiles(in: uploads + "-parts")
    requestNames = RequestNames(from: registrar.random())
    defaultVersion = XAPIVersion.allCases.first { $0.text == defaultXAPIVersion } ?? .version2
    address = ReachedAddress(origin: origin, otherwise: registrar.origin)
    self.version = version
    self.neededFreeBytes = neededFreeBytes
    self.schemas = schemas
    self.noteFailure = noteFailure
    self.noteAnswer = noteAnswer
  }

  /// Says how the server's open connections are counted, once there is a server.
  public func countsConnections(by count: @escaping @Sendable () -> Int) {
    connections.isCounted(by: count)
  }

  /// Says where the server came to listen, `http://127.0.0.1:41234`, once that is known: links begin with it where no
  /// origin was given.
  public func isReached(at address: String) {
    self.address.isReached(at: address)
  }

  /// What a request that never reached its route is answered with, for `Server.Configuration.faultResponse`.
  public func response(to fault: RequestFault) -> Response {
    let problem = numbered(Problem(fault), for: fault, to: requestNames.next())
    let response = problem.response.asAnswer(of: .statements, in: defaultVersion)
    traffic.astray.note(status: response.status, nanoseconds: 0)
    return response
  }

  public func reception(of head: RequestHead) -> BodyReception {
    if !head.hasBody, head.method == "GET" { return .none }
    if head.isAlternate { return alternateReception(of: head) }
    if !head.hasBody, preflight(head) != nil { return .none }
    switch RouteTable.shared.find(head.method, head.path) {
    case .route(let route, _):
      do {
        return try route.reception(of: head, at: self)
      } catch {
        return .refuse(refusal(of: head, error, in: route.family, on: traffic.lane(of: route)))
      }
    case .methodNotAllowed, .unknownMethod, .nothing:
      return head.hasBody ? .refuse(astray(head)) : .none
    }
  }

  /// The answer to a request that leads nowhere, counted.
  private func astray(_ head: RequestHead) -> Response {
    noted(notRouted(head), to: arrival(of: head, on: traffic.astray))
  }

  /// The answer to a request that is refused before its route is asked, counted.
  func refusal(
    of head: RequestHead, _ error: any Error, in family: Route.Family, on lane: Traffic.Lane
  ) -> Response {
    let arrival = arrival(of: head, on: lane)
    return noted(response(to: error, head, family, named: arrival.requestID), to: arrival)
  }

  public func respond(to sent: Request, reply: Reply) {
    let request: Request
    do {
      request = try sent.head.isAlternate ? sent.carried() : sent
      try request.head.refuseMethodOverride()
    } catch {
      let family = sent.head.isAlternate ? .statements : Route.Family(path: sent.head.path)
      return reply.send(refusal(of: sent.head, error, in: family, on: traffic.astray))
    }
    let head = request.head
    if let preflight = preflight(head) {
      return reply.send(noted(preflight, to: arrival(of: head, on: traffic.astray)))
    }
    guard case .route(let route, let captures) = RouteTable.shared.find(head.method, head.path) else {
      return reply.send(astray(head))
    }
    var answering = Answering(
      reply: reply, family: route.family, request: request, endpoint: self,
      arrival: arrival(of: head, on: traffic.lane(of: route)))
    do {
      let principal = try admit(head, to: route)
      try route.checkParameters(of: head)
      let repeatable = try route.repeatable(request, by: principal)
      answering.underWay = try repeatable.map(requestsUnderWay.begin)
      let conditions = route.family == .records ? try Conditions(head) : .none
      answering.conditions = conditions
      let call = Call(
        endpoint: self, route: route, request: request, principal: principal, captures: captures,
        repeatable: repeatable,
        resource: RouteTable.shared.resource(of: route), conditions: conditions)
      try route.answer(call, answering)
    } catch {
      answering.fail(error)
    }
  }

  /// Who asks; nil on a route that is open to anyone. Throws 401 for no key and 403 for one without the right.
  func admit(_ head: RequestHead, to route: Route) throws -> Principal? {
    guard case .holders(let right) = route.access else { return nil }
    let principal = try authenticate(head)
    try registrar.permit(right, to: principal, doing: "\(route.method) \(route.pattern.text)")
    return principal
  }

  /// The answer to an error, in the form of its family. What nobody foresaw is noted and told to nobody else.
  func response(
    to error: any Error, _ head: RequestHead, _ family: Route.Family, body: [UInt8] = [],
    named requestID: String
  ) -> Response {
    let problem = numbered(Problem(error, in: family).placed(in: head, body: body), for: error, to: requestID)
    return problem.response.asAnswer(of: family, in: version(of: head))
  }

  /// The edition that a request's header asks for, else the default.
  func version(of head: RequestHead) -> XAPIVersion {
    do {
      return try XAPIVersion.negotiate(head.headers["X-Experience-API-Version"])
    } catch {
      return defaultVersion
    }
  }

  private func notRouted(_ head: RequestHead) -> Response {
    let problem =
      switch RouteTable.shared.find(head.method, head.path) {
      case .methodNotAllowed(let allowed): Problem.methodNotAllowed(allowed)
      case .unknownMethod: Problem(.notImplemented, "method-unknown", "this method is not known here")
      case .nothing, .route: Problem(.notFound, "no-such-address", "there is nothing at this address")
      }
    return problem.response.asAnswer(of: Route.Family(path: head.path), in: version(of: head))
  }
}

/// How many connections the server has open, once there is a server to ask.
final class ConnectionCount: Sendable {
  private let counting = Mutex<(@Sendable () -> Int)?>(nil)

  var count: Int { counting.withLock { $0 }?() ?? 0 }

  func isCounted(by count: @escaping @Sendable () -> Int) {
    counting.withLock { $0 = count }
  }
}
