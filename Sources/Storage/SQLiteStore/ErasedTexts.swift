internal import Operations
internal import People
internal import SQLite
internal import Values

// Reasons and comments that were written about one person. A text that the program wrote itself tells of nobody, and stays.
extension ConnectedRecords {
  /// How many such texts there are; those that were taken out are none.
  func textCount(about person: PersonID) throws -> Int {
    let enrolments: Query = "(SELECT id FROM enrolment WHERE person = \(person))"
    let observations: Query = "(SELECT id FROM observation WHERE person = \(person))"
    return try connection.first(
      """
      SELECT
        (SELECT count(*) FROM assessment_result WHERE enrolment IN \(enrolments) AND correction_reason <> 'erased')
        + (SELECT count(*) FROM certificate_transition
          WHERE certificate IN (SELECT id FROM certificate WHERE person = \(person))
            AND state <> 'expired' AND reason <> 'erased')
        + (SELECT count(*) FROM accreditation_transition
          WHERE accreditation IN (SELECT id FROM accreditation WHERE person = \(person)) AND reason <> 'erased')
        + (SELECT count(*) FROM award_proposal WHERE enrolment IN \(enrolments) AND reason <> 'erased')
        + (SELECT count(*) FROM stage_waiver WHERE person = \(person) AND reason <> 'erased')
        + (SELECT count(*) FROM waiver WHERE enrolment IN \(enrolments) AND reason <> 'erased')
        + (SELECT count(*) FROM observation
          WHERE person = \(person) AND witness NOT IN ('', 'erased'))
        + (SELECT count(*) FROM observation_mark
          WHERE observation IN \(observations) AND comment NOT IN ('', 'erased'))
        + (SELECT count(*) FROM observation_transition
          WHERE observation IN \(observations) AND comment NOT IN ('', 'erased'))
        + (SELECT count(*) FROM onward_training
          WHERE enrolment IN \(enrolments) AND evidence NOT IN ('', 'erased'))
      """
    ) { try $0.count(0) } ?? 0
  }
}

extension SQLiteWritableRecords {
  func eraseTexts(about person: PersonID) throws {
    let enrolments: Query = "(SELECT id FROM enrolment WHERE person = \(person))"
    let observations: Query = "(SELECT id FROM observation WHERE person = \(person))"
    let changes: [Query] = [
      """
      UPDATE assessment_result SET correction_reason = 'erased'
      WHERE enrolment IN \(enrolments) AND correction_reason IS NOT NULL
      """,
      """
      UPDATE certificate_transition SET reason = 'erased'
      WHERE certificate IN (SELECT id FROM certificate WHERE person = \(person))
        AND state <> 'expired' AND reason IS NOT NULL
      """,
      """
      UPDATE accreditation_transition SET reason = 'erased'
      WHERE accreditation IN (SELECT id FROM accreditation WHERE person = \(person)) AND reason IS NOT NULL
      """,
      "UPDATE award_proposal SET reason = 'erased' WHERE enrolment IN \(enrolments) AND reason IS NOT NULL",
      "UPDATE stage_waiver SET reason = 'erased' WHERE person = \(person)",
      "UPDATE waiver SET reason = 'erased' WHERE enrolment IN \(enrolments)",
      "UPDATE observation SET witness = 'erased' WHERE person = \(person) AND witness <> ''",
      "UPDATE observation_mark SET comment = 'erased' WHERE observation IN \(observations) AND comment <> ''",
      """
      UPDATE observation_transition SET comment = 'erased' WHERE observation IN \(observations) AND comment <> ''
      """,
      "UPDATE onward_training SET evidence = 'erased' WHERE enrolment IN \(enrolments) AND evidence <> ''",
    ]
    for change in changes { try connection.run(change) }
  }
}
