/// Takes things to other servers.
public protocol Courier: Sendable {
  /// Sends a parcel by POST and waits for what is answered, within a time that is limited.
  func deliver(_ parcel: Parcel) -> Reception
}

/// What is sent.
public struct Parcel: Sendable {
  public let url: String
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]

  public init(url: String, headers: [(name: String, value: String)], body: [UInt8]) {
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// How it was received.
public enum Reception: Sendable, Hashable {
  /// It was answered, with whatever status.
  ///
  /// - Parameters:
  ///   - retryAfterSeconds: how long the other side asks to be left alone; nil where it does not.
  ///   - words: the beginning of what it said, fit to be shown.
  case answered(status: Int, retryAfterSeconds: Int?, words: String)
  /// It was not. A reason that lasts is one that trying again does not mend.
  case notAnswered(reason: String, isLasting: Bool)
  /// It was called off here: nothing is known of it.
  case calledOff
}
