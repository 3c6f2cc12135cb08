internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func funding(of session: SessionID) throws -> [SessionFunding] {
    try connection.all(
      """
      SELECT session, donor, seats, programme, recorded_at FROM session_funding
      WHERE session = \(session) AND ended_at IS NULL ORDER BY recorded_at, donor
      """
    ) {
      try SessionFunding(
        session: $0.identifier(0), donor: $0.identifier(1), seats: $0.integerOrNil(2).map(Int.init),
        programme: $0.identifierOrNil(3), recordedAt: $0.instant(4))
    }
  }

  /// The donors of a session, as they were recorded at an instant.
  func donors(of session: SessionID, asOf cutOff: Instant) throws -> Set<PartyID> {
    Set(
      try connection.all(
        """
        SELECT donor FROM session_funding
        WHERE session = \(session) AND recorded_at <= \(cutOff) AND (ended_at IS NULL OR ended_at > \(cutOff))
        """
      ) { try $0.identifier(0) })
  }
}

extension SQLiteWritableRecords {
  func insert(_ funding: SessionFunding) throws {
    try connection.run(
      """
      INSERT INTO session_funding (session, donor, seats, programme, recorded_at, ended_at)
      VALUES (\(funding.session), \(funding.donor), \(funding.seats), \(funding.programme), \(funding.recordedAt),
        \(funding.endedAt))
      """)
  }

  func end(_ funding: SessionFunding, at instant: Instant) throws {
    try connection.run(
      """
      UPDATE session_funding SET ended_at = \(instant)
      WHERE session = \(funding.session) AND donor = \(funding.donor) AND ended_at IS NULL
      """)
  }
}
