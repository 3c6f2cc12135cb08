internal import JSON
internal import Values
internal import XAPI

/// A statement that refers to another one as its object is found by whatever that one is found by, and so on along the
/// chain (xAPI 1.0.3 Communication 2.1.3, Filter Conditions for StatementRefs). It takes over the terms, when it is stored
/// or when what it refers to is: so a query costs the same with references and without.
enum StatementReferences {
  /// How many statements a chain is followed through, either way. It bounds what one statement can cost.
  static let longestChain = 32
}

extension Work {
  /// The terms that a statement takes over from what it refers to, as far as that is there.
  func termsTakenOver(by statement: Statement) throws -> [Int64] {
    var seen: Set<UUID> = []
    var terms: [StatementTerm] = []
    var next = statement.target
    while let target = next, seen.count < StatementReferences.longestChain, seen.insert(target).inserted,
      let found = try records.statement(target)?.parsed()
    {
      terms += found.terms(authority: found.authority).filter { $0.kind != .statement }
      next = found.target
    }
    return try StatementTermDigest.of(terms)
  }

  /// Hands the terms of a statement on to those that refer to it, and to those that refer to them. A statement whose id
  /// was made here is referred to by none.
  func handOn(_ terms: [Int64], of received: ReceivedStatement) throws {
    guard let reference = received.reference else { return }
    var level = try records.places(withTerm: reference)
    if level.isEmpty { return }
    // Who refers to it refers to nothing further by that.
    let own = try received.statement.target.map { target in
      try StatementTermDigest.of(StatementTerm(.statement, target.description))
    }
    let terms = terms.filter { $0 != own }
    var seen: Set<UUID> = [received.id]
    for _ in 0..<StatementReferences.longestChain where !level.isEmpty {
      var next: [(id: UUID, stored: Instant)] = []
      for referrer in level where seen.insert(referrer.id).inserted {
        try records.add(terms, toStatementAt: referrer.stored)
        next += try records.places(
          withTerm: StatementTermDigest.of(StatementTerm(.statement, referrer.id.description)))
      }
      level = next
    }
  }
}

extension Records {
  /// All that a statement is found by: by itself, and by what it refers to.
  ///
  /// What it refers to hands on its terms through `longestChain` statements, and they were handed on to that one through
  /// as many; and earlier versions handed on references too. What may be there is taken as it is found.
  func dueTerms(of statement: Statement, storedAt stored: Instant) throws -> Set<Int64> {
    var terms = Set(try StatementTermDigest.of(statement.terms(authority: statement.authority)))
    var seen: Set<UUID> = []
    var next = statement.target
    while let target = next, seen.count < 2 * StatementReferences.longestChain, seen.insert(target).inserted,
      let found = try self.statement(target).flatMap({ Statement(readingKept: $0.bytes) })
    {
      let isDue = seen.count <= StatementReferences.longestChain
      for term in found.terms(authority: found.authority) {
        let digest = try StatementTermDigest.of(term)
        let isCertain = isDue && term.kind != .statement
        if try isCertain || hasTerm(digest, ofStatementAt: stored) { terms.insert(digest) }
      }
      next = found.target
    }
    return terms
  }
}

extension Statement {
  /// The statement that a stored text is; nil where it is none.
  init?(readingKept bytes: [UInt8]) {
    do {
      self = try Statement(kept: JSONDocument(bytes).root)
    } catch {
      return nil
    }
  }

  /// The statement that this one refers to as its object.
  var target: UUID? {
    guard case .statementReference(let target) = object else { return nil }
    return target
  }
}
