import Assessment
import Catalogue
import ContentPackaging
import Cryptography
import Enrolment
import Operations
import People
import SQLiteStore
import Testing
import Values
import XAPI

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

  @Test(
    "who had begun had attended, in each transition; in the end only where something is left that shows it",
    arguments: [
      (1, "enrolled-, started+, expired+"), (2, "enrolled-, expired-"), (3, "enrolled-, completed+"),
      (4, "enrolled-, started+, started-"), (5, "waiting-, enrolled-, no-show-, started+"),
    ])
  func attendance(enrolment: UInt64, expected: String) throws {
    let migrated = try MigratedDatabase(rows: Migration5Tests.enrolments, ofSchema: 4)
    let transitions = try migrated.store.read {
      try $0.transitions(of: EnrolmentID(UUID(high: 0, low: enrolment)))
    }
    #expect(
      transitions.map { "\($0.to.rawValue)\($0.facts.hasAttended ? "+" : "-")" }.joined(separator: ", ")
        == expected)
    #expect(transitions.last?.facts.isPassed == (enrolment == 3))
  }

  /// What was worked out stays what the records say: a statement that cmi5 only allows had completed the unit, for the
  /// sixth enrolment; or had been taken in after it failed.
  @Test("what statements had decided stays decided", arguments: [false, true])
  func decided(afterFailing: Bool) throws {
    let migrated = try MigratedDatabase(
      rows: Migration5Tests.enrolments + Migration5Tests.sixthEnrolment(afterFailing: afterFailing),
      ofSchema: 4)
    #expect(try migrated.store.read { try $0.earlierRulesHeldUntil() } == Instant(microseconds: 50))
    let registrar = Registrar(
      store: migrated.store, packages: Nothing(), content: Nothing(), credentialKeys: Nothing(),
      origin: "http://registrar.test",
      calendar: Calendar(
        day: { instant, _ in instant.dayInUTC }, startOfDay: { day, _ in .startOfDayInUTC(day) }),
      clock: { Instant(microseconds: 1_000) }, random: { UUID(high: 1, low: 1) })
    let faults = try registrar.check(databaseFaults: [], as: .owner).faults
    #expect(faults.filter { $0.message.contains(Migration5Tests.sixth.description) } == [])
    #expect(faults.contains { $0.message.contains(EnrolmentID(UUID(high: 0, low: 4)).description) })
  }

  @Test func whereThereWereNoStatementsNoneDecided() throws {
    let migrated = try MigratedDatabase(rows: Migration5Tests.enrolments, ofSchema: 4)
    #expect(try migrated.store.read { try $0.earlierRulesHeldUntil() } == nil)
  }

  @Test("a failed assessment of the whole course was the last attempt")
  func lastAttempt() throws {
    let results = """
      INSERT INTO assessment_result (id, enrolment, activity, attempt, verdict, outcome, assessed_on, recorded_at) VALUES
        (x'000000000000000000000000000000a1', x'00000000000000000000000000000001', NULL, 1, 'unsatisfactory', 'failed',
          1, 20),
        (x'000000000000000000000000000000a2', x'00000000000000000000000000000001', '1', 1, 'unsatisfactory', 'failed',
          1, 20),
        (x'000000000000000000000000000000a3', x'00000000000000000000000000000001', NULL, 2, 'satisfactory', 'passed',
          1, 21);
      INSERT INTO progress (enrolment, activity, started_at, success) VALUES
        (x'00000000000000000000000000000002', '', 20, 'failed'), (x'00000000000000000000000000000002', '1', 20, 'failed');

      """
    let migrated = try MigratedDatabase(rows: Migration5Tests.enrolments + results, ofSchema: 4)
    let found = try migrated.store.read { try $0.results(of: EnrolmentID(UUID(high: 0, low: 1))) }
    #expect(found.map(\.isFinal) == [true, false, false])
    let progress = try migrated.store.read { try $0.progress(of: EnrolmentID(UUID(high: 0, low: 2))) }
    #expect(progress.course.isFinal)
    #expect(progress.activities["1"]?.isFinal == false)
  }

  /// 1 began and ran out, 2 never began, 3 completed at once, what 4 began by was voided, 5 was wrongly a no-show.
  private static let enrolments = """
    INSERT INTO course (id, code, code_folded, family, publisher_identifier, title) VALUES
      (x'000000000000000000000000000000c1', 'A', 'a', 'cmi5', 'urn:a', '{"en":"A"}');
    INSERT INTO course_version (id, course, number, format_family, format_version, publisher_identifier, title,
      description, languages, content_digest, missing_files, state) VALUES
      (x'000000000000000000000000000000c2', x'000000000000000000000000000000c1', 1, 'cmi5', '1.0', 'urn:a', '{"en":"A"}', '{}',
        '["en"]', 'a', 0, 'published');
    INSERT INTO session (id, code, code_folded, version, mode, first_day, last_day, time_zone, language, state) VALUES
      (x'00000000000000000000000000000051', 'S', 's', x'000000000000000000000000000000c2', 'tutored', 1, 2, 'UTC', 'en',
        'running');
    INSERT INTO person (id, name, sex, language) VALUES
      (x'00000000000000000000000000000001', 'Officer 1', 'unknown', 'en'),
      (x'00000000000000000000000000000002', 'Officer 2', 'unknown', 'en'),
      (x'00000000000000000000000000000003', 'Officer 3', 'unknown', 'en'),
      (x'00000000000000000000000000000004', 'Officer 4', 'unknown', 'en'),
      (x'00000000000000000000000000000005', 'Officer 5', 'unknown', 'en');
    INSERT INTO enrolment (id, person, session, version, recorded_at, state) VALUES
      (x'00000000000000000000000000000001', x'00000000000000000000000000000001', x'00000000000000000000000000000051', x'000000000000000000000000000000c2', 1, 'expired'),
      (x'00000000000000000000000000000002', x'00000000000000000000000000000002', x'00000000000000000000000000000051', x'000000000000000000000000000000c2', 1, 'expired'),
      (x'00000000000000000000000000000003', x'00000000000000000000000000000003', x'00000000000000000000000000000051', x'000000000000000000000000000000c2', 1, 'completed'),
      (x'00000000000000000000000000000004', x'00000000000000000000000000000004', x'00000000000000000000000000000051', x'000000000000000000000000000000c2', 1, 'started'),
      (x'00000000000000000000000000000005', x'00000000000000000000000000000005', x'00000000000000000000000000000051', x'000000000000000000000000000000c2', 1, 'started');
    INSERT INTO enrolment_transition (enrolment, number, at, state_before, state_after, is_passed) VALUES
      (x'00000000000000000000000000000001', 1, 10, NULL, 'enrolled', 0),
      (x'00000000000000000000000000000001', 2, 20, 'enrolled', 'started', 0),
      (x'00000000000000000000000000000001', 3, 30, 'started', 'expired', 0),
      (x'00000000000000000000000000000002', 1, 10, NULL, 'enrolled', 0),
      (x'00000000000000000000000000000002', 2, 30, 'enrolled', 'expired', 0),
      (x'00000000000000000000000000000003', 1, 10, NULL, 'enrolled', 0),
      (x'00000000000000000000000000000003', 2, 20, 'enrolled', 'completed', 1),
      (x'00000000000000000000000000000004', 1, 10, NULL, 'enrolled', 0),
      (x'00000000000000000000000000000004', 2, 20, 'enrolled', 'started', 0),
      (x'00000000000000000000000000000004', 3, 30, 'completed', 'started', 0),
      (x'00000000000000000000000000000005', 1, 10, NULL, 'waiting', 0),
      (x'00000000000000000000000000000005', 2, 20, 'waiting', 'enrolled', 0),
      (x'00000000000000000000000000000005', 3, 30, 'enrolled', 'no-show', 0),
      (x'00000000000000000000000000000005', 4, 40, 'no-show', 'started', 0);
    INSERT INTO progress (enrolment, activity, started_at, success) VALUES
      (x'00000000000000000000000000000001', '1', 21, 'unknown'),
      (x'00000000000000000000000000000003', '', 21, 'passed'),
      (x'00000000000000000000000000000004', '', NULL, 'unknown'),
      (x'00000000000000000000000000000005', '1', 5, 'unknown');

    """

  private static let sixth = EnrolmentID(UUID(high: 0, low: 0x8000_0000_0000_0006))

  /// An enrolment and a statement, without a category of cmi5, by which its unit was completed: at once, or when a failed
  /// assessment of the course had failed it.
  private static func sixthEnrolment(afterFailing: Bool) throws -> String {
    let enrolment = Migration5Tests.sixth
    let version = CourseVersionID(UUID(high: 0, low: 0xC2))
    let term = try StatementTermDigest.of(StatementTerm(.registration, enrolment.description))
    let body = """
      {"id":"00000000-0000-4000-8000-000000000001","actor":{"account":{"homePage":"http://registrar.test",
      "name":"\(PersonID(UUID(high: 0, low: 6)))"}},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
      "object":{"id":"\(ActivityIRI.of("1", version: version, origin: "http://registrar.test"))"},
      "context":{"registration":"\(enrolment)"},"stored":"1970-01-01T00:00:00.000050Z",
      "timestamp":"1970-01-01T00:00:00.000050Z","version":"1.0.0"}
      """
    return """
      INSERT INTO activity (version, position, depth, key, publisher_identifier, title, description, objectives,
        is_visible, target_url, method, move_on, is_tracked) VALUES
        (x'000000000000000000000000000000c2', 0, 0, '1', 'urn:u', '{"en":"U"}', '{}', '[]', 1, 'http://unit.test',
          'AnyWindow', 'Completed', 1);
      INSERT INTO person (id, name, sex, language) VALUES
        (x'00000000000000000000000000000006', 'Officer 6', 'unknown', 'en');
      INSERT INTO enrolment (id, person, session, version, recorded_at, state) VALUES
        (x'00000000000000008000000000000006', x'00000000000000000000000000000006',
          x'00000000000000000000000000000051', x'000000000000000000000000000000c2', 1,
          '\(afterFailing ? "failed" : "completed")');
      INSERT INTO enrolment_transition (enrolment, number, at, state_before, state_after, is_passed) VALUES
        (x'00000000000000008000000000000006', 1, 10, NULL, 'enrolled', 0),
        (x'00000000000000008000000000000006', 2, \(afterFailing ? 40 : 49), 'enrolled',
          '\(afterFailing ? "failed" : "completed")', 0);
      INSERT INTO progress (enrolment, activity, started_at, completed_at, success) VALUES
        (x'00000000000000008000000000000006', '1', 50, 50, 'unknown');
      INSERT INTO statement (stored, id, body) VALUES
        (50, x'00000000000040008000000000000001', CAST('\(body)' AS BLOB));
      INSERT INTO statement_term (term, stored) VALUES (\(term), 50);
      \(afterFailing ? failure : "")

      """
  }

  private static let failure = """
    INSERT INTO assessment_result (id, enrolment, activity, attempt, verdict, outcome, assessed_on, recorded_at) VALUES
      (x'000000000000000000000000000000a6', x'00000000000000008000000000000006', NULL, 1, 'unsatisfactory', 'failed',
        0, 40);
    INSERT INTO progress (enrolment, activity, started_at, success, success_at) VALUES
      (x'00000000000000008000000000000006', '', 40, 'failed', 40);
    """

  /// 1 is voided by 2, which 3 names though it came before it; nothing voids 4.
  private static let statements = """
    INSERT INTO statement (stored, id, is_voided, voids, body) VALUES
      (10, x'00000000000000000000000000000003', 0, x'00000000000000000000000000000002', x'7b7d'),
      (20, x'00000000000000000000000000000001', 1, NULL, x'7b7d'),
      (30, x'00000000000000000000000000000002', 1, x'00000000000000000000000000000001', x'7b7d'),
      (40, x'00000000000000000000000000000004', 0, NULL, x'7b7d');

    """
}

/// No packages and no files.
private struct Nothing: PackageOpening, ContentKeeping, CredentialKeyKeeping {
  func open(_ source: PackageSource, name: String?) throws -> OpenedPackage {
    throw PackageUnusable(findings: [])
  }
  func begin() throws -> any FileKeeping { throw PackageUnusable(findings: []) }
  func beginContent() throws -> any IncomingContent { throw PackageUnusable(findings: []) }
  func open(digest: String) throws -> any KeptContent { throw PackageUnusable(findings: []) }
  func damaged(among digests: Set<String>) throws -> [String] { [] }
  func unnamed(_ named: () throws -> Set<String>) throws -> UnnamedFiles {
    UnnamedFiles(digests: [], strays: [])
  }
  func removeUnnamed(_ digests: [String], named: () throws -> Set<String>) throws -> [String] { [] }
  func keep(_ key: PrivateKey, for id: CredentialKeyID) throws {}
  func key(_ id: CredentialKeyID) throws -> PrivateKey? { nil }
}
