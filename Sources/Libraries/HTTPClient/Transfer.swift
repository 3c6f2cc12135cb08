internal import CCurl

/// Whom a request may connect to, and whether it is called off.
struct ConnectionRule: Sendable {
  let allows: @Sendable (NetworkAddress) -> Bool
  let isStopped: @Sendable () -> Bool
}

/// One request under way: what came so far, and whom may be connected to.
///
/// It is used by the thread that sends the request, which the library calls back on.
final class Transfer {
  private let limits: HTTPClient.Limits
  private let rule: ConnectionRule
  private(set) var body: [UInt8] = []
  private var headOctets = 0
  private(set) var fields: [(name: String, value: String)] = []
  private var isTooLarge = false
  /// An address that was refused; nil where none was.
  private var refused: NetworkAddress?

  init(_ limits: HTTPClient.Limits, _ rule: ConnectionRule) {
    self.limits = limits
    self.rule = rule
  }

  var wantsToStop: Bool { rule.isStopped() }

  /// Takes more of the body; false where it is too large.
  func take(body octets: [UInt8]) -> Bool {
    isTooLarge = isTooLarge || body.count + octets.count > limits.bodyBytes
    if !isTooLarge { body += octets }
    return !isTooLarge
  }

  /// Takes a line of the head; false where the head is too large. Every answer begins anew, also an interim one.
  func take(headLine octets: [UInt8]) -> Bool {
    headOctets += octets.count
    isTooLarge = isTooLarge || headOctets > limits.headBytes
    if octets.starts(with: "HTTP/".utf8) { fields = [] }
    if let colon = octets.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(decoding: octets[..<colon], as: UTF8.self)
      fields.append((name, String(decoding: trimmed(octets[(colon + 1)...]), as: UTF8.self)))
    }
    return !isTooLarge
  }

  /// Whether a connection to an address may be made.
  func admits(_ octets: [UInt8]) -> Bool {
    guard let address = NetworkAddress(octets: octets) else { return false }
    if rule.allows(address) { return true }
    refused = address
    return false
  }

  /// What a code of the library means.
  func error(_ code: UInt32) -> ClientError {
    if isTooLarge { return .tooLarge }
    if let refused, code == CURLE_COULDNT_CONNECT.rawValue { return .addressNotAllowed("\(refused)") }
    switch CURLcode(rawValue: code) {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_LOGIN_DENIED: return .unusable
    case CURLE_COULDNT_RESOLVE_HOST: return .nameNotFound
    case CURLE_COULDNT_CONNECT, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE:
      return .notConnected
    case CURLE_OPERATION_TIMEDOUT: return .timedOut
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
      return .notTrusted
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: return .malformed
    case CURLE_ABORTED_BY_CALLBACK: return .stopped
    default: return .failed(code: Int(code))
    }
  }
}

private func trimmed(_ octets: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let isBlank: (UInt8) -> Bool = { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
  let rest = octets.drop(while: isBlank)
  return rest.prefix(rest.count - rest.reversed().prefix(while: isBlank).count)
}

// Where the library enters. The context is the transfer, which lives as long as the request is under way.

func takeBody(
  _ octets: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let transfer = unsafe transfer(context), let octets = unsafe octets else { return 0 }
  let bytes = unsafe UnsafeRawBufferPointer(start: octets, count: size * count)
  return unsafe transfer.take(body: Array(bytes)) ? size * count : 0
}

func takeHead(
  _ octets: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let transfer = unsafe transfer(context), let octets = unsafe octets else { return 0 }
  let bytes = unsafe UnsafeRawBufferPointer(start: octets, count: size * count)
  return unsafe transfer.take(headLine: Array(bytes)) ? size * count : 0
}

func openSocket(
  _ context: UnsafeMutableRawPointer?, _ purpose: curlsocktype,
  _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
  guard let transfer = unsafe transfer(context), let address = unsafe address else { return shim_no_socket() }
  var octets = [UInt8](repeating: 0, count: 16)
  let count = unsafe octets.withUnsafeMutableBufferPointer { unsafe shim_address(address, $0.baseAddress) }
  guard transfer.admits(Array(octets.prefix(Int(count)))) else { return shim_no_socket() }
  return unsafe shim_open_socket(address)
}

func askWhetherStopped(
  _ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  guard let transfer = unsafe transfer(context) else { return 1 }
  return transfer.wantsToStop ? 1 : 0
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
  guard let context = unsafe context else { return nil }
  return unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
}
