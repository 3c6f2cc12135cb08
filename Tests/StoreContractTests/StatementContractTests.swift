import Operations
import Testing
import Values

/// How every engine finds statements.
@Suite struct StatementContractTests {
  /// Statements 1 to 8 at instants 10 to 80; 7 is voided. Each has the terms of its row.
  private static let terms: [[Int64]] = [
    [1, 11], [1, 12], [2, 11], [1, 2, 11], [2, 12], [1, 12], [1, 11], [3],
  ]

  private func stocked(_ store: any Store) throws {
    try store.write { records in
      for (place, terms) in StatementContractTests.terms.enumerated() {
        let number = UInt64(place + 1)
        _ = try records.insert(
          StoredStatement(
            id: UUID(high: 0, low: number), stored: Instant(microseconds: Int64(number) * 10), terms: terms,
            voids: number == 8 ? UUID(high: 0, low: 7) : nil, bytes: [UInt8(number)]))
      }
    }
  }

  private func found(
    _ store: any Store, _ conditions: [[Int64]], since: Int64? = nil, until: Int64? = nil,
    ascending: Bool = false, after: Int64? = nil, limit: Int = 100
  ) throws -> [UInt8] {
    try store.read {
      try $0.statements(
        StatementSelection(
          conditions: conditions, since: since.map(Instant.init(microseconds:)),
          until: until.map(Instant.init(microseconds:)), ascending: ascending,
          after: after.map(Instant.init(microseconds:)), limit: limit)
      ).flatMap(\.bytes)
    }
  }

  @Test("conditions are met by any of their terms, each statement is found once", arguments: Engine.allCases)
  func conditions(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    try stocked(store)
    let rows: [([[Int64]], [UInt8])] = [
      ([], [8, 6, 5, 4, 3, 2, 1]), ([[1]], [6, 4, 2, 1]), ([[2]], [5, 4, 3]),
      ([[1, 2]], [6, 5, 4, 3, 2, 1]),
      ([[1], [12]], [6, 2]), ([[1, 2], [11]], [4, 3, 1]), ([[11], [1, 2]], [4, 3, 1]), ([[1], [2]], [4]),
      ([[9]], []), ([[1], [9]], []), ([[9, 3]], [8]),
    ]
    for (conditions, expected) in rows {
      #expect(try found(store, conditions) == expected, "\(conditions)")
      #expect(try found(store, conditions, ascending: true) == expected.reversed(), "\(conditions)")
      #expect(try found(store, conditions, limit: 2) == Array(expected.prefix(2)), "\(conditions)")
    }
    #expect(try found(store, [[1, 2]], since: 20, until: 50) == [5, 4, 3])
    #expect(try found(store, [[1, 2]], after: 40) == [3, 2, 1])
    #expect(try found(store, [[1, 2]], ascending: true, after: 40) == [5, 6])
  }

  @Test("further terms are added, those that are there stay", arguments: Engine.allCases)
  func furtherTerms(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    try stocked(store)
    try store.write { try $0.add([1, 2, 9], toStatementAt: Instant(microseconds: 10)) }
    #expect(try found(store, [[9]]) == [1])
    #expect(try found(store, [[1, 2, 9]]) == [6, 5, 4, 3, 2, 1])
    let places = try store.read { try $0.places(withTerm: 1) }
    #expect(places.map(\.id.low) == [1, 2, 4, 6, 7], "voided ones too")
    #expect(places.map(\.stored.microseconds) == [10, 20, 40, 60, 70])
  }
}
