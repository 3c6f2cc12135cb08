internal import CMicroHTTPD
internal import Glibc

/// The parts of a request line where the library holds them, and the way from them to a head.
@unsafe struct RequestLine {
  let method: UnsafePointer<CChar>?
  let target: UnsafePointer<CChar>?
  let version: UnsafePointer<CChar>?

  /// The head of an exchange, checked; the library's buffer is not referred to afterwards.
  func head(
    of exchange: Exchange, on connection: OpaquePointer?, core: Core, visitor: Visitor
  ) throws(RequestFault) -> RequestHead {
    guard let method = unsafe method, let version = unsafe version else {
      throw .malformedHead("The request line is not in three parts.")
    }
    let rules = core.configuration
    let fields = try unsafe fields(of: exchange, on: connection, rules: rules)
    let name = unsafe String(cString: method)
    let framing = try Framing(method: name, version: unsafe String(cString: version), fields: fields)
    let limits = RequestTarget.Limits(
      bytes: rules.targetLimitBytes, queryParameters: rules.queryParameterLimit)
    return RequestHead(
      method: name, target: try RequestTarget(exchange.target, method: name, limits: limits),
      headers: fields, contentLength: framing.contentLength, remoteAddress: visitor.address)
  }

  private func fields(
    of exchange: Exchange, on connection: OpaquePointer?, rules: Server.Configuration
  ) throws(RequestFault) -> HeaderFields {
    let headCount = unsafe shim_head_size(connection)
    guard exchange.target.count <= rules.targetLimitBytes else {
      throw .targetTooLong(limitBytes: rules.targetLimitBytes)
    }
    guard headCount <= rules.headLimitBytes else {
      throw .headTooLarge("The request head is larger than \(rules.headLimitBytes) bytes.")
    }
    guard let method = unsafe method, let target = unsafe target, let version = unsafe version,
      var reading = unsafe RawHead(
        method: method, target: target, version: version, targetCount: exchange.target.count,
        headCount: headCount, fieldLimit: rules.fieldLimit)
    else { throw .malformedHead("The request line is not three parts with one space between them.") }
    unsafe withUnsafeMutablePointer(to: &reading) {
      unsafe _ = MHD_get_connection_values_n(connection, .HEADER_KIND, fieldFound, $0)
    }
    if let fault = unsafe reading.fault { throw fault }
    guard unsafe reading.isAtEnd() else {
      throw .malformedHead("A header line is not ended by CR LF.")
    }
    return unsafe reading.fields
  }
}
