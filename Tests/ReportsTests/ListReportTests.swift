import Accreditation
import Enrolment
import Files
import JSON
import People
import Testing
import Values
import XML

@testable import Reports

/// “Session report with attendance list, expert availability, expiring certificates, learner transcript, assessor load”:
/// the tables by hand, from facts in any order, in every format and language.
@Suite struct ListReportTests {
  static func setting(_ tag: String = "en", days: Bool = true) throws -> ListReport.Setting {
    let words = tag == "en" ? ReportWords.english : try ReportLanguagesTests.words(tag)
    return ListReport.Setting(
      days: days ? try Facts.day("2026-01-01")...Facts.day("2026-12-31") : nil,
      cutOff: try #require(Instant("2027-01-15T12:00:00Z")), language: try #require(LanguageTag(tag)),
      words: words)
  }

  static func session(_ setting: ListReport.Setting, reversed: Bool = false) throws -> ListReport {
    let session = try Session(
      id: Facts.id(1), code: Facts.code("S1"), version: Facts.id(1), mode: .faceToFace,
      days: #require(DayRange(from: Facts.day("2026-03-02"), to: Facts.day("2026-03-06"))),
      timeZone: "Africa/Nairobi", language: .english, capacity: 20, host: Facts.id(3), state: .reported)
    let enrolments = [
      try Facts.enrolment(1, .completed, name: "Zoë", party: Facts.member(1), passed: true, certified: true),
      try Facts.enrolment(2, .failed, name: "محمد", party: Facts.member(1)),
      try Facts.enrolment(3, .noShow, name: "Abena", party: Facts.member(2)),
      try Facts.enrolment(4, .completed, name: "Bo", party: nil, role: nil),
    ]
    return .session(
      SessionFacts(
        session: session,
        course: CourseLabel(id: Facts.id(1), code: try Facts.code("C1"), title: LocalizedText("Course 1")),
        host: try Facts.member(3), donors: [try Facts.donor(8), try Facts.donor(7)],
        enrolments: reversed ? enrolments.reversed() : enrolments,
        certificates: [try Facts.certificate(9, person: 1)]), setting)
  }

  static func all(_ setting: ListReport.Setting) throws -> [ListReport] {
    let expert = try ListedExpert(
      person: Facts.id(1), name: "Zoë", party: try Facts.member(1), pool: Facts.code("TOA-PCA"),
      poolTitle: LocalizedText("Audit"),
      category: .technicalOperationalAdvisor, subject: "PCA", language: .english, standing: .accredited,
      since: try Facts.day("2025-01-01"), until: try Facts.day("2027-12-31"), isAvailable: true)
    let certificates = [try Facts.certificate(9, person: 1, name: "Zoë", party: Facts.member(1))]
    let renewal = try Facts.certificate(10, person: 1).number
    return [
      try session(setting), .experts([expert], setting),
      .expiring(certificates, renewals: [certificates[0].number: renewal], of: try Facts.member(1), setting),
      .transcript(
        TranscriptFacts(
          person: Facts.id(1), name: "محمد بن أحمد", enrolments: [try Facts.enrolment(1)],
          certificates: certificates),
        setting),
      .assessors([try load(nil), try load(2, "Bo"), try load(1, "Abena")], setting),
      .assessors([], setting),
    ]
  }

  private static func load(_ person: Int?, _ name: PersonName = "") throws -> AssessorLoad {
    AssessorLoad(
      assessor: person.map { (Facts.id($0), name) }, sessions: 1, enrolments: 3, persons: 2, results: 4,
      passed: 2, failed: 1, secondMarks: 1)
  }

  @Test("who took part, by name, and how many came of each administration")
  func session() throws {
    let report = try Self.session(Self.setting())
    func csv(_ name: String) throws -> [String] {
      String(decoding: try #require(report.block(named: name)).csv, as: UTF8.self)
        .split(separator: "\r\n").map(String.init)
    }
    func person(_ number: Int) -> String {
      let id: PersonID = Facts.id(number)
      return id.description
    }
    #expect(
      try csv("participants") == [
        "record,person,person-name,member,member-name,role-level,state,attended,result,number",
        "row,\(person(3)),Abena,M2,\"Member 2\",operational-manager,no-show,no,,",
        "row,\(person(4)),Bo,not-recorded,\"not recorded\",,completed,yes,completed-without-pass,",
        "row,\(person(1)),Zoë,M1,\"Member 1\",operational-manager,completed,yes,passed,TTT-2026-000009",
        "row,\(person(2)),محمد,M1,\"Member 1\",operational-manager,failed,yes,failed,",
      ])
    #expect(
      try csv("administrations") == [
        "record,member,member-name,enrolments,attendances,persons,completed,completed-percent,completed-percent-base",
        "row,M1,\"Member 1\",2,2,2,1,50.0,2", "row,M2,\"Member 2\",1,0,1,0,,",
        "row,not-recorded,\"not recorded\",1,1,1,1,100.0,1", "total,total,,4,3,4,2,66.7,3",
      ])
    let head = String(decoding: report.json, as: UTF8.self)
    for part in ["\"donor-1\": \"D7\"", "\"donor-2\": \"D8\"", "\"capacity\": \"20\"", "\"host\": \"M3\""] {
      #expect(head.contains(part), "\(part)")
    }
  }

  @Test("assessors stand by name, and last the results of which it is not known who assessed")
  func assessors() throws {
    let block = try #require(Self.all(Self.setting())[4].block(named: "assessors"))
    #expect(block.rows.map { $0[1] } == [.text("Abena"), .text("Bo"), .text("not recorded")])
    #expect(block.rows[0].dropFirst(2) == [1, 3, 2, 4, 2, 1, 1].map { .count($0) }[...])
  }

  @Test("people read of an expert what programs read as codes")
  func words() throws {
    let report = try Self.all(Self.setting())[1]
    let page = String(decoding: report.html, as: UTF8.self)
    for word in ["Audit", "Technical and Operational Advisors", "Accredited", "2027-12-31", ">Yes<"] {
      #expect(page.contains(word), "\(word)")
    }
    let line = String(decoding: try #require(report.block(named: "expert-register")).csv, as: UTF8.self)
    #expect(
      line.contains(",TOA-PCA,Audit,TOA,") && line.contains(",accredited,2025-01-01,2027-12-31,yes\r\n"))
  }

  @Test("of a certificate that runs out it is told which one goes on from it")
  func renewed() throws {
    let block = try #require(Self.all(Self.setting())[2].block(named: "expiring-certificates"))
    let column = try #require(block.columns.firstIndex { $0.name == "renewed-by" })
    #expect(block.rows.map { $0[column] } == [.code("TTT-2026-000010")])
  }

  @Test("a list of one table has no contents, one of two has")
  func contents() throws {
    let lists = try Self.all(Self.setting())
    #expect(
      lists.map { String(decoding: $0.html, as: UTF8.self).contains("<nav") }
        == lists.map { $0.blocks.count > 1 })
    #expect(lists.map(\.blocks.count) == [2, 1, 1, 2, 1, 1])
  }

  @Test("a list of nothing says so in its own words")
  func nothing() throws {
    let page = String(decoding: try Self.all(Self.setting())[5].html, as: UTF8.self)
    #expect(page.contains("Nothing that this list names was recorded by the cut-off."))
  }

  @Test(
    "every list is valid XML, readable JSON, and all of its language",
    arguments: ["en", "fr", "ar", "es", "pt", "ru"])
  func formats(tag: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let schema = try XMLSchema(try File.read("/\(root)/Schemas/xsd/list-report.xsd", limit: 1 << 20))
    for (report, plain) in zip(
      try Self.all(Self.setting(tag)) + Self.all(Self.setting(tag, days: false)),
      try Self.all(Self.setting()) + Self.all(Self.setting()))
    {
      #expect(try schema.violations(in: report.xml, source: "report.xml") == [])
      let json = try JSONDocument(report.json).root
      #expect(json["kind"]?.string == report.kind.rawValue)
      #expect(String(decoding: report.html, as: UTF8.self).contains("dir=\"\(tag == "ar" ? "rtl" : "ltr")\""))
      #expect(try report.pdf.count > 1000 && report.xlsx.count > 1000)
      guard tag != "en" else { continue }
      #expect(report.written.title != plain.written.title)
      for (block, english) in zip(report.blocks, plain.blocks) {
        #expect(block.title != english.title && block.definition != english.definition)
        #expect(!block.definition.contains("{"))
      }
    }
  }

  @Test("the same facts in another order are the same bytes")
  func deterministic() throws {
    let (one, other) = (try Self.session(Self.setting()), try Self.session(Self.setting(), reversed: true))
    #expect(one.xml == other.xml && one.json == other.json && one.csvFiles == other.csvFiles)
    #expect(one.html == other.html)
    #expect(try one.pdf == other.pdf && one.xlsx == other.xlsx)
  }

  @Test(
    "the schema refuses what is no list",
    arguments: [
      ("kind=\"session\"", "kind=\"people\""), ("<subject>Course 1</subject>", "<subject/>"),
      ("unit=\"persons\"", "unit=\"heads\""),
    ])
  func invalid(part: String, changed: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let schema = try XMLSchema(try File.read("/\(root)/Schemas/xsd/list-report.xsd", limit: 1 << 20))
    let text = String(decoding: try Self.session(Self.setting()).xml, as: UTF8.self)
    try #require(text.contains(part))
    #expect(try !schema.violations(in: Array(text.replacing(part, with: changed).utf8), source: "x").isEmpty)
  }
}
