internal import JSON
internal import Values
internal import XAPI

extension Checking {
  /// Reads every statement again and holds it against what is kept beside it, and its terms against those that it is
  /// found by.
  func checkStatements() throws {
    var balance = TermBalance()
    try records.eachStatement { kept in
      statements += 1
      guard let statement = kept.parsed else {
        return fault("statement", "the text of statement \(kept.id) is no statement")
      }
      if !agrees(kept, with: statement) {
        fault("statement", "statement \(kept.id) is not what is kept beside it")
      }
      for term in try records.dueTerms(of: statement, storedAt: kept.stored) {
        balance.expect(term, kept.stored)
      }
    } unreadable: { stored in
      statements += 1
      fault("statement", "the statement stored at \(stored) has beside it what cannot stand there")
    }
    try records.eachTerm { balance.find($0, $1) }
    guard !balance.isEven else { return }
    try tellUneven(balance)
  }

  private func agrees(_ kept: KeptStatement, with statement: Statement) -> Bool {
    statement.id == kept.id && statement.voidedStatement == kept.voids
      && statement.value["stored"]?.string == kept.stored.description
      && kept.isVoided == (kept.voids == nil && kept.isNamedByVoiding)
  }

  /// Looks again, at the statements only whose terms may be uneven, and tells those that are.
  private func tellUneven(_ balance: TermBalance) throws {
    var found: [Instant: Set<Int64>] = [:]
    try records.eachTerm { term, stored in
      if balance.isUneven(at: stored) { found[stored, default: []].insert(term) }
    }
    var told = 0
    try records.eachStatement { kept in
      guard balance.isUneven(at: kept.stored), let statement = kept.parsed else { return }
      let isEven =
        try records.dueTerms(of: statement, storedAt: kept.stored) == found.removeValue(forKey: kept.stored)
        ?? []
      guard !isEven, told < TermBalance.told else { return }
      told += 1
      fault("statement", "statement \(kept.id) is not found by what it says")
    } unreadable: {
      found[$0] = nil
    }
    for stored in found.keys.sorted().prefix(TermBalance.told) {
      fault("statement", "something is found by what a statement stored at \(stored) says, and there is none")
    }
  }
}

extension KeptStatement {
  /// The statement read again from what is stored; nil where that is none.
  fileprivate var parsed: Statement? { Statement(readingKept: bytes) }
}

/// The terms that statements should be found by, weighed against those that they are found by, without keeping either: a
/// sum for each of some groups of statements. A group whose sums differ holds a statement whose terms do.
private struct TermBalance {
  /// How many findings are told.
  static let told = 100
  private static let groups = 1 << 16

  private var sums = [UInt64](repeating: 0, count: groups)

  mutating func expect(_ term: Int64, _ stored: Instant) {
    sums[TermBalance.group(of: stored)] &+= TermBalance.weight(term, stored)
  }

  mutating func find(_ term: Int64, _ stored: Instant) {
    sums[TermBalance.group(of: stored)] &-= TermBalance.weight(term, stored)
  }

  var isEven: Bool { sums.allSatisfy { $0 == 0 } }

  func isUneven(at stored: Instant) -> Bool { sums[TermBalance.group(of: stored)] != 0 }

  private static func group(of stored: Instant) -> Int {
    Int(mixed(UInt64(bitPattern: stored.microseconds)) >> 48)
  }

  private static func weight(_ term: Int64, _ stored: Instant) -> UInt64 {
    mixed(UInt64(bitPattern: term) ^ mixed(UInt64(bitPattern: stored.microseconds)))
  }

  /// Every bit of the outcome depends on every bit of the number, so that sums do not come out even by chance.
  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
