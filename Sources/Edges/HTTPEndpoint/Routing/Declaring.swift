internal import HTTP
internal import JSON
internal import Operations
internal import Representations

// The shapes that most routes have, so that each is declared by what is its own.
extension Route {
  /// The longest JSON text that a request about records may have, in bytes.
  static let recordBytes = 1 << 20

  /// A question about the records. The right is the inquiry's own.
  static func asks<each Part: Sendable, Q: Inquiry>(
    _ path: String, _ summary: String, by parameters: repeat Parameter<each Part>, told: Telling<Q.Answer>,
    question: @escaping @Sendable (Call, repeat each Part) throws -> Q
  ) -> Route {
    let query = Parameters(repeat each parameters)
    let ask: @Sendable (Call) throws -> Q = { call in
      let parts = try query.read(call)
      return try question(call, repeat each parts)
    }
    return Route(
      "GET", path, .records, Q.access, summary, parameters: query.declared, answers: told.answers,
      shows: { call, reading in try told.tell(ask(call).answer(reading), call) }
    ) { call, answering in
      answering.send { try told.tell(call.answer(ask(call)), call) }
    }
  }

  /// A change of the records by what a JSON object says. The right is the change's own; the answer is told from the
  /// writer's thread when the change is durable.
  ///
  /// - Parameters:
  ///   - mayBeEmpty: whether the request may come without a body.
  ///   - isLarge: whether the outcome takes long to tell, so that another thread should.
  static func changes<each Part: Sendable, C: Change>(
    _ path: String, _ summary: String, needing right: Right = C.right,
    takes members: repeat Member<each Part>, mayBeEmpty: Bool = false, isLarge: Bool = false,
    told: Telling<C.Outcome>, change: @escaping @Sendable (Call, repeat each Part) throws -> C
  ) -> Route {
    let object = Members(repeat each members)
    return Route(
      "POST", path, .records, .holders(of: right), summary, body: .json(limitBytes: recordBytes),
      content: DeclaredContent(
        mediaTypes: ["application/json"], schema: object.schema, isRequired: !mayBeEmpty),
      answers: told.answers
    ) { call, answering in
      let parts = try object.read(call.fields(orNone: mayBeEmpty))
      try call.perform(change(call, repeat each parts), answering, told, isLarge: isLarge)
    }
  }

  /// A change that needs no more than its path, and may be given a reason.
  ///
  /// - Parameter right: what this very change needs, where that is not what the kind of change needs.
  static func moves<C: Change>(
    _ path: String, _ summary: String, needing right: Right = C.right, told: Telling<C.Outcome>,
    change: @escaping @Sendable (Call, _ reason: String?) throws -> C
  ) -> Route {
    changes(
      path, summary, needing: right, takes: .optional("reason", .text, "Why; kept in the history."),
      mayBeEmpty: true, told: told, change: change)
  }

  /// Work that takes long, on a thread of its own: what the request says is read first, and refused at once where it
  /// cannot be used.
  static func works<each Part: Sendable, Outcome: Sendable>(
    _ path: String, _ summary: String, needing right: Right, body: Body, content: DeclaredContent,
    by parameters: repeat Parameter<each Part>, told: Telling<Outcome>,
    work: @escaping @Sendable (Call, repeat each Part) throws -> LongTask<Outcome>
  ) -> Route {
    let query = Parameters(repeat each parameters)
    return Route(
      "POST", path, .records, .holders(of: right), summary, body: body, content: content,
      parameters: query.declared, answers: told.answers + [.taken]
    ) { call, answering in
      try call.checkContent(content)
      let parts = try query.read(call)
      try call.carryOut(work(call, repeat each parts), told, answering)
    }
  }

  /// As above, of what a JSON object says.
  static func works<each Part: Sendable, Outcome: Sendable>(
    _ path: String, _ summary: String, needing right: Right, takes members: repeat Member<each Part>,
    told: Telling<Outcome>,
    work: @escaping @Sendable (Call, repeat each Part) throws -> LongTask<Outcome>
  ) -> Route {
    let object = Members(repeat each members)
    return Route(
      "POST", path, .records, .holders(of: right), summary, body: .json(limitBytes: recordBytes),
      content: DeclaredContent(mediaTypes: ["application/json"], schema: object.schema, isRequired: true),
      answers: told.answers + [.taken]
    ) { call, answering in
      let parts = try object.read(call.fields(orNone: false))
      try call.carryOut(work(call, repeat each parts), told, answering)
    }
  }

  /// A question whose answer takes long, on a thread of its own. A GET makes no job: it is waited for.
  static func worksOut<each Part: Sendable, Outcome: Sendable>(
    _ path: String, _ summary: String, needing right: Right, by parameters: repeat Parameter<each Part>,
    told: Telling<Outcome>,
    work: @escaping @Sendable (Call, repeat each Part) throws -> LongTask<Outcome>
  ) -> Route {
    let query = Parameters(repeat each parameters)
    return Route(
      "GET", path, .records, .holders(of: right), summary, parameters: query.declared, answers: told.answers
    ) { call, answering in
      let parts = try query.read(call)
      let task = try work(call, repeat each parts)
      try answering.sendLater { try told.tell(task.carryOut(.none), call) }
    }
  }
}

/// Work that takes long, ready to be carried out.
struct LongTask<Outcome: Sendable>: Sendable {
  let carryOut: @Sendable (_ terms: Terms<Outcome>) throws -> Outcome

  init(_ carryOut: @escaping @Sendable (_ terms: Terms<Outcome>) throws -> Outcome) {
    self.carryOut = carryOut
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

  /// Carries long work out, or takes it on as a job where the sender would rather not wait.
  fileprivate func carryOut<Outcome: Sendable>(
    _ task: LongTask<Outcome>, _ told: Telling<Outcome>, _ answering: Answering
  ) throws {
    try requireUnanswered()
    if prefersNotToWait { return try take(task, told, answering) }
    let terms = try terms(told)
    try answering.sendLater { try told.tell(task.carryOut(terms), self) }
  }

  /// Carries out a change and answers when it is durable.
  fileprivate func perform<C: Change>(
    _ change: C, _ answering: Answering, _ told: Telling<C.Outcome>, isLarge: Bool
  ) throws {
    try registrar.perform(change, as: knownPrincipal(), on: terms(told)) { outcome in
      guard isLarge else { return answering.send { try told.tell(outcome.get(), self) } }
      answering.sendElsewhere { try told.tell(outcome.get(), self) }
    }
  }

  /// Who asks, on a route that only holders of keys reach.
  func knownPrincipal() throws(Problem) -> Principal {
    guard let principal else { throw .unauthenticated }
    return principal
  }
}
