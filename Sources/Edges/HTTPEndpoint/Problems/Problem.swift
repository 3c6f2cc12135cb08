internal import HTTP
internal import JSON
internal import Operations
internal import Representations

/// Why a request is not answered as asked: what goes out as a problem document (RFC 9457).
struct Problem: Error {
  /// A part of the request that is at fault.
  struct Flaw: Sendable, Hashable {
    enum Place: Sendable, Hashable {
      /// A JSON Pointer into the body.
      case pointer(String)
      case parameter(String)
      case header(String)
    }

    let place: Place
    let detail: String
    /// Where in the body's text, line and column from 1; nil where the place says enough.
    var textPlace: TextPlace?
  }

  struct TextPlace: Sendable, Hashable {
    let line: Int
    let column: Int
  }

  let status: Status
  /// Stable, for programs; the last part of the document's `type`.
  let code: String
  /// What is wrong with this request, in a sentence. Never the inside of the program, never another person's data.
  let detail: String
  /// What to do about it; nil where that is plain.
  var remedy: String?
  /// The operation's word for the part of the request that is at fault; see `placed(in:body:)`.
  var field: String?
  /// What the request called something that is not there; see `placed(in:body:)`.
  var missing: String?
  var flaws: [Flaw] = []
  var headers: [Response.Field] = []
  /// What the answer and the server's log name the request by; nil where nothing failed.
  var requestID: String?
  /// What was found in a package or roster that was refused.
  var report: (any Representable & Sendable)?

  init(_ status: Status, _ code: String, _ detail: String) {
    self.status = status
    self.code = code
    self.detail = detail
  }

  func toBeMended(by remedy: String) -> Problem {
    var problem = self
    problem.remedy = remedy
    return problem
  }

  func with(_ flaw: Flaw) -> Problem {
    var problem = self
    problem.flaws.append(flaw)
    return problem
  }

  func with(_ field: Response.Field) -> Problem {
    var problem = self
    problem.headers.append(field)
    return problem
  }

  /// The header field that names a request that failed.
  static let requestIDHeader = "X-Request-Id"

  /// The same problem with a name for the request, in its header and its document.
  func numbered(_ id: String) -> Problem {
    var problem = with(Response.Field(Problem.requestIDHeader, id))
    problem.requestID = id
    return problem
  }

  /// The statuses that problems have here.
  enum Status: Int, Sendable {
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case notAcceptable = 406
    case conflict = 409
    case preconditionFailed = 412
    case contentTooLarge = 413
    case targetTooLong = 414
    case unsupportedMediaType = 415
    case unprocessable = 422
    case tooManyRequests = 429
    case headTooLarge = 431
    case internalError = 500
    case notImplemented = 501
    case unavailable = 503
    case versionNotSupported = 505
    case insufficientStorage = 507
  }
}

// The problems that many routes meet.
extension Problem {
  static let unauthenticated = Problem(
    .unauthorized, "unauthenticated", "this needs a key that is known here and was not revoked"
  ).toBeMended(by: "send the key's id and secret by HTTP Basic authentication")
    .with(Response.Field("WWW-Authenticate", "Basic realm=\"registrar\", charset=\"UTF-8\""))

  static func tooManyWrongSecrets(retryAfterSeconds seconds: Int) -> Problem {
    Problem(
      .tooManyRequests, "too-many-wrong-secrets",
      "too many wrong secrets came for this key, or from this address"
    )
    .toBeMended(by: "look at the key's id and secret, and wait before trying again")
    .with(Response.Field("Retry-After", String(seconds)))
  }

  static func tooManyWrongCodes(retryAfterSeconds seconds: Int) -> Problem {
    Problem(
      .tooManyRequests, "too-many-wrong-codes",
      "this address asked for too many codes that no certificate has"
    )
    .toBeMended(by: "look at the code on the certificate, and wait before trying again")
    .with(Response.Field("Retry-After", String(seconds)))
  }

  static let overloaded = Problem(
    .unavailable, "overloaded", "more is asked for than can be done at this moment"
  ).toBeMended(by: "send the request again in a second").with(Response.Field("Retry-After", "1"))

  static func methodNotAllowed(_ allowed: [String]) -> Problem {
    let methods = Set(allowed).union(allowed.contains("GET") ? ["HEAD"] : []).sorted()
    return Problem(.methodNotAllowed, "method-not-allowed", "this address does not take the method")
      .with(Response.Field("Allow", methods.joined(separator: ", ")))
  }

  /// A parameter of the query that cannot be used.
  static func parameter(_ name: String, _ code: String, _ detail: String) -> Problem {
    Problem(.badRequest, code, "the parameter cannot be used: \(detail)")
      .with(Flaw(place: .parameter(name), detail: detail))
  }

  /// A part of the body that cannot be used.
  static func member(_ pointer: String, _ code: String, _ detail: String) -> Problem {
    Problem(.unprocessable, code, "the body cannot be used: \(detail)")
      .with(Flaw(place: .pointer(pointer), detail: detail))
  }
}
