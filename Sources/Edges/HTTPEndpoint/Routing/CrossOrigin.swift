internal import HTTP
internal import Operations

// Units that were launched speak to the record store from the origin of their own files (the Fetch standard's CORS). Their
// authority is the token that they send, and no cookie: an origin by itself opens nothing.
extension Endpoint {
  /// The origin that an answer is shared with: one that a unit was launched from, on what units ask. Nil for every
  /// other request; one that names no origin costs nothing more.
  func sharedOrigin(of head: RequestHead) -> String? {
    guard let origin = head.headers["Origin"], head.isForUnits else { return nil }
    do {
      return try registrar.launches(fromOrigin: origin) ? origin : nil
    } catch {
      // Whether it may share is not known: it does not.
      return nil
    }
  }

  /// The answer to a preflight; nil where the request is none. It says what may be asked at the address, to an origin
  /// that units are launched from.
  func preflight(_ head: RequestHead) -> Response? {
    guard head.method == "OPTIONS", head.isForUnits, head.headers["Origin"] != nil,
      head.headers["Access-Control-Request-Method"] != nil,
      case .methodNotAllowed(let allowed) = RouteTable.shared.find("OPTIONS", head.path)
    else { return nil }
    let methods = allowed.contains("POST") ? allowed : allowed + ["POST"]
    return Response(
      status: 204,
      headers: [
        Response.Field("Access-Control-Allow-Methods", methods.sorted().joined(separator: ", ")),
        Response.Field("Access-Control-Allow-Headers", CrossOrigin.sentFields.joined(separator: ", ")),
        Response.Field("Access-Control-Max-Age", "600"),
      ])
  }
}

/// What scripts of another origin may send and see.
enum CrossOrigin {
  fileprivate static let sentFields = [
    "Accept-Language", "Authorization", "Content-Type", "If-Match", "If-None-Match",
    "X-Experience-API-Version",
  ]

  private static let shownFields = [
    "ETag", "Last-Modified", "X-Experience-API-Consistent-Through", "X-Experience-API-Version",
    "X-Request-Id",
  ]

  /// The fields of an answer that is shared with an origin.
  static func fields(for origin: String) -> [Response.Field] {
    [
      Response.Field("Access-Control-Allow-Origin", origin), Response.Field("Vary", "Origin"),
      Response.Field("Access-Control-Expose-Headers", shownFields.joined(separator: ", ")),
    ]
  }
}

extension RequestHead {
  /// Whether the address is one that units ask: of the record store, or for their token.
  fileprivate var isForUnits: Bool {
    path.utf8.starts(with: "/xapi/".utf8) || path.utf8.starts(with: "/cmi5/fetch/".utf8)
  }
}
