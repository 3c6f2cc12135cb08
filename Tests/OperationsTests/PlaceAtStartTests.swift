import Catalogue
import Enrolment
import Operations
import People
import Reports
import SQLiteStore
import Testing
import Values

/// “A person is counted in the Member and region of the affiliation at the session's start, even after moving” (domain 7.4,
/// 10): also after a move between the enrolment and the start, and as far as it was recorded by the cut-off.
@Suite struct PlaceAtStartTests {
  private let scene: CutOffScene
  private let officer: PersonID

  /// An officer of TEST-MEMBER since 2020, enrolled at 12:00 on 2 March for a session from 10 December 2026 on.
  init() throws {
    scene = try CutOffScene()
    try scene.house.clock.set("2026-03-02T12:00:00Z")
    officer = try scene.addOfficer("Moving Officer")
    let code = try #require(SessionCode("LATER"))
    let course = try #require(try scene.house.answer(ListCourses()).items.first).id
    let (first, last) = (try #require(Day("2026-12-10")), try #require(Day("2026-12-14")))
    let days = try #require(DayRange(from: first, to: last))
    _ = try scene.house.perform(
      PlanSession(
        code: code, course: .id(course), mode: .faceToFace, days: days, timeZone: "UTC", language: .english,
        capacity: nil, host: nil))
    _ = try scene.house.perform(MoveSession(session: .code(code), event: .open))
    _ = try scene.house.perform(Enrol(.direct(officer, session: .code(code))))
  }

  private func end(on day: String, at instant: String) throws {
    try scene.house.clock.set(instant)
    let place = try #require(
      try scene.house.store.read { try $0.affiliations(of: officer) }.first { $0.validity.to == nil })
    _ = try scene.house.perform(
      EndAffiliation(affiliation: place.id, lastDay: try #require(Day(day)), reason: "moved"))
  }

  /// Gives the officer a place in OTHER-MEMBER.
  private func begin(on day: String, at instant: String) throws {
    try scene.house.clock.set(instant)
    try scene.affiliate(officer, from: day)
  }

  /// The code of the party that the officer's enrolment counts for, as of an instant; empty for none.
  private func party(asOf cutOff: String) throws -> String {
    let asked = LearnersToList(
      .enrolled, order: .enrolment, party: nil, period: nil, timeZone: "UTC", cutOff: Instant(cutOff),
      language: .english)
    var listing = try scene.house.registrar.listLearners(asked, as: .owner)
    var octets: [UInt8] = []
    while let more = try listing.next() { octets += more }
    let lines = String(decoding: octets, as: UTF8.self).split(separator: "\r\n")
    let own = try #require(lines.first { $0.hasPrefix("\(officer)") })
    return String(own.split(separator: ",", omittingEmptySubsequences: false)[3])
  }

  @Test("who moves before the start counts for the new party, and as of an earlier instant for the old one")
  func moved() throws {
    try end(on: "2026-12-09", at: "2026-03-03T09:00:00Z")
    try begin(on: "2026-12-10", at: "2026-03-03T10:00:00Z")
    try scene.house.clock.set("2026-12-20T09:00:00Z")
    #expect(try party(asOf: "2026-03-02T13:00:00Z") == "TEST-MEMBER")
    #expect(try party(asOf: "2026-03-03T09:30:00Z") == "")
    #expect(try party(asOf: "2026-12-20T08:00:00Z") == "OTHER-MEMBER")
  }

  @Test(
    "a place that ends on the first day or later is the one that counts",
    arguments: [("2026-12-09", ""), ("2026-12-10", "TEST-MEMBER"), ("2026-12-31", "TEST-MEMBER")])
  func ended(day: String, counted: String) throws {
    try end(on: day, at: "2026-03-03T09:00:00Z")
    try scene.house.clock.set("2026-12-20T09:00:00Z")
    #expect(try party(asOf: "2026-12-20T08:00:00Z") == counted)
  }

  @Test("what is recorded after the cut-off moves nobody, also where it is about days before it")
  func recordedLate() throws {
    try end(on: "2026-12-01", at: "2026-12-30T09:00:00Z")
    try begin(on: "2026-12-02", at: "2026-12-30T09:30:00Z")
    try scene.house.clock.set("2026-12-31T09:00:00Z")
    #expect(try party(asOf: "2026-12-29T09:00:00Z") == "TEST-MEMBER")
    #expect(try party(asOf: "2026-12-31T09:00:00Z") == "OTHER-MEMBER")
  }

  @Test("of two places that are held, the one held at the enrolment counts")
  func held() throws {
    try begin(on: "2026-06-01", at: "2026-03-03T10:00:00Z")
    try scene.house.clock.set("2026-12-20T09:00:00Z")
    #expect(try party(asOf: "2026-12-20T08:00:00Z") == "TEST-MEMBER")
  }
}
