import JSON
import ProgramDriver
import Testing

/// `registrar check` names what was altered in the records behind the program's back: that it is not what was recorded,
/// what no longer fits it, and nothing else.
@Suite struct CheckTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let damage: String
    /// The one fault beside records that are not what was recorded; `$name` stands for what the scene kept.
    let fault: String
    /// Whether what is altered is a record.
    var isOfRecords: Bool { !fault.hasPrefix("progress: ") }

    init(_ name: String, _ damage: String, _ fault: String) {
      (testDescription, self.damage, self.fault) = (name, damage, fault)
    }
  }

  static let rows = history + enrolments + sessions + facts + numbers + others

  private static let history = [
    Row(
      "a change removed", "DELETE FROM history WHERE sequence = 2",
      "history: entry 2 of the history is missing"),
    Row(
      "the first changes removed", "DELETE FROM history WHERE sequence IN (1, 2)",
      "history: entries 1 to 2 of the history are missing"),
  ]

  private static let enrolments = [
    Row(
      "progress altered",
      "UPDATE progress SET score_raw = '8' WHERE enrolment = (SELECT id FROM enrolment ORDER BY id LIMIT 1)",
      "progress: the progress of enrolment $enrolmentA is not what its records say"),
    Row(
      "an enrolment's state altered",
      "UPDATE enrolment SET state = 'withdrawn' WHERE id = (SELECT id FROM enrolment ORDER BY id LIMIT 1)",
      "state: the state of enrolment $enrolmentA is not what its records say"),
    Row(
      "a change of an enrolment removed",
      """
      UPDATE enrolment_transition SET state_before = 'waiting'
      WHERE number = 2 AND enrolment = (SELECT id FROM enrolment ORDER BY id LIMIT 1)
      """, "state: the state of enrolment $enrolmentA is not what its records say"),
    Row(
      "a result's outcome altered",
      """
      UPDATE assessment_result SET outcome = 'completed'
      WHERE enrolment = (SELECT id FROM enrolment ORDER BY id LIMIT 1)
      """, "result: result $result is recorded as completed; by its version's rule it is passed"),
    Row(
      "a version's state altered", "UPDATE course_version SET state = 'retired'",
      "state: the state of version 1 of course ORIGIN is not what its records say"),
  ]

  private static let sessions = [
    Row(
      "a state that there is not", "UPDATE nomination SET state = 'nonsense'",
      "database: the database holds “nonsense” where one of the values of NominationState is due"),
    Row(
      "a session's state altered", "UPDATE session SET state = 'delivered'",
      "state: the state of session S-1 is not what its history says"),
    Row(
      "a nomination's state altered", "UPDATE nomination SET state = 'declined'",
      "state: the state of nomination $nomination is not what its history says"),
    Row(
      "a nomination that was never endorsed",
      """
      UPDATE history SET changes = '[]'
      WHERE action = 'nomination endorse'
      """, "state: the state of nomination $nomination is not what its history says"),
    Row(
      "a session made smaller", "UPDATE session SET capacity = 1",
      "seats: session S-1 has room for 1, and 2 people hold a seat"),
  ]

  private static let facts = [
    certificate(
      "its state altered", "state = 'suspended'",
      "certificate: the state of certificate $number is not what its changes say"),
    certificate(
      "another kind", "kind = 'completion'",
      "certificate: certificate $number attests another thing than its scheme's version"),
    Row(
      "a score where none is shown",
      "UPDATE certificate SET score = '9 of 10' WHERE kind = 'completion' AND state = 'issued'",
      "certificate: certificate $done states a score, which only achievement is shown by"),
    certificate(
      "another last day", "last_day = last_day + 1",
      "certificate: certificate $number holds for other days than its scheme's version says"),
    certificate(
      "another zone", "time_zone = 'Africa/Nairobi'",
      "certificate: certificate $number holds for other days than its scheme's version says"),
    certificate(
      "another name", "holder = 'Somebody Else'",
      "certificate: certificate $number is in a name that its holder never had"),
    certificate(
      "another session", "session_code = 'S-9'",
      "certificate: certificate $number names another session, or other days, than its enrolment has"),
    certificate(
      "another person", "person = (SELECT id FROM person ORDER BY id DESC LIMIT 1)",
      "certificate: certificate $number is another person's than its enrolment"),
  ]

  private static let numbers = [
    certificate(
      "a number beyond the last", "number = replace(number, '-000001', '-000007')",
      "certificate: certificate $beyond has a number beyond the last that was given out, 1"),
    certificate(
      "a number of a series that nothing began", "number = replace(number, '-000001', '-6FQ0W4-000001')",
      "certificate: certificate $ofSeries has a number of a series that nothing began"),
    certificate(
      "a number of another year", "number = 'TTT-1999-000001'",
      "certificate: certificate TTT-1999-000001 has a number that scheme TTT does not give in that year"),
    certificate(
      "a number of another scheme", "number = 'OTHER-000001'",
      "certificate: certificate OTHER-000001 has a number that scheme TTT does not give in that year"),
  ]

  private static let others = [
    Row(
      "a replacement that no longer says so", "UPDATE certificate SET replaces = NULL",
      "certificate: certificate $replaced is replaced, and there is none in its place"),
    Row(
      "two live ones of one person",
      """
      DROP TRIGGER certificate_alone_when_changed;
      DELETE FROM certificate_transition WHERE state = 'revoked';
      UPDATE certificate SET state = 'issued' WHERE state = 'revoked'
      """,
      "certificate: certificate $again is one of 2 that are live on one day for one person under one scheme"),
  ]

  private static func certificate(_ name: String, _ change: String, _ fault: String) -> Row {
    Row("a certificate: \(name)", "UPDATE certificate SET \(change) WHERE number LIKE 'TTT-%-000001'", fault)
  }

  @Test func whatWasAlteredIsNamedAlone() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      let sound = try program.run(["check"])
      #expect(sound.status == 0, "\(sound.text)")
      #expect(sound.text.hasSuffix("all sound.\n"), "\(sound.text)")
      for row in CheckTests.rows {
        try scene.damage(row.damage)
        let answer = try program.run(["check", "--json"])
        #expect(answer.status == 1, "\(row.testDescription): \(answer.messages)\(answer.text)")
        let faults = try answer.json.list("faults").map {
          "\(try $0.text("kind")): \(try $0.text("message"))"
        }
        let others = faults.filter { !$0.hasPrefix("record: ") }
        #expect(others == [scene.kept.filling(row.fault)], "\(row.testDescription)")
        #expect((others != faults) == row.isOfRecords, "\(row.testDescription): \(faults)")
        try scene.restore()
      }
      #expect(try program.run(["check"]).status == 0, "what was put back is sound")
    }
  }

  /// Earlier versions of the program allowed it; it is no damage, and worth knowing.
  @Test func whatWasReplacedWhileSuspendedIsTold() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      try scene.damage(
        """
        UPDATE certificate_transition SET number = 3 WHERE state = 'replaced';
        INSERT INTO certificate_transition (certificate, number, at, on_day, state)
          SELECT certificate, 2, at, on_day, 'suspended' FROM certificate_transition WHERE state = 'replaced'
        """)
      try scene.forgetSeals()
      let answer = try program.run(["check"])
      #expect(answer.status == 0, "\(answer.text)")
      let warning = "warning: certificate: certificate $replaced was replaced while it was suspended\n"
      #expect(answer.text.hasPrefix(scene.kept.filling(warning)), "\(answer.text)")
    }
  }
}

// Beside damage, what asks for a decision.
extension CheckTests {
  /// Earlier versions of the program left the seat taken.
  @Test func aSeatHeldByANominationThatWasTakenBackIsTold() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      try scene.damage(
        """
        UPDATE nomination SET state = 'withdrawn';
        INSERT INTO history (at, actor, action, object_kind, object, changes)
          SELECT (SELECT max(at) FROM history), 'owner', 'nomination withdraw', 'nomination', id,
            '[{"field":"state","before":"selected","after":"withdrawn"}]' FROM nomination;
        DELETE FROM progress WHERE enrolment IN (SELECT id FROM enrolment WHERE nomination IS NOT NULL);
        DELETE FROM assessment_result WHERE enrolment IN (SELECT id FROM enrolment WHERE nomination IS NOT NULL);
        DELETE FROM enrolment_transition
          WHERE number > 1 AND enrolment IN (SELECT id FROM enrolment WHERE nomination IS NOT NULL);
        UPDATE enrolment SET state = 'enrolled' WHERE nomination IS NOT NULL
        """)
      try scene.forgetSeals()
      let answer = try program.run(["check", "--json"])
      #expect(answer.status == 0, "\(answer.text)")
      let warnings = try answer.json.list("warnings").map { try $0.text("message") }
      let told =
        "enrolment $enrolmentA is enrolled by a nomination that was withdrawn; withdraw it, or have the "
        + "person nominated again"
      #expect(warnings.contains(scene.kept.filling(told)), "\(warnings)")
    }
  }
}
