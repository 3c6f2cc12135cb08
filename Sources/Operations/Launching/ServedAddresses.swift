internal import Synchronization

/// Where the records are reached while they are served; known once there is a server.
public final class ServedAddresses: Sendable {
  /// Each a scheme and an authority, without a slash at the end.
  public struct Pair: Sendable, Hashable {
    /// The record store and the API.
    public let endpoint: String
    /// The files of packages.
    public let content: String

    public init(endpoint: String, content: String) {
      self.endpoint = endpoint
      self.content = content
    }
  }

  private let pair = Mutex<Pair?>(nil)

  init() {}

  /// Nil while nobody serves the records.
  public var current: Pair? { pair.withLock(\.self) }

  /// To be told when both are reached.
  public func are(_ addresses: Pair) {
    pair.withLock { $0 = addresses }
  }
}

/// There is no server, so there is no address that a unit could be launched with.
public struct NotServed: Explainable, Hashable {
  public var explanation: Explanation {
    Explanation(
      .conflict, "not-served", "nobody serves these records, so there is no address to launch a unit with",
      remedy: "start the server, then launch")
  }
}
