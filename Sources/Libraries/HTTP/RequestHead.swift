/// What is known of a request before its body: method, target, header fields, and who sent it.
public struct RequestHead: Sendable {
  /// The method as sent, such as `GET`; methods are case-sensitive (RFC 9110 §9.1).
  public let method: String
  /// The path, percent-decoded once, valid UTF-8, starting with `/`, without dot segments and control
  /// characters. `*` only for `OPTIONS *`.
  public let path: String
  /// The query's parameters in the order they came, decoded (`+` is a space), at most
  /// ``Server/Configuration/queryParameterLimit``.
  public let query: [QueryParameter]
  /// The header fields.
  public let headers: HeaderFields
  /// The length of the body in bytes as declared; 0 without a body, nil when it comes in chunks.
  public let contentLength: Int?
  /// The sender's address in numbers, without the port, such as `127.0.0.1` or `::1`.
  public let remoteAddress: String
  /// The target as sent: bytes 0x21 to 0x7E only.
  private let target: [UInt8]

  /// The path and query exactly as sent, still percent-encoded.
  public var rawTarget: String { String(decoding: target, as: UTF8.self) }

  /// The path exactly as sent, still percent-encoded, without the query.
  public var rawPath: String {
    String(decoding: target.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// The value of the query's first parameter of this name (case-sensitive), or nil.
  public func queryValue(_ name: String) -> String? {
    query.first { $0.name == name }?.value
  }

  init(
    method: String, target: RequestTarget, headers: HeaderFields, contentLength: Int?, remoteAddress: String
  ) {
    self.method = method
    self.path = target.path
    self.query = target.query
    self.target = target.raw
    self.headers = headers
    self.contentLength = contentLength
    self.remoteAddress = remoteAddress
  }

  /// A head made by hand, for testing a handler without a server.
  ///
  /// - Throws: ``RequestFault`` when the target would be refused on the wire.
  public init(
    method: String, target: String, headers: [(name: String, value: String)] = [], contentLength: Int? = 0,
    remoteAddress: String = "127.0.0.1"
  ) throws(RequestFault) {
    self.init(
      method: method, target: try RequestTarget(Array(target.utf8), method: method, limits: .standard),
      headers: HeaderFields(headers), contentLength: contentLength, remoteAddress: remoteAddress)
  }
}

// A request that is carried by another one.
extension RequestHead {
  /// The head of a request to the same path that this one's body describes: its method, query and header fields.
  public func carrying(
    method: String, query: [QueryParameter], headers: [(name: String, value: String)], contentLength: Int
  ) -> RequestHead {
    RequestHead(
      method: method,
      target: RequestTarget(path: path, rawPath: Array(rawPath.utf8), query: query),
      headers: HeaderFields(headers), contentLength: contentLength, remoteAddress: remoteAddress)
  }

  /// The fields of a form, `application/x-www-form-urlencoded`, in the order they came.
  ///
  /// - Throws: the fault that a query of the same text would be refused with.
  public static func formFields(of body: [UInt8], limit: Int = 100) throws(RequestFault) -> [QueryParameter] {
    try RequestTarget.formFields(body, limit: limit)
  }
}

/// One parameter of a query, decoded.
public struct QueryParameter: Sendable, Equatable {
  /// The name, before the first `=`.
  public let name: String
  /// The value, empty where there was no `=`.
  public let value: String

  /// A parameter of this name and value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
