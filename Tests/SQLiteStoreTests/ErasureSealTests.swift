import Foundation
import Operations
import People
import SQLiteStore
import Testing
import Values

/// “the rows are changed lawfully in the erasure's transaction; a row that does not fit its seal beforehand must not be
/// laundered”, and an alteration from outside is still found afterwards.
@Suite struct ErasureSealTests {
  private static let known = KnownAs(person: officer, words: ["Officer"], agents: [], terms: [])

  private func erase(_ place: SealedPlace) throws {
    try place.open { store in
      _ = try store.write { records in
        try records.erase(
          Self.known, by: Erasure(person: officer, at: records.now, actor: "owner", reason: "x"))
      }
    }
  }

  @Test("what an erasure changes is sealed anew, and what is altered afterwards is told")
  func sound() throws {
    let place = try SealedPlace(ofSchema: 8)
    try erase(place)
    #expect(try place.broken() == [])
    #expect(try place.seals().contains("person 2") && place.seals().contains("person_erasure 1"))
    try place.alter("UPDATE person SET name = 'Officer'; UPDATE person_erasure SET reason = 'y'")
    #expect(
      try place.broken() == [
        .altered(kind: "person", record: SealedPlace.person),
        .altered(kind: "person erasure", record: SealedPlace.person),
      ])
  }

  static let alterations: [(script: String, fault: BrokenSeal)] = [
    ("UPDATE person SET sex = 'male'", .altered(kind: "person", record: SealedPlace.person)),
    (
      "UPDATE affiliation SET post = 'Chief'", .altered(kind: "affiliation", record: SealedPlace.affiliation)
    ),
    (
      "DELETE FROM seal WHERE kind = 'affiliation'",
      .altered(kind: "affiliation", record: SealedPlace.affiliation)
    ),
  ]

  @Test("what was altered before an erasure stays told after it", arguments: alterations)
  func doubtful(alteration: (script: String, fault: BrokenSeal)) throws {
    let place = try SealedPlace(ofSchema: 8)
    try place.alter(alteration.script)
    try erase(place)
    #expect(try place.broken().contains(alteration.fault), "\(alteration.script)")
  }

  @Test("a former name that was altered stays told when the erasure removed it")
  func removed() throws {
    let place = try SealedPlace(ofSchema: 8)
    try place.open { store in try store.write { try $0.rename(officer, to: "Other", at: $0.now) } }
    try place.alter("UPDATE former_name SET name = 'Forged'")
    try erase(place)
    let kinds = try place.broken().map { fault -> String in
      if case .removed(let kind, _) = fault { kind } else { "\(fault)" }
    }
    #expect(kinds == ["former name"])
  }
}

// Statements.
extension ErasureSealTests {
  private static func statement(_ number: Int64, _ text: String = "{}") -> StoredStatement {
    StoredStatement(
      id: UUID(high: 1, low: UInt64(number)), stored: Instant(microseconds: number), terms: [number],
      voids: nil, bytes: Array(text.utf8))
  }

  private func stocked(_ count: Int64) throws -> SealedPlace {
    let place = try SealedPlace(ofSchema: 8)
    try place.open { store in
      try store.write { records in
        for number in 1...count { _ = try records.insert(Self.statement(number)) }
      }
    }
    return place
  }

  private func rewrite(_ numbers: [Int64], _ place: SealedPlace) throws {
    try place.open { store in
      _ = try store.write { records in
        try records.rewrite(
          numbers.map {
            RewrittenStatement(
              stored: Instant(microseconds: $0), bytes: Array("{\"erased\":true}".utf8), attachments: [])
          })
      }
    }
  }

  private static func range(_ from: Int64, _ to: Int64) -> BrokenSeal {
    .statements(from: Instant(microseconds: from), to: Instant(microseconds: to))
  }

  @Test(
    "statements that are rewritten lead to sound digests from there on, in full segments and the open one",
    arguments: [[1], [1000], [1001], [2300], [7, 1500, 2299]] as [[Int64]])
  func rewritten(numbers: [Int64]) throws {
    let place = try stocked(2300)
    try rewrite(numbers, place)
    #expect(try place.broken() == [])
    try place.open { store in try store.write { _ = try $0.insert(Self.statement(2400)) } }
    #expect(try place.broken() == [], "what comes later goes on from there")
    try place.alter("UPDATE statement SET body = x'7b' WHERE stored = 2300")
    #expect(try place.broken() == [Self.range(2001, 2400)])
  }

  @Test(
    "a segment that did not hold before does not hold afterwards, and no other is told",
    arguments: [(5, [7], 1, 1000), (1500, [7], 1001, 2000), (2250, [1, 2260], 2001, 2300)]
      as [(Int64, [Int64], Int64, Int64)])
  func notLaundered(altered: Int64, rewritten: [Int64], from: Int64, to: Int64) throws {
    let place = try stocked(2300)
    try place.alter("UPDATE statement SET body = x'7b7d20' WHERE stored = \(altered)")
    #expect(try place.broken() == [Self.range(from, to)])
    try rewrite(rewritten, place)
    #expect(try place.broken() == [Self.range(from, to)])
    try place.open { store in try store.write { _ = try $0.insert(Self.statement(2400)) } }
    #expect(try place.broken().count == 1)
  }

  @Test("a segment before the first statement that is rewritten is left as it is")
  func before() throws {
    let place = try stocked(1500)
    try place.alter("UPDATE statement SET body = x'7b7d20' WHERE stored = 5")
    try rewrite([1200], place)
    #expect(try place.broken() == [Self.range(1, 1000)])
  }
}
