import Foundation
import Operations
import People
import Reports
import SQLiteStore
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

  @Test("a document that does not come out any more is missing; none is made up in its place")
  func missing() throws {
    let scene = try CutOffScene()
    let first = try Self.issue(.directorate, scene)
    let id = ReportID(Values.UUID(high: 1, low: 1))
    let kept = first.documents[0]
    let gone = IssuedReport.Document(
      name: "gone.csv", format: .csv, digest: kept.digest, sizeBytes: kept.sizeBytes)
    let issue = ReportIssue(id: id.uuid, version: 1, issuedAt: first.issue.issuedAt, correction: nil)
    try scene.house.store.write {
      try $0.insert(
        IssuedReport(
          id: id, request: first.request, issue: issue, correctedBy: nil, issuedBy: "owner",
          definitions: first.definitions, documents: first.documents + [gone]))
    }
    let again = try scene.house.registrar.reproduceReport(id, as: .owner)
    let verdicts = again.documents.filter { $0.name == "gone.csv" }.map(\.verdict)
    #expect(verdicts == [.missing] && !again.agrees)
    #expect(throws: ReportDocumentGone(name: "gone.csv")) { try again.document(named: "gone.csv") }
    #expect(throws: ReportDocumentUnknown.self) { try again.document(named: "never.csv") }
    #expect(try !again.document(named: "report.xml").bytes.isEmpty)
  }

  /// “Common head for all: … issuer, … version, … signatory” (domain 5.3)
  @Test("who answers for a report stands in all that people read of it, and answers for its correction")
  func signed() throws {
    let scene = try CutOffScene()
    let cutOff = try #require(Instant("2026-03-02T10:00:00Z"))
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    let registrar = scene.house.registrar
    let inquiry = try scene.inquiry(.donor, asOf: cutOff)
    for signatory in ["", " ", "two\nlines", String(repeating: "x", count: 301)] {
      #expect(throws: UnusableValue.self, "\(signatory)") {
        try registrar.issueReport(.report(inquiry), signedBy: signatory, as: .owner)
      }
    }
    #expect(try scene.house.answer(ListReports()).items.isEmpty)
    let first = try registrar.issueReport(.report(inquiry), signedBy: "مديرة <البرنامج>", as: .owner)
    #expect(try scene.house.answer(ShowReport(first.id)).issue.signatory == "مديرة <البرنامج>")
    for (name, expected) in [
      ("report.xml", "<signatory>مديرة &lt;البرنامج&gt;</signatory>"),
      ("report.json", #""signatory": "مديرة <البرنامج>""#), ("report.html", "مديرة &lt;البرنامج&gt;"),
      ("definitions.csv", #"signatory,"Signed by","مديرة <البرنامج>""#),
    ] {
      let text = String(decoding: try Self.bytes(of: first, name, scene), as: UTF8.self)
      #expect(text.contains(expected), "\(name): \(text.prefix(2000))")
    }
    #expect(
      try registrar.reproduceReport(first.id, as: .owner).documents.allSatisfy { $0.verdict == .identical })
    try scene.correctResult(scaled: "0.5")
    let correction = ReportToIssue.correction(of: first.id, cutOff: nil, reason: "a result was misread")
    #expect(try registrar.issueReport(correction, as: .owner).issue.signatory == "مديرة <البرنامج>")
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

  @Test(
    "a list of learners ends with what was recorded when it began, whatever cut-off was asked for",
    arguments: [nil, "2026-03-02T11:00:00Z", "2039-01-01T00:00:00Z"])
  func listed(cutOff: String?) throws {
    let scene = try CutOffScene()
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    let asked = LearnersToList(
      party: nil, period: nil, timeZone: "UTC", cutOff: cutOff.flatMap { Instant($0) }, language: .english)
    var listing = try scene.house.registrar.listLearners(asked, as: .owner)
    try scene.enrol(scene.addOfficer("Late Officer"))
    var lines: [UInt8] = []
    while let more = try listing.next() { lines += more }
    #expect(listing.count == 3)
    #expect(!String(decoding: lines, as: UTF8.self).contains("Late Officer"))
  }

  /// Hostile input 61: “also by differencing two reports”.
  @Test("corrections of one report in two languages have one cut-off")
  func correctedTwins() throws {
    let scene = try CutOffScene()
    let registrar = scene.house.registrar
    let first = try Self.issue(.donor, scene)
    let french = try #require(LanguageTag("fr"))
    let inquiry = try scene.inquiry(.donor, asOf: first.request.cutOff)
    let twin = try registrar.issueReport(
      .report(
        ReportCertification(
          audience: .donor, party: inquiry.party, period: inquiry.period, timeZone: "UTC",
          cutOff: first.request.cutOff, language: french)), as: .owner)
    for number in 0..<6 { try scene.enrol(scene.addOfficer("Officer \(number)")) }
    let second = try registrar.issueReport(
      .correction(of: first.id, cutOff: nil, reason: "late enrolments"), as: .owner)
    try scene.enrol(scene.addOfficer("One More"))
    let refused = IssueRefused.cutOffOfTwin(second.request.cutOff, second.id)
    #expect(throws: refused) {
      try registrar.issueReport(.correction(of: twin.id, cutOff: nil, reason: "as the other"), as: .owner)
    }
    let corrected = try registrar.issueReport(
      .correction(of: twin.id, cutOff: second.request.cutOff, reason: "as the other"), as: .owner)
    #expect(corrected.request.cutOff == second.request.cutOff)
    for number in 6..<9 { try scene.enrol(scene.addOfficer("Officer \(number)")) }
    #expect(throws: Never.self) {
      try registrar.issueReport(.correction(of: corrected.id, cutOff: nil, reason: "more"), as: .owner)
    }
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
