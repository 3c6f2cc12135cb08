import Catalogue
import Dispatch
import Operations
import People
import Reports
import Synchronization
import Testing
import Values

/// What every engine must do, whatever it is made of.
@Suite struct StoreContractTests {
  @Test(arguments: Engine.allCases)
  func whatWasWrittenIsReadAfterOpeningAgain(engine: Engine) throws {
    let place = try Place()
    let first = try engine.open(place)
    let party = try member("A")
    try first.write { try $0.insert(party) }
    engine.close(first)
    let second = try engine.open(place)
    defer { engine.close(second) }
    #expect(try second.read { try $0.party(party.id) } == party)
  }

  @Test(arguments: Engine.allCases)
  func aBodyThatThrowsChangesNothing(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let party = try member("A")
    #expect(throws: Stop.self) {
      try store.write { records in
        try records.insert(party)
        throw Stop()
      }
    }
    #expect(try store.read { try $0.party(party.id) } == nil)
  }

  @Test(arguments: Engine.allCases)
  func oneFailingWriteDoesNotDisturbItsNeighbours(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let outcomes = Outcomes(count: 100)
    for number in 0..<100 {
      let party = try member("P\(number)")
      store.write(
        { records in
          try records.insert(party)
          if number.isMultiple(of: 3) { throw Stop() }
        }, completion: outcomes.take)
    }
    let succeeded = outcomes.wait()
    #expect(succeeded == 66, "of 100 writes those whose number is a multiple of 3 fail: 34")
    #expect(
      try store.read { try $0.parties(PartyFilter(), page: PageRequest(limit: 1000)).items.count } == 66)
  }

  @Test("“clock back 1 h: monotonic order kept”", arguments: Engine.allCases)
  func instantsNeverGoBack(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    let before = try store.write(\.now)
    place.clock.move(seconds: -3600)
    let after = try store.write(\.now)
    #expect(before < after)
    try store.write { records in
      try records.append(
        HistoryEntry(
          sequence: 0, at: records.now, actor: "owner", action: "test",
          object: .init(kind: .key, id: UUID(high: 1, low: 1)),
          person: nil, reason: nil, changes: []))
    }
    engine.close(store)
    let again = try engine.open(place)
    defer { engine.close(again) }
    #expect(try after < again.write(\.now), "opening again remembers the latest record")
  }

  @Test("what was answered is found by sender and name until it is forgotten", arguments: Engine.allCases)
  func answers(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let (one, other) = (try key(1, in: store), try key(2, in: store))
    @Sendable func request(_ sender: KeyID, _ name: String, _ octet: UInt8) -> RepeatableRequest {
      RepeatableRequest(sender: sender, name: name, digest: [UInt8](repeating: octet, count: 32))
    }
    let created = KeptAnswer(status: 201, fields: [.init("Location", "/a"), .init("X", "")], body: [0, 255])
    let kept = try store.write { records in
      try records.keep(created, of: request(one, "a", 1))
      return records.now
    }
    func found(_ sender: KeyID, _ name: String, since instant: Instant) throws -> KeptAnswer? {
      try store.read { try $0.keptAnswer(to: sender, named: name, since: instant)?.answer }
    }
    #expect(try found(one, "a", since: kept) == created)
    #expect(try found(one, "A", since: kept) == nil)
    #expect(try found(other, "a", since: kept) == nil)
    let later = Instant(microseconds: kept.microseconds + 1)
    #expect(try found(one, "a", since: later) == nil)
    let empty = KeptAnswer(status: 204, fields: [], body: [])
    try store.write { try $0.keep(empty, of: request(one, "a", 2)) }
    #expect(try found(one, "a", since: later) == empty, "the later one stands in place of the earlier")
    try store.write { records in
      try records.keep(created, of: request(other, "a", 1))
      try records.forgetAnswers(keptBefore: records.now, atMost: 1)
    }
    #expect(try found(one, "a", since: kept) == nil)
    #expect(try found(other, "a", since: kept) == created)
  }

  @Test(
    "jobs are listed by who asked, and keep what came of them until forgotten", arguments: Engine.allCases)
  func jobs(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let (one, other) = (try key(1, in: store), try key(2, in: store))
    let instant = Instant(microseconds: 1_700_000_000_000_000)
    func job(_ number: UInt64, _ owner: KeyID) -> Job {
      Job(
        id: JobID(UUID(high: 9, low: number)), owner: owner, task: "POST /a", state: .waiting,
        takenAt: instant)
    }
    let (first, second) = (job(1, one), job(2, other))
    try store.write { records in
      try records.insert(first)
      try records.insert(second)
    }
    #expect(try store.read { try $0.job(first.id) } == first)
    #expect(try store.read { try $0.jobs(of: one, state: nil, page: PageRequest()).items } == [first])
    #expect(
      try store.read { try $0.jobs(of: nil, state: nil, page: PageRequest()).items } == [first, second])
    let answer = KeptAnswer(status: 422, fields: [.init("A", "b")], body: [1])
    let (begun, ended) = (Instant(microseconds: 10), Instant(microseconds: 20))
    try store.write { records in
      try records.setState(.working, of: first.id, at: begun)
      try records.setState(.refused, of: first.id, at: ended)
      try records.keep(answer, of: first.id)
    }
    let found = try #require(try store.read { try $0.job(first.id) })
    #expect(found.state == .refused && found.startedAt == begun && found.endedAt == ended)
    #expect(found.status == 422)
    #expect(try store.read { try $0.outcome(of: first.id) } == answer)
    #expect(try store.read { try $0.outcome(of: second.id) } == nil)
    #expect(try store.read { try $0.openJobs() } == [second])
    #expect(try store.read { try $0.jobs(of: nil, state: .refused, page: PageRequest()).items } == [found])
    try store.write { try $0.forgetJobs(endedBefore: ended, atMost: 9) }
    #expect(try store.read { try $0.job(first.id) } != nil)
    try store.write { try $0.forgetJobs(endedBefore: Instant(microseconds: 21), atMost: 9) }
    #expect(try store.read { try $0.job(first.id) } == nil)
    #expect(try store.read { try $0.job(second.id) } == second)
  }

  private func key(_ number: UInt64, in store: any Store) throws -> KeyID {
    let key = AccessKey(
      id: KeyID(UUID(high: number, low: number)), name: "k", scope: .all, createdAt: Instant(microseconds: 1),
      revokedAt: nil)
    try store.write { try $0.insert(key, secretDigest: [UInt8](repeating: 0, count: 32)) }
    return key.id
  }

  @Test("what bears an earlier instant than a dividing one is seen after it", arguments: Engine.allCases)
  func dividing(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let party = try member("A")
    let (begun, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    store.write(
      { records in
        begun.signal()
        goOn.wait()
        try records.insert(party)
      }, completion: { _ in })
    begun.wait()
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(50)) { goOn.signal() }
    let divider = try store.dividingInstant()
    #expect(try store.read { try $0.party(party.id) } == party)
    #expect(try divider < store.write(\.now))
  }

  @Test("the history has no gap, whatever is refused beside it", arguments: Engine.allCases)
  func historyWithoutGaps(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let outcomes = Outcomes(count: 200)
    for number in 0..<200 {
      store.write(
        { records in
          try records.append(
            HistoryEntry(
              sequence: 0, at: records.now, actor: "owner", action: "test",
              object: HistoryObject(kind: .party, id: UUID(high: 0, low: UInt64(number))), person: nil,
              reason: nil, changes: []))
          if number % 3 == 0 { throw Stop() }
        }, completion: outcomes.take)
    }
    #expect(outcomes.wait() == 133)
    #expect(try store.read { try $0.historyGaps() } == [])
    let entries = try store.read { try $0.history(HistoryFilter(), page: PageRequest(limit: 1000)) }.items
    #expect(entries.map(\.sequence) == Array(1...133))
  }

  @Test("coverage is told as it was at an instant: versions published and others", arguments: Engine.allCases)
  func coverage(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let (course, version, edition) = try (Example.course(), Example.version(), Example.edition())
    let mapping = StandardMapping(edition: edition.code, item: edition.items[0].code)
    @Sendable func at(_ microseconds: Int64) -> Instant { Instant(microseconds: microseconds) }
    try store.write { records in
      try records.insert(edition, at: at(10))
      try records.insert(course, family: "cmi5")
      try records.insert(version, files: [], at: at(20))
      try records.append(CourseVersionTransition(version: version.id, at: at(30), to: .published))
      try records.insert(mapping, of: version.id, at: at(40))
      try records.append(CourseVersionTransition(version: version.id, at: at(50), to: .superseded))
    }
    let expected: [(at: Int64, [(Int, Int)])] = [
      (9, []), (10, [(0, 0)]), (39, [(0, 0)]), (40, [(1, 0)]), (49, [(1, 0)]), (50, [(0, 1)]),
    ]
    for (instant, counts) in expected {
      let facts = try store.read { try $0.coverage(asOf: at(instant)) }
      #expect(facts.map(\.publishedVersions.count) == counts.map(\.0), "\(instant)")
      #expect(facts.map(\.otherVersions.count) == counts.map(\.1), "\(instant)")
    }
    #expect(try store.read { try $0.version(version.id)?.state } == .superseded)
    #expect(
      try store.read { try $0.transitions(of: version.id) }.map(\.to)
        == [.accepted, .published, .superseded])
  }

  @Test("the clock 10 years ahead for a while: monotonic order kept", arguments: Engine.allCases)
  func instantsGoOnWhenTheClockWasAhead(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    place.clock.move(seconds: 315_576_000)
    let ahead = try store.write(\.now)
    place.clock.move(seconds: -315_576_000)
    let after = try (1...3).map { _ in try store.write(\.now) }
    #expect(ahead < after[0] && after[0] < after[1] && after[1] < after[2])
  }

  /// "Voided if and only if it is not itself a voiding Statement and the LRS also contains a voiding Statement referring
  /// to it" (xAPI 1.0.3 Data 2.3.2).
  @Test(
    "statements in the order they are added, 2>1 voiding 1: those that count as voided at once, and in the end",
    arguments: Engine.allCases,
    [
      ("1 2>1", "", "1"), ("2>1 1", "1", "1"), ("3>2 2>1 1", "1", "1"), ("1 3>2 2>1", "", "1"),
      ("3>2 1 2>1", "", "1"), ("2>2 1", "", ""), ("2>3 1", "", ""),
    ])
  func voiding(engine: Engine, row: (added: String, atOnce: String, voided: String)) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    @Sendable func id(_ digit: Character) -> UUID { UUID(high: 0, low: UInt64(String(digit)) ?? 0) }
    let added = row.added.split(separator: " ").map(Array.init)
    let atOnce = try store.write { records in
      try added.filter { letters in
        try records.insert(
          StoredStatement(
            id: id(letters[0]), stored: records.nextInstant(), terms: [],
            voids: letters.count > 1 ? id(letters[2]) : nil, bytes: [0x7B, 0x7D]))
      }
    }
    #expect(String(atOnce.map { $0[0] }) == row.atOnce)
    let voided = try store.read { records in
      try added.filter { try records.statement(id($0[0]))?.isVoided ?? false }
    }
    #expect(String(voided.map { $0[0] }) == row.voided)
  }

  @Test("pages join without gap or repetition", arguments: Engine.allCases)
  func paging(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    let parties = try (10...20).map { try member("M\($0)") }
    try store.write { records in for party in parties { try records.insert(party) } }
    var codes: [String] = []
    var request = PageRequest(limit: 4)
    var pages = 0
    while pages < 10 {
      let page = try store.read { try $0.parties(PartyFilter(kind: .member), page: request) }
      codes += page.items.map(\.code.text)
      pages += 1
      guard let next = page.next else { break }
      request = PageRequest(after: next, limit: 4)
    }
    #expect(codes == ["M10", "M11", "M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19", "M20"])
    #expect(pages == 3)
  }

  @Test(arguments: Engine.allCases)
  func twoSpellingsOfOneCodeAreOneCode(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    try store.write { [party = try member("Ab")] in try $0.insert(party) }
    #expect(try store.read { try $0.party(#require(PartyCode("aB")))?.code.text } == "Ab")
    #expect(throws: (any Error).self) {
      try store.write { [party = try member("AB")] in try $0.insert(party) }
    }
  }

  @Test("text is kept as typed", arguments: Engine.allCases)
  func textIsKeptAsTyped(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    defer { engine.close(store) }
    for name in ["Jose\u{301}", "Jos\u{e9}", "متدرب", "O'Brien \"x\"\u{301}", "演示"] {
      let person = try Person(
        id: PersonID(UUID(high: UInt64(name.utf8.count), low: UInt64(name.unicodeScalars.count))), name: name,
        sex: .unknown, language: .english, mailboxes: [])
      try store.write { try $0.insert(person) }
      let kept = try #require(try store.read { try $0.person(person.id) })
      #expect(Array(kept.name.utf8) == Array(name.utf8))
    }
  }
}

struct Stop: Error {}

/// A course with one version, and an edition with one item.
private enum Example {
  static func course() throws -> Course {
    Course(
      id: CourseID(UUID(high: 1, low: 1)), code: try #require(CourseCode("ORIGIN")),
      publisherIdentifier: "urn:origin", title: LocalizedText("Origin"))
  }

  static func version() throws -> CourseVersion {
    let rule = Detail(
      "sequencing", attributes: [Detail.Attribute("ID", "S"), Detail.Attribute("IDRef", "")],
      parts: [Detail("minNormalizedMeasure", text: "0.8")])
    let page = ActivityNode(
      key: "P", publisherIdentifier: "P", kind: .webContent, title: LocalizedText("Page"),
      launch: Launch(target: .file(path: "a.html", suffix: ""), moveOn: .completed, isTracked: false))
    let activities = [
      ActivityNode(
        key: "T", publisherIdentifier: "T", kind: .externalTool, title: LocalizedText("Tool"), details: [rule]
      ),
      ActivityNode(
        key: "B", publisherIdentifier: "B", title: LocalizedText("Block"), children: [page]),
    ]
    let structure = CourseStructure(
      format: .cmi5, publisherIdentifier: "urn:origin", title: LocalizedText("Origin"),
      description: LocalizedText("Origin"), languages: [.english], objectives: [], activities: activities,
      details: [rule])
    return CourseVersion(
      id: CourseVersionID(UUID(high: 1, low: 2)), course: try course().id, number: 1, structure: structure,
      contentDigest: "digest", missingFiles: 0, passRule: .byActivities, mapping: [], state: .accepted)
  }

  static func edition() throws -> StandardEdition {
    let item = StandardItem(
      code: try #require(StandardItemCode("ONE")), level: .operationalManager, kind: .knowledge,
      titles: LocalizedText("One"))
    return StandardEdition(
      id: StandardEditionID(UUID(high: 1, low: 3)), code: try #require(StandardEditionCode("STANDARD")),
      framework: "Standard", year: 2026, state: .inForce, titles: LocalizedText("Standard"), items: [item])
  }
}

/// Counts the successes among writes that end on another thread.
final class Outcomes: Sendable {
  private let count: Int
  private let state = Mutex((ended: 0, succeeded: 0))

  init(count: Int) {
    self.count = count
  }

  func take(_ outcome: Result<Void, any Error>) {
    state.withLock { state in
      state.ended += 1
      if case .success = outcome { state.succeeded += 1 }
    }
  }

  /// Waits until all have ended.
  func wait() -> Int {
    while state.withLock({ $0.ended < count }) {}
    return state.withLock(\.succeeded)
  }
}

private func member(_ code: String) throws -> Party {
  let from = try #require(Day("2020-01-01"))
  let always = try #require(DayRange(from: from, to: nil))
  var hash: UInt64 = 1469
  for octet in code.utf8 { hash = hash &* 31 &+ UInt64(octet) }
  return try Party(
    id: PartyID(UUID(high: hash, low: hash)), code: #require(PartyCode(code)), kind: .member,
    names: LocalizedText("Member \(code)"), region: .eur, validity: always)
}
