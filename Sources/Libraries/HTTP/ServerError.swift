internal import Glibc

/// Why a server could not start.
public enum ServerError: Error, Sendable, Equatable {
  /// The host is no address in numbers and not `localhost`.
  case unknownHost(String)
  /// The system refused to listen there: the call that failed and its `errno`, such as `EADDRINUSE`.
  case cannotListen(host: String, port: UInt16, call: String, code: Int32)
  /// The library could not start its threads: the `errno` it left.
  case cannotStart(code: Int32)
  /// The certificate or its key cannot be read, or they do not belong together.
  case unusableIdentity
}

extension ServerError: CustomStringConvertible {
  /// One English sentence.
  public var description: String {
    switch self {
    case .unknownHost(let host):
      "The host \(host) is neither an address in numbers nor localhost."
    case .cannotListen(let host, let port, let call, let code):
      "Cannot listen on \(host) port \(port): \(call): \(Self.text(of: code))."
    case .unusableIdentity:
      "The certificate or its key cannot be read as PEM, or they do not belong together."
    case .cannotStart(let code):
      "The HTTP server could not be started: \(Self.text(of: code))."
    }
  }

  private static func text(of code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
