import Certification
import Foundation
import Operations
import People
import Reports
import SQLite
import SQLiteStore
import Testing
import Values

/// What records from before are given: since when a place is recorded, and which certificate another one replaced.
@Suite struct Migration6Tests {
  @Test func aReplacementIsToldByTheHistory() throws {
    let migrated = try DatabaseOfBefore()
    let replaces = try ["T-2026-000001", "T-2026-000002", "T-2026-000003"].map { number in
      try migrated.store.read { try $0.certificate(CertificateNumber(recorded: number)) }?.replaces?.uuid.low
    }
    #expect(replaces == [nil, 0xC1, 0xC2])
  }

  @Test func aReplacementIsNoIssueInReports() throws {
    let migrated = try DatabaseOfBefore()
    var facts: [String] = []
    try migrated.store.read { records in
      try records.eachCertificate(
        asOf: Instant(microseconds: 1_000), dayOf: { instant, _ in instant.dayInUTC }
      ) {
        fact in
        facts.append("\(fact.number) \(fact.replacingSince?.daysSinceEpoch.description ?? "awarded")")
      }
    }
    #expect(facts == ["T-2026-000001 awarded", "T-2026-000002 30", "T-2026-000003 40"])
  }

  /// “reports as of a cut-off must not see affiliations recorded later”
  @Test(arguments: [(99, nil), (100, "S")] as [(Int64, String?)])
  func aPlaceCountsFromWhenItWasRecorded(cutOff: Int64, party: String?) throws {
    let migrated = try DatabaseOfBefore()
    var parties: [String?] = []
    try migrated.store.read { records in
      try records.eachEnrolment(asOf: Instant(microseconds: cutOff), dayOf: { $0.dayInUTC }) {
        parties.append($0.party?.code.text)
      }
    }
    #expect(parties == [party])
  }

  @Test func nothingIsLost() throws {
    let migrated = try DatabaseOfBefore()
    #expect(try migrated.store.faults() == [])
    let person = PersonID(UUID(high: 0, low: 0xA1))
    #expect(try migrated.store.read { try $0.affiliations(of: person) }.map(\.id.uuid.low) == [0xF1, 0xF2])
    #expect(try migrated.recordedAt() == [100, 5])
  }
}

/// A database of the schema before, in a folder of its own, brought to the present one.
private final class DatabaseOfBefore {
  let store: SQLiteStore
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "migrated-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/records.sqlite"
    let migrations = try DatabaseOfBefore.migrations()
    var settings = Settings()
    settings.applicationID = 0x5265_6769
    do {
      let connection = try Connection.openWriter(at: path, creatingIfMissing: true, settings: settings)
      try connection.migrate(
        migrations.prefix(4).map { Migration(number: $0.number, name: $0.name, sql: $0.sql) }, at: 1)
      try connection.run(script: DatabaseOfBefore.rows)
    }
    store = try SQLiteStore(at: path, migrations: migrations, clock: { Instant(microseconds: 1_000) })
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Since when the two places are recorded, in the order of their identifiers.
  func recordedAt() throws -> [Int64] {
    let connection = try Connection.openWriter(at: folder + "/records.sqlite", creatingIfMissing: false)
    return try connection.all("SELECT recorded_at FROM affiliation ORDER BY id") { try $0.integer(0) }
  }

  private static func migrations() throws -> [(number: Int, name: String, sql: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let folder = root + "/Schemas/sql"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
      position, name in
      (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }

  private static func id(_ digits: String) -> String { "x'000000000000000000000000000000\(digits)'" }

  /// The history tells of place F1, not of F2, which begins when the session has started. Certificate C1 was replaced by C2, and that by C3.
  private static let rows = """
    INSERT INTO party (id, code, code_folded, kind, names, valid_from) VALUES
      (\(id("b1")), 'S', 's', 'secretariat', '{"en":"S"}', 0);
    INSERT INTO person (id, name, sex, language) VALUES (\(id("a1")), 'Officer', 'unknown', 'en');
    INSERT INTO affiliation (id, person, party, unit, post, valid_from) VALUES
      (\(id("f1")), \(id("a1")), \(id("b1")), '', '', 0), (\(id("f2")), \(id("a1")), \(id("b1")), '', 'P', 11);
    INSERT INTO course (id, code, code_folded, family, publisher_identifier, title) VALUES
      (\(id("d1")), 'A', 'a', 'cmi5', 'urn:a', '{"en":"A"}');
    INSERT INTO course_version (id, course, number, format_family, format_version, publisher_identifier, title,
      description, languages, content_digest, missing_files, passing_score, state) VALUES
      (\(id("d2")), \(id("d1")), 1, 'cmi5', '1.0', 'urn:a', '{"en":"A"}', '{}', '["en"]', 'a1', 0, NULL, 'published');
    INSERT INTO course_version_transition (version, number, at, state) VALUES (\(id("d2")), 1, 5, 'published');
    INSERT INTO session (id, code, code_folded, version, mode, first_day, last_day, time_zone, language, state) VALUES
      (\(id("e1")), 'S-1', 's-1', \(id("d2")), 'tutored', 10, 12, 'UTC', 'en', 'running');
    INSERT INTO enrolment (id, person, session, version, affiliation, recorded_at, state) VALUES
      (\(id("e2")), \(id("a1")), \(id("e1")), \(id("d2")), \(id("f1")), 50, 'completed');
    INSERT INTO enrolment_transition (enrolment, number, at, state_after, is_passed) VALUES
      (\(id("e2")), 1, 50, 'enrolled', 0);
    INSERT INTO scheme (id, code, code_folded, titles, issuer) VALUES
      (\(id("c0")), 'T', 't', '{"en":"T"}', \(id("b1")));
    INSERT INTO scheme_version (scheme, number, kind, course, time_zone) VALUES
      (\(id("c0")), 1, 'completion', \(id("d1")), 'UTC');
    \(certificate("c1", 1, state: "replaced", on: 20))
    \(certificate("c2", 2, state: "replaced", on: 30))
    \(certificate("c3", 3, state: "issued", on: 40))
    INSERT INTO history (at, actor, action, object_kind, object, changes) VALUES
      (5, 'owner', 'organisation add', 'party', \(id("b1")), '[]'),
      (100, 'owner', 'person affiliate', 'affiliation', \(id("f1")), '[]'),
      (200, 'owner', 'certificate award', 'certificate', \(id("c1")),
        '[{"field":"state","before":null,"after":"issued"}]'),
      (300, 'owner', 'certificate replace', 'certificate', \(id("c1")),
        '[{"field":"state","before":"issued","after":"replaced"}]'),
      (300, 'owner', 'certificate replace', 'certificate', \(id("c2")),
        '[{"field":"number","before":"T-2026-000001","after":"T-2026-000002"}]'),
      (400, 'owner', 'certificate replace', 'certificate', \(id("c2")),
        '[{"field":"state","before":"issued","after":"replaced"}]'),
      (400, 'owner', 'certificate replace', 'certificate', \(id("c3")),
        '[{"field":"number","before":"T-2026-000002","after":"T-2026-000003"}]');

    """

  /// A certificate that was put in force on a day of its own, and where it is replaced, on the day ten days later.
  private static func certificate(_ digits: String, _ serial: Int, state: String, on day: Int) -> String {
    let replaced = state == "replaced" ? ", (\(id(digits)), 2, 300, \(day + 10), 'replaced')" : ""
    return """
      INSERT INTO certificate (id, number, code, person, scheme, scheme_version, enrolment, session, holder, kind,
        scheme_titles, course_titles, session_code, session_first_day, session_last_day, issuer, issued_on, time_zone,
        evidence, issued_at, state) VALUES
        (\(id(digits)), 'T-2026-00000\(serial)', \(id(digits)), \(id("a1")), \(id("c0")), 1, \(id("e2")), \(id("e1")),
          'Officer', 'completion', '{"en":"T"}', '{"en":"A"}', 'S-1', 10, 12, 'S', 20, 'UTC', '[]', 200, '\(state)');
      INSERT INTO certificate_transition (certificate, number, at, on_day, state) VALUES
        (\(id(digits)), 1, 200, \(day), 'issued')\(replaced);
      """
  }
}
