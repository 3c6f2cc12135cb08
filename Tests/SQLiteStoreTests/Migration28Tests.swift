import Operations
import People
import SQLiteStore
import Testing
import Values

/// What the twenty-eighth step of the schema makes of what systems outside call persons.
@Suite struct Migration28Tests {
  private static let rows = """
    INSERT INTO person (id, name, sex, language)
      VALUES (x'00000000000070008000000000000002', 'Officer', 'female', 'en');
    INSERT INTO person_source (source, identifier, person, recorded_at) VALUES
      ('hr', '90210', x'00000000000070008000000000000002', 7),
      ('lms', 'A/7', x'00000000000070008000000000000002', 3);
    """

  @Test("identifiers of other systems are found as before, and their rows are named by numbers")
  func sources() throws {
    let migrated = try MigratedDatabase(rows: Self.rows, ofSchema: 11)
    let person = PersonID(UUID(high: 0x7000, low: 0x8000_0000_0000_0002))
    for (source, identifier) in [("HR", "90210"), ("LMS", "A/7")] {
      let identity = SourceIdentity(
        source: try #require(SourceCode(source)), identifier: try #require(SourceIdentifier(identifier)))
      let found = try migrated.store.read { try $0.person(known: identity) }
      #expect(found == person)
      #expect(throws: (any Error).self, "nobody else may be called so there") {
        try migrated.store.write { try $0.insert(identity, of: person, at: $0.now) }
      }
    }
    #expect(try migrated.store.read { try $0.brokenSeals(noted: .none) } == [])
    #expect(try migrated.store.faults() == [])
    #expect(try migrated.store.read { try $0.erasures(page: PageRequest()).items } == [])
  }
}
