internal import Catalogue
public import HTTP
public import Operations
internal import Values

/// The door of content: files of packages, at an origin of their own, so that what a package brings has none of the
/// API's authority. It knows no key, no cookie, and no address but `/<version>/<path of the file>`.
public final class ContentEndpoint: RequestHandler {
  private let registrar: Registrar
  private let noteFailure: @Sendable (FailedRequest) -> Void

  /// - Parameter noteFailure: is told each request that failed for a reason that lies here.
  public init(
    registrar: Registrar, noteFailure: @escaping @Sendable (FailedRequest) -> Void = { _ in }
  ) {
    self.registrar = registrar
    self.noteFailure = noteFailure
  }

  public func reception(of head: RequestHead) -> BodyReception {
    head.hasBody ? .refuse(.plain(400, "no body is taken here")) : .none
  }

  public func respond(to request: Request, reply: Reply) {
    reply.send(answer(to: request.head))
  }

  /// What a request that never reached this door is answered with, for `Server.Configuration.faultResponse`.
  public func response(to fault: RequestFault) -> Response { .plain(fault.status, fault.message) }

  private func answer(to head: RequestHead) -> Response {
    guard head.method == "GET" || head.method == "HEAD" else {
      var refusal = Response.plain(405, "only GET and HEAD are answered here")
      refusal.headers.append(Response.Field("Allow", "GET, HEAD"))
      return refusal
    }
    do {
      guard let file = try file(at: head.path) else { return .plain(404, "there is nothing at this address") }
      return try response(file, to: head)
    } catch {
      let id = registrar.random().description
      noteFailure(
        FailedRequest(requestID: id, status: 503, code: "content-unavailable", reason: "\(type(of: error))"))
      var failure = Response.plain(503, "the file cannot be read at this moment")
      failure.headers.append(Response.Field(Problem.requestIDHeader, id))
      return failure
    }
  }

  /// The path was decoded once, and has no dot segment: it names a file of the version, or nothing.
  private func file(at path: String) throws -> PackageFile? {
    let parts = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), maxSplits: 1)
    guard parts.count == 2, let version = CourseVersionID(Substring(parts[0])) else { return nil }
    return try registrar.answer(
      FindContent(version: version, path: String(Substring(parts[1]))), as: .owner)
  }

  private func response(_ file: PackageFile, to head: RequestHead) throws -> Response {
    let tag = Response.Field("ETag", "\"\(file.digest)\"")
    let known = head.headers.values("If-None-Match").joined(separator: ", ")
    if !known.isEmpty, known.utf8.elementsEqual(tag.value.utf8) {
      return Response(status: 304, headers: [tag])
    }
    // One that is missing is told before anything is sent.
    _ = try registrar.content.open(digest: file.digest)
    let source = KeptContentSource(file.digest, sizeBytes: file.sizeBytes, in: registrar.content)
    let body: Response.Body = file.sizeBytes == 0 ? .empty : .pieces([.source(source)])
    return Response(
      status: 200,
      headers: [
        Response.Field("Content-Type", MediaTypes.type(ofFileNamed: file.path)), tag,
        Response.Field("Cache-Control", "private, max-age=3600"),
      ] + protection, body: body
    ).ranged(by: head)
  }

  /// What the content may do, and who may show it within a page.
  private var protection: [Response.Field] {
    let endpoint = registrar.served.current?.endpoint ?? ""
    let policy = [
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
      "img-src 'self' https: data: blob:", "media-src 'self' https: data: blob:",
      "font-src 'self' https: data:", "style-src 'self' 'unsafe-inline' https:",
      "frame-src 'self' https: data: blob:", "connect-src 'self' data: blob: \(endpoint)",
      "form-action 'self'", "base-uri 'self'", "object-src 'none'", "frame-ancestors 'self' \(endpoint)",
    ].joined(separator: "; ")
    return [
      Response.Field("Content-Security-Policy", policy),
      Response.Field("X-Content-Type-Options", "nosniff"), Response.Field("Referrer-Policy", "no-referrer"),
      Response.Field("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}

extension Response {
  /// A sentence, for whoever looks.
  fileprivate static func plain(_ status: Int, _ sentence: String) -> Response {
    Response(
      status: status,
      headers: [
        Field("Content-Type", "text/plain; charset=utf-8"), Field("Cache-Control", "no-store"),
        Field("X-Content-Type-Options", "nosniff"),
        Field("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
      ], body: .bytes(Array("\(sentence)\n".utf8)))
  }
}
