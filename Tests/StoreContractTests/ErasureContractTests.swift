import Operations
import People
import Testing
import Values

/// How every engine keeps who was made unknown.
@Suite struct ErasureContractTests {
  private func known(_ number: UInt64) -> KnownAs {
    KnownAs(person: id(number), words: ["Person \(number)"], agents: [], terms: [])
  }

  private func id(_ number: UInt64) -> PersonID { PersonID(UUID(high: 1, low: number)) }

  private func stocked(_ store: any Store) throws {
    let source = SourceIdentity(
      source: try #require(SourceCode("HR")), identifier: try #require(SourceIdentifier("90210")))
    try store.write { records in
      for number in 1...3 as ClosedRange<UInt64> {
        try records.insert(
          Person(
            id: self.id(number), name: "Person \(number)", sex: .female, language: .english,
            mailboxes: ["p\(number)@example.org"]))
      }
      try records.insert(source, of: self.id(1), at: records.now)
      try records.rename(self.id(1), to: "Other Name", at: records.now)
    }
  }

  @Test(
    "names, mailboxes and identifiers go; the person stays, and so does who was erased",
    arguments: Engine.allCases)
  func erased(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    try stocked(store)
    let extent = try store.read { try $0.extent(of: known(1)) }
    #expect(extent.goes[.names] == 2 && extent.goes[.mailboxes] == 1 && extent.goes[.sourceIdentifiers] == 1)
    for number in [1, 3] as [UInt64] {
      let files = try store.write { records in
        try records.erase(
          known(number),
          by: Erasure(person: id(number), at: records.now, actor: "owner", reason: "file \(number)"))
      }
      #expect(files.isEmpty)
    }
    #expect(try store.clearRemoved())
    engine.close(store)
    let again = try engine.open(place)
    try again.read { records in
      let person = try #require(try records.person(id(1)))
      #expect(person.name == "Erased person" && person.sex == .female && person.mailboxes.isEmpty)
      #expect(try records.formerNames(of: id(1)).isEmpty)
      let other = try #require(try records.person(id(2)))
      #expect(other.erasedAt == nil && other.name == "Person 2")
      let erasure = try records.erasure(of: id(1))
      #expect(erasure?.reason == "file 1")
      let none = try records.erasure(of: id(2))
      #expect(none == nil)
      let first = try records.erasures(page: PageRequest(limit: 1))
      #expect(first.items.map(\.person) == [id(1)])
      let rest = try records.erasures(page: PageRequest(after: first.next, limit: 1))
      #expect(rest.items.map(\.person) == [id(3)] && rest.next == nil)
      #expect(throws: CursorUnusable.self) { try records.erasures(page: PageRequest(after: "x", limit: 1)) }
      let left = try records.extent(of: known(1))
      #expect(left.goes.values.allSatisfy { $0 == 0 }, "\(left.goes)")
      let broken = try records.brokenSeals(noted: .none)
      #expect(broken.isEmpty, "\(broken)")
    }
    engine.close(again)
  }
}
