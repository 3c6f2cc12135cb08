internal import Enrolment
internal import Operations
internal import SQLite
internal import Values

/// The key under which the progress with the course as a whole is kept.
private let courseKey = ""

extension ConnectedRecords {
  func progress(of enrolment: EnrolmentID) throws -> EnrolmentProgress {
    var activities: [String: ActivityProgress] = [:]
    try connection.each(
      """
      SELECT activity, started_at, completed_at, success, success_at, score_scaled, score_raw, score_minimum,
        score_maximum, is_final
      FROM progress WHERE enrolment = \(enrolment)
      """
    ) { row in
      activities[try row.text(0)] = ActivityProgress(
        startedAt: try row.instantOrNil(1), completedAt: try row.instantOrNil(2), success: try row.choice(3),
        successAt: try row.instantOrNil(4), score: try row.scoreOrNil(5), isFinal: try row.boolean(9))
    }
    let course = activities.removeValue(forKey: courseKey) ?? .none
    return EnrolmentProgress(activities: activities, course: course)
  }
}

extension SQLiteWritableRecords {
  func setProgress(
    _ progress: EnrolmentProgress, replacing before: EnrolmentProgress, of enrolment: EnrolmentID
  ) throws {
    if progress.course != before.course { try set(progress.course, of: courseKey, in: enrolment) }
    for (activity, reached) in progress.activities where before.activities[activity] != reached {
      try set(reached, of: activity, in: enrolment)
    }
    for activity in before.activities.keys where progress.activities[activity] == nil {
      try connection.run("DELETE FROM progress WHERE enrolment = \(enrolment) AND activity = \(activity)")
    }
  }

  func replaceProgress(by progress: EnrolmentProgress, of enrolment: EnrolmentID) throws {
    try connection.run("DELETE FROM progress WHERE enrolment = \(enrolment)")
    try setProgress(progress, replacing: .none, of: enrolment)
  }

  private func set(_ reached: ActivityProgress, of activity: String, in enrolment: EnrolmentID) throws {
    let score = reached.score
    try connection.run(
      """
      INSERT OR REPLACE INTO progress (enrolment, activity, started_at, completed_at, success, success_at, score_scaled,
        score_raw, score_minimum, score_maximum, is_final)
      VALUES (\(enrolment), \(activity), \(reached.startedAt), \(reached.completedAt), \(reached.success.rawValue),
        \(reached.successAt), \(score?.scaled), \(score?.raw), \(score?.minimum), \(score?.maximum),
        \(reached.isFinal))
      """)
  }
}

extension Row {
  /// A score in four columns, scaled, raw, least and greatest value; nil where the first two are empty.
  func scoreOrNil(_ column: Int) throws -> Score? {
    guard !isNull(column) || !isNull(column + 1) else { return nil }
    return try Score(
      normalised: decimalOrNil(column), raw: decimalOrNil(column + 1), minimum: decimalOrNil(column + 2),
      maximum: decimalOrNil(column + 3))
  }
}
