internal import JSON
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func keptAnswer(to sender: KeyID, named name: String, since instant: Instant) throws -> (
    digest: [UInt8], answer: KeptAnswer
  )? {
    try connection.first(
      """
      SELECT digest, status, fields, body FROM kept_answer
      WHERE sender = \(sender) AND request_key = \(name) AND kept_at >= \(instant)
      """
    ) { row in
      (
        try row.bytes(0),
        KeptAnswer(status: try row.count(1), fields: try decodeFields(row.texts(2)), body: try row.bytes(3))
      )
    }
  }

  /// Names and values in turn.
  func decodeFields(_ texts: [String]) throws -> [KeptAnswer.Field] {
    guard texts.count.isMultiple(of: 2) else {
      throw StoredValueUnreadable(what: "a list of fields", value: "\(texts.count) texts")
    }
    return stride(from: 0, to: texts.count, by: 2).map { KeptAnswer.Field(texts[$0], texts[$0 + 1]) }
  }
}

extension SQLiteWritableRecords {
  func keep(_ answer: KeptAnswer, of request: RepeatableRequest) throws {
    try connection.run(
      """
      INSERT INTO kept_answer (sender, request_key, digest, kept_at, status, fields, body)
      VALUES (\(request.sender), \(request.name), \(request.digest), \(now), \(answer.status),
        \(storedFields(answer.fields)), \(answer.body))
      ON CONFLICT (sender, request_key) DO UPDATE SET digest = excluded.digest, kept_at = excluded.kept_at,
        status = excluded.status, fields = excluded.fields, body = excluded.body
      """)
  }

  func forgetAnswers(keptBefore instant: Instant, atMost count: Int) throws {
    try connection.run(
      """
      DELETE FROM kept_answer WHERE number IN (
        SELECT number FROM kept_answer WHERE kept_at < \(instant) ORDER BY kept_at LIMIT \(count))
      """)
  }
}

/// Names and values in turn.
func storedFields(_ fields: [KeptAnswer.Field]) -> String {
  storedTexts(fields.flatMap { [$0.name, $0.value] })
}
