import Operations
import People
import Reports
import SQLiteStore
import Synchronization
import Testing
import Values

/// “`report define` for saved parameters … `report run NAME` by cron or a systemd timer … delivered to a folder (durable,
/// atomic) or a webhook; recorded”.
@Suite struct DefinedReportTests {
  private static func code(_ text: String) throws -> DefinedReportCode {
    try #require(DefinedReportCode(text))
  }

  private static func define(
    _ scene: CutOffScene, _ code: String = "QUARTERLY", audience: ReportAudience = .directorate,
    party: String? = nil, period: RelativePeriod = .thisMonth, zone: String = "UTC",
    delivering delivery: DefinedReport.Delivery = .issued
  ) throws -> DefinedReport {
    try scene.house.perform(
      DefineReport(
        code: Self.code(code), audience: audience,
        party: try party.map { .code(try #require(PartyCode($0))) }, period: period, timeZone: zone,
        language: .english, delivery: delivery))
  }

  /// Runs the report, and says what it wrote.
  private static func run(
    _ scene: CutOffScene, _ code: String = "QUARTERLY", from day: String? = nil
  ) throws -> (run: DefinedReport.Run, written: [String: Int]) {
    let written = Mutex<[String: Int]>([:])
    let report = try scene.house.registrar.runReport(
      .code(Self.code(code)), seenFrom: try day.map { try #require(Day($0)) }, as: .owner
    ) { path, octets in written.withLock { $0[path] = octets.count } }
    return (try #require(report.lastRun), written.withLock(\.self))
  }

  @Test("what is issued is kept over the days that the period means, and run again it stays")
  func issued() throws {
    let scene = try CutOffScene()
    _ = try Self.define(scene)
    let (first, written) = try Self.run(scene)
    #expect(first.from == Day("2026-03-01") && first.to == Day("2026-03-31") && written.isEmpty)
    guard case .issued(let id) = first.outcome else {
      Issue.record("\(first)")
      return
    }
    #expect(try scene.house.registrar.reproduceReport(id, as: .owner).agrees)
    #expect(try Self.run(scene).run.outcome == .issued(id))
    #expect(try Self.run(scene, from: "2026-02-01").run.outcome != .issued(id))
    let actions = try scene.house.answer(ReadHistory()).items.map(\.action)
    #expect(actions.filter { $0 == "report run" }.count == 3)
    #expect(actions.filter { $0 == "report define" }.count == 1)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test(
    "what is written has the days in its name, in every format",
    arguments: [(ReportFormat.xml, 1), (.json, 1), (.html, 1), (.xlsx, 1), (.pdf, 1), (.csv, 19)])
  func written(format: ReportFormat, atLeast count: Int) throws {
    let scene = try CutOffScene()
    _ = try Self.define(scene, delivering: .file(folder: "/srv/reports", format: format))
    let (run, written) = try Self.run(scene, from: "2026-04-01")
    let name = "/srv/reports/QUARTERLY_2026-04-01_2026-04-30"
    #expect(written.count >= count && written.values.allSatisfy { $0 > 0 })
    guard case .written(let path, let digest) = run.outcome else {
      Issue.record("\(run)")
      return
    }
    #expect(path == (format == .csv ? name : "\(name).\(format.rawValue)") && digest.count == 64)
    #expect(written.keys.allSatisfy { $0.hasPrefix(path) })
    #expect(try scene.house.answer(ListReports()).items.isEmpty)
  }

  @Test("a write that fails is no run")
  func failing() throws {
    let scene = try CutOffScene()
    _ = try Self.define(scene, delivering: .file(folder: "/srv/reports", format: .json))
    #expect(throws: WrittenByCommand.self) {
      _ = try scene.house.registrar.runReport(
        .code(Self.code("QUARTERLY")), seenFrom: nil, as: .owner
      ) { _, _ in throw WrittenByCommand() }
    }
    #expect(try scene.house.answer(ShowDefinedReport(.code(Self.code("QUARTERLY")))).lastRun == nil)
  }

  @Test("what cannot be drawn up is refused when it is defined, and changes nothing")
  func refused() throws {
    let scene = try CutOffScene()
    #expect(throws: ReportParameters.Refusal.partyMissing(.member)) {
      _ = try Self.define(scene, audience: .member)
    }
    #expect(throws: ReportParameters.Refusal.partyNotAllowed(.directorate)) {
      _ = try Self.define(scene, party: "TEST-MEMBER")
    }
    let zone = #expect(throws: UnusableValue.self) { _ = try Self.define(scene, zone: "Nowhere/City") }
    #expect(zone?.field == "zone" && zone?.value == "Nowhere/City")
    #expect(throws: UnusableValue.self) {
      _ = try Self.define(scene, delivering: .file(folder: "reports", format: .xml))
    }
    #expect(try scene.house.answer(ListDefinedReports()).items.isEmpty)
  }

  @Test(
    "a day whose period lies beyond all years is refused by its own name",
    arguments: [(RelativePeriod.lastQuarter, "0001-01-31"), (.nextYear, "9999-12-31")])
  func beyond(period: RelativePeriod, day: String) throws {
    let scene = try CutOffScene()
    _ = try Self.define(scene, period: period)
    let refused = #expect(throws: UnusableValue.self) { _ = try Self.run(scene, from: day) }
    #expect(refused?.field == "on" && refused?.value == day)
  }

  @Test("a code is taken until the report is taken back, and then is free")
  func ended() throws {
    let scene = try CutOffScene()
    let first = try Self.define(scene)
    #expect(throws: AlreadyExists.self) { _ = try Self.define(scene, "quarterly") }
    let end = EndDefinedReport(.id(first.id), reason: "not read")
    #expect(try scene.house.perform(end).endedAt != nil)
    #expect(try scene.house.perform(end).endedAt == scene.house.perform(end).endedAt)
    #expect(throws: NotFound.self) { _ = try Self.run(scene) }
    #expect(throws: DefinedReportEnded.self) {
      _ = try scene.house.registrar.runReport(.id(first.id), seenFrom: nil, as: .owner) { _, _ in }
    }
    #expect(try Self.define(scene).id != first.id)
  }

  @Test("whoever is told of issued reports is told of each, with no name and no figure")
  func told() throws {
    let scene = try CutOffScene()
    let portal = try #require(WebhookCode("PORTAL"))
    _ = try scene.house.perform(
      AddWebhook(code: portal, url: "https://portal.example/hooks", events: [.reportIssued]))
    _ = try Self.define(scene, audience: .donor, party: "TEST-DONOR")
    _ = try Self.run(scene)
    _ = try Self.run(scene)
    let due = try scene.house.store.read { try $0.dueDispatches(at: Instant(microseconds: .max), limit: 10) }
    #expect(due.count == 1)
    let payload = String(decoding: try #require(due.first).event.payload, as: UTF8.self)
    for part in [
      #""type":"report.issued""#, #""audience":"donor""#, #""party":"TEST-DONOR""#, #""from":"2026-03-01""#,
    ] { #expect(payload.contains(part), "\(payload)") }
  }
}
