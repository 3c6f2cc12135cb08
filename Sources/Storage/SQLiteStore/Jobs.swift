internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func job(_ id: JobID) throws -> Job? {
    try connection.first(
      "SELECT id, owner, task, state, taken_at, started_at, ended_at, status FROM job WHERE id = \(id)",
      decodeJob)
  }

  func jobs(of owner: KeyID?, state: JobState?, page request: PageRequest) throws -> Page<Job> {
    var condition: Query = "WHERE id > \(try identifierCursor(request))"
    if let owner { condition = condition + " AND owner = \(owner)" }
    if let state { condition = condition + " AND state = \(state.rawValue)" }
    let rows = try connection.all(
      """
      SELECT id, owner, task, state, taken_at, started_at, ended_at, status FROM job
      \(condition) ORDER BY id LIMIT \(request.limit + 1)
      """, decodeJob)
    return page(rows, request) { $0.id.description }
  }

  func openJobs() throws -> [Job] {
    try connection.all(
      """
      SELECT id, owner, task, state, taken_at, started_at, ended_at, status FROM job
      WHERE ended_at IS NULL ORDER BY id
      """, decodeJob)
  }

  func outcome(of job: JobID) throws -> KeptAnswer? {
    try connection.first(
      "SELECT status, fields, body FROM job WHERE id = \(job) AND status IS NOT NULL"
    ) { row in
      KeptAnswer(
        status: try row.count(0), fields: try decodeFields(row.texts(1)), body: try row.bytes(2))
    }
  }

  private func decodeJob(_ row: borrowing Row) throws -> Job {
    Job(
      id: try row.identifier(0), owner: try row.identifier(1), task: try row.text(2),
      state: try row.choice(3), takenAt: try row.instant(4), startedAt: try row.instantOrNil(5),
      endedAt: try row.instantOrNil(6), status: row.isNull(7) ? nil : try row.count(7))
  }
}

extension SQLiteWritableRecords {
  func insert(_ job: Job) throws {
    try connection.run(
      """
      INSERT INTO job (id, owner, task, state, taken_at, started_at, ended_at)
      VALUES (\(job.id), \(job.owner), \(job.task), \(job.state.rawValue), \(job.takenAt), \(job.startedAt),
        \(job.endedAt))
      """)
  }

  func setState(_ state: JobState, of job: JobID, at instant: Instant) throws {
    let (startedAt, endedAt) = state.isEnded ? (Instant?.none, instant) : (instant, Instant?.none)
    try connection.run(
      """
      UPDATE job SET state = \(state.rawValue), started_at = coalesce(started_at, \(startedAt)),
        ended_at = coalesce(ended_at, \(endedAt))
      WHERE id = \(job)
      """)
  }

  func keep(_ outcome: KeptAnswer, of job: JobID) throws {
    try connection.run(
      """
      UPDATE job SET status = \(outcome.status), fields = \(storedFields(outcome.fields)), body = \(outcome.body)
      WHERE id = \(job)
      """)
  }

  func forgetJobs(endedBefore instant: Instant, atMost count: Int) throws {
    try connection.run(
      """
      DELETE FROM job WHERE number IN (
        SELECT number FROM job WHERE ended_at < \(instant) ORDER BY ended_at LIMIT \(count))
      """)
  }
}
