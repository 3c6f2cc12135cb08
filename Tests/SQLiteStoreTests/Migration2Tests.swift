import Catalogue
import Foundation
import Operations
import Reports
import SQLite
import SQLiteStore
import Testing
import Values

/// “Existing rows are given their instants from the history, else the earliest instant that is known.”
///
/// The rows are those of a database of the first schema. The history tells of all that became of versions 0xA1 and 0xA2,
/// nothing of how 0xC1 was retired and 0xC2 published, and nothing at all of 0xB1 and of edition NEW.
@Suite struct Migration2Tests {
  @Test(
    "a version's states",
    arguments: [
      (0xA1, [(100, .accepted), (200, .published), (400, .superseded)]),
      (0xA2, [(300, .accepted), (400, .published)]),
      (0xB1, [(50, .published)]),
      (0xC1, [(300, .accepted), (350, .published), (350, .retired)]),
      (0xC2, [(320, .published)]),
    ] as [(UInt64, [(Int64, CourseVersionState)])])
  func states(version: UInt64, expected: [(at: Int64, state: CourseVersionState)]) throws {
    let migrated = try MigratedDatabase(rows: MigratedDatabase.rows + MigratedDatabase.history)
    let version = CourseVersionID(UUID(high: 0, low: version))
    let found = try migrated.store.read { try $0.transitions(of: version) }
    #expect(
      found
        == expected.map {
          CourseVersionTransition(version: version, at: Instant(microseconds: $0.at), to: $0.state)
        })
    #expect(try migrated.store.read { try $0.version(version)?.state } == expected.last?.state)
  }

  @Test(
    "the coverage as of an instant: published versions / others, of each item",
    arguments: [
      (49, []),
      (50, ["NEW X: b1 /"]),
      (149, ["NEW X: b1 /"]),
      (150, ["NEW X: b1 /", "OLD ONE: /", "OLD TWO: b1 /"]),
      (249, ["NEW X: b1 /", "OLD ONE: /", "OLD TWO: b1 /"]),
      (250, ["NEW X: b1 /", "OLD ONE: a1 /", "OLD TWO: b1 /"]),
      (399, ["NEW X: b1 /", "OLD ONE: a1 / c1", "OLD TWO: b1 /"]),
      (400, ["NEW X: b1 /", "OLD ONE: / a1 c1", "OLD TWO: b1 /"]),
      (499, ["NEW X: b1 /", "OLD ONE: / a1 c1", "OLD TWO: b1 /"]),
      (500, ["NEW X: b1 /", "OLD ONE: / a1 c1", "OLD TWO: a2 b1 /"]),
    ] as [(Int64, [String])])
  func coverage(cutOff: Int64, expected: [String]) throws {
    let migrated = try MigratedDatabase(rows: MigratedDatabase.rows + MigratedDatabase.history)
    let facts = try migrated.store.read { try $0.coverage(asOf: Instant(microseconds: cutOff)) }
    #expect(facts.map(\.line) == expected)
  }

  @Test("without any history everything counts from the beginning of time")
  func withoutHistory() throws {
    let migrated = try MigratedDatabase(rows: MigratedDatabase.rows)
    let facts = try migrated.store.read { try $0.coverage(asOf: Instant(microseconds: 0)) }
    #expect(facts.map(\.line) == ["NEW X: b1 /", "OLD ONE: / a1 c1", "OLD TWO: a2 b1 /"])
  }

  @Test("nothing is lost, and nothing refers to nothing")
  func sound() throws {
    let migrated = try MigratedDatabase(rows: MigratedDatabase.rows + MigratedDatabase.history)
    #expect(try migrated.store.faults() == [])
    let editions = try migrated.store.read { try $0.standardEditions() }
    #expect(editions.map(\.code.text) == ["NEW", "OLD"])
    #expect(editions.map { $0.items.map(\.code.text) } == [["X"], ["ONE", "TWO"]])
    let mapped = try migrated.store.read {
      try $0.version(CourseVersionID(UUID(high: 0, low: 0xB1)))?.mapping
    }
    #expect(mapped?.map { "\($0.edition) \($0.item)" } == ["NEW X", "OLD TWO"])
  }
}

extension CoverageFact {
  fileprivate var line: String {
    let published = publishedVersions.map(\.short).joined(separator: " ")
    let others = otherVersions.map(\.short).joined(separator: " ")
    return "\(edition) \(item.code):" + (published.isEmpty ? "" : " " + published) + " /"
      + (others.isEmpty ? "" : " " + others)
  }
}

extension CourseVersionID {
  fileprivate var short: String { String(uuid.low, radix: 16) }
}

extension MigratedDatabase {
  /// Brings rows of the first schema to the present one.
  fileprivate convenience init(rows: String) throws {
    try self.init(rows: rows, ofSchema: 1)
  }

  fileprivate static let rows = """
    INSERT INTO course (id, code, code_folded, family, publisher_identifier, title) VALUES
      (x'0000000000000000000000000000000a', 'A', 'a', 'cmi5', 'urn:a', '{"en":"A"}'),
      (x'0000000000000000000000000000000b', 'B', 'b', 'cmi5', 'urn:b', '{"en":"B"}'),
      (x'0000000000000000000000000000000c', 'C', 'c', 'cmi5', 'urn:c', '{"en":"C"}');
    INSERT INTO course_version (id, course, number, format_family, format_version, publisher_identifier, title,
      description, languages, content_digest, missing_files, passing_score, state) VALUES
      (x'000000000000000000000000000000a1', x'0000000000000000000000000000000a', 1, 'cmi5', '1.0', 'urn:a',
        '{"en":"A"}', '{}', '["en"]', 'a1', 0, NULL, 'superseded'),
      (x'000000000000000000000000000000a2', x'0000000000000000000000000000000a', 2, 'cmi5', '1.0', 'urn:a',
        '{"en":"A"}', '{}', '["en"]', 'a2', 0, NULL, 'published'),
      (x'000000000000000000000000000000b1', x'0000000000000000000000000000000b', 1, 'cmi5', '1.0', 'urn:b',
        '{"en":"B"}', '{}', '["en"]', 'b1', 0, NULL, 'published'),
      (x'000000000000000000000000000000c1', x'0000000000000000000000000000000c', 1, 'cmi5', '1.0', 'urn:c',
        '{"en":"C"}', '{}', '["en"]', 'c1', 0, NULL, 'retired'),
      (x'000000000000000000000000000000c2', x'0000000000000000000000000000000c', 2, 'cmi5', '1.0', 'urn:c',
        '{"en":"C"}', '{}', '["en"]', 'c2', 0, NULL, 'published');
    INSERT INTO standard_edition (id, code, code_folded, framework, year, state, titles) VALUES
      (x'000000000000000000000000000000e1', 'OLD', 'old', 'F', 2020, 'in-force', '{"en":"Old"}'),
      (x'000000000000000000000000000000e2', 'NEW', 'new', 'F', 2025, 'in-force', '{"en":"New"}');
    INSERT INTO standard_item (edition, position, code, code_folded, level, kind, titles) VALUES
      (x'000000000000000000000000000000e1', 0, 'ONE', 'one', 'operational-manager', 'knowledge', '{"en":"One"}'),
      (x'000000000000000000000000000000e1', 1, 'TWO', 'two', 'operational-manager', 'skill', '{"en":"Two"}'),
      (x'000000000000000000000000000000e2', 0, 'X', 'x', 'operational-manager', 'skill', '{"en":"X"}');
    INSERT INTO standard_mapping (version, edition, item_code) VALUES
      (x'000000000000000000000000000000a1', x'000000000000000000000000000000e1', 'ONE'),
      (x'000000000000000000000000000000a2', x'000000000000000000000000000000e1', 'TWO'),
      (x'000000000000000000000000000000b1', x'000000000000000000000000000000e1', 'TWO'),
      (x'000000000000000000000000000000b1', x'000000000000000000000000000000e2', 'X'),
      (x'000000000000000000000000000000c1', x'000000000000000000000000000000e1', 'ONE');

    """

  fileprivate static let history = """
    INSERT INTO history (at, actor, action, object_kind, object, changes) VALUES
      (50, 'owner', 'party add', 'party', x'000000000000000000000000000000f1',
        '[{"field":"code","before":null,"after":"M"}]'),
      (100, 'owner', 'course import', 'course-version', x'000000000000000000000000000000a1',
        '[{"field":"version","before":null,"after":"1"}]'),
      (150, 'owner', 'standard add', 'standard-edition', x'000000000000000000000000000000e1',
        '[{"field":"code","before":null,"after":"OLD"}]'),
      (200, 'owner', 'course publish', 'course-version', x'000000000000000000000000000000a1',
        '[{"field":"state","before":"accepted","after":"published"}]'),
      (250, 'owner', 'course map', 'course-version', x'000000000000000000000000000000a1',
        '[{"field":"mapping","before":null,"after":"OLD ONE"}]'),
      (300, 'owner', 'course import', 'course-version', x'000000000000000000000000000000a2',
        '[{"field":"version","before":null,"after":"2"}]'),
      (300, 'owner', 'course import', 'course-version', x'000000000000000000000000000000c1',
        '[{"field":"version","before":null,"after":"1"}]'),
      (320, 'owner', 'course import', 'course-version', x'000000000000000000000000000000c2',
        '[{"field":"version","before":null,"after":"2"}]'),
      (350, 'owner', 'course publish', 'course-version', x'000000000000000000000000000000c1',
        '[{"field":"state","before":"accepted","after":"published"}]'),
      (400, 'owner', 'course supersede', 'course-version', x'000000000000000000000000000000a1',
        '[{"field":"state","before":"published","after":"superseded"}]'),
      (400, 'owner', 'course publish', 'course-version', x'000000000000000000000000000000a2',
        '[{"field":"state","before":"accepted","after":"published"}]'),
      (500, 'owner', 'course map', 'course-version', x'000000000000000000000000000000a2',
        '[{"field":"mapping","before":null,"after":"OLD TWO"}]');

    """
}
