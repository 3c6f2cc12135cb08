import Certification
import ContentPackaging
import Foundation
import Operations
import People
import SQLiteStore
import Testing
import Values

/// Organisations and schemes from their XML: entered once, never overwritten.
@Suite struct ReferenceTests {
  @Test("“Load by organisation import; idempotent”")
  func organisations() throws {
    let house = try House()
    let path = House.root + "/Schemas/reference/organisations.xml"
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let plan = try house.registrar.importParties(bytes, name: "o.xml", isDryRun: true, as: .owner)
    #expect(plan.isAccepted && plan.added.count == 32)
    #expect(try house.answer(ListParties()).items.isEmpty)
    let report = try house.registrar.importParties(bytes, name: "o.xml", as: .owner)
    #expect(report.added == plan.added && report.findings.isEmpty)
    let party = try house.answer(ShowParty(.code(#require(PartyCode("ROCB-AMS")))))
    #expect(party.seats.map(\.place) == ["Buenos Aires", "Montevideo"])
    #expect(party.sources.count == 1)
    let again = try house.registrar.importParties(bytes, name: "o.xml", as: .owner)
    #expect(again.unchanged == 32 && again.added.isEmpty && again.changed.isEmpty)
    let exported = try house.answer(ExportParties(kind: nil))
    let third = try house.registrar.importParties(exported, name: "o.xml", as: .owner)
    #expect(third.unchanged == 32)
  }

  @Test("A seat that moved is added; another name is refused")
  func movedSeat() throws {
    let house = try House()
    _ = try house.registrar.importParties(
      Self.office("<seat place=\"A\" from=\"2007\"/>"), name: "o.xml", as: .owner)
    let moved = Self.office("<seat place=\"A\" from=\"2007\"/><seat place=\"B\" from=\"2012-03\"/>")
    let report = try house.registrar.importParties(moved, name: "o.xml", as: .owner)
    #expect(report.changed.map(\.text) == ["ROCB-X"])
    let party = try house.answer(ShowParty(.code(#require(PartyCode("ROCB-X")))))
    #expect(party.seats.map(\.place) == ["A", "B"])
    let renamed = Self.office("", name: "Another")
    let refused = try house.registrar.importParties(renamed, name: "o.xml", as: .owner)
    #expect(!refused.isAccepted)
    #expect(
      refused.findings.map { "\($0.code) \($0.line ?? 0):\($0.column ?? 0)" } == [
        "organisations.differs 2:17"
      ])
  }

  private static func office(_ seats: String, name: String = "Office") -> [UInt8] {
    Array(
      """
      <organisations xmlns="urn:registrar:organisations:1">
        <organisation code="ROCB-X" kind="rocb" region="ESA"><name>\(name)</name>\(seats)</organisation>
      </organisations>
      """.utf8)
  }

  /// The United Nations count 44 least developed countries after eight graduations, 32 landlocked developing countries and 39
  /// small island developing States; Curaçao is a Member of the WCO besides.
  @Test(
    "the groups of the United Nations hold as their lists say",
    arguments: [
      ("2026-11-30", "LDC", 44), ("2024-12-12", "LDC", 45), ("2023-12-12", "LDC", 46),
      ("2020-12-03", "LDC", 47), ("2017-06-03", "LDC", 48), ("2013-12-31", "LDC", 49),
      ("2012-12-31", "LDC", 49), ("2010-12-31", "LDC", 49), ("1971-12-31", "LDC", 24),
      ("2026-11-30", "LLDC", 32), ("2026-11-30", "SIDS", 40),
    ])
  func groups(day: String, group: String, count: Int) throws {
    let house = try House()
    let path = House.root + "/Schemas/reference/groups/united-nations.csv"
    let table = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let asked = try #require(Day(day))
    let since = try #require(Day("1950-01-01"))
    let validity = try #require(DayRange(from: since, to: nil))
    for row in String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst() {
      let code = try #require(PartyCode(row.prefix { $0 != "," }))
      guard try house.store.read({ try $0.party(code) }) == nil else { continue }
      _ = try house.perform(
        AddParty(
          code: code, kind: .member, names: LocalizedText(code.text), region: .ap,
          validity: validity))
    }
    let report = try house.registrar.importGroups(table, name: "united-nations.csv", as: .owner)
    #expect(report.counts == .init(added: 124), "\(report.findings.map(\.message))")
    let parties = try house.answer(ListParties(page: PageRequest(limit: 1000))).items
    let members = parties.filter { party in
      party.groups.contains { $0.group == PartyGroupCode(group) && $0.holds(on: asked) }
    }
    #expect(members.count == count)
    #expect(parties.allSatisfy { $0.groups.allSatisfy { $0.source?.hasPrefix("http") ?? false } })
  }

  @Test("A scheme is opened, gets what versions it lacks, and keeps those it has")
  func schemes() throws {
    let house = try House()
    try RosterScene.prepare(house)
    let one = Self.scheme(
      #"<version number="1" kind="completion" course="Origin-of-goods" time-zone="UTC"/>"#)
    let opened = try house.registrar.importScheme(one, name: "s.xml", as: .owner)
    #expect(opened.isAccepted && opened.addedVersions == [1], "\(opened.findings)")
    #expect(try house.registrar.importScheme(one, name: "s.xml", as: .owner).addedVersions == [])
    let two = Self.scheme(
      #"<version number="1" kind="completion" course="Origin-of-goods" time-zone="UTC"/>"#
        + #"<version number="2" kind="achievement" course="Origin-of-goods" minimum-score="0.7" time-zone="UTC"/>"#
    )
    let planned = try house.registrar.importScheme(two, name: "s.xml", isDryRun: true, as: .owner)
    #expect(planned.addedVersions == [2] && planned.scheme?.versions.count == 1)
    let revised = try house.registrar.importScheme(two, name: "s.xml", as: .owner)
    #expect(revised.addedVersions == [2] && revised.scheme?.versions.count == 2)
    let exported = try house.answer(ExportScheme(.code(#require(SchemeCode("T")))))
    #expect(try house.registrar.importScheme(exported, name: "s.xml", as: .owner).addedVersions == [])
    let edited = Self.scheme(
      #"<version number="1" kind="attendance" course="Origin-of-goods" time-zone="UTC"/>"#)
    let refused = try house.registrar.importScheme(edited, name: "s.xml", as: .owner)
    #expect(refused.findings.map(\.code.identifier) == ["scheme.differs"])
  }

  @Test("What a scheme names has to be there")
  func unknownNames() throws {
    let house = try House()
    let bytes = Self.scheme(#"<version number="1" kind="completion" course="NONE" time-zone="UTC"/>"#)
    let report = try house.registrar.importScheme(bytes, name: "s.xml", as: .owner)
    #expect(report.findings.map(\.code.identifier) == ["scheme.issuer.unknown", "scheme.course.unknown"])
    #expect(try house.answer(ListSchemes()).items.isEmpty)
  }

  /// "`--dry-run`" tells what would be refused.
  @Test(arguments: [true, false])
  func unknownTimeZone(isDryRun: Bool) throws {
    let house = try House()
    try RosterScene.prepare(house)
    let bytes = Self.scheme(
      #"<version number="1" kind="completion" course="Origin-of-goods" time-zone="Mars/Olympus"/>"#)
    let report = try house.registrar.importScheme(bytes, name: "s.xml", isDryRun: isDryRun, as: .owner)
    #expect(!report.isAccepted)
    #expect(report.findings.map(\.code.identifier) == ["scheme.time-zone.unknown"])
    #expect(report.findings.first?.column != nil)
    #expect(try house.answer(ListSchemes()).items.isEmpty)
  }

  private static func scheme(_ versions: String) -> [UInt8] {
    Array(
      """
      <scheme xmlns="urn:registrar:scheme:1" code="T" issuer="KE"><title>T</title>\(versions)</scheme>
      """.utf8)
  }
}
