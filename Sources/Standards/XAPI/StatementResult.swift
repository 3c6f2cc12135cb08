public import JSON

/// How what a statement tells of came out (xAPI 1.0.3 Data 2.4.5).
public struct StatementResult: Sendable {
  /// The score, if one is given.
  public internal(set) var score: Score?
  /// Whether the attempt succeeded.
  public internal(set) var success: Bool?
  /// Whether the activity was completed.
  public internal(set) var completion: Bool?
  /// What was answered.
  public internal(set) var response: String?
  /// An ISO 8601 duration as it was sent.
  public internal(set) var duration: String?
}

/// A score, its numbers exactly as they were sent (Data 2.4.5.1).
public struct Score: Sendable {
  /// From −1 to 1.
  public internal(set) var scaled: JSONNumber?
  /// From `min` to `max`, where these are given.
  public internal(set) var raw: JSONNumber?
  /// The lowest score possible.
  public internal(set) var min: JSONNumber?
  /// The highest score possible.
  public internal(set) var max: JSONNumber?
}
