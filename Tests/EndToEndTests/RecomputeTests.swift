import JSON
import ProgramDriver
import Testing

/// “`certificate recompute` re-derives every decision ever made and names any difference.”
@Suite struct RecomputeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What was altered, under TTT of the first officer.
    let damage: String
    let recorded: String
    let derived: String
  }

  private static let ofTTT = "id = (SELECT id FROM certificate WHERE number LIKE 'TTT-%')"
  private static let ofA =
    "enrolment = (SELECT enrolment FROM certificate WHERE number LIKE 'TTT-%')"
  private static let issued =
    "issued: eligible because enrolment $enrolmentA is completed; enrolment $enrolmentA is passed"
  private static let stated = ", stating the score 9 of 10"

  static let rows = [
    Row(
      testDescription: "the evidence that was cited",
      damage: "UPDATE certificate SET evidence = '[\"it was Friday\"]' WHERE \(ofTTT)",
      recorded: "issued: eligible because it was Friday\(stated)", derived: issued + stated),
    Row(
      testDescription: "the score that is stated",
      damage: "UPDATE certificate SET score = '10 of 10' WHERE \(ofTTT)",
      recorded: "\(issued), stating the score 10 of 10", derived: issued + stated),
    Row(
      testDescription: "the pass that it rests on",
      damage: "UPDATE enrolment_transition SET is_passed = 0 WHERE \(ofA)",
      recorded: issued + stated,
      derived: "not issued: not eligible because the course is completed but not passed"),
  ]

  @Test("What was altered is named, with what the records give", arguments: rows)
  func namesADifference(row: Row) throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      let sound = try program.run(["certificate", "recompute"])
      #expect(sound.status == 0)
      #expect(sound.text == "Decided again on 5 certificates: every one comes out as it was recorded.\n")
      try scene.damage(row.damage)
      let answer = try program.run(["certificate", "recompute", "--json"])
      #expect(answer.status == 1, "\(answer.messages)")
      let differences = try answer.json.list("differences")
      let difference = try #require(
        try differences.first { try $0.text("certificate") == scene.kept.filling("$number") })
      #expect(try difference.text("recorded") == scene.kept.filling(row.recorded))
      #expect(try difference.text("derived") == scene.kept.filling(row.derived))
    }
  }
}
