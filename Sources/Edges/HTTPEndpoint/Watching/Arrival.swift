internal import Files
internal import HTTP
internal import Operations
internal import Values

/// A request on its way to an answer: what is told of it to whoever runs the server.
struct Arrival: Sendable {
  let lane: Traffic.Lane
  let method: String
  private let began = SystemClock.monotonicNanoseconds()

  init(_ head: RequestHead, on lane: Traffic.Lane) {
    self.lane = lane
    // A method that no route has is what the sender said: it is not told.
    method = lane.method.isEmpty ? "" : head.method == "HEAD" ? "HEAD" : lane.method
  }

  var nanoseconds: Int64 { SystemClock.monotonicNanoseconds() - began }
}

/// A request that was answered, as the log tells it. No path, query, header or address of the sender is in it.
public struct AnsweredRequest: Sendable, Hashable {
  /// Empty where no route answered.
  public let method: String
  /// The route's path with its braces; `none` where no route answered.
  public let route: String
  public let status: Int
  public let microseconds: Int64
  /// What the answer's `X-Request-Id` says; nil where it has none.
  public let requestID: String?
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
  /// Counts and tells an answer; one that the server failed to give gets a number to be found by.
  func note(_ response: Response, to arrival: Arrival) {
    let nanoseconds = arrival.nanoseconds
    arrival.lane.note(status: response.status, nanoseconds: nanoseconds)
    noteAnswer?(
      AnsweredRequest(
        method: arrival.method, route: arrival.lane.pattern, status: response.status,
        microseconds: nanoseconds / 1000, requestID: response.header(Problem.requestIDHeader)))
  }

  /// The problem with a number of its own, told to whoever runs the server with its reason.
  func numbered(_ problem: Problem, for error: any Error) -> Problem {
    let failures: Set<Problem.Status> = [.internalError, .unavailable, .insufficientStorage]
    guard failures.contains(problem.status) else { return problem }
    let id = registrar.random().description
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
