internal import Operations
internal import People
internal import SQLite
internal import Values

// Reasons and comments that were written about one person. A text that the program wrote itself tells of nobody, and stays.

/// A column of such texts, and which rows of its table are about the person.
private struct TextsAbout {
  let table: Query
  let column: Query
  let condition: Query

  init(_ table: Query, _ column: Query, where condition: Query) {
    (self.table, self.column, self.condition) = (table, column, condition)
  }

  static func all(about person: PersonID) -> [TextsAbout] {
    let enrolments: Query = "(SELECT id FROM enrolment WHERE person = \(person))"
    let observations: Query = "(SELECT id FROM observation WHERE person = \(person))"
    let certificates: Query = "(SELECT id FROM certificate WHERE person = \(person))"
    let accreditations: Query = "(SELECT id FROM accreditation WHERE person = \(person))"
    return [
      TextsAbout("assessment_result", "correction_reason", where: "enrolment IN \(enrolments)"),
      TextsAbout(
        "certificate_transition", "reason", where: "certificate IN \(certificates) AND state <> 'expired'"),
      TextsAbout("accreditation_transition", "reason", where: "accreditation IN \(accreditations)"),
      TextsAbout("award_proposal", "reason", where: "enrolment IN \(enrolments)"),
      TextsAbout("stage_waiver", "reason", where: "person = \(person)"),
      TextsAbout("waiver", "reason", where: "enrolment IN \(enrolments)"),
      TextsAbout("observation", "witness", where: "person = \(person)"),
      TextsAbout("observation_mark", "comment", where: "observation IN \(observations)"),
      TextsAbout("observation_transition", "comment", where: "observation IN \(observations)"),
      TextsAbout("onward_training", "evidence", where: "enrolment IN \(enrolments)"),
    ]
  }
}

extension ConnectedRecords {
  /// How many such texts there are; those that were taken out are none.
  func textCount(about person: PersonID) throws -> Int {
    try TextsAbout.all(about: person).reduce(0) { sum, texts in
      let found = try connection.first(
        """
        SELECT count(*) FROM \(texts.table)
        WHERE \(texts.condition) AND \(texts.column) NOT IN ('', \(Erasure.textPlaceholder))
        """
      ) { try $0.count(0) }
      return sum + (found ?? 0)
    }
  }
}

extension SQLiteWritableRecords {
  func eraseTexts(about person: PersonID) throws {
    for texts in TextsAbout.all(about: person) {
      try connection.run(
        """
        UPDATE \(texts.table) SET \(texts.column) = \(Erasure.textPlaceholder)
        WHERE \(texts.condition) AND \(texts.column) <> ''
        """)
    }
  }
}
