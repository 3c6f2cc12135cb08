internal import HTTP
internal import Operations
internal import Synchronization

/// The requests that may be sent again and are not answered yet. Only one of a name is under way at a time.
final class RequestsUnderWay: Sendable {
  fileprivate struct Name: Hashable {
    let sender: KeyID
    let name: String
  }

  /// A request for as long as it is under way: until `end`, or until nobody holds it any more.
  final class Mark: Sendable {
    private let requests: RequestsUnderWay
    /// Nil once the request is answered.
    private let name: Mutex<Name?>

    fileprivate init(_ name: Name, of requests: RequestsUnderWay) {
      self.name = Mutex(name)
      self.requests = requests
    }

    deinit { end() }

    /// The request is answered: the same one may come again.
    func end() {
      guard let ended = name.withLock({ $0.take() }) else { return }
      requests.names.withLock { _ = $0.remove(ended) }
    }
  }

  private let names = Mutex<Set<Name>>([])

  /// Throws the problem 409 where a request of the same sender and name is under way.
  func begin(_ request: RepeatableRequest) throws(Problem) -> Mark {
    let name = Name(sender: request.sender, name: request.name)
    guard names.withLock({ $0.insert(name).inserted }) else { throw .requestUnderWay }
    return Mark(name, of: self)
  }
}

extension Problem {
  fileprivate static let requestUnderWay = Problem(
    .conflict, "request-under-way", "the request of this name came before and is not answered yet"
  )
  .toBeMended(by: "send it again in a second: what came of it is told then")
  .with(Response.Field("Retry-After", "1"))
  .with(
    Flaw(
      place: .header(Route.idempotencyKeyHeader), detail: "a request of this name is under way"))
}
