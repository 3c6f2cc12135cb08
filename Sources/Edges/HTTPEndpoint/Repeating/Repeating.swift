internal import HTTP
internal import Operations

extension Call {
  /// What is asked beside a change: that it is carried out once, where the request has a name, and only on what is as
  /// the request says.
  func terms<Outcome>(_ told: Telling<Outcome>) throws -> Terms<Outcome> {
    Terms(condition: try condition(), once: repeatable) { KeptAnswer(try told.tellAgain($0, self)) }
  }

  /// Throws where the request was answered before: asked before work is begun that takes long.
  func requireUnanswered() throws {
    if let repeatable { try registrar.requireUnanswered(repeatable) }
  }
}

extension KeptAnswer {
  /// What the answer says that is the request's own; what all answers of its family say is added again.
  init(_ response: Response) {
    let body: [UInt8] =
      switch response.body {
      case .empty: []
      case .bytes(let bytes): bytes
      case .file, .pieces, .stream: preconditionFailure("a change is answered with what is in memory")
      }
    self.init(
      status: response.status, fields: response.headers.map { Field($0.name, $0.value) }, body: body)
  }
}

extension Response {
  /// The answer as it was kept.
  init(_ answer: KeptAnswer) {
    self.init(
      status: answer.status, headers: answer.fields.map { Field($0.name, $0.value) },
      body: .bytes(answer.body))
  }

  /// The answer that a request got when it came first.
  init(repeating answer: KeptAnswer) {
    self.init(answer)
    headers.append(Field("Idempotency-Replayed", "true"))
  }
}
