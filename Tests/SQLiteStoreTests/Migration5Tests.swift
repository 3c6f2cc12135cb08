import Assessment
import Enrolment
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

  /// 1 is voided by 2, which 3 names though it came before it; nothing voids 4.
  private static let statements = """
    INSERT INTO statement (stored, id, is_voided, voids, body) VALUES
      (10, x'00000000000000000000000000000003', 0, x'00000000000000000000000000000002', x'7b7d'),
      (20, x'00000000000000000000000000000001', 1, NULL, x'7b7d'),
      (30, x'00000000000000000000000000000002', 1, x'00000000000000000000000000000001', x'7b7d'),
      (40, x'00000000000000000000000000000004', 0, NULL, x'7b7d');

    """
}
