import Certification
import Enrolment
import Foundation
import Operations
import People
import Reports
import SQLiteStore
import Testing
import Values

/// A data-protection officer asks that a person be erased: the person is made unknown, and the facts that figures rest on
/// stay. “moving a person, correcting a result, erasing a person, revoking a certificate after the cut-off change nothing
/// in an issued report”.
@Suite struct ErasureTests {
  /// The scene's officer, called by a former name too, with a certificate that was revoked.
  private func scene() throws -> CutOffScene {
    let scene = try CutOffScene()
    _ = try scene.house.perform(
      RenamePerson(person: scene.scene.person, name: "Zebulon Quagmire", reason: "says Zebulon"))
    try scene.change(.revoke)
    return scene
  }

  private func erase(_ person: PersonID, _ house: House, reason: String = "file 1") throws -> ErasedPerson {
    try house.registrar.erasePerson(person, reason: reason, as: .owner)
  }

  @Test("what tells who it was goes, what figures rest on stays")
  func erased() throws {
    let scene = try scene()
    let (house, person) = (scene.house, scene.scene.person)
    let plan = try house.answer(ShowErasure(person))
    #expect(plan.erasure == nil && plan.underWay.isEmpty)
    let erased = try erase(person, house)
    let extent = try #require(erased.extent)
    #expect(extent == plan.extent, "a dry run tells what is then done")
    #expect(erased.isCleared)
    // Two names, one certificate, unsigned; why it was revoked; two statements sent and what this system said of them.
    #expect(extent.goes[.names] == 2 && extent.goes[.holders] == 1 && extent.goes[.texts] == 1)
    #expect(extent.stays[.places] == 1 && extent.stays[.enrolments] == 1 && extent.stays[.certificates] == 1)
    let shown = try house.answer(ShowPerson(person))
    #expect(shown.person.name == "Erased person" && shown.person.erasedAt == erased.erasure.at)
    #expect(shown.person.sex == .female)
    #expect(shown.affiliations.map(\.party.text) == ["TEST-MEMBER"])
    #expect(shown.affiliations.map(\.affiliation.roleLevel) == [.operationalManager])
    #expect(try house.answer(ListErasures()).items.map(\.person) == [person])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test("the history keeps who did what and when, and tells no name and no reason of the person")
  func history() throws {
    let scene = try scene()
    let (house, person) = (scene.house, scene.scene.person)
    let before = try house.answer(ReadHistory(filter: HistoryFilter(person: person))).items
    _ = try erase(person, house)
    let after = try house.answer(ReadHistory(filter: HistoryFilter(person: person))).items
    #expect(after.dropLast().map(\.action) == before.map(\.action))
    #expect(after.dropLast().map(\.at) == before.map(\.at))
    #expect(after.last?.action == "person erase" && after.last?.reason == "file 1")
    let told = after.map { "\($0.reason ?? "") \($0.changes)" }.joined()
    #expect(!told.contains("Quagmire") && !told.contains("Zebulon") && !told.contains("Test Officer"))
    #expect(told.contains("endorsed"), "a state is no name")
  }

  @Test("erased again, nothing is changed")
  func again() throws {
    let scene = try scene()
    let first = try erase(scene.scene.person, scene.house)
    let entries = try scene.house.answer(ReadHistory()).items.count
    let second = try erase(scene.scene.person, scene.house, reason: "again")
    #expect(second.extent == nil && second.erasure == first.erasure)
    #expect(try scene.house.answer(ReadHistory()).items.count == entries)
  }

  @Test("where it was killed before the files were cleared, erasing again clears them")
  func killedBetween() throws {
    let scene = try scene()
    let (house, person) = (scene.house, scene.scene.person)
    func isLeft() throws -> Bool {
      try ["", "-wal"].contains { ending in
        let path = house.folder + "/records.sqlite" + ending
        return try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("Quagmire".utf8)) != nil
      }
    }
    let known = KnownAs(person: person, words: ["Zebulon Quagmire", "Test Officer"], agents: [], terms: [])
    try house.store.write { records in
      _ = try records.erase(
        known, by: Erasure(person: person, at: records.now, actor: "owner", reason: "file 1"))
    }
    #expect(try isLeft())
    let again = try erase(person, house)
    #expect(again.extent == nil && again.isCleared)
    #expect(try !isLeft())
  }

  @Test("a reason that names the person is refused, and so is none")
  func reasons() throws {
    let scene = try scene()
    for reason in ["Zebulon Quagmire", "asked for by zebulon quagmire.", "of Test Officer"] {
      #expect(throws: ErasureRefused.reasonNames) {
        try erase(scene.scene.person, scene.house, reason: reason)
      }
    }
    #expect(throws: ReasonMissing(to: "erase a person")) {
      try erase(scene.scene.person, scene.house, reason: " ")
    }
    #expect(try scene.house.answer(ShowPerson(scene.scene.person)).person.name == "Zebulon Quagmire")
  }

  @Test("nothing new is recorded of who was erased")
  func refusedAfterwards() throws {
    let scene = try scene()
    let (house, person) = (scene.house, scene.scene.person)
    let erasure = try erase(person, house).erasure
    let refused = PersonErased(person: person, on: erasure.at.dayInUTC)
    #expect(throws: refused) { try scene.nominate(person) }
    #expect(throws: refused) { try scene.enrol(person) }
    #expect(throws: refused) { try scene.affiliate(person, from: "2026-04-01") }
    #expect(throws: refused) { try scene.award(scene.scene.enrolment) }
    #expect(throws: refused) {
      try house.perform(RenamePerson(person: person, name: "Back Again", reason: "x"))
    }
    #expect(throws: refused) {
      try house.perform(CreateKey(name: "k", scope: .api, role: .learner, person: person))
    }
    #expect(throws: refused) {
      try house.registrar.transcript(of: person, asOf: nil, signsPending: false, as: .owner)
    }
  }

  @Test("a certificate says that its holder's particulars were erased, and when; its files are gone")
  func verification() throws {
    let scene = try scene()
    let house = scene.house
    let certificate = try #require(
      house.answer(ListCertificates(person: scene.scene.person)).items.first?.certificate)
    _ = try house.registrar.issueCredentials()
    let files = try house.registrar.credential(of: certificate.id)
    #expect(!files.token.isEmpty)
    _ = try erase(scene.scene.person, house)
    let shown = try house.answer(VerifyCertificate(code: certificate.code.description))
    #expect(shown.state == .revoked && shown.certificate.number == certificate.number)
    #expect(shown.holderErasedOn == Day("2026-03-02") && shown.printable == nil)
    #expect(shown.certificate.facts.holder == "Erased person")
    let gone = try HolderErased(number: certificate.number, on: #require(Day("2026-03-02")))
    #expect(throws: gone) { try house.answer(FindCredential(code: certificate.code.description)) }
    #expect(throws: gone) { try house.registrar.credential(of: certificate.id) }
    #expect(try house.registrar.issueCredentials() == 0)
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test("whoever is brought again by a roster is a new person")
  func rosterAgain() throws {
    let house = try House()
    _ = try Scene(house)
    func bring() throws -> PersonID {
      let roster = """
        source-id,name,organisation,from
        1002,Zebulon Quagmire,TEST-MEMBER,2020-01-01

        """
      _ = try house.registrar.importRoster(
        RosterRequest(
          bytes: Array(roster.utf8), name: "roster.csv", source: SourceCode("HR"), isDryRun: false,
          acceptsGoodRows: false), as: .owner)
      return try #require(house.answer(ListPersons(name: "Quagmire")).items.first).id
    }
    let first = try bring()
    #expect(try bring() == first, "the same roster again changes nothing")
    _ = try erase(first, house)
    let second = try bring()
    #expect(second != first)
    #expect(try house.answer(ShowPerson(first)).person.erasedAt != nil)
  }
}

// What is under way stands against it.
extension ErasureTests {
  static let hindrances:
    [(name: String, kind: HistoryObject.Kind, make: @Sendable (CutOffScene) throws -> PersonID)] =
      [
        ("an enrolment that has not ended", .enrolment, { $0.officer }),
        ("a certificate in force", .certificate, { $0.scene.person }),
        (
          "a nomination that nothing has come of", .nomination,
          { scene in
            let person = try scene.addOfficer("Put Forward")
            try scene.nominate(person)
            return person
          }
        ),
        (
          "a key", .key,
          { scene in
            let person = try scene.addOfficer("Key Holder")
            _ = try scene.house.perform(
              CreateKey(name: "of an officer", scope: .api, role: .learner, person: person))
            return person
          }
        ),
        (
          "an assignment", .assignment,
          { scene in
            let person = try scene.addOfficer("Some Assessor")
            _ = try scene.house.perform(AssignAssessor(assessor: person, work: .session(scene.scene.session)))
            return person
          }
        ),
      ]

  @Test("what is under way has to end first", arguments: hindrances)
  func hindered(
    row: (name: String, kind: HistoryObject.Kind, make: @Sendable (CutOffScene) throws -> PersonID)
  ) throws {
    let scene = try CutOffScene()
    let person = try row.make(scene)
    let underWay = try scene.house.answer(ShowErasure(person)).underWay
    #expect(underWay.map(\.kind) == [row.kind], "\(row.name)")
    #expect(throws: ErasureRefused.underWay(underWay)) { try erase(person, scene.house) }
    #expect(try scene.house.answer(ListErasures()).items.isEmpty)
  }

  @Test("what has ended does not stand against it")
  func ended() throws {
    let scene = try CutOffScene()
    try scene.end(scene.enrolled, .withdraw)
    let erased = try erase(scene.officer, scene.house)
    #expect(erased.extent?.stays[.enrolments] == 1)
  }
}

// Reports.
extension ErasureTests {
  private static func issue(_ audience: ReportAudience, _ scene: CutOffScene) throws -> IssuedReport {
    let cutOff = try #require(Instant("2026-03-02T10:00:00Z"))
    return try scene.house.registrar.issueReport(.report(scene.inquiry(audience, asOf: cutOff)), as: .owner)
  }

  @Test("an issued report stays, and is reproduced", arguments: ReportAudience.allCases)
  func issued(audience: ReportAudience) throws {
    let scene = try CutOffScene()
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    let report = try Self.issue(audience, scene)
    func octets() throws -> [[UInt8]] {
      try report.documents.map { document in
        let kept = try scene.house.registrar.openDocument(named: document.name, of: report.id, as: .owner)
          .content
        return try kept.octets(at: 0, count: kept.sizeBytes)
      }
    }
    let handedOut = try octets()
    try scene.change(.revoke)
    _ = try erase(scene.scene.person, scene.house)
    #expect(try octets() == handedOut)
    let again = try scene.house.registrar.reproduceReport(report.id, as: .owner)
    #expect(again.agrees && again.changes.isEmpty)
    let namesPeople = audience == .member
    #expect(again.erasedPersons == (namesPeople ? 1 : 0))
    let expected: Set<Reproduction.Verdict> = namesPeople ? [.identical, .namesErased] : [.identical]
    #expect(Set(again.documents.map(\.verdict)) == expected)
    #expect(throws: IssueRefused.nothingChanged) {
      try scene.house.registrar.issueReport(
        .correction(of: report.id, cutOff: report.request.cutOff.adding(seconds: 1), reason: "x"), as: .owner)
    }
  }

  @Test("a draft as of an earlier instant has the same figures, and the placeholder in the reader's language")
  func draft() throws {
    let scene = try CutOffScene()
    let cutOff = try #require(Instant("2026-03-02T10:00:00Z"))
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    let before = try ReportFigures(json: scene.house.answer(scene.inquiry(.member, asOf: cutOff)).json)
    try scene.change(.revoke)
    _ = try erase(scene.scene.person, scene.house)
    let report = try scene.house.answer(scene.inquiry(.member, asOf: cutOff))
    #expect(try before.changes(to: ReportFigures(json: report.json)).isEmpty)
    let names = try #require(report.block(.ownOfficers)).rows.map { $0[1] }
    #expect(
      names == [.text("Assessed Officer"), .text("Second Officer"), .text("Erased person")],
      "who is unknown stands last")
    let lists = try scene.lists(asOf: cutOff)
    #expect(lists.allSatisfy { !String(decoding: $0.json, as: UTF8.self).contains("Test Officer") })
  }
}
