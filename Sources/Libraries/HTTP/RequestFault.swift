/// Why a request was answered by the server itself and never reached its handler.
///
/// The owner turns it into a response (``Server/Configuration/faultResponse``), so that every error it sends
/// looks alike.
public struct RequestFault: Error, Sendable, Equatable {
  /// The HTTP status to answer with.
  public let status: Int
  /// A stable name of the fault, lower case with hyphens, such as `malformed-head`.
  public let code: String
  /// One English sentence for the person who sent the request; never repeats what they sent.
  public let message: String

  /// A fault with its status (400…599), stable code and message.
  public init(status: Int, code: String, message: String) {
    self.status = status
    self.code = code
    self.message = message
  }
}

extension RequestFault {
  static func malformedHead(_ message: String) -> RequestFault {
    RequestFault(status: 400, code: "malformed-head", message: message)
  }

  static func malformedTarget(_ message: String) -> RequestFault {
    RequestFault(status: 400, code: "malformed-target", message: message)
  }

  static func targetTooLong(limitBytes: Int) -> RequestFault {
    RequestFault(
      status: 414, code: "target-too-long",
      message: "The request target is longer than \(limitBytes) bytes.")
  }

  static func headTooLarge(_ message: String) -> RequestFault {
    RequestFault(status: 431, code: "head-too-large", message: message)
  }

  static func bodyTooLarge(limitBytes: Int) -> RequestFault {
    RequestFault(
      status: 413, code: "body-too-large", message: "The request body is longer than \(limitBytes) bytes.")
  }

  static let unsupportedVersion = RequestFault(
    status: 505, code: "unsupported-version", message: "Only HTTP/1.0 and HTTP/1.1 are spoken here.")

  static let unsupportedTransferCoding = RequestFault(
    status: 501, code: "unsupported-transfer-coding",
    message: "The only transfer coding understood is chunked, given once.")

  static let stopping = RequestFault(
    status: 503, code: "stopping", message: "The server is stopping; send the request again later.")

  static let unanswered = RequestFault(
    status: 500, code: "unanswered", message: "The request was let go of without an answer.")

  static let unsendable = RequestFault(
    status: 500, code: "unsendable-response", message: "The answer could not be sent as it was made.")
}
