import Cryptography
import Foundation
import Operations
import People
import SQLite
import SQLiteStore
import Testing
import Values

/// Records are sealed as they are recorded, and once where they are from before seals.
@Suite struct SealTests {
  @Test("records from before are sealed when the schema is brought up to date")
  func sealedByMigration() throws {
    let place = try SealedPlace(ofSchema: 8)
    #expect(try place.broken() == [])
    #expect(try place.seals() == ["affiliation 1", "party 1", "person 1"])
    try place.alter("UPDATE person SET sex = 'male'")
    #expect(try place.broken() == [.altered(kind: "person", record: SealedPlace.person)])
  }

  @Test("what was done to the schema is told")
  func schema() throws {
    let place = try SealedPlace(ofSchema: 8)
    try place.alter(
      """
      DROP INDEX certificate_in_force; CREATE INDEX certificate_in_place_of_all ON certificate (person);
      CREATE TRIGGER forged AFTER INSERT ON person BEGIN SELECT 1; END
      """)
    #expect(
      try Set(place.broken()) == [
        .removed(kind: "schema", record: "index/certificate_in_force"),
        .added(kind: "schema", record: "index/certificate_in_place_of_all"),
        .added(kind: "schema", record: "trigger/forged"),
      ])
  }

  @Test("each digest leads to the next")
  func chain() throws {
    let place = try SealedPlace(ofSchema: 8)
    var before = [UInt8](repeating: 0, count: 32)
    for seal in try place.rows() {
      let place: [UInt8] = [0, 0, 0, 0, 0, 0, 0, UInt8(seal.number)]
      let named = Array("\(seal.kind)\0\(seal.record)\0".utf8)
      before = try SHA256.digest(of: before + place + named + [1] + seal.digest).octets
      #expect(seal.chain == before, "seal \(seal.number)")
    }
  }

  /// A step of the schema that changes all persons and a table that it adds.
  private static let step = """
    ALTER TABLE person ADD COLUMN mark TEXT NOT NULL DEFAULT 'new';
    CREATE TABLE later (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
    INSERT INTO later VALUES (1, 'x');
    DELETE FROM affiliation
    """

  @Test("what a step of the schema changes is sealed anew")
  func laterStep() throws {
    let place = try SealedPlace(ofSchema: 8)
    try place.takeStep(SealTests.step)
    #expect(try place.broken() == [])
    try place.alter("UPDATE later SET note = 'y'; UPDATE person SET mark = 'old'")
    #expect(
      try place.broken() == [
        .altered(kind: "later", record: "1"), .altered(kind: "person", record: SealedPlace.person),
      ])
  }

  @Test("a step of the schema makes nothing good that was altered before it")
  func doubts() throws {
    let place = try SealedPlace(ofSchema: 8)
    try place.alter(
      "UPDATE person SET sex = 'male'; DELETE FROM affiliation; DELETE FROM seal WHERE kind = 'party'")
    let before = try place.broken()
    try place.takeStep(SealTests.step)
    let after = try place.broken()
    #expect(before.contains(.altered(kind: "person", record: SealedPlace.person)))
    #expect(before.contains(.removed(kind: "affiliation", record: SealedPlace.affiliation)))
    #expect(before.contains(.added(kind: "party", record: SealedPlace.party)))
    for fault in [
      BrokenSeal.altered(kind: "person", record: SealedPlace.person),
      .removed(kind: "affiliation", record: SealedPlace.affiliation),
      .altered(kind: "party", record: SealedPlace.party),
    ] {
      #expect(after.contains(fault), "\(fault)")
    }
  }

  @Test("a change that fails leaves no seal, nor does one beside it that is kept")
  func failedChange() throws {
    struct Refused: Error {}
    let place = try SealedPlace(ofSchema: 8)
    try place.open { store in
      #expect(throws: Refused.self) {
        try store.write { records in
          try records.rename(officer, to: "Nobody", at: records.now)
          throw Refused()
        }
      }
      try store.write { try $0.rename(officer, to: "Somebody Else", at: $0.now) }
    }
    #expect(try place.broken() == [])
    #expect(try place.seals().contains("former_name 1"))
    #expect(try place.seals().contains("person 2"))
  }
}

// The note beside the records.
extension SealTests {
  @Test("records whose end was cut off, and an earlier copy, are noticed by what was noted at the end")
  func note() throws {
    let place = try SealedPlace(ofSchema: 8)
    let (earlier, last) = (try place.copy(), try place.rows().count)
    try place.open { store in try store.write { try $0.rename(officer, to: "Other", at: $0.now) } }
    #expect(try place.broken() == [])
    try place.put(earlier)
    #expect(try place.broken() == [.cutOff(last: last, noted: last + 2)])
    try place.open { _ in }
    #expect(try place.broken() == [.cutOff(last: last, noted: last + 2)], "opening and closing hides nothing")
    try place.open { store in
      for name in ["A", "B"] { try store.write { try $0.rename(officer, to: name, at: $0.now) } }
    }
    #expect(try place.broken() == [.remade(noted: last + 2)], "nor does what is recorded after")
    try FileManager.default.removeItem(atPath: place.note)
    #expect(try place.broken() == [], "without the note nothing tells")
  }

  @Test("a note that cannot be read is told, and stays")
  func unreadableNote() throws {
    let place = try SealedPlace(ofSchema: 8)
    for text in [
      "", "3\n", "3 00\n", "x \(String(repeating: "0", count: 64))\n",
      "-1 \(String(repeating: "0", count: 64))\n",
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: place.note))
      try place.open { _ in }
      #expect(try place.broken() == [.noteUnreadable], "\(text)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: place.note)) == Data(text.utf8))
    }
  }
}

// Statements.
extension SealTests {
  private static func statement(_ number: Int64) -> StoredStatement {
    StoredStatement(
      id: UUID(high: 1, low: UInt64(number)), stored: Instant(microseconds: number), terms: [number],
      voids: number == 1500 ? UUID(high: 1, low: 3) : nil, bytes: Array("{\(number)}".utf8))
  }

  private func stocked(_ numbers: some Sequence<Int64>) throws -> SealedPlace {
    let place = try SealedPlace(ofSchema: 8)
    let numbers = Array(numbers)
    try place.open { store in
      try store.write { records in
        for number in numbers { _ = try records.insert(SealTests.statement(number)) }
      }
    }
    return place
  }

  private static func range(_ from: Int64, _ to: Int64) -> BrokenSeal {
    .statements(from: Instant(microseconds: from), to: Instant(microseconds: to))
  }

  static let damages: [(name: String, script: String, from: Int64, to: Int64)] = [
    ("a text", "UPDATE statement SET body = CAST('{999}' AS BLOB) WHERE stored = 1000", 1, 1000),
    ("a text of the second thousand", "UPDATE statement SET body = x'7b' WHERE stored = 1001", 1001, 2000),
    ("an id", "UPDATE statement SET id = randomblob(16) WHERE stored = 7", 1, 1000),
    ("what it voids", "UPDATE statement SET voids = NULL WHERE stored = 1500", 1001, 2000),
    ("its place", "UPDATE statement SET stored = 5000 WHERE stored = 2100", 2001, 2300),
    ("one removed", "DELETE FROM statement WHERE stored = 1200", 1001, 2000),
    ("the last removed", "DELETE FROM statement WHERE stored = 2300", 2001, 2300),
    ("a whole thousand removed", "DELETE FROM statement WHERE stored BETWEEN 1001 AND 2000", 1001, 2000),
    ("a seal altered", "UPDATE statement_tail SET digest = zeroblob(32)", 2001, 2300),
    ("a seal's number altered", "UPDATE statement_tail SET statements = 299", 2001, 2300),
  ]

  @Test("an alteration of statements is told with the thousand that it is in")
  func statements() throws {
    let place = try stocked(1...2300)
    #expect(try place.broken() == [])
    #expect(try place.seals().contains("statement_segment 2"))
    let whole = try place.copy()
    for damage in SealTests.damages {
      try place.alter(damage.script)
      let expected = SealTests.range(damage.from, damage.to)
      let broken = try place.broken()
      #expect(broken.first == expected, "\(damage.name): \(broken)")
      let beyond = damage.name == "its place" ? [SealTests.range(5000, 5000)] : []
      #expect(broken.dropFirst() == beyond[...], "\(damage.name)")
      try place.put(whole)
    }
    try place.alter("DELETE FROM statement_segment WHERE first = 1001")
    let broken = try place.broken()
    #expect(broken.contains(.removed(kind: "statement segment", record: "1001")))
  }

  @Test("statements that are stored one by one are sealed as those of one change are")
  func growing() throws {
    let place = try SealedPlace(ofSchema: 8)
    try place.open { store in
      for numbers in [1...1, 2...999, 1000...1000, 1001...1002] as [ClosedRange<Int64>] {
        try store.write { records in
          for number in numbers { _ = try records.insert(SealTests.statement(number)) }
        }
      }
    }
    #expect(try place.broken() == [])
    #expect(try place.tail() == stocked(1...1002).tail())
  }

  @Test("one of another timeline, which comes before those that are sealed, is sealed in its place")
  func earlier() throws {
    let place = try stocked([10, 20, 30])
    try place.open { store in
      let timeline = Timeline(after: nil, clock: { Instant(microseconds: 15) })
      try store.write(dated: timeline) { _ = try $0.insert(SealTests.statement(15)) }
    }
    #expect(try place.broken() == [])
    #expect(try place.tail() == stocked([10, 15, 20, 30]).tail())
  }
}
