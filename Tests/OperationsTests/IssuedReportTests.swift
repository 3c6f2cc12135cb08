import Foundation
import Operations
import People
import Reports
import Testing
import Values

/// “issued is immutable” (domain 7.3), “Every figure in an issued report can be recomputed from records as of its cut-off”
/// (domain 7.4, 20), “a correction is a new version that says what changed”.
@Suite struct IssuedReportTests {
  /// A report for an audience of the scene's parties, as of 10:00; it is 11:00.
  private static func issue(_ audience: ReportAudience, _ scene: CutOffScene) throws -> IssuedReport {
    let cutOff = try #require(Instant("2026-03-02T10:00:00Z"))
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    return try scene.house.registrar.issueReport(.report(scene.inquiry(audience, asOf: cutOff)), as: .owner)
  }

  private static func bytes(of report: IssuedReport, _ name: String, _ scene: CutOffScene) throws -> [UInt8] {
    let content = try scene.house.registrar.openDocument(named: name, of: report.id, as: .owner).content
    return try content.octets(at: 0, count: content.sizeBytes)
  }

  @Test("every document of every audience is the same bytes again", arguments: ReportAudience.allCases)
  func reproduced(audience: ReportAudience) throws {
    let scene = try CutOffScene()
    let report = try Self.issue(audience, scene)
    #expect(Set(report.documents.map(\.format)) == Set(ReportFormat.allCases))
    let again = try scene.house.registrar.reproduceReport(report.id, as: .owner)
    #expect(again.documents.filter { $0.verdict != .identical } == [])
    #expect(again.agrees && again.changes.isEmpty)
    for document in report.documents {
      let issued = try Self.bytes(of: report, document.name, scene)
      #expect(again.reproduced.first { $0.name == document.name }?.bytes == issued, "\(document.name)")
      #expect(issued.count == document.sizeBytes)
    }
  }

  @Test("nothing that is recorded later changes what was issued", arguments: CutOffTests.laterChanges)
  func unchanged(later: CutOffTests.LaterChange) throws {
    let scene = try CutOffScene()
    let report = try Self.issue(.directorate, scene)
    let issued = try report.documents.map { try Self.bytes(of: report, $0.name, scene) }
    try later.record(scene)
    #expect(try report.documents.map { try Self.bytes(of: report, $0.name, scene) } == issued)
    let again = try scene.house.registrar.reproduceReport(report.id, as: .owner)
    #expect(again.documents.filter { $0.verdict != .identical } == [])
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test("a correction is a new version; it says why, and which figures it gives differently")
  func corrected() throws {
    let scene = try CutOffScene()
    let first = try Self.issue(.member, scene)
    try scene.correctResult(scaled: "0.5")
    let second = try scene.house.registrar.issueReport(
      .correction(of: first.id, cutOff: nil, reason: "a result was misread"), as: .owner)
    #expect(second.issue.version == 2)
    let correction = try #require(second.issue.correction)
    #expect(correction.of == first.id.uuid && correction.reason == "a result was misread")
    let result = FigureChange(
      block: "results", row: "passed", column: "attendances", before: "2", after: "1")
    #expect(correction.changes.contains(result), "\(correction.changes)")
    #expect(correction.changeCount == correction.changes.count)
    let xml = String(decoding: try Self.bytes(of: second, "report.xml", scene), as: UTF8.self)
    #expect(
      xml.contains(
        "<change block=\"results\" row=\"passed\" column=\"attendances\" before=\"2\" after=\"1\"/>"))
    #expect(try scene.house.answer(ShowReport(first.id)).correctedBy == second.id)
    #expect(try scene.house.registrar.reproduceReport(first.id, as: .owner).agrees)
    #expect(try scene.house.registrar.reproduceReport(second.id, as: .owner).agrees)
    #expect(try scene.house.answer(ListReports()).items.map(\.id) == [second.id, first.id])
    let history = try scene.house.answer(ReadHistory()).items.map(\.action)
    #expect(history.contains("report issue") && history.contains("report correct"))
  }

  @Test("what may not be issued is refused, and leaves no file behind")
  func refused() throws {
    let scene = try CutOffScene()
    let registrar = scene.house.registrar
    let ahead = try #require(Instant("2026-03-02T12:00:00Z"))
    let first = try Self.issue(.member, scene)
    #expect(throws: IssueRefused.cutOffAhead) {
      try registrar.issueReport(.report(scene.inquiry(.donor, asOf: ahead)), as: .owner)
    }
    #expect(throws: IssueRefused.issuedBefore(first.id)) {
      try registrar.issueReport(.report(scene.inquiry(.member, asOf: nil)), as: .owner)
    }
    #expect(throws: IssueRefused.nothingChanged) {
      try registrar.issueReport(.correction(of: first.id, cutOff: nil, reason: "none"), as: .owner)
    }
    #expect(throws: IssueRefused.cutOffNotLater(than: first.request.cutOff)) {
      try registrar.issueReport(
        .correction(of: first.id, cutOff: first.request.cutOff, reason: "none"), as: .owner)
    }
    #expect(throws: ReasonMissing(to: "correct a report")) {
      try registrar.issueReport(.correction(of: first.id, cutOff: nil, reason: " "), as: .owner)
    }
    try scene.correctResult(scaled: "0.5")
    let second = try registrar.issueReport(
      .correction(of: first.id, cutOff: nil, reason: "misread"), as: .owner)
    #expect(throws: IssueRefused.correctedBefore(by: second.id)) {
      try registrar.issueReport(.correction(of: first.id, cutOff: nil, reason: "again"), as: .owner)
    }
    #expect(throws: ReportDocumentUnknown.self) {
      try registrar.openDocument(named: "../report.xml", of: first.id, as: .owner)
    }
    #expect(try registrar.check(databaseFaults: [], as: .owner).warnings.isEmpty)
  }
}
