import Certification
import ContentPackaging
import Enrolment
import Operations
import Testing
import Values

/// “`scheme what-if DRAFT` shows who would flip, changes nothing.”
@Suite("A draft of other rules") struct WhatIfTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The attributes of the draft that matter.
    let rules: String
    let gains: Bool
    let loses: Bool
  }

  /// One officer passed with 0.9; the other only began.
  static let rows = [
    Row(testDescription: "the same rules again", rules: "kind=\"achievement\"", gains: false, loses: false),
    Row(
      testDescription: "the score that was reached", rules: "kind=\"achievement\" minimum-score=\"0.9\"",
      gains: false, loses: false),
    Row(
      testDescription: "a score that was not reached", rules: "kind=\"achievement\" minimum-score=\"0.91\"",
      gains: false, loses: true),
    Row(testDescription: "attendance is enough", rules: "kind=\"attendance\"", gains: true, loses: false),
  ]

  @Test("tells who would gain and who would lose, and changes nothing", arguments: rows)
  func tellsWhoTurns(row: Row) throws {
    let scene = try Scene(House())
    let other = try scene.another("Second Officer")
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    try other.send(verb: "initialized")
    let answer = try whatIf(scene, row.rules)
    #expect(answer.candidates == 2)
    #expect(answer.present == 1)
    #expect(answer.draft == 2)
    #expect(answer.gained.map(\.enrolment) == (row.gains ? [other.enrolment] : []))
    #expect(answer.lost.map(\.enrolment) == (row.loses ? [scene.enrolment] : []))
    #expect(try scene.house.answer(ShowScheme(.code(scene.scheme))).versions.count == 1)
  }

  @Test func aDraftThatContradictsWhatIsRecordedIsRefused() throws {
    let scene = try Scene(House())
    let answer = try scene.house.registrar.whatIf(
      Array(draft(scene, "kind=\"attendance\"", first: "kind=\"attendance\"").utf8), name: "draft.xml",
      as: .owner)
    #expect(!answer.isAccepted)
    #expect(answer.findings.map(\.code.identifier) == ["scheme.differs"])
  }

  private func whatIf(_ scene: Scene, _ rules: String) throws -> WhatIf {
    try scene.house.registrar.whatIf(
      Array(draft(scene, rules, first: "kind=\"achievement\"").utf8), name: "draft.xml", as: .owner)
  }

  private func draft(_ scene: Scene, _ rules: String, first: String) -> String {
    """
    <scheme xmlns="urn:registrar:scheme:1" code="TEST-CERT" issuer="TEST-MEMBER">
      <title>Origin of goods</title>
      <version number="1" \(first) course="Origin-of-goods" validity-months="12" time-zone="UTC"/>
      <version number="2" \(rules) course="Origin-of-goods" time-zone="UTC"/>
    </scheme>
    """
  }
}
