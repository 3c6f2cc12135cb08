/// What a unit is launched for (cmi5 §10.0 `launchMode`).
public enum LaunchMode: String, Sendable, CaseIterable {
  /// To learn: what is achieved is recorded.
  case normal = "Normal"
  /// To look around, without judgement.
  case browse = "Browse"
  /// To see again what was done before.
  case review = "Review"

  /// Whether completion and success are recorded in it.
  public var recordsAchievement: Bool { self == .normal }
}
