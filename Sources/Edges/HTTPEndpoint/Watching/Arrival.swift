internal import Files
internal import HTTP
internal import Operations
internal import Synchronization
internal import Values

/// A request on its way to an answer: what is told of it to whoever runs the server.
struct Arrival: Sendable {
  let lane: Traffic.Lane
  let method: String
  /// What the answer and the log name it by: nothing of what it says.
  let requestID: String
  /// The origin that the answer is shared with; nil where with none other.
  let sharedOrigin: String?
  private let began = SystemClock.monotonicNanoseconds()

  init(_ head: RequestHead, on lane: Traffic.Lane, named requestID: String, sharedWith origin: String?) {
    self.lane = lane
    self.requestID = requestID
    sharedOrigin = origin
    // A method that no route has is what the sender said: it is not told.
    method = lane.method.isEmpty ? "" : head.method == "HEAD" ? "HEAD" : lane.method
  }

  var nanoseconds: Int64 { SystemClock.monotonicNanoseconds() - began }
}

/// Names of requests, each given once: they count on from a start of chance, so that those of two runs do not meet, and
/// a name costs no system call.
final class RequestNames: Sendable {
  private let start: UUID
  private let given = Atomic<UInt64>(0)

  init(from start: UUID) {
    self.start = start
  }

  func next() -> String {
    let count = given.wrappingAdd(1, ordering: .relaxed).newValue
    return UUID(high: start.high, low: start.low &+ count).description
  }
}

/// A request that was answered, as the log tells it. No path, query, header or address of the sender is in it.
public struct AnsweredRequest: Sendable, Hashable {
  /// Empty where no route answered.
  public let method: String
  /// The route's path with its braces; `none` where no route answered.
  public let route: String
  public let status: Int
  public let microseconds: Int64
  /// What the answer's `X-Request-Id` says.
  public let requestID: String
}

/// A request that failed for a reason that lies with the server.
public struct FailedRequest: Sendable {
  /// What the answer's `X-Request-Id` says.
  public let requestID: String
  public let status: Int
  /// The code of the problem that the sender was told.
  public let code: String
  /// The reason, for whoever runs the server: what failed, without the values that it failed at.
  public let reason: String
}

extension Endpoint {
  /// A request as it arrives, with a name of its own.
  func arrival(of head: RequestHead, on lane: Traffic.Lane) -> Arrival {
    Arrival(head, on: lane, named: requestNames.next(), sharedWith: sharedOrigin(of: head))
  }

  /// Counts and tells an answer, and gives it the name that it can be found by in the log.
  ///
  /// - Returns: the answer as it goes out.
  func noted(_ response: Response, to arrival: Arrival) -> Response {
    var response = response
    if response.header(Problem.requestIDHeader) == nil {
      response.headers.append(Response.Field(Problem.requestIDHeader, arrival.requestID))
    }
    if let origin = arrival.sharedOrigin { response.headers += CrossOrigin.fields(for: origin) }
    let nanoseconds = arrival.nanoseconds
    arrival.lane.note(status: response.status, nanoseconds: nanoseconds)
    noteAnswer?(
      AnsweredRequest(
        method: arrival.method, route: arrival.lane.pattern, status: response.status,
        microseconds: nanoseconds / 1000, requestID: arrival.requestID))
    return response
  }

  /// Tells whoever runs the server of a request that failed, where its answer has no problem document.
  func noteFailure(of error: any Error, named id: String) {
    _ = numbered(Problem(error, in: .pages), for: error, to: id)
  }

  /// A problem that lies with the server, with the request's name, told to whoever runs the server with its reason; any
  /// other as it is.
  func numbered(_ problem: Problem, for error: any Error, to id: String) -> Problem {
    let failures: Set<Problem.Status> = [.internalError, .unavailable, .insufficientStorage]
    guard failures.contains(problem.status) else { return problem }
    noteFailure(
      FailedRequest(
        requestID: id, status: problem.status.rawValue, code: problem.code, reason: reason(of: error)))
    return problem.numbered(id)
  }
}

/// What failed, without the values that it failed at: they may be a person's.
private func reason(of error: any Error) -> String {
  if let error = error as? any Explainable { return error.explanation.message }
  if let error = error as? FileError { return error.description }
  if let fault = error as? RequestFault { return fault.message }
  if let problem = error as? Problem { return problem.detail }
  let type = String(describing: type(of: error))
  guard let name = Mirror(reflecting: error).children.first?.label,
    Mirror(reflecting: error).displayStyle == .enum
  else { return type }
  return "\(type).\(name)"
}
