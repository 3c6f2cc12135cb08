internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func fundingProgramme(_ id: FundingProgrammeID) throws -> FundingProgramme? {
    try connection.first(
      """
      SELECT id, code, donor, titles, first_day, last_day, recorded_at FROM funding_programme WHERE id = \(id)
      """, decodeProgramme)
  }

  func fundingProgramme(_ code: FundingProgrammeCode) throws -> FundingProgramme? {
    try connection.first(
      """
      SELECT id, code, donor, titles, first_day, last_day, recorded_at FROM funding_programme
      WHERE code_folded = \(code.folded)
      """, decodeProgramme)
  }

  func fundingProgrammes(of donor: PartyID?) throws -> [FundingProgramme] {
    let ofDonor: Query = donor.map { "WHERE donor = \($0)" } ?? ""
    return try connection.all(
      """
      SELECT id, code, donor, titles, first_day, last_day, recorded_at FROM funding_programme
      \(ofDonor) ORDER BY code_folded
      """, decodeProgramme)
  }

  private func decodeProgramme(_ row: borrowing Row) throws -> FundingProgramme {
    try FundingProgramme(
      id: row.identifier(0), code: row.code(1), donor: row.identifier(2), titles: row.localizedText(3),
      days: row.days(4, 5), recordedAt: row.instant(6))
  }

  func targets(of programme: FundingProgrammeID) throws -> [FundingTarget] {
    try connection.all(
      """
      SELECT programme, indicator, first_day, last_day, value, recorded_at, ended_at FROM funding_target
      WHERE programme = \(programme) AND ended_at IS NULL ORDER BY first_day, last_day, indicator
      """, decodeTarget)
  }

  func target(of programme: FundingProgrammeID, _ indicator: FundingIndicator, within days: DayRange) throws
    -> FundingTarget?
  {
    try connection.first(
      """
      SELECT programme, indicator, first_day, last_day, value, recorded_at, ended_at FROM funding_target
      WHERE programme = \(programme) AND indicator = \(indicator.rawValue) AND first_day = \(days.from)
        AND last_day = \(days.to) AND ended_at IS NULL
      """, decodeTarget)
  }

  /// The targets of all programmes, as they were recorded at an instant, in the order of their programmes' codes, of their
  /// days and indicators.
  func targets(asOf cutOff: Instant) throws -> [FundingTarget] {
    try connection.all(
      """
      SELECT programme, indicator, target.first_day, target.last_day, value, target.recorded_at, ended_at
      FROM funding_target AS target JOIN funding_programme AS programme ON programme.id = target.programme
      WHERE target.recorded_at <= \(cutOff) AND (ended_at IS NULL OR ended_at > \(cutOff))
      ORDER BY code_folded, target.first_day, target.last_day, indicator
      """, decodeTarget)
  }

  private func decodeTarget(_ row: borrowing Row) throws -> FundingTarget {
    FundingTarget(
      recorded: try row.identifier(0), indicator: try row.choice(1), days: try row.days(2, 3),
      value: try row.count(4), recordedAt: try row.instant(5), endedAt: try row.instantOrNil(6))
  }
}

extension SQLiteWritableRecords {
  func insert(_ programme: FundingProgramme) throws {
    try connection.run(
      """
      INSERT INTO funding_programme (id, code, code_folded, donor, titles, first_day, last_day, recorded_at)
      VALUES (\(programme.id), \(programme.code.text), \(programme.code.folded), \(programme.donor),
        \(programme.titles), \(programme.days.from), \(programme.days.to), \(programme.recordedAt))
      """)
  }

  func insert(_ target: FundingTarget) throws {
    try connection.run(
      """
      INSERT INTO funding_target (programme, indicator, first_day, last_day, value, recorded_at, ended_at)
      VALUES (\(target.programme), \(target.indicator.rawValue), \(target.days.from), \(target.days.to),
        \(target.value), \(target.recordedAt), \(target.endedAt))
      """)
  }

  func end(_ target: FundingTarget, at instant: Instant) throws {
    try connection.run(
      """
      UPDATE funding_target SET ended_at = \(instant)
      WHERE programme = \(target.programme) AND indicator = \(target.indicator.rawValue)
        AND first_day = \(target.days.from) AND last_day = \(target.days.to) AND ended_at IS NULL
      """)
  }
}
