extension Server {
  /// How a server listens and what it bears with.
  public struct Configuration: Sendable {
    /// The address to listen on: IPv4 or IPv6 in numbers, or `localhost`.
    public var host = "127.0.0.1"
    /// The port; 0 lets the system pick one.
    public var port: UInt16 = 8080
    /// What the server shows by TLS 1.2 or 1.3; without it, it speaks in clear.
    public var identity: TLSIdentity?
    /// Threads that serve connections, 1…64. Each connection stays with one.
    public var threads = 2
    /// Connections open at once, over all threads; more wait to be accepted.
    public var connectionLimit = 4096
    /// Connections open at once from one address; 0 means no limit.
    public var connectionLimitPerAddress = 0
    /// How long a connection may be silent, in whole seconds.
    public var idleTimeout: Duration = .seconds(30)
    /// How long a head may take from its first chance to its last byte, however busily it drips.
    public var headTimeout: Duration = .seconds(15)
    /// How long a body, or an answer being taken, may take in addition to what its size allows.
    public var transferGrace: Duration = .seconds(20)
    /// The slowest a body may come or an answer be taken, in bytes a second, after the grace.
    public var minimumBytesPerSecond = 500
    /// The longest request target in bytes (414). One that does not even fit the memory that the library has for a head is
    /// answered by libmicrohttpd itself, with a 414 and a page of HTML of its own: 0.9.75 hands such a request to nobody
    /// and offers no way to say something else. So with a head that does not fit (431).
    public var targetLimitBytes = 8192
    /// The most parameters of a query (400).
    public var queryParameterLimit = 100
    /// The largest head in bytes, request line included (431).
    public var headLimitBytes = 16 * 1024
    /// The most header fields (431).
    public var fieldLimit = 100
    /// How much of a body that is refused is read and thrown away, so that the sender reads the refusal
    /// rather than a broken connection.
    public var discardLimitBytes = 256 * 1024
    /// How long ``Server/stop()`` waits for what was accepted.
    public var stopTimeout: Duration = .seconds(20)
    /// Turns a request that the server answers itself into a response. Called on the server's threads.
    public var faultResponse: @Sendable (RequestFault) -> Response = Self.plainText

    /// The settings above.
    public init() {}

    private static let plainText: @Sendable (RequestFault) -> Response = { fault in
      Response(
        status: fault.status, headers: [.init("Content-Type", "text/plain; charset=utf-8")],
        body: .bytes(Array("\(fault.message)\n".utf8)))
    }
  }
}

/// A certificate and its key, both as PEM.
public struct TLSIdentity: Sendable {
  /// The certificate, and behind it those that lead to its root.
  public let certificate: [UInt8]
  /// The private key, not encrypted.
  public let key: [UInt8]

  /// An identity of these.
  public init(certificate: [UInt8], key: [UInt8]) {
    self.certificate = certificate
    self.key = key
  }
}
