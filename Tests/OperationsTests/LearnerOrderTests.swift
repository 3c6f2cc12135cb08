import Enrolment
import Operations
import People
import Reports
import SQLiteStore
import Testing
import Values

/// “Completion list by Member (CSV of every learner, streamed)”: Member by Member in the order of codes, within each by the
/// names that people bore at the cut-off, and last who belongs to none.
@Suite struct LearnerOrderTests {
  private static let cutOff = "2026-03-02T10:00:00Z"

  /// Two people of one Member, three of another, and one of whom no place is known.
  private static func scene() throws -> CutOffScene {
    let scene = try CutOffScene()
    let since = try #require(Day("2020-01-01"))
    let validity = try #require(DayRange(from: since, to: nil))
    for (name, party) in [("Zoe", "OTHER-MEMBER"), ("Adam", "OTHER-MEMBER"), ("Nobody’s", nil)] {
      let place = try party.map { code in
        AddPerson.Place(
          party: .code(try #require(PartyCode(code))), unit: "", post: "", roleLevel: nil, validity: validity)
      }
      let person = try scene.house.perform(
        AddPerson(name: name, sex: .unknown, language: .english, mailboxes: [], place: place)
      ).person
      try scene.enrol(person.id)
    }
    return scene
  }

  /// The lines of a list, each as organisation and name.
  private static func lines(
    _ scene: CutOffScene, _ event: LearnersToList.Event = .enrolled, party: String? = nil
  ) throws -> [String] {
    let asked = LearnersToList(
      event, order: .member, party: try party.map { .code(try #require(PartyCode($0))) }, period: nil,
      timeZone: "UTC", cutOff: Instant(cutOff), language: .english)
    var listing = try scene.house.registrar.listLearners(asked, as: .owner)
    var octets: [UInt8] = []
    while let more = try listing.next() { octets += more }
    let lines = String(decoding: octets, as: UTF8.self).split(separator: "\r\n")
    #expect(lines.first?.hasPrefix("person,name,") ?? false)
    return lines.dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[3]) \(cells[1])"
    }
  }

  private static let everybody = [
    "OTHER-MEMBER Adam", "OTHER-MEMBER Zoe", #"TEST-MEMBER "Assessed Officer""#,
    #"TEST-MEMBER "Second Officer""#, #"TEST-MEMBER "Test Officer""#, " Nobody’s",
  ]

  @Test("everybody is listed Member by Member, and a name that is borne later moves nobody")
  func byMember() throws {
    let scene = try Self.scene()
    #expect(try Self.lines(scene) == Self.everybody)
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    try scene.rename("Aaron")
    try scene.affiliate(scene.officer, from: "2020-06-01")
    try scene.enrol(scene.addOfficer("Late Officer"))
    #expect(try Self.lines(scene) == Self.everybody)
  }

  @Test("who was made unknown comes last among the people of a Member, and keeps the place in the list")
  func erased() throws {
    let scene = try Self.scene()
    let since = try #require(Day("2020-01-01"))
    let place = AddPerson.Place(
      party: .code(try #require(PartyCode("OTHER-MEMBER"))), unit: "", post: "", roleLevel: nil,
      validity: try #require(DayRange(from: since, to: nil)))
    let person = try scene.house.perform(
      AddPerson(name: "Aaron", sex: .unknown, language: .english, mailboxes: [], place: place)
    ).person.id
    let enrolment = try scene.enrol(person)
    #expect(try Self.lines(scene, party: "OTHER-MEMBER").first == "OTHER-MEMBER Aaron")
    _ = try scene.house.perform(EndEnrolment(enrolment: enrolment, ending: .withdraw, reason: "asked to"))
    _ = try scene.house.registrar.erasePerson(person, reason: "file 1", as: .owner)
    #expect(
      try Self.lines(scene, party: "OTHER-MEMBER") == [
        "OTHER-MEMBER Adam", "OTHER-MEMBER Zoe", #"OTHER-MEMBER "Erased person""#,
      ])
  }

  @Test("one Member's list has its own people only")
  func ofOneMember() throws {
    let scene = try Self.scene()
    #expect(try Self.lines(scene, party: "OTHER-MEMBER") == Array(Self.everybody.prefix(2)))
    #expect(try Self.lines(scene, party: "TEST-DONOR") == [])
  }

  @Test("completions are those who completed, in the same order")
  func completions() throws {
    let scene = try Self.scene()
    #expect(LearnersToList.Event.completed.usualOrder == .member)
    #expect(
      try Self.lines(scene, .completed) == [
        #"TEST-MEMBER "Assessed Officer""#, #"TEST-MEMBER "Test Officer""#,
      ])
  }

  @Test("pages of any length put together are the whole", arguments: [1, 2, 3, 100])
  func pages(limit: Int) throws {
    let scene = try Self.scene()
    let code = try #require(PartyCode("TEST-MEMBER"))
    let cutOff = try #require(Instant(Self.cutOff))
    let names = try scene.house.store.read { records in
      let member = try #require(try records.party(code))
      var (names, last): ([String], NamedPerson?) = ([], nil)
      while true {
        let page = try records.enrolments(
          of: member.id, asOf: cutOff, after: last, limit: limit,
          dayOf: { $0.dayInUTC })
        names += page.facts.compactMap { $0.name?.orderingText }
        guard let next = page.last else { return names }
        last = next
      }
    }
    #expect(names == ["Assessed Officer", "Second Officer", "Test Officer"])
  }
}
