public import Values
public import XAPI
internal import Enrolment

extension Registrar {
  /// Stores statements that were validated, all or none, and moves the enrolments they belong to in the same
  /// transaction.
  ///
  /// What can be worked out beforehand is worked out on the caller's thread, so that the one writer does little.
  public func recordStatements(
    _ statements: [Statement], as principal: Principal,
    completion: @escaping @Sendable (Result<[UUID], any Error>) -> Void
  ) {
    do {
      try Statement.checkAttachments(of: statements, received: []) { _ in [] }
      record(try storeStatements(statements, [:], principal), as: principal, completion: completion)
    } catch {
      completion(.failure(error))
    }
  }

  /// As above, waiting until the statements are durable.
  public func recordStatements(_ statements: [Statement], as principal: Principal) throws -> [UUID] {
    try Statement.checkAttachments(of: statements, received: []) { _ in [] }
    return try record(storeStatements(statements, [:], principal), as: principal).ids
  }

  /// The instant through which a reading that begins now sees every statement.
  public var statementsConsistentThrough: Instant {
    statementsUnderWay.consistentThrough(now: clock())
  }

  func record(_ statements: StoreStatements, as principal: Principal) throws -> StoreStatements.Outcome {
    let write = statementsUnderWay.begin(at: clock())
    defer { statementsUnderWay.end(write) }
    let stored = try perform(statements, as: principal)
    definitions.note(stored.definitions)
    return stored
  }

  func record(
    _ statements: StoreStatements, as principal: Principal,
    completion: @escaping @Sendable (Result<[UUID], any Error>) -> Void
  ) {
    let write = statementsUnderWay.begin(at: clock())
    perform(statements, as: principal) { [definitions, statementsUnderWay] outcome in
      statementsUnderWay.end(write)
      if case .success(let stored) = outcome { definitions.note(stored.definitions) }
      completion(outcome.map(\.ids))
    }
  }

  /// - Parameter trustingSender: whether a statement keeps the authority that it brings.
  func storeStatements(
    _ statements: [Statement], _ attachments: KeptAttachments, _ principal: Principal,
    trustingSender: Bool = false
  ) throws -> StoreStatements {
    let authority = principal.authority(origin: origin)
    return StoreStatements(
      statements: try statements.map {
        try ReceivedStatement(
          $0, authority: trustingSender ? $0.authority ?? authority : authority,
          definitions: definitions.unknown(in: $0), newID: newStatementID)
      },
      authority: authority, trustsSender: trustingSender, attachments: attachments)
  }

  private func newStatementID() -> UUID {
    UUID(version7At: clock().microseconds, random: random().low)
  }
}

/// A statement on its way into the store, with everything that does not depend on when it is stored.
struct ReceivedStatement: Sendable {
  let statement: Statement
  let id: UUID
  let terms: [Int64]
  /// What it says of activities, as far as that may be new.
  let definitions: [SentDefinition]
  /// The term that statements which refer to it have; nil where its id was made here, so that there can be none.
  let reference: Int64?

  init(
    _ statement: Statement, authority: XAPI.Actor, definitions: [SentDefinition] = [], newID: () -> UUID
  ) throws {
    self.statement = statement
    self.definitions = definitions
    id = statement.id ?? newID()
    terms = try StatementTermDigest.of(statement.terms(authority: authority))
    reference = try statement.id.map { id in
      try StatementTermDigest.of(StatementTerm(.statement, id.description))
    }
  }
}

/// Stores statements in one transaction. One that is there already, saying the same, changes nothing.
struct StoreStatements: Change {
  static let right = Right.writeStatements

  let statements: [ReceivedStatement]
  let authority: XAPI.Actor
  /// Whether a statement keeps the authority that it brings.
  var trustsSender = false
  /// The contents that came with them.
  var attachments: KeptAttachments = [:]

  struct Outcome: Sendable {
    let ids: [UUID]
    /// How many were not there yet.
    let newCount: Int
    let definitions: [RecordedDefinition]
  }

  func carryOut(_ work: Work) throws -> Outcome {
    var definitions: [RecordedDefinition] = []
    var newCount = 0
    for received in statements where try isNew(received, work) {
      newCount += 1
      let stored = work.records.nextInstant()
      let bytes = received.statement.completed(
        id: received.id, stored: stored, authority: authority, trustingSender: trustsSender)
      try work.records.refuseVoidingOfVoiding(received.statement)
      let terms = try received.terms + work.termsTakenOver(by: received.statement)
      let isVoided = try work.records.insert(
        StoredStatement(
          id: received.id, stored: stored, terms: terms, voids: received.statement.voidedStatement,
          bytes: bytes))
      try work.handOn(terms, of: received)
      try work.keepAttachments(of: received.statement, attachments, storedAt: stored)
      definitions += try work.take(received.definitions, storedAt: stored)
      if !isVoided { try work.progress(by: received.statement, storedAt: stored) }
    }
    return Outcome(ids: statements.map(\.id), newCount: newCount, definitions: definitions)
  }

  private func isNew(_ received: ReceivedStatement, _ work: Work) throws -> Bool {
    try received.statement.id == nil || work.records.isNew(received.statement, received.id)
  }
}

extension Records {
  /// Whether no statement of this id is there. Throws where one is and says something else.
  func isNew(_ statement: Statement, _ id: UUID) throws -> Bool {
    guard let earlier = try self.statement(id) else { return true }
    guard try earlier.parsed().isSame(as: statement) else { throw StatementConflict(id: id) }
    return false
  }

  /// xAPI 1.0.3 Data 2.3.2: a voiding statement cannot itself be voided. What voids a statement that is not stored yet
  /// is taken; should that one turn out to be a voiding statement, it takes effect and is not voided.
  func refuseVoidingOfVoiding(_ statement: Statement) throws {
    guard let target = statement.voidedStatement, let found = try self.statement(target) else { return }
    if try found.parsed().voidedStatement != nil { throw VoidingRefused(target: target) }
  }
}

/// A statement of this id is stored already and says something else (xAPI 1.0.3 Communication 2.1.1).
public struct StatementConflict: Explainable, Hashable {
  public let id: UUID

  public var explanation: Explanation {
    Explanation(
      .conflict, "statement-conflict",
      "a statement with the id \(id) is stored already and says something else",
      remedy: "statements never change: send the new one under an id of its own", field: "id")
  }
}

/// The statement to be voided is itself a voiding one (xAPI 1.0.3 Data 2.3.2).
public struct VoidingRefused: Explainable, Hashable {
  public let target: UUID

  public var explanation: Explanation {
    Explanation(
      .unusable, "voiding-of-voiding", "statement \(target) is a voiding statement; those cannot be voided",
      field: "object")
  }
}

extension Principal {
  /// How the principal vouches for statements: an account of this system.
  func authority(origin: String) -> XAPI.Actor {
    switch self {
    case .owner: .agent(Agent(identity: .account(homePage: origin, name: "owner"), name: "owner"))
    case .key(let key):
      .agent(Agent(identity: .account(homePage: origin, name: "key-\(key.id)"), name: key.name))
    }
  }
}
