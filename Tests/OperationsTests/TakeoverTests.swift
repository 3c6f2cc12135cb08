import ContentPackaging
import Enrolment
import Operations
import People
import Testing
import Values

/// “National Coordinator (own Member)”: nobody comes by another party's people, whatever is asked in what order.
@Suite struct TakeoverTests {
  /// Two Members and their sessions; an officer who moved from the first to the second; the first one's coordinator.
  private struct Scene {
    let house: House
    let moved: Person
    let newPlace: Affiliation
    let coordinator: Principal

    init() throws {
      house = try House()
      try RosterScene.prepare(house)
      moved = try house.perform(
        AddPerson(
          name: "Moved", sex: .female, language: .english, mailboxes: [],
          place: place(in: "KE", from: "2015-01-01", to: "2020-12-31"))
      ).person
      newPlace = try house.perform(
        AddAffiliation(person: moved.id, place: place(in: "UG", from: "2021-01-01")))
      coordinator = try house.coordinator(of: "KE")
    }
  }

  @Test("Who acts for one party gives no place to whoever holds one elsewhere on its days")
  func noPlaceBesideAnother() throws {
    let scene = try Scene()
    for (from, to) in [("2021-01-01", nil), ("2020-06-01", "2021-01-01"), ("2030-01-01", nil)] {
      #expect(throws: BeyondOwn.placeElsewhere, "from \(from)") {
        try scene.house.registrar.perform(
          AddAffiliation(person: scene.moved.id, place: place(in: "KE", from: from, to: to)),
          as: scene.coordinator)
      }
    }
    #expect(throws: BeyondOwn.notOwnPerson) {
      try scene.house.registrar.perform(
        RenamePerson(person: scene.moved.id, name: "Taken", reason: "marriage"), as: scene.coordinator)
    }
  }

  @Test("Once the place elsewhere has ended, the party gives one")
  func aPlaceAfterwards() throws {
    let scene = try Scene()
    let end = try #require(Day("2025-12-31"))
    _ = try scene.house.perform(
      EndAffiliation(affiliation: scene.newPlace.id, lastDay: end, reason: "moved back"))
    let given = try scene.house.registrar.perform(
      AddAffiliation(person: scene.moved.id, place: place(in: "KE", from: "2026-01-01")),
      as: scene.coordinator)
    #expect(given.person == scene.moved.id)
  }

  @Test("Of another party's place nothing is told: not by ending it, and not by a filter")
  func anotherPlaceIsNotTold() throws {
    let scene = try Scene()
    let (registrar, day) = (scene.house.registrar, try #require(Day("2025-12-31")))
    #expect(throws: NotFound(.affiliation, scene.newPlace.id.description)) {
      try registrar.perform(
        EndAffiliation(affiliation: scene.newPlace.id, lastDay: day, reason: "out of spite"),
        as: scene.coordinator)
    }
    let own = try registrar.answer(ListPersons(party: party("KE")), as: scene.coordinator).items
    #expect(own.map(\.id) == [scene.moved.id])
    #expect(try registrar.answer(ListPersons(party: party("UG")), as: scene.coordinator).items.isEmpty)
    #expect(try scene.house.answer(ListPersons(party: party("UG"))).items.map(\.id) == [scene.moved.id])
  }

  @Test("Whether somebody else's officer is nominated is not told")
  func aNominationIsNotTold() throws {
    let scene = try Scene()
    let session = Reference<Session>.code(try #require(SessionCode("S-1")))
    let asked = Nominate(person: scene.moved.id, session: session, party: try party("KE"))
    for _ in 0..<2 {
      #expect {
        try scene.house.registrar.perform(asked, as: scene.coordinator)
      } throws: {
        guard case .notOwnPerson? = $0 as? NominationRefused else { return false }
        return true
      }
      _ = try? scene.house.perform(
        Nominate(person: scene.moved.id, session: session, party: try party("UG")))
    }
  }

  @Test("“nobody decides on themselves”: not on the own name either")
  func nobodyRenamesThemselves() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let officer = try house.perform(
      AddPerson(
        name: "Coordinator", sex: .male, language: .english, mailboxes: [],
        place: place(in: "KE", from: "2015-01-01"))
    ).person
    let coordinator = try house.coordinator(of: "KE", held: officer.id)
    #expect(throws: BeyondOwn.ownCase) {
      try house.registrar.perform(
        RenamePerson(person: officer.id, name: "Director", reason: "promoted"), as: coordinator)
    }
  }
}

/// “a coordinator's roster touches only the own Member's officers”
@Suite struct CoordinatorRosterTests {
  @Test("The own people, places and nominations are entered")
  func own() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let coordinator = try house.coordinator(of: "KE")
    let roster =
      "source-id,name,organisation,from\n1,Officer One,KE,2020-01-01\n2,Officer Two,KE,2020-01-01\n"
    #expect(try house.take(roster, isDryRun: true, as: coordinator).isAccepted)
    let report = try house.take(roster, as: coordinator)
    #expect(report.isAccepted && report.count(of: .added) == 2)
    #expect(try house.take(roster, as: coordinator).count(of: .unchanged) == 2)
  }

  @Test(
    "Everything else is refused by row, and changes nothing",
    arguments: [
      ("another party's place", "source-id,name,organisation\n1,Other,UG\n"),
      ("nobody's place", "source-id,name\n1,Other\n"),
      ("a nomination by another", "source-id,name,organisation,session,nominated-by\n1,O,KE,S-1,UG\n"),
    ])
  func beyond(_ what: String, _ roster: String) throws {
    let house = try House()
    try RosterScene.prepare(house)
    let report = try house.take(roster, acceptsGoodRows: true, as: try house.coordinator(of: "KE"))
    #expect(!report.isAccepted, "\(what)")
    let beyond = report.findings.filter { $0.code.identifier == "roster.beyond-own" }
    #expect(beyond.first?.line == 2, "\(what)")
    #expect(try house.answer(ListPersons()).items.isEmpty, "\(what)")
  }

  @Test("An identifier of another Member's officer is refused, and nothing is told of the officer")
  func anotherOfficer() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let headings = "source-id,name,organisation,from\n"
    _ = try house.take(headings + "1,Hidden Name,UG,2020-01-01\n")
    let report = try house.take(headings + "1,Taken,KE,2026-01-01\n", as: try house.coordinator(of: "KE"))
    #expect(!report.isAccepted)
    #expect(report.findings.map(\.code.identifier) == ["roster.beyond-own"])
    #expect(!report.findings.contains { $0.message.contains("Hidden") || $0.message.contains("UG") })
    #expect(try house.answer(ListPersons()).items.map(\.name) == ["Hidden Name"])
  }

  @Test("A coordinator nominates by a roster, and enrols nobody")
  func nominatesOnly() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let coordinator = try house.coordinator(of: "KE")
    let report = try house.take(RosterScene.headings + "1,Officer One,KE,S-1,KE\n", as: coordinator)
    #expect(report.findings.map(\.code.identifier) == ["roster.beyond-own"])
    #expect(report.findings.first?.message.contains("enrolments:write") == true)
    let nominating = "source-id,name,organisation,session,nominated-by,enrol\n1,Officer One,KE,S-1,KE,no\n"
    #expect(try house.take(nominating, as: coordinator).isAccepted)
    #expect(try house.answer(ListNominations()).items.count == 1)
    #expect(try house.answer(ListEnrolments()).items.isEmpty)
  }
}

private func party(_ code: String) throws -> Reference<Party> {
  .code(try #require(PartyCode(code)))
}

private func place(in code: String, from: String, to: String? = nil) throws -> AddPerson.Place {
  AddPerson.Place(
    party: try party(code), unit: "", post: "", roleLevel: nil, validity: try RosterScene.days(from, to))
}

extension House {
  /// The key of a Member's coordinator.
  fileprivate func coordinator(of code: String, held person: PersonID? = nil) throws -> Principal {
    .key(
      try perform(
        CreateKey(
          name: "coordinator of \(code)", scope: .api, role: .nationalCoordinator, party: party(code),
          person: person)
      ).key)
  }
}
