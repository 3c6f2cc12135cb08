public import Values
public import XAPI
internal import CMI5
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
      let change = try storeStatements(statements, [:], principal)
      perform(change, as: principal) { [definitions] outcome in
        if case .success(let stored) = outcome { definitions.note(stored.definitions) }
        completion(outcome.map(\.ids))
      }
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
    let unit = principal.pass?.unit
    return StoreStatements(
      statements: try statements.map {
        try ReceivedStatement(
          $0, authority: trustingSender ? $0.authority ?? authority : authority,
          definitions: definitions.unknown(in: $0), unit: unit, newID: newStatementID)
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
  /// What it is for the session of the unit that says it; nil where no unit does.
  let unitStatement: UnitStatement?
  /// The launch session that it names; nil where it names none.
  let namedSession: LaunchSessionID?

  /// - Parameter unit: the unit that says it by the token of its launch; nil for everybody else. Throws where the
  ///   statement breaks a rule of cmi5.
  init(
    _ statement: Statement, authority: XAPI.Actor, definitions: [SentDefinition] = [],
    unit: LaunchedUnit? = nil, newID: () -> UUID
  ) throws {
    unitStatement = try unit.map { try UnitStatement(statement, of: $0) }
    namedSession = statement.namedSession.map(LaunchSessionID.init)
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
    /// What the contents that belong to them are kept under.
    let named: Set<String>
  }

  func carryOut(_ work: Work) throws -> Outcome {
    var (definitions, named, newCount) = ([RecordedDefinition](), Set<String>(), 0)
    var session = try work.speakingSession()
    let sessionBefore = session
    let isWithEnd = statements.contains { $0.unitStatement?.verb == .terminated }
    for received in statements.inOrderOfUnit {
      let earlier = try same(as: received, work)
      let stored = earlier?.stored ?? work.records.nextInstant()
      if earlier != nil {
        try session?.hearAgain(withEnd: isWithEnd, storedAt: stored, at: work.now)
      } else {
        newCount += 1
        try work.take(received, storedAt: stored, into: &session)
        definitions += try store(received, at: stored, work)
      }
      guard !attachments.isEmpty else { continue }
      named.formUnion(try work.records.attachments(ofStatementAt: stored).map(\.digest))
    }
    if let session, session != sessionBefore { try work.records.update(session) }
    return Outcome(
      ids: statements.map(\.id), newCount: newCount, definitions: definitions, named: named)
  }

  private func same(as received: ReceivedStatement, _ work: Work) throws -> FoundStatement? {
    guard received.statement.id != nil else { return nil }
    return try work.records.same(as: received.statement, received.id)
  }

  private func store(
    _ received: ReceivedStatement, at stored: Instant, _ work: Work
  ) throws -> [RecordedDefinition] {
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
    let definitions = try work.take(received.definitions, storedAt: stored)
    if !isVoided { try work.progress(by: received.statement, storedAt: stored) }
    return definitions
  }
}

extension Records {
  /// The statement that is there already under an id and says the same; nil where there is none. Throws where one is
  /// there that says something else.
  func same(as statement: Statement, _ id: UUID) throws -> FoundStatement? {
    guard let earlier = try self.statement(id) else { return nil }
    guard try earlier.parsed().isSame(as: statement) else { throw StatementConflict(id: id) }
    return earlier
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
    case .launch(let pass):
      .agent(Agent(identity: .account(homePage: origin, name: LaunchPass.user(of: pass.session))))
    }
  }
}
