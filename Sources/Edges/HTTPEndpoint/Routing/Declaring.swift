internal import HTTP
internal import JSON
internal import Operations
internal import Representations

// The shapes that most routes have, so that each is declared by what is its own.
extension Route {
  /// The longest JSON text that a request about records may have, in bytes.
  static let recordBytes = 1 << 20

  /// A question about the records. The right is the inquiry's own.
  static func asks<Q: Inquiry>(
    _ path: String, _ family: Family = .records, parameters: Set<String> = [],
    _ question: @escaping @Sendable (Call) throws -> Q,
    _ told: @escaping @Sendable (Q.Answer, Call) throws -> Response
  ) -> Route {
    Route(
      "GET", path, family, Q.access, parameters: parameters,
      shows: { call, reading in try told(question(call).answer(reading), call) }
    ) { call, answering in
      answering.send { try told(call.answer(question(call)), call) }
    }
  }

  /// A question whose answer is a record as it stands.
  static func asks<Q: Inquiry>(
    _ path: String, parameters: Set<String> = [], _ question: @escaping @Sendable (Call) throws -> Q
  ) -> Route where Q.Answer: Representable {
    asks(path, parameters: parameters, question) { answer, _ in .json(answer) }
  }

  /// A change of the records. The right is the change's own; the answer is told from the writer's thread when the
  /// change is durable.
  ///
  /// - Parameter kept: what is told when the request comes again, where that is not what was told first.
  static func changes<C: Change>(
    _ path: String, _ change: @escaping @Sendable (Call, Fields) throws -> C,
    _ told: @escaping @Sendable (C.Outcome, Call) throws -> Response,
    kept: (@Sendable (C.Outcome, Call) throws -> Response)? = nil
  ) -> Route {
    Route(
      "POST", path, .records, .holders(of: C.right), body: .json(limitBytes: recordBytes)
    ) { call, answering in
      try call.perform(change(call, call.fields()), answering, told, kept: kept ?? told)
    }
  }

  /// A change that needs no more than its path, and may be given a reason: `{"reason": …}`.
  ///
  /// - Parameter right: what this very change needs, where that is not what the kind of change needs.
  static func moves<C: Change>(
    _ path: String, needing right: Right = C.right,
    _ change: @escaping @Sendable (Call, _ reason: String?) throws -> C,
    _ told: @escaping @Sendable (C.Outcome, Call) throws -> Response
  ) -> Route {
    Route(
      "POST", path, .records, .holders(of: right), body: .json(limitBytes: recordBytes)
    ) { call, answering in
      let fields = try call.optionalFields()
      try fields?.check(needs: [], takes: ["reason"])
      try call.perform(change(call, fields?.optional("reason", .text)), answering, told, kept: told)
    }
  }

  /// Such a change whose outcome is told as it stands.
  static func moves<C: Change>(
    _ path: String, needing right: Right = C.right,
    _ change: @escaping @Sendable (Call, _ reason: String?) throws -> C
  ) -> Route where C.Outcome: Representable {
    moves(path, needing: right, change) { outcome, _ in .json(outcome) }
  }
}

extension Inquiry {
  /// An inquiry without a right is public by design.
  fileprivate static var access: Route.Access {
    if let right { .holders(of: right) } else { .anyone }
  }
}

extension Call {
  /// Asks the records. Where nobody was let in by a key, the route is open to anyone, as the inquiry is.
  func answer<Q: Inquiry>(_ inquiry: Q) throws -> Q.Answer {
    if let principal { return try registrar.answer(inquiry, as: principal) }
    guard Q.right == nil else { throw Problem.unauthenticated }
    return try registrar.answer(inquiry, as: .owner)
  }

  /// Carries out a change and answers when it is durable.
  func perform<C: Change>(
    _ change: C, _ answering: Answering, _ told: @escaping @Sendable (C.Outcome, Call) throws -> Response,
    kept: @escaping @Sendable (C.Outcome, Call) throws -> Response
  ) throws {
    try registrar.perform(change, as: knownPrincipal(), on: terms(kept)) { outcome in
      answering.send { try told(outcome.get(), self) }
    }
  }

  /// Who asks, on a route that only holders of keys reach.
  func knownPrincipal() throws(Problem) -> Principal {
    guard let principal else { throw .unauthenticated }
    return principal
  }
}
