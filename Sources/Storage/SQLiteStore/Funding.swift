internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func funding(of session: SessionID) throws -> [SessionFunding] {
    try connection.all(
      """
      SELECT session, donor, recorded_at FROM session_funding
      WHERE session = \(session) AND ended_at IS NULL ORDER BY recorded_at, donor
      """
    ) {
      SessionFunding(
        session: try $0.identifier(0), donor: try $0.identifier(1), recordedAt: try $0.instant(2))
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
      INSERT INTO session_funding (session, donor, recorded_at, ended_at)
      VALUES (\(funding.session), \(funding.donor), \(funding.recordedAt), \(funding.endedAt))
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
