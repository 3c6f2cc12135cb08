import Operations
import SQLiteStore
import Testing
import Values

/// Statements and enrolments of a database of the fourth schema.
@Suite struct Migration5Tests {
  @Test(
    "a voiding statement is not voided, an ordinary one stays so",
    arguments: [(1, true), (2, false), (3, false), (4, false)] as [(UInt64, Bool)])
  func voiding(statement: UInt64, isVoided: Bool) throws {
    let migrated = try MigratedDatabase(rows: Migration5Tests.statements, ofSchema: 4)
    let found = try migrated.store.read { try $0.statement(UUID(high: 0, low: statement)) }
    #expect(found?.isVoided == isVoided)
    #expect(try migrated.store.faults() == [])
  }

  /// 1 is voided by 2, which 3 names though it came before it; nothing voids 4.
  private static let statements = """
    INSERT INTO statement (stored, id, is_voided, voids, body) VALUES
      (10, x'00000000000000000000000000000003', 0, x'00000000000000000000000000000002', x'7b7d'),
      (20, x'00000000000000000000000000000001', 1, NULL, x'7b7d'),
      (30, x'00000000000000000000000000000002', 1, x'00000000000000000000000000000001', x'7b7d'),
      (40, x'00000000000000000000000000000004', 0, NULL, x'7b7d');

    """
}
