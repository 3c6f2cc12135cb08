import ContentPackaging
import Enrolment
import Foundation
import JSON
import Operations
import Testing
import Values
import XAPI

/// Statements written out as JSON lines and read in.
@Suite struct StatementLinesTests {
  /// A line of somebody, to be told apart by its number.
  private func line(_ number: Int, _ more: String = "") -> String {
    """
    {"id":"\(id(number))","actor":{"mbox":"mailto:officer@example.org"},"verb":{"id":"http://example.org/verbs/read"},\
    "object":{"id":"http://example.org/activities/\(number)"}\(more)}
    """
  }

  private func id(_ number: Int) -> String {
    let digits = String(number)
    return "0197f000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  private func identifier(_ number: Int) -> Values.UUID? { Values.UUID(id(number)) }

  @discardableResult
  private func take(
    _ text: String, into house: House, isDryRun: Bool = false, as principal: Principal = .owner,
    piece: Int = 1000, progress: (Int, Int) throws -> Void = { _, _ in }
  ) throws -> StatementImportReport {
    var rest = Array(text.utf8)[...]
    let request = StatementImport(name: "in.jsonl", isDryRun: isDryRun, sizeBytes: rest.count) { _ in
      defer { rest = rest.dropFirst(piece) }
      return Array(rest.prefix(piece))
    }
    return try house.registrar.importStatements(request, as: principal, progress: progress)
  }

  private func export(_ house: House, _ parameters: [(String, String)] = []) throws -> [String] {
    let request = try StatementRequest(
      parameters: parameters.map { (name: $0.0, value: $0.1) }, version: .version2)
    guard case .list(let filter) = request.query else { throw TestSetupFailed(what: "a filter") }
    var export = try house.registrar.exportStatements(filter, as: .owner)
    var octets: [UInt8] = []
    while let piece = try export.next() { octets += piece.lines }
    let lines = octets.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    #expect(lines.count == export.count)
    return lines
  }

  private func told(_ report: StatementImportReport) -> String {
    "\(report.lines): \(report.stored) stored, \(report.alreadyStored) already, \(report.conflicts) in conflict, \(report.refused) refused"
  }

  @Test(arguments: [1, 7, 100, 100_000]) func whatIsThereAlreadyChangesNothing(piece: Int) throws {
    let house = try House()
    let text = (1...3).map { line($0) }.joined(separator: "\n")
    #expect(
      try told(take(text, into: house, piece: piece)) == "3: 3 stored, 0 already, 0 in conflict, 0 refused")
    #expect(
      try told(take(text + "\r\n\n", into: house, piece: piece))
        == "3: 0 stored, 3 already, 0 in conflict, 0 refused")
    #expect(try export(house).count == 3)
  }

  @Test func aDryRunStoresNothing() throws {
    let house = try House()
    try take(line(1), into: house)
    let report = try take([line(1), line(2), "{"].joined(separator: "\n"), into: house, isDryRun: true)
    #expect(told(report) == "3: 1 stored, 1 already, 0 in conflict, 1 refused")
    #expect(try export(house).count == 1)
    #expect(
      try house.answer(ReadHistory(filter: HistoryFilter())).items.map(\.action) == [
        "statement import begin", "statement import end",
      ])
  }

  @Test func aLineIsToldByItsNumberAndTheOthersAreStored() throws {
    let house = try House()
    let lines = [
      line(1), "", "{\"id\"", "[\(line(2))]", line(3, #","extra":1"#),
      #"{"actor":{"mbox":"mailto:a@example.org"},"#
        + #""verb":{"id":"http://example.org/v"},"object":{"id":"http://example.org/a"}}"#,
      line(1).replacingOccurrences(of: "read", with: "wrote"),
      line(
        4,
        #","attachments":[{"usageType":"http://example.org/u","display":{"en":"A"},"contentType":"text/plain","length":1,"sha2":"\#(String(repeating: "0", count: 64))"}]"#
      ),
      line(5),
    ]
    let report = try take(lines.joined(separator: "\n"), into: house)
    #expect(told(report) == "8: 2 stored, 0 already, 1 in conflict, 5 refused")
    let findings = report.findings.map { "\($0.file ?? ""):\($0.line ?? 0) \($0.code)" }.sorted()
    #expect(
      findings == [
        "in.jsonl:3 statements.line.malformed", "in.jsonl:4 statements.statement.unusable",
        "in.jsonl:5 statements.statement.unusable", "in.jsonl:6 statements.id.missing",
        "in.jsonl:7 statements.statement.conflict", "in.jsonl:8 statements.statement.unusable",
      ])
    #expect(try export(house).count == 2)
  }

  @Test func aLineThatIsTooLongIsPassedOver() throws {
    let house = try House()
    let long = line(
      1, #","result":{"response":"\#(String(repeating: "a", count: StatementImport.mostLineBytes))"}"#)
    let report = try take([long, line(2)].joined(separator: "\n"), into: house, piece: 1 << 20)
    #expect(told(report) == "2: 1 stored, 0 already, 0 in conflict, 1 refused")
    #expect(report.findings.map(\.code.identifier) == ["statements.line.too-long"])
  }

  /// "Statements imported move progress exactly as those sent do."
  @Test func progressIsMovedAsByWhatIsSent() throws {
    let scene = try Scene(House())
    let lines = [
      scene.statement(verb: "completed", id: id(1)),
      scene.statement(verb: "passed", scaled: "0.9", id: id(2)),
    ].map { $0.split(separator: "\n").joined(separator: " ") }
    try take(lines[0], into: scene.house)
    #expect(try scene.state == .started)
    try take(lines.joined(separator: "\n"), into: scene.house)
    #expect(try scene.state == .completed)
    try take(Scene.voiding(id(2), id: id(3)).split(separator: "\n").joined(separator: " "), into: scene.house)
    #expect(try scene.state == .started)
    #expect(try scene.house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  /// All of it read in elsewhere comes to the same, what was voided included.
  @Test func whatWasWrittenOutIsReadInElsewhere() throws {
    let (from, to) = (try House(), try House())
    let pretty = line(1, #","context":{"extensions":{"http://example.org/e":[1,2]}}"#)
      .replacingOccurrences(of: ",", with: ",\n  ")
    let statement = try Statement(validating: JSONDocument(Array(pretty.utf8)).root, by: .version1)
    _ = try from.registrar.recordStatements([statement], as: .owner)
    try take(
      [
        line(2, #","timestamp":"2026-01-02T03:04:05+03:00","version":"1.0.3""#),
        Scene.voiding(id(2), id: id(3)).split(separator: "\n").joined(separator: " "),
      ].joined(separator: "\n"), into: from)
    let lines = try export(from)
    #expect(lines.count == 3)
    #expect(lines[1].contains("2026-01-02T03:04:05+03:00"))
    #expect(
      told(try take(lines.joined(separator: "\n"), into: to))
        == "3: 3 stored, 0 already, 0 in conflict, 0 refused")
    for (one, other) in zip(lines, try export(to)) { #expect(try facts(one) == facts(other)) }
    let voided = try #require(identifier(2))
    #expect(try to.answer(GetStatement(id: voided, isVoided: true)) != nil)
  }

  /// What a statement says, but for when it was stored.
  private func facts(_ line: String) throws -> [String] {
    let members = try #require(JSONDocument(Array(line.utf8)).root.members)
    return members.filter { $0.name.string != "stored" }
      .map { "\($0.name.string): \(String(decoding: $0.value.raw, as: UTF8.self))" }.sorted()
  }

  /// The authority that a line brings stays, since who imports owns the records; one without is vouched for here.
  @Test func authorities() throws {
    let house = try House()
    let authority = #"{"account":{"homePage":"http://lrs.example","name":"key-1"}}"#
    try take([line(1, #","authority":\#(authority)"#), line(2)].joined(separator: "\n"), into: house)
    let lines = try export(house)
    #expect(lines[0].contains(authority))
    #expect(lines[1].contains(#""name":"owner""#))
    let found = try export(house, [("agent", authority), ("related_agents", "true")])
    #expect(found.count == 1, "it is found by its authority")
  }

  @Test func filters() throws {
    let house = try House()
    try take(line(1), into: house)
    try house.clock.set("2026-03-03T09:00:00Z")
    try take([line(2), line(3)].joined(separator: "\n"), into: house)
    let rows: [([(String, String)], Int)] = [
      ([], 3), ([("verb", "http://example.org/verbs/read")], 3),
      ([("verb", "http://example.org/verbs/no")], 0),
      ([("activity", "http://example.org/activities/2")], 1), ([("since", "2026-03-03T00:00:00Z")], 2),
      ([("until", "2026-03-03T00:00:00Z")], 1), ([("agent", #"{"mbox":"mailto:officer@example.org"}"#)], 3),
      ([("agent", #"{"mbox":"mailto:nobody@example.org"}"#)], 0), ([("limit", "1")], 3),
    ]
    for (parameters, count) in rows { #expect(try export(house, parameters).count == count, "\(parameters)") }
  }

  /// More than a piece and more than a transaction holds, stopped in the middle, goes on.
  @Test func anImportThatWasStoppedGoesOn() throws {
    struct Stopped: Error {}
    let house = try House()
    let text = (1...1000).map { line($0) }.joined(separator: "\n")
    #expect(throws: Stopped.self) {
      try take(text, into: house) { _, lines in if lines >= 400 { throw Stopped() } }
    }
    let stored = try export(house).count
    #expect((1..<1000).contains(stored))
    let report = try take(text, into: house)
    #expect((report.stored, report.alreadyStored) == (1000 - stored, stored))
    #expect(try Set(export(house)).count == 1000)
  }

  @Test func onlyWhoMayDoEverything() throws {
    let house = try House()
    for scope in KeyScope.allCases where scope != .api {
      let key = try house.perform(CreateKey(name: scope.rawValue, scope: scope))
      if scope == .all {
        #expect(try take(line(1), into: house, as: .key(key.key)).stored == 1)
      } else {
        #expect(throws: NotPermitted.self) { try take(line(2), into: house, as: .key(key.key)) }
        #expect(throws: NotPermitted.self) {
          try house.registrar.exportStatements(StatementFilter(), as: .key(key.key))
        }
      }
    }
  }
}
