/// What to do with the body of a request whose head is in.
public enum BodyReception: Sendable {
  /// The request should have no body: one is refused with 413.
  case none
  /// Keep the body in memory, at most so many bytes; more is refused with 413.
  case collect(limitBytes: Int)
  /// Hand the body to the sink piece by piece, at most so many bytes in all; more is refused with 413.
  case stream(any BodySink, limitBytes: Int)
  /// Answer at once and do not read the body. With a body on its way the connection is closed afterwards.
  case refuse(Response)
}

/// Where a streamed body goes, such as a temporary file.
///
/// Called on the server's own threads, one call at a time for a request: a slow sink holds up the other
/// connections of that thread. When the sender goes away in the middle, or sends too much, the sink is let go
/// without a further call: clean up in `deinit`.
public protocol BodySink: AnyObject, Sendable {
  /// Takes the next bytes, which are lent for this call only.
  ///
  /// - Throws: ``BodyRefusal`` with the answer to give; the rest of the body is not handed over.
  func receive(_ bytes: RawSpan) throws(BodyRefusal)
}

/// A sink's refusal to take more, with the answer the sender gets.
public struct BodyRefusal: Error, Sendable {
  /// The answer, such as 507 when the disk is full.
  public let response: Response

  /// A refusal answered with this response.
  public init(_ response: Response) { self.response = response }
}

/// A request that is in whole.
public struct Request: Sendable {
  /// The head.
  public let head: RequestHead
  /// The body, empty when it was streamed.
  public let body: [UInt8]
  /// The sink the body was streamed to, as given in ``BodyReception/stream(_:limitBytes:)``.
  public let sink: (any BodySink)?

  /// A request made by hand, for testing a handler without a server.
  public init(head: RequestHead, body: [UInt8] = [], sink: (any BodySink)? = nil) {
    self.head = head
    self.body = body
    self.sink = sink
  }
}

/// Who answers the requests of a server. Called on the server's threads, several at once.
public protocol RequestHandler: Sendable {
  /// Says what to do with the body, once the head is in. Must not wait.
  func reception(of head: RequestHead) -> BodyReception

  /// Answers a request that is in whole: by ``Reply/send(_:)``, now or later, from any thread, once.
  ///
  /// An answer sent before this returns is the quickest. A handler that waits here holds up the other
  /// connections of the thread: hand the work on and send later instead.
  func respond(to request: Request, reply: Reply)
}
