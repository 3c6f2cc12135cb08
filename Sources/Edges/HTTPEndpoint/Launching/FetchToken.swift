internal import CMI5
internal import HTTP
internal import Operations

extension Route {
  /// Where a unit fetches the token of its launch, once (cmi5 §8.2). Open to anyone: the address is the secret.
  static let fetchRoutes: [Route] = [
    Route(
      "POST", "/cmi5/fetch/{secret}", .pages, .anyone, body: .document(limitBytes: 1 << 16),
      parameters: nil, answer: fetchToken)
  ]

  /// “The HTTP status code MUST be "200" for a valid request (including one that generates error…)”.
  private static let fetchToken: @Sendable (Call, Answering) throws -> Void = { call, answering in
    call.registrar.fetchToken(by: call.captures[0]) { outcome in
      do {
        answering.send(.json(try outcome.get().json))
      } catch {
        call.endpoint.noteFailure(of: error, named: answering.arrival.requestID)
        answering.send(.json(FetchAnswer.failed.json))
      }
    }
  }
}
