internal import CCrypto

/// What libcrypto refused. With the fixed digests used here it means that memory ran out, or that the
/// machine's OpenSSL configuration forbids the digest.
public struct CryptographyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The function that refused.
  public let function: String
  /// libcrypto's error code; 0 where it gave none.
  public let code: UInt
  /// libcrypto's words for the code.
  public let message: String

  /// Takes the oldest error from this thread's queue, and empties the queue.
  static func last(of function: String) -> CryptographyError {
    let code = ERR_get_error()
    var text = [CChar](repeating: 0, count: 256)
    unsafe ERR_error_string_n(code, &text, text.count)
    ERR_clear_error()
    let message = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return CryptographyError(function: function, code: UInt(code), message: code == 0 ? "no reason" : message)
  }

  public var description: String { "\(function): \(message)" }
}
