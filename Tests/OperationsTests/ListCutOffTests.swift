import Assessment
import Enrolment
import Operations
import People
import Reports
import Testing
import Values

/// “Every figure in a report can be recomputed from the records as of its cut-off” (domain 7.4, 20): the lists of names, in
/// the formats that are told to the byte.
@Suite struct ListCutOffTests {
  /// Something that is recorded after a list's cut-off, and the lists that tell of it from then on.
  struct LaterChange: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let lists: Set<String>
    let record: @Sendable (ListScene) throws -> Void

    init(_ name: String, _ lists: String..., record: @escaping @Sendable (ListScene) throws -> Void) {
      testDescription = name
      self.lists = Set(lists)
      self.record = record
    }
  }

  static let laterChanges = [
    LaterChange("giving who completed another name", "session", "transcript", "completions") {
      try $0.rename($0.records.scene.person)
    },
    LaterChange("giving who takes part in nothing another name", "bystander") {
      try $0.rename($0.bystander)
    },
    LaterChange("giving an assessor another name", "assessors") { try $0.rename($0.assessor) },
    LaterChange("moving who completed to another Member") {
      try $0.records.affiliate($0.records.scene.person, from: "2020-01-01")
    },
    LaterChange("assigning another assessor", "assessors") { _ = try $0.assign($0.bystander) },
    LaterChange("taking an assignment back", "assessors") { try $0.endAssignment() },
    LaterChange("assessing", "assessors", "session", "completions") { try $0.assess($0.records.enrolled) },
    LaterChange("correcting a result", "assessors", "session", "completions") {
      try $0.correct(scaled: "0.1")
    },
    LaterChange("annulling a result", "assessors", "session", "completions") { try $0.annul() },
    LaterChange("marking a result a second time", "assessors") { try $0.markAgain() },
    LaterChange("revoking a certificate", "expiring", "transcript", "session") {
      try $0.records.change(.revoke)
    },
    LaterChange("suspending a certificate", "expiring", "transcript") { try $0.records.change(.suspend) },
    LaterChange("replacing a certificate", "expiring", "transcript", "session") {
      try $0.records.replaceCertificate()
    },
    LaterChange("retiring the published version") { try $0.records.retire(1) },
    LaterChange("taking a donor's funding back", "session") { try $0.records.unfund() },
    LaterChange("withdrawing an enrolment", "session") {
      try $0.records.end($0.records.enrolled, .withdraw)
    },
    LaterChange("enrolling who took part in nothing", "session", "bystander") {
      try $0.records.enrol($0.bystander)
    },
  ]

  private static let cutOff = "2026-03-02T10:00:00Z"

  @Test("a list is the same bytes before and after", arguments: laterChanges)
  func theSameBytes(later: LaterChange) throws {
    let scene = try ListScene()
    let cutOff = try #require(Instant(Self.cutOff))
    let (before, told) = (try scene.documents(asOf: cutOff), try scene.told(asOf: nil))
    try scene.records.house.clock.set("2026-03-02T11:00:00Z")
    try later.record(scene)
    let after = try scene.documents(asOf: cutOff)
    #expect(before.keys.filter { after[$0] != before[$0] }.sorted() == [])
    let now = try scene.told(asOf: nil)
    #expect(Set(told.keys.filter { now[$0] != told[$0] }) == later.lists)
  }

  @Test(
    "no change that a certification report is held against alters a list", arguments: CutOffTests.laterChanges
  )
  func theSameBytes(later: CutOffTests.LaterChange) throws {
    let scene = try ListScene()
    let cutOff = try #require(Instant(Self.cutOff))
    let before = try scene.documents(asOf: cutOff)
    try scene.records.house.clock.set("2026-03-02T11:00:00Z")
    try later.record(scene.records)
    let after = try scene.documents(asOf: cutOff)
    #expect(before.count == 21)
    #expect(before.keys.filter { after[$0] != before[$0] }.sorted() == [])
  }
}

/// What `CutOffScene` has, with an assessor who assessed one officer, and an officer who takes part in nothing.
final class ListScene {
  let records: CutOffScene
  let assessor: PersonID
  let bystander: PersonID
  private let assignment: AssessorAssignmentID
  private let result: AssessmentResultID

  init() throws {
    let records = try CutOffScene()
    self.records = records
    assessor = try records.addOfficer("Test Assessor")
    bystander = try records.addOfficer("Bystander")
    assignment = try records.house.perform(
      AssignAssessor(assessor: assessor, work: .session(records.scene.session))
    ).id
    let officer = try records.addOfficer("Officer Assessed By Name")
    let enrolment = try records.house.perform(Enrol(.direct(officer, session: records.scene.session))).id
    result = try ListScene.assess(enrolment, by: assessor, in: records.house)
  }

  private static func assess(
    _ enrolment: EnrolmentID, by assessor: PersonID, in house: House
  ) throws -> AssessmentResultID {
    try house.registrar.perform(
      RecordResult(
        enrolment: enrolment, activity: "1", basis: .scored(Score(scaled: ExactDecimal("0.9"))),
        assessedOn: house.clock.now.dayInUTC), as: principal(of: assessor, in: house)
    ).result.id
  }

  private static func principal(of assessor: PersonID, in house: House) throws -> Principal {
    let key = try house.perform(
      CreateKey(name: "assessor", scope: .api, role: .assessor, person: assessor))
    return try #require(try house.principal(key: key.key.id.description, secret: key.secret))
  }
}

// What is recorded later.
extension ListScene {
  func rename(_ person: PersonID) throws {
    _ = try records.house.perform(RenamePerson(person: person, name: "Renamed", reason: "a marriage"))
  }

  func assign(_ person: PersonID) throws -> AssessorAssignment {
    try records.house.perform(AssignAssessor(assessor: person, work: .session(records.scene.session)))
  }

  func endAssignment() throws {
    _ = try records.house.perform(EndAssignment(assignment: assignment, reason: "ill"))
  }

  func assess(_ enrolment: EnrolmentID) throws {
    _ = try ListScene.assess(enrolment, by: assessor, in: records.house)
  }

  func correct(scaled: String) throws {
    _ = try records.house.perform(
      CorrectResult(
        result: result, basis: .scored(Score(scaled: ExactDecimal(scaled))), reason: "misread"))
  }

  func annul() throws {
    _ = try records.house.perform(AnnulResult(result: result, reason: "another's paper"))
  }

  func markAgain() throws {
    _ = try assign(bystander)
    _ = try records.house.registrar.perform(
      MarkSecond(
        result: result, basis: .scored(Score(scaled: ExactDecimal("0.9"))),
        assessedOn: records.house.clock.now.dayInUTC),
      as: ListScene.principal(of: bystander, in: records.house))
  }
}

// What is asked of the records.
extension ListScene {
  /// Every list in every format that is told to the byte, by name.
  func documents(asOf cutOff: Instant) throws -> [String: [UInt8]] {
    var documents = ["completions.csv": try completions(asOf: cutOff)]
    for (name, list) in try lists(asOf: cutOff) {
      documents["\(name).csv"] = list.csvFiles.flatMap(\.bytes)
      documents["\(name).json"] = list.json
      documents["\(name).xml"] = list.xml
      documents["\(name).html"] = list.html
    }
    return documents
  }

  /// What the lists tell, apart from the cut-off.
  func told(asOf cutOff: Instant?) throws -> [String: String] {
    try lists(asOf: cutOff).mapValues { list in
      String(decoding: list.json, as: UTF8.self).split(separator: "\n").filter { !$0.contains("\"cutOff\"") }
        .joined(separator: "\n")
    }.merging(["completions": String(decoding: try completions(asOf: cutOff), as: UTF8.self)]) { $1 }
  }

  private func lists(asOf cutOff: Instant?) throws -> [String: ListReport] {
    let (house, language) = (records.house, LanguageTag.english)
    let period = try days("2026-01-01", "2027-12-31")
    func transcript(of person: PersonID) throws -> ListReport {
      try house.answer(ReportTranscript(person, timeZone: "UTC", cutOff: cutOff, language: language))
    }
    return [
      "session": try house.answer(
        ReportSession(records.scene.session, cutOff: cutOff, language: language)),
      "transcript": try transcript(of: records.scene.person), "bystander": try transcript(of: bystander),
      "expiring": try house.answer(
        ReportExpiring(party: nil, period: period, cutOff: cutOff, language: language)),
      "assessors": try house.answer(ReportAssessors(period: period, cutOff: cutOff, language: language)),
    ]
  }

  private func completions(asOf cutOff: Instant?) throws -> [UInt8] {
    var listing = try records.house.registrar.listLearners(
      LearnersToList(
        .completed, party: nil, period: nil, timeZone: "UTC", cutOff: cutOff, language: .english),
      as: .owner)
    var lines: [UInt8] = []
    while let more = try listing.next() { lines += more }
    return lines
  }
}
