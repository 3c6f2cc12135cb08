internal import HTTP
internal import JSON
internal import Operations
internal import Representations
internal import XAPI

/// Where the answer of a call goes: once, from any thread, in the form of the route's family.
struct Answering: Sendable {
  let reply: Reply
  let family: Route.Family
  let request: Request
  let endpoint: Endpoint
  let arrival: Arrival
  /// The request among those that may be sent again; nil where it has no name.
  var underWay: RequestsUnderWay.Mark?
  /// What the request asks of the state of what it is about, where it only looks.
  var conditions = Conditions.none

  func send(_ response: Response) {
    guard isAboutState else { return tell(response) }
    do {
      tell(try response.conditional(on: conditions))
    } catch {
      fail(error)
    }
  }

  /// Whether the answer is a state of records, which has a tag.
  private var isAboutState: Bool { family == .records && ["GET", "HEAD"].contains(request.head.method) }

  private func tell(_ response: Response) {
    // Counted first: whoever has the answer finds it counted.
    let answer = endpoint.noted(
      response.asAnswer(of: family, in: endpoint.version(of: request.head)), to: arrival)
    underWay?.end()
    reply.send(answer)
  }

  func fail(_ error: any Error, with field: Response.Field? = nil) {
    if let before = error as? AnsweredBefore { return send(Response(repeating: before.answer)) }
    var response = endpoint.response(
      to: error, request.head, family, body: request.body, named: arrival.requestID)
    if let field { response.headers.append(field) }
    let answer = endpoint.noted(response, to: arrival)
    underWay?.end()
    reply.send(answer)
  }

  /// Sends what the body makes, or the problem that it throws.
  func send(_ make: () throws -> Response) {
    do {
      send(try make())
    } catch {
      fail(error)
    }
  }

  /// As `send(_:)`, on a thread of long work. Throws where too much waits for one.
  func sendLater(_ make: @escaping @Sendable () throws -> Response) throws {
    try endpoint.longWork.take { send(make) }
  }

  /// As `send(_:)`, on a thread of long work where one is to be had: for what is done, and large to tell.
  func sendElsewhere(_ make: @escaping @Sendable () throws -> Response) {
    do {
      try sendLater(make)
    } catch {
      send(make)
    }
  }
}

extension Response {
  /// A JSON text.
  static func json(_ bytes: [UInt8], status: Int = 200, headers: [Field] = []) -> Response {
    Response(
      status: status, headers: [Field("Content-Type", "application/json")] + headers, body: .bytes(bytes))
  }

  /// A record in its JSON form.
  static func json(_ value: some Representable, status: Int = 200) -> Response {
    json(value.json(), status: status)
  }

  /// A record that was made, and where it can be had.
  static func created(_ value: some Representable, at path: String) -> Response {
    json(value.json(), status: 201, headers: [Field("Location", path)])
  }

  /// The same answer with what all answers of a family say.
  func asAnswer(of family: Route.Family, in version: @autoclosure () -> XAPIVersion) -> Response {
    var answer = self
    switch family {
    case .statements:
      answer.headers.append(Field("X-Experience-API-Version", version().text))
      answer.headers.append(Field("Cache-Control", "no-store"))
    case .records: answer.headers.append(Field("Cache-Control", "no-store"))
    case .pages:
      answer.headers.append(Field("Cache-Control", "no-store"))
      answer.headers.append(Field("Referrer-Policy", "no-referrer"))
      answer.headers.append(Field("X-Frame-Options", "DENY"))
    }
    answer.headers.append(Field("X-Content-Type-Options", "nosniff"))
    return answer
  }
}
