import JSON
import ProgramDriver
import SQLite
import Testing

/// Alterations that leave everything fitting together: only the seals tell, and `registrar check` names the record.
@Suite struct AlteredRecordTests {
  struct Row: Sendable {
    let name: String
    let damage: String
    /// The faults; `#` stands for the identifier that `of` finds.
    let faults: [String]
    let of: String

    init(_ name: String, _ damage: String, _ fault: String..., of: String = "''") {
      (self.name, self.damage, faults, self.of) = (name, damage, fault, of)
    }
  }

  private static let first = "(SELECT id FROM certificate WHERE number LIKE 'TTT-%-000001')"
  private static let certificates =
    [
      ("score", "'99 of 100'"), ("issuer", "'Somebody'"), ("course_titles", "'{\"en\":\"Other\"}'"),
      ("evidence", "'[]'"), ("code", "zeroblob(16)"), ("scheme_titles", "'{\"en\":\"Other\"}'"),
      ("issued_at", "issued_at - 1"),
    ].map { column, value in
      Row(
        "a certificate's \(column)", "UPDATE certificate SET \(column) = \(value) WHERE id = \(first)",
        "record: certificate # is not what was recorded", of: first)
    }
  private static let revoked = "(SELECT certificate FROM certificate_transition WHERE state = 'revoked')"
  private static let scheme = "(SELECT id FROM scheme WHERE code = 'TTT')"
  private static let person = "(SELECT id FROM person ORDER BY id LIMIT 1)"
  private static let affiliation = "(SELECT id FROM affiliation ORDER BY id LIMIT 1)"
  private static let enrolment = "(SELECT id FROM enrolment ORDER BY id LIMIT 1)"
  private static let lastEntry = "(SELECT max(sequence) FROM history)"

  private static let records = [
    Row(
      "why a certificate was revoked",
      "UPDATE certificate_transition SET reason = 'x' WHERE state = 'revoked'",
      "record: certificate transition #/2 is not what was recorded", of: revoked),
    Row(
      "a scheme's least score", "UPDATE scheme_version SET minimum_score = '0.1' WHERE scheme = \(scheme)",
      "record: scheme version #/1 is not what was recorded", of: scheme),
    Row(
      "when an enrolment was recorded",
      "UPDATE enrolment_transition SET at = at - 1 WHERE number = 1 AND enrolment = \(enrolment)",
      "record: enrolment transition #/1 is not what was recorded", of: enrolment),
    Row(
      "whose officer somebody is",
      "UPDATE affiliation SET party = (SELECT id FROM party WHERE code = 'SEC') WHERE id = \(affiliation)",
      "record: affiliation # is not what was recorded", of: affiliation),
    Row(
      "a person's sex", "UPDATE person SET sex = 'male' WHERE id = \(person)",
      "record: person # is not what was recorded", of: person),
    Row(
      "a right raised", "UPDATE access_key SET scope = 'monitor'",
      "record: access key # is not what was recorded", of: "(SELECT id FROM access_key)"),
    Row(
      "a role raised", "UPDATE access_key SET role = 'administrator'",
      "record: access key # is not what was recorded", of: "(SELECT id FROM access_key)"),
    Row(
      "a person added",
      "INSERT INTO person (id, name, sex, language) VALUES (zeroblob(16), 'X', 'male', 'en')",
      "record: person 00000000-0000-0000-0000-000000000000 is there and was not recorded"),
    Row(
      "a key removed", "DELETE FROM access_key",
      "record: access key # was recorded and is gone", of: "(SELECT id FROM access_key)"),
    Row(
      "the origin", "UPDATE setting SET value = 'http://x' WHERE name = 'origin'",
      "record: setting origin is not what was recorded"),
  ]

  private static let history = [
    Row(
      "an entry's actor", "UPDATE history SET actor = 'x' WHERE sequence = 3",
      "record: history 3 is not what was recorded"),
    Row(
      "an entry's instant", "UPDATE history SET at = at + 1 WHERE sequence = 3",
      "record: history 3 is not what was recorded"),
    Row(
      "an entry's changes", "UPDATE history SET changes = '[]' WHERE sequence = 3",
      "record: history 3 is not what was recorded"),
    Row(
      "the last entry removed", "DELETE FROM history WHERE sequence = \(lastEntry)",
      "record: history # was recorded and is gone", of: "CAST(\(lastEntry) AS TEXT)"),
    Row(
      "a seal altered", "UPDATE seal SET digest = zeroblob(32) WHERE kind = 'history' AND record = '1'",
      "seal: seal # does not follow from the one before", "record: history 1 is not what was recorded",
      of: "(SELECT CAST(number AS TEXT) FROM seal WHERE kind = 'history' AND record = '1')"),
  ]

  private static let stored = "(SELECT max(stored) FROM statement)"
  private static let two = "statement 00000000-0000-4000-8000-000000000002"
  private static let statements = [
    Row(
      "a statement's text cut", "UPDATE statement SET body = x'7b' WHERE stored = \(stored)",
      "statement: among the statements stored from $from to $to one was altered, removed or added",
      "statement: the text of \(two) is no statement",
      "statement: something is found by what a statement stored at $to says, and there is none"),
    Row(
      "a statement's text altered",
      "UPDATE statement SET body = CAST(replace(CAST(body AS TEXT), 'x:did', 'x:dud') AS BLOB) WHERE stored = \(stored)",
      "statement: among the statements stored from $from to $to one was altered, removed or added",
      "statement: \(two) is not found by what it says"),
    Row(
      "a statement removed", "DELETE FROM statement WHERE stored = \(stored)",
      "statement: among the statements stored from $from to $to one was altered, removed or added",
      "statement: something is found by what a statement stored at $to says, and there is none"),
    Row(
      "what it is found by removed", "DELETE FROM statement_term WHERE stored = \(stored)",
      "statement: \(two) is not found by what it says"),
    Row(
      "found by something else", "INSERT INTO statement_term (term, stored) VALUES (5, \(stored))",
      "statement: \(two) is not found by what it says"),
    Row(
      "a statement hidden", "UPDATE statement SET is_voided = 1 WHERE stored = \(stored)",
      "statement: \(two) is not what is kept beside it"),
  ]

  static let rows = certificates + records + history + statements

  @Test func whatOnlyTheSealsTellIsNamedAlone() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder, statements: 2)
      let places = try scene.places()
      #expect(try program.run(["check"]).status == 0)
      for row in AlteredRecordTests.rows {
        let identifier = try scene.identifier(row.of)
        try scene.damage(row.damage)
        for words in [["check", "--json"], ["check", "--repair", "--json"]] {
          let answer = try program.run(words)
          #expect(answer.status == 1, "\(row.name): \(answer.messages)\(answer.text)")
          let faults = try answer.json.list("faults").map {
            "\(try $0.text("kind")): \(try $0.text("message"))"
          }
          let expected = row.faults.map { fault in
            fault.split(separator: "#", omittingEmptySubsequences: false).joined(separator: identifier)
          }.map(places.filling)
          #expect(Set(faults) == Set(expected), "\(row.name)")
          #expect(try answer.json.list("repaired").isEmpty, "\(row.name)")
        }
        try scene.restore()
      }
      #expect(try program.run(["check"]).status == 0, "what was put back is sound")
    }
  }
}

extension CheckedScene {
  /// An identifier as it is told, or a text.
  func identifier(_ expression: String) throws -> String {
    let connection = try Connection.openWriter(at: "\(program.data)/records.sqlite", creatingIfMissing: false)
    try connection.run(script: "CREATE TEMP TABLE found AS SELECT \(expression) AS it")
    return try connection.first(
      """
      SELECT CASE typeof(it) WHEN 'blob' THEN lower(
        substr(hex(it), 1, 8) || '-' || substr(hex(it), 9, 4) || '-' || substr(hex(it), 13, 4) || '-'
        || substr(hex(it), 17, 4) || '-' || substr(hex(it), 21)) ELSE it END FROM found
      """
    ) { try $0.text(0) } ?? ""
  }

  /// When the first and the last statement were stored, as it is told.
  func places() throws -> Keepsakes {
    let connection = try Connection.openWriter(at: "\(program.data)/records.sqlite", creatingIfMissing: false)
    let texts = try connection.all("SELECT CAST(body AS TEXT) FROM statement ORDER BY stored") {
      try JSONDocument(Array(try $0.text(0).utf8)).root.text("stored")
    }
    return Keepsakes(["from": texts.first ?? "", "to": texts.last ?? ""])
  }
}
