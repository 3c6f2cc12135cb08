import JSON

/// What the address for the authorization token answers (cmi5 §8.2).
public enum FetchAnswer: Sendable, Hashable {
  /// The token, told this once.
  case token(String)
  /// “Token has been used before or the AU session has expired.”
  case usedOrExpired
  /// “All other security issues including invalid tokens.”
  case unknown
  /// “Application or environment failures.”
  case failed

  /// The answer as JSON; the errors have the members of §8.2.3.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      switch self {
      case .token(let token): json.member("auth-token", token)
      case .usedOrExpired:
        FetchAnswer.error(1, "The authorization token was fetched before, or the session has ended.", &json)
      case .unknown: FetchAnswer.error(2, "There is no authorization token at this address.", &json)
      case .failed: FetchAnswer.error(3, "The authorization token cannot be given at this moment.", &json)
      }
    }
    return writer.bytes
  }

  private static func error(_ code: Int, _ text: String, _ json: inout JSONWriter) {
    json.member("error-code", String(code))
    json.member("error-text", text)
  }
}
