internal import CCurl
internal import Synchronization

/// Sends requests to other servers, one at a time.
///
/// TLS is verified, 1.2 or later. Redirects are not followed, cookies not kept, proxies and password files of the
/// environment not looked at. Whom it may connect to is asked of every address, at the moment of connecting: so neither a
/// name that stands for another address the next time, nor an address in a strange form, leads elsewhere. A connection is
/// used again for the next request to the same host.
public final class HTTPClient: Sendable {
  /// What it bears with.
  public struct Limits: Sendable {
    /// How long it may take until there is a connection, TLS included.
    public var connectMilliseconds = 10_000
    /// How long a request may take from its beginning to the end of its answer.
    public var totalMilliseconds = 30_000
    /// The longest body of an answer, in bytes.
    public var bodyBytes = 64 * 1024
    /// The longest head of an answer, in bytes.
    public var headBytes = 64 * 1024

    /// The limits above.
    public init() {}
  }

  private let limits: Limits
  private let authorities: String?
  private let allows: @Sendable (_ address: NetworkAddress, _ isSecure: Bool) -> Bool
  private let isStopped: @Sendable () -> Bool
  private let handle: Mutex<EasyHandle?>

  /// - Parameters:
  ///   - authorities: a PEM file of those who may vouch for servers; the system's where nil.
  ///   - allows: whether a connection to an address may be made, with TLS or without.
  ///   - isStopped: asked now and then while a request is under way; once it is true, the request is given up.
  public init(
    limits: Limits = Limits(), authorities: String? = nil,
    allows: @escaping @Sendable (_ address: NetworkAddress, _ isSecure: Bool) -> Bool,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.limits = limits
    self.authorities = authorities
    self.allows = allows
    self.isStopped = isStopped
    handle = Mutex(EasyHandle())
  }

  /// Sends a request and returns the answer, whatever its status; throws where none came.
  public func send(_ request: OutgoingRequest) throws(ClientError) -> ReceivedAnswer {
    guard let lines = request.lines, !request.url.utf8.contains(0), !request.method.utf8.contains(0) else {
      throw .unusable
    }
    let outcome = handle.withLock { handle in
      handle?.answer(to: request, lines, limits, authorities, rule(request))
    }
    guard let outcome else { throw .failed(code: Int(CURLE_OUT_OF_MEMORY.rawValue)) }
    return try outcome.get()
  }

  private func rule(_ request: OutgoingRequest) -> ConnectionRule {
    let isSecure = request.isSecure
    return ConnectionRule(allows: { [allows] in allows($0, isSecure) }, isStopped: isStopped)
  }
}

/// A handle of the library, with the connections that it keeps open.
///
/// `@safe`: the pointer is made in `init`, released once in `deinit`, and never leaves.
@safe private struct EasyHandle: ~Copyable {
  private let pointer: UnsafeMutableRawPointer

  /// Nil where the library does not begin.
  init?() {
    guard isLibraryReady, let pointer = unsafe curl_easy_init() else { return nil }
    unsafe self.pointer = pointer
  }

  deinit { unsafe curl_easy_cleanup(pointer) }

  /// Sends a request and takes the answer in.
  func answer(
    to request: OutgoingRequest, _ lines: [String], _ limits: HTTPClient.Limits, _ authorities: String?,
    _ rule: ConnectionRule
  ) -> Result<ReceivedAnswer, ClientError> {
    let transfer = Transfer(limits, rule)
    let (code, status) = carryOut(request, lines, limits, authorities, transfer)
    guard code == CURLE_OK.rawValue else { return .failure(transfer.error(code)) }
    return .success(ReceivedAnswer(status: status, headers: transfer.fields, body: transfer.body))
  }

  /// The code is the library's.
  private func carryOut(
    _ request: OutgoingRequest, _ lines: [String], _ limits: HTTPClient.Limits, _ authorities: String?,
    _ transfer: Transfer
  ) -> (code: UInt32, status: Int) {
    unsafe curl_easy_reset(pointer)
    var list: UnsafeMutablePointer<curl_slist>? = nil
    defer { unsafe curl_slist_free_all(list) }
    // The library would wait for a go-ahead before a large body.
    for line in lines + ["Expect:"] {
      guard let longer = unsafe curl_slist_append(list, line) else {
        return (CURLE_OUT_OF_MEMORY.rawValue, 0)
      }
      unsafe list = longer
    }
    let code = unsafe request.body.withUnsafeBytes { body in
      withExtendedLifetime(transfer) {
        let code = unsafe set(request, body, list, limits, authorities, transfer)
        return unsafe code == CURLE_OK.rawValue ? curl_easy_perform(pointer).rawValue : code
      }
    }
    return (code, unsafe Int(shim_status(pointer)))
  }

  private func set(
    _ request: OutgoingRequest, _ body: UnsafeRawBufferPointer, _ list: UnsafeMutablePointer<curl_slist>?,
    _ limits: HTTPClient.Limits, _ authorities: String?, _ transfer: Transfer
  ) -> UInt32 {
    var codes = numbers(limits).map { unsafe shim_set_number(pointer, $0, $1) }
    codes += texts(request, authorities).map { unsafe shim_set_text(pointer, $0, $1) }
    unsafe codes.append(shim_set_pointer(pointer, CURLOPT_HTTPHEADER, list))
    if request.method != "GET" {
      unsafe codes.append(shim_set_number(pointer, CURLOPT_POST, 1))
      unsafe codes.append(shim_set_size(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
      // Nothing would stand for a body that is yet to be read.
      if let start = body.baseAddress {
        unsafe codes.append(shim_set_pointer(pointer, CURLOPT_POSTFIELDS, start))
      } else {
        unsafe codes.append(shim_set_text(pointer, CURLOPT_COPYPOSTFIELDS, ""))
      }
    }
    unsafe codes.append(shim_set_text(pointer, CURLOPT_CUSTOMREQUEST, request.method))
    var callbacks = unsafe shim_callbacks(
      body: takeBody, head: takeHead, open: openSocket, progress: askWhetherStopped,
      context: Unmanaged.passUnretained(transfer).toOpaque())
    unsafe codes.append(shim_set_callbacks(pointer, &callbacks))
    return codes.first { $0 != CURLE_OK }?.rawValue ?? CURLE_OK.rawValue
  }

  private func numbers(_ limits: HTTPClient.Limits) -> [(CURLoption, Int)] {
    [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_MAXREDIRS, 0),
      (CURLOPT_CONNECTTIMEOUT_MS, limits.connectMilliseconds), (CURLOPT_TIMEOUT_MS, limits.totalMilliseconds),
      (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
      (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
      (CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue)), (CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
      (CURLOPT_HTTP09_ALLOWED, 0),
    ]
  }

  private func texts(_ request: OutgoingRequest, _ authorities: String?) -> [(CURLoption, String)] {
    let texts = [
      (CURLOPT_URL, request.url), (CURLOPT_PROTOCOLS_STR, "http,https"),
      (CURLOPT_PROXY, ""), (CURLOPT_USERAGENT, "registrar"),
    ]
    return authorities.map { texts + [(CURLOPT_CAINFO, $0)] } ?? texts
  }
}

/// Whether the library is ready for several threads; asked once.
private let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
