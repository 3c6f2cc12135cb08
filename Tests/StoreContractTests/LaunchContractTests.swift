import Catalogue
import Enrolment
import Operations
import People
import Testing
import Values

/// How every engine keeps launches, and what was said of courses.
@Suite struct LaunchContractTests {
  private let enrolment = EnrolmentID(UUID(high: 9, low: 1))

  private func digest(_ number: UInt8) -> [UInt8] { [UInt8](repeating: number, count: 32) }

  private func session(_ number: UInt64, state: LaunchSessionState = .launched) -> LaunchSession {
    LaunchSession(
      id: LaunchSessionID(UUID(high: 8, low: number)), enrolment: enrolment, activity: "1", mode: .review,
      launchedAt: Instant(microseconds: 100 + Int64(number)), state: state,
      endedAt: state.hasEnded ? Instant(microseconds: 900) : nil)
  }

  /// An enrolment of somebody in a session of a course, and what goes before it.
  private func stocked(_ store: any Store) throws {
    let structure = CourseStructure(
      format: .cmi5, publisherIdentifier: "urn:c", title: LocalizedText("C"), description: LocalizedText("C"),
      languages: [], objectives: [], activities: [])
    let course = Course(
      id: CourseID(UUID(high: 1, low: 1)), code: try #require(CourseCode("C")), publisherIdentifier: "urn:c",
      title: LocalizedText("C"))
    let version = CourseVersion(
      id: CourseVersionID(UUID(high: 1, low: 2)), course: course.id, number: 1, structure: structure,
      contentDigest: "digest", missingFiles: 0, passRule: .byActivities, mapping: [], state: .accepted)
    let person = try Person(
      id: PersonID(UUID(high: 1, low: 3)), name: "Somebody", sex: .unknown, language: .english, mailboxes: [])
    let day = try #require(Day("2026-03-01"))
    let delivery = try Session(
      id: SessionID(UUID(high: 1, low: 4)), code: try #require(SessionCode("S")), version: version.id,
      mode: .selfPaced, days: try #require(DayRange(from: day, to: day)), timeZone: "UTC", language: .english,
      capacity: nil, host: nil, state: .confirmed)
    let enrolled = Enrolment(
      id: enrolment, person: person.id, session: delivery.id, version: version.id, nomination: nil,
      affiliation: nil, recordedAt: Instant(microseconds: 1), state: .enrolled)
    let file = PackageFile(path: "a/é.html", digest: "d1", sizeBytes: 7)
    try store.write { (records) throws in
      try records.insert(course, family: "cmi5")
      try records.insert(version, files: [file], at: Instant(microseconds: 1))
      try records.insert(person)
      try records.insert(delivery)
      try records.insert(enrolled)
    }
  }

  @Test("a launch is kept as it stands, and found by its secrets' digests", arguments: Engine.allCases)
  func launches(engine: Engine) throws {
    let place = try Place()
    let store = try engine.open(place)
    try stocked(store)
    var changed = session(1)
    let id = UUID(high: 7, low: 7)
    try changed.take(
      .init(
        verb: .initialized, statement: id, saidAt: Instant(microseconds: 5),
        receivedAt: Instant(microseconds: 150)), after: [])
    try changed.take(
      .init(
        verb: .passed, statement: id, saidAt: Instant(microseconds: 6),
        receivedAt: Instant(microseconds: 160)), after: [])
    let (made, kept) = (session(1), changed)
    try store.write { (records) throws in
      try records.insert(made, fetchDigest: digest(1), unitOrigin: "https://c.test")
      #expect(try records.launch(made.id) == StoredLaunch(session: made, tokenDigest: nil))
      try records.update(kept)
      try records.setTokenDigest(digest(2), of: made.id)
    }
    engine.close(store)
    let again = try engine.open(place)
    defer { engine.close(again) }
    let found = StoredLaunch(session: kept, tokenDigest: digest(2))
    try again.read { (records) throws in
      #expect(try records.launch(made.id) == found)
      #expect(try records.launch(fetchDigest: digest(1)) == found)
      #expect(try records.launch(fetchDigest: digest(2)) == nil)
      #expect(try records.openLaunch(of: enrolment) == kept)
      #expect(try records.hasLaunched(fromOrigin: "https://c.test"))
      #expect(try !records.hasLaunched(fromOrigin: "https://c.tes"))
    }
  }

  @Test("a registration has one open launch", arguments: Engine.allCases)
  func oneIsOpen(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    try stocked(store)
    let (first, second) = (session(1), session(2))
    try store.write { try $0.insert(first, fetchDigest: digest(1), unitOrigin: "x:") }
    #expect(throws: (any Error).self) {
      try store.write { try $0.insert(second, fetchDigest: digest(2), unitOrigin: "x:") }
    }
    var ended = first
    try ended.abandon(at: Instant(microseconds: 200))
    let abandoned = ended
    try store.write {
      try $0.update(abandoned)
      try $0.insert(second, fetchDigest: digest(2), unitOrigin: "x:")
    }
    try store.read { (records) throws in
      #expect(try records.openLaunch(of: enrolment) == second)
      #expect(try records.openLaunches(launchedUntil: second.launchedAt, limit: 2) == [second])
      #expect(try records.openLaunches(launchedUntil: first.launchedAt, limit: 2).isEmpty)
      #expect(try records.openLaunches(launchedUntil: second.launchedAt, limit: 0).isEmpty)
      let page = try records.launches(of: enrolment, page: PageRequest(limit: 1))
      #expect(page.items == [abandoned])
      let next = try records.launches(of: enrolment, page: PageRequest(after: page.next))
      #expect(next.items == [second] && next.next == nil)
    }
  }

  @Test("what a voided statement decided is decided no longer", arguments: Engine.allCases)
  func decisions(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    try stocked(store)
    let session = LaunchSession(
      id: LaunchSessionID(UUID(high: 8, low: 1)), enrolment: enrolment, activity: "1", mode: .normal,
      launchedAt: Instant(microseconds: 1), state: .initialized,
      decisions: [.completed: UUID(high: 0, low: 1), .passed: UUID(high: 0, low: 2)])
    try store.write { (records) throws in
      for number in [UInt64(1), 2] {
        _ = try records.insert(
          StoredStatement(
            id: UUID(high: 0, low: number), stored: Instant(microseconds: Int64(number)), terms: [],
            voids: nil,
            bytes: []))
      }
      try records.insert(session, fetchDigest: digest(1), unitOrigin: "x:")
      try records.update(session)
      #expect(try records.decisions(of: "1", in: enrolment) == [.completed, .passed])
      #expect(try records.decisions(of: "2", in: enrolment).isEmpty)
      _ = try records.insert(
        StoredStatement(
          id: UUID(high: 0, low: 3), stored: Instant(microseconds: 3), terms: [],
          voids: UUID(high: 0, low: 2),
          bytes: []))
      #expect(try records.decisions(of: "1", in: enrolment) == [.completed])
    }
  }

  @Test("a unit is waived once, a block said to be satisfied once", arguments: Engine.allCases)
  func onceOnly(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    try stocked(store)
    let waiver = Waiver(
      enrolment: enrolment, activity: "1", statement: UUID(high: 0, low: 1), reason: "Tested Out",
      recordedAt: Instant(microseconds: 5))
    let said = [nil, "block-1"].map { group in
      Satisfaction(
        enrolment: enrolment, group: group, statement: UUID(high: 0, low: 2),
        recordedAt: Instant(microseconds: 6))
    }
    try store.write { (records) throws in
      try records.insert(waiver)
      for one in said { try records.insert(one) }
    }
    #expect(throws: (any Error).self) { try store.write { try $0.insert(waiver) } }
    #expect(throws: (any Error).self) { try store.write { try $0.insert(said[1]) } }
    try store.read { (records) throws in
      #expect(try records.waiver(of: "1", in: enrolment) == waiver)
      #expect(try records.waiver(of: "2", in: enrolment) == nil)
      #expect(try records.waivers(in: enrolment) == [waiver])
      #expect(try records.satisfactions(in: enrolment) == said)
    }
    try store.write { try $0.remove(said[1]) }
    #expect(try store.read { try $0.satisfactions(in: enrolment) } == [said[0]])
    try store.write { try $0.insert(said[1]) }
    #expect(try store.read { try $0.satisfactions(in: enrolment) } == said)
  }

  @Test("a file is served of a version that was published", arguments: Engine.allCases)
  func servedFiles(engine: Engine) throws {
    let store = try engine.open(Place())
    defer { engine.close(store) }
    try stocked(store)
    let version = CourseVersionID(UUID(high: 1, low: 2))
    #expect(try store.read { try $0.servedFile("a/é.html", of: version) } == nil)
    for state in [CourseVersionState.published, .retired] {
      try store.write {
        try $0.append(
          CourseVersionTransition(version: version, at: Instant(microseconds: 7), to: state))
      }
      #expect(try store.read { try $0.servedFile("a/é.html", of: version) }?.digest == "d1")
      #expect(try store.read { try $0.servedFile("a/e\u{301}.html", of: version) } == nil, "octet by octet")
      #expect(try store.read { try $0.servedFile("a/É.html", of: version) } == nil)
    }
  }
}
