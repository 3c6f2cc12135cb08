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

extension Statement {
  /// The statement that this one refers to as its object.
  var target: UUID? {
    guard case .statementReference(let target) = object else { return nil }
    return target
  }
}
