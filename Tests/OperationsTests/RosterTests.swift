import Catalogue
import ContentPackaging
import Enrolment
import Operations
import People
import SQLiteStore
import Testing
import Values

/// Rosters: whom they name is entered once, whatever is wrong is told with its row and column.
@Suite struct RosterTests {
  @Test("Persons, places, nominations and enrolments of one roster")
  func enters() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let report = try house.take(
      """
      source-id,name,sex,organisation,post,from,session,nominated-by
      1,Officer One,female,KE,Auditor,2020-01-01,S-1,KE
      2,Officer Two,male,UG,,,S-1,
      3,Officer Three,,KE,,2026-01-01,,
      """)
    #expect(report.findings.map(told) == [])
    #expect(report.isAccepted && report.count(of: .added) == 3)
    let people = try house.answer(ListPersons()).items
    #expect(people.map(\.name) == ["Officer One", "Officer Two", "Officer Three"])
    #expect(people.map(\.sex) == [.female, .male, .unknown])
    let one = try house.answer(ShowPerson(people[0].id)).affiliations
    #expect(one.map { $0.affiliation.post + " " + $0.party.text } == ["Auditor KE"])
    let two = try house.answer(ShowPerson(people[1].id)).affiliations
    #expect(two.map(\.affiliation.validity.from) == [Day("2026-03-02")], "the session's first day")
    let nomination = try #require(try house.answer(ListNominations()).items.first)
    #expect(nomination.state == .selected)
    let enrolments = try house.answer(ListEnrolments()).items
    #expect(enrolments.map(\.state) == [.enrolled, .enrolled])
    #expect(enrolments.map(\.nomination) == [nomination.id, nil])
    #expect(enrolments.allSatisfy { $0.affiliation != nil })
    #expect(report.entries.map(\.person) == people.map(\.id))
    #expect(try house.registrar.check(databaseFaults: house.store.faults(), as: .owner).faults.isEmpty)
  }

  @Test("“the same roster twice says unchanged”")
  func idempotent() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let roster = RosterScene.roster
    #expect(try house.take(roster).count(of: .added) == 3)
    let history = try house.answer(ReadHistory()).items.count
    try house.clock.set("2026-03-09T00:00:00Z")
    let again = try house.take(roster)
    #expect(again.isAccepted && again.count(of: .unchanged) == 3 && again.findings.isEmpty)
    #expect(try house.answer(ReadHistory()).items.count == history, "nothing was changed")
    #expect(again.entries.allSatisfy { $0.person != nil })
  }

  @Test("A dry run tells the same and changes nothing")
  func dryRun() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let plan = try house.take(RosterScene.roster + "4,Nobody,XX,,\n", isDryRun: true, acceptsGoodRows: true)
    #expect(plan.isAccepted && plan.isDryRun)
    #expect(try house.answer(ListPersons()).items.isEmpty)
    let report = try house.take(RosterScene.roster + "4,Nobody,XX,,\n", acceptsGoodRows: true)
    #expect(plan.findings == report.findings)
    #expect(plan.entries.map(\.result) == report.entries.map(\.result))
    #expect(plan.entries.allSatisfy { $0.person == nil })
  }

  @Test("All or nothing, unless the good rows are asked for")
  func allOrNothing() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let roster = "source-id,name,organisation\n1,A,KE\n2,B,XX\n3,,KE\n4,D,UG\n"
    let refused = try house.take(roster)
    #expect(!refused.isAccepted && refused.count(of: .refused) == 2)
    #expect(
      refused.findings.map(told) == ["roster.organisation.unknown 3:5", "roster.cell.missing 4:1"])
    #expect(try house.answer(ListPersons()).items.isEmpty)
    let taken = try house.take(roster, acceptsGoodRows: true)
    #expect(taken.isAccepted && taken.count(of: .added) == 2 && taken.count(of: .refused) == 2)
    #expect(try house.answer(ListPersons()).items.map(\.name) == ["A", "D"])
    let nothing = try house.take("source-id,name,organisation\n9,B,XX\n", acceptsGoodRows: true)
    #expect(!nothing.isAccepted, "there is no good row")
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    /// Below the headings of `RosterScene.roster`.
    let rows: String
    let findings: [String]
    let results: [RosterReport.Result]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(
      name: "an unknown organisation", rows: "9,A,XX,,", findings: ["roster.organisation.unknown 2:5"],
      results: [.refused]),
    Row(
      name: "an unknown session", rows: "9,A,KE,S-9,", findings: ["roster.session.unknown 2:8"],
      results: [.refused]),
    Row(
      name: "a session that is only planned", rows: "9,A,KE,S-2,", findings: ["roster.enrolment.refused 2:8"],
      results: [.refused]),
    Row(
      name: "a nomination for it", rows: "9,A,KE,S-2,KE",
      findings: ["roster.nomination.refused 2:8", "roster.enrolment.refused 2:8"], results: [.refused]),
    Row(
      name: "nominated by another organisation", rows: "9,A,KE,S-1,UG",
      findings: ["roster.nomination.refused 2:8"], results: [.refused]),
    Row(
      name: "a name with a direction override", rows: "9,A\u{202E}B,KE,,",
      findings: ["roster.person.turned 2:3"], results: [.added]),
    Row(
      name: "a name on two lines", rows: "9,\"A\r\nB\",KE,,", findings: ["roster.person.refused 2:3"],
      results: [.refused]),
    Row(
      name: "three for two seats", rows: "7,A,KE,S-1,\n8,B,KE,S-1,\n9,C,KE,S-1,KE",
      findings: ["roster.session.full 4:8"], results: [.added, .added, .added]),
    Row(
      name: "one name composed in two ways", rows: "8,Jos\u{E9},KE,,\n9,Jose\u{301},KE,,",
      findings: ["roster.person.alike 3:3"], results: [.added, .added]),
    Row(
      name: "a Cyrillic letter in the same name", rows: "8,Ana,KE,,\n9,\u{410}na,KE,,",
      findings: ["roster.person.alike 3:3"], results: [.added, .added]),
    Row(
      name: "the same name in another organisation", rows: "8,Ana,KE,,\n9,Ana,UG,,", findings: [],
      results: [.added, .added]),
    Row(
      name: "one person in two rows, of which the first is refused", rows: "9,A,KE,S-9,\n9,A,KE,S-1,",
      findings: ["roster.session.unknown 2:8"], results: [.refused, .added]),
    Row(
      name: "one person in two rows", rows: "9,A,KE,S-1,\n9,A,UG,,", findings: [],
      results: [.added, .changed]),
  ])
  func findings(row: Row) throws {
    let house = try House()
    try RosterScene.prepare(house)
    let report = try house.take(RosterScene.headings + row.rows, acceptsGoodRows: true)
    #expect(report.findings.map(told) == row.findings)
    #expect(report.entries.map(\.result) == row.results)
  }

  @Test("“full session → waiting list”, in the roster's order, behind those who wait already")
  func waitingList() throws {
    let house = try House()
    try RosterScene.prepare(house)
    _ = try house.take(RosterScene.headings + (1...3).map { "\($0),P\($0),KE,S-1,KE\n" }.joined())
    let report = try house.take(RosterScene.headings + "4,P4,KE,S-1,KE\n5,P5,KE,S-1,KE\n")
    #expect(report.waiting == 2)
    #expect(
      report.findings.map(\.message) == [
        "row 2: session S-1 is full: place 2 on the waiting list",
        "row 3: session S-1 is full: place 3 on the waiting list",
      ])
    let states = try house.answer(ListEnrolments()).items.map(\.state)
    #expect(states == [.enrolled, .enrolled, .waiting, .waiting, .waiting])
    let nominations = try house.answer(ListNominations()).items.map(\.state)
    #expect(nominations == [.selected, .selected, .reserve, .reserve, .reserve])
  }

  @Test("What is recorded is told where a roster says otherwise, and stays")
  func differences() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let headings = "source-id,name,sex,language,mailbox,organisation,post,from,to\n"
    _ = try house.take(headings + "1,Ana,female,en,a@x.example,KE,Auditor,2020-01-01,\n")
    let report = try house.take(
      headings + "1,Anna,male,fr,b@x.example,KE,Director,2020-01-01,2026-12-31\n")
    #expect(report.isAccepted)
    #expect(report.entries.map(\.result) == [.unchanged])
    #expect(
      report.findings.map(told) == [
        "roster.person.differs 2:3", "roster.person.differs 2:8", "roster.person.differs 2:13",
        "roster.person.differs 2:16", "roster.affiliation.differs 2:28",
      ])
    #expect(!report.findings.contains { $0.message.contains("Ana,") || $0.message.contains("Auditor") })
    let person = try #require(try house.answer(ListPersons()).items.first)
    #expect(person.name == "Ana" && person.mailboxes == ["a@x.example"])
  }

  @Test("A new post is a new place, from its first day")
  func promotion() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let headings = "source-id,name,organisation,post,from\n"
    _ = try house.take(headings + "1,Ana,KE,Auditor,2020-01-01\n")
    let report = try house.take(headings + "1,Ana,KE,Director,2026-02-01\n")
    #expect(report.entries.map(\.result) == [.changed])
    let person = try #require(try house.answer(ListPersons()).items.first)
    #expect(
      try house.answer(ShowPerson(person.id)).affiliations.map(\.affiliation.post) == ["Auditor", "Director"])
  }

  @Test("A place lies within its organisation's days, and a post is held once at a time")
  func placesThatCannotBe() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let headings = "source-id,name,organisation,post,from,to\n"
    _ = try house.take(headings + "1,Ana,KE,Auditor,2020-01-01,\n")
    let report = try house.take(
      headings
        + "1,Ana,KE,Auditor,2026-02-01,\n2,Ben,KE,,1999-12-31,\n3,Cy,KE,A,2020-01-01,2020-06-30\n"
        + "3,Cy,KE,A,2020-06-30,\n3,Cy,KE,A,2020-07-01,\n", acceptsGoodRows: true)
    #expect(
      report.findings.map(told) == [
        "roster.affiliation.refused 2:7", "roster.affiliation.refused 3:7", "roster.affiliation.refused 5:6",
      ])
    #expect(report.entries.map(\.result) == [.refused, .refused, .added, .refused, .changed])
  }

  @Test("Who has left the party that nominated is not enrolled by its nomination")
  func whoLeft() throws {
    let house = try House()
    try RosterScene.prepare(house)
    _ = try house.take(
      "source-id,name,organisation,from,session,nominated-by,enrol\n1,Ana,KE,2020-01-01,S-1,KE,no\n")
    let person = try #require(try house.answer(ListPersons()).items.first)
    let place = try house.answer(ShowPerson(person.id)).affiliations[0].affiliation
    _ = try house.perform(
      EndAffiliation(affiliation: place.id, lastDay: #require(Day("2026-03-01")), reason: "a new post"))
    let report = try house.take("source-id,name,session,nominated-by\n1,Ana,S-1,KE\n")
    #expect(report.findings.map(told) == ["roster.enrolment.refused 2:7"])
    #expect(try house.answer(ListEnrolments()).items.isEmpty)
  }

  @Test("Who withdrew is not enrolled again by the same roster")
  func withdrawn() throws {
    let house = try House()
    try RosterScene.prepare(house)
    _ = try house.take(RosterScene.headings + "1,Ana,KE,S-1,\n")
    let enrolment = try #require(try house.answer(ListEnrolments()).items.first)
    _ = try house.perform(EndEnrolment(enrolment: enrolment.id, ending: .withdraw, reason: "ill"))
    let report = try house.take(RosterScene.headings + "1,Ana,KE,S-1,\n")
    #expect(report.findings.map(told) == ["roster.enrolment.withdrawn 2:10"])
    #expect(report.entries.map(\.result) == [.unchanged])
    #expect(try house.answer(ListEnrolments()).items.map(\.state) == [.withdrawn])
  }

  @Test("Somebody who was entered by hand is told as alike, by identifier and not by name")
  func alikeRecorded() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let place = AddPerson.Place(
      party: .code(try #require(PartyCode("KE"))), unit: "", post: "", roleLevel: nil,
      validity: try RosterScene.days("2020-01-01"))
    let person = try house.perform(
      AddPerson(name: "ANA", sex: .female, language: .english, mailboxes: [], place: place)
    ).person
    let report = try house.take(RosterScene.headings + "1,Ana,KE,,\n")
    #expect(report.findings.map(told) == ["roster.person.alike 2:3"])
    #expect(report.findings.first?.message.contains(person.id.description) == true)
  }

  @Test("who may only read may only plan")
  func rights() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let reader = Principal.key(try house.perform(CreateKey(name: "reader", scope: .read)).key)
    #expect(throws: NotPermitted.self) { try house.take(RosterScene.roster, as: reader) }
    #expect(try house.take(RosterScene.roster, isDryRun: true, as: reader).isAccepted)
    #expect(try house.answer(ListPersons()).items.isEmpty)
  }

  private func told(_ finding: Finding) -> String {
    "\(finding.code) \(finding.line ?? 0):\(finding.column ?? 0)"
  }
}

/// Two Members, an open session with two seats, and one that is only planned.
enum RosterScene {
  static let headings = "source-id,name,organisation,session,nominated-by\n"
  static let roster = headings + "1,Officer One,KE,S-1,KE\n2,Officer Two,UG,S-1,\n3,Officer Three,KE,,\n"

  static func prepare(_ house: House) throws {
    for code in ["KE", "UG"].compactMap(PartyCode.init) {
      _ = try house.perform(
        AddParty(
          code: code, kind: .member, names: LocalizedText(code.text), region: .esa,
          validity: days("2000-01-01")))
    }
    _ = try house.importFolder(["cmi5.xml": StoryTests.cmi5, "index.html": "<p>"])
    let course = try #require(try house.answer(ListCourses()).items.first)
    _ = try house.perform(PublishVersion(course: .id(course.id), number: nil, passingScore: nil))
    let sessions = ["S-1", "S-2"].compactMap(SessionCode.init)
    for code in sessions {
      _ = try house.perform(
        PlanSession(
          code: code, course: .id(course.id), mode: .blended, days: days("2026-03-02", "2026-03-06"),
          timeZone: "UTC", language: .english, capacity: 2, host: nil))
    }
    _ = try house.perform(MoveSession(session: .code(sessions[0]), event: .open))
  }

  static func days(_ from: String, _ to: String? = nil) throws -> DayRange {
    let first = try #require(Day(from))
    return try #require(DayRange(from: first, to: to.flatMap { Day($0) }))
  }
}

extension House {
  func take(
    _ roster: String, isDryRun: Bool = false, acceptsGoodRows: Bool = false, as principal: Principal = .owner
  ) throws -> RosterReport {
    try registrar.importRoster(
      RosterRequest(
        bytes: Array(roster.utf8), name: "roster.csv", source: SourceCode("HR"), isDryRun: isDryRun,
        acceptsGoodRows: acceptsGoodRows), as: principal)
  }
}
