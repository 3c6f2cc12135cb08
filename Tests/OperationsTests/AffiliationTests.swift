import Enrolment
import Operations
import People
import Testing
import Values

/// “A person is counted in the Member and region of the affiliation at the session's start, even after moving” (domain 7.4,
/// 10); who was nominated, in the Member that nominated.
@Suite struct AffiliationTests {
  /// An officer with a place in the member that nominated, endorsed for a session on 1 to 31 March 2026, and later, by its
  /// first day, another place in another member.
  struct Setting {
    let house: House
    let scene: Scene
    let officer: PersonID
    let nomination: NominationID
    let member: Affiliation
    let session: Reference<Session>

    init() throws {
      house = try House()
      scene = try Scene(house)
      let (own, other) = (try #require(PartyCode("TEST-MEMBER")), try #require(PartyCode("OTHER")))
      session = .code(try #require(SessionCode("TEST-SESSION")))
      officer = try house.perform(
        AddPerson(
          name: "Second Officer", sex: .male, language: .english, mailboxes: [],
          place: .init(
            party: .code(own), unit: "", post: "", roleLevel: nil, validity: days("2020-01-01", nil)))
      ).person.id
      _ = try house.perform(
        AddParty(
          code: other, kind: .member, names: LocalizedText("Other"), region: .ap,
          validity: days("2020-01-01", nil)))
      _ = try house.perform(
        AddAffiliation(
          person: officer,
          place: .init(
            party: .code(other), unit: "", post: "", roleLevel: nil, validity: days("2024-01-01", nil))))
      member = try house.answer(ShowPerson(officer)).affiliations[0].affiliation
      nomination = try house.perform(Nominate(person: officer, session: session, party: .code(own))).id
      _ = try house.perform(MoveNomination(nomination: nomination, event: .endorse))
    }

    func end(on day: String) throws -> Affiliation {
      try house.perform(
        EndAffiliation(affiliation: member.id, lastDay: #require(Day(day)), reason: "a new post"))
    }
  }

  @Test func whoWasNominatedIsCountedInThePartyThatNominated() throws {
    let setting = try Setting()
    let enrolment = try setting.house.perform(Enrol(.nominated(setting.nomination)))
    #expect(enrolment.affiliation == setting.member.id)
  }

  @Test func whoWasNotIsCountedInThePlaceThatBeganLast() throws {
    let setting = try Setting()
    let enrolment = try setting.house.perform(Enrol(.direct(setting.officer, session: setting.session)))
    let places = try setting.house.answer(ShowPerson(setting.officer)).affiliations
    #expect(enrolment.affiliation == places.last?.affiliation.id)
    #expect(enrolment.affiliation != setting.member.id)
  }

  @Test(
    "a nomination leads to no enrolment once its person has left the party before the session starts",
    arguments: [("2026-02-28", false), ("2026-03-01", true)])
  func whoLeft(lastDay: String, isEnrolled: Bool) throws {
    let setting = try Setting()
    _ = try setting.end(on: lastDay)
    let enrol = Enrol(.nominated(setting.nomination))
    if isEnrolled {
      #expect(try setting.house.perform(enrol).affiliation == setting.member.id)
    } else {
      let (member, day) = (try #require(PartyCode("TEST-MEMBER")), try #require(Day("2026-03-01")))
      #expect(throws: NominationRefused.notOwnPerson(member, on: day)) { try setting.house.perform(enrol) }
    }
  }

  @Test func anEndIsRecordedWithItsReasonAndEnrolmentsKeepTheirPlace() throws {
    let setting = try Setting()
    let enrolment = try setting.house.perform(Enrol(.nominated(setting.nomination)))
    #expect(try setting.end(on: "2026-02-28").validity == days("2020-01-01", "2026-02-28"))
    #expect(try setting.house.answer(ShowEnrolment(enrolment.id)).enrolment.affiliation == setting.member.id)
    let entry = try #require(
      try setting.house.answer(ReadHistory(filter: HistoryFilter(object: setting.member.id.uuid))).items.last)
    #expect(entry.action == "person affiliation end" && entry.reason == "a new post")
    #expect(entry.changes == [FieldChange("to", from: nil, to: "2026-02-28")])
    #expect(throws: NominationRefused.self) {
      try setting.house.perform(
        Nominate(
          person: setting.officer, session: setting.session, party: .code(#require(PartyCode("TEST-MEMBER"))))
      )
    }
  }

  @Test func aReasonIsAskedFor() throws {
    let setting = try Setting()
    #expect(throws: ReasonMissing(to: "end a place")) {
      try setting.house.perform(
        EndAffiliation(affiliation: setting.member.id, lastDay: #require(Day("2026-06-30")), reason: " "))
    }
  }
}
