/// A request to another server.
public struct OutgoingRequest: Sendable {
  /// The method, `POST`.
  public var method: String
  /// `http` or `https`, with a host and without user, password or fragment.
  public var url: String
  /// The header fields, in the order they are sent. Neither name nor value has a control character.
  public var headers: [(name: String, value: String)]
  /// The bytes that follow the head; none are sent with GET.
  public var body: [UInt8]

  public init(
    _ method: String, _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = []
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// Whether it goes over TLS.
  var isSecure: Bool {
    url.utf8.prefix(8).elementsEqual("https://".utf8) { $0 | 0x20 == $1 | 0x20 }
  }

  /// The fields as the library takes them, one line each; nil where one could break the framing.
  var lines: [String]? {
    let isFit = headers.allSatisfy { field in
      !field.name.isEmpty && field.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        && field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
    // A field without a value is taken out of what the library sends by itself, unless it ends with a semicolon.
    return isFit ? headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" } : nil
  }
}

/// What a server answered.
public struct ReceivedAnswer: Sendable {
  public let status: Int
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]

  /// The value of the first field of this name, without regard to case; nil where there is none.
  public subscript(_ name: String) -> String? {
    headers.first { $0.name.utf8.elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 } }?.value
  }
}

/// Why no answer came. It names no secret: no header, no address but that of the machine.
public enum ClientError: Error, Hashable, Sendable {
  /// The address or a field of the request cannot be sent.
  case unusable
  /// The name stands for this address, and nobody may connect to it from here.
  case addressNotAllowed(String)
  /// The name stands for no address.
  case nameNotFound
  /// Nobody takes the connection, or it ended before the answer was there.
  case notConnected
  /// It took longer than it may.
  case timedOut
  /// TLS could not be spoken, or nobody vouches for the other side.
  case notTrusted
  /// The answer has more bytes than are taken.
  case tooLarge
  /// What came is no answer of HTTP.
  case malformed
  /// It was called off here.
  case stopped
  /// Another failure, by the library's own number.
  case failed(code: Int)
}

extension ClientError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unusable: "the address cannot be used"
    case .addressNotAllowed(let address): "connections to \(address) are not allowed from here"
    case .nameNotFound: "the host's name stands for no address"
    case .notConnected: "no connection, or it ended before an answer came"
    case .timedOut: "no answer in time"
    case .notTrusted: "the other side could not be trusted (TLS)"
    case .tooLarge: "the answer is too large"
    case .malformed: "the answer is not HTTP"
    case .stopped: "it was called off"
    case .failed(let code): "the request failed (libcurl \(code))"
    }
  }
}
