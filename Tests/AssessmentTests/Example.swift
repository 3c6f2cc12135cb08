import Assessment
import Catalogue
import Enrolment
import Values

/// Versions and results made of as little as a test needs.
enum Example {
  static let enrolment = EnrolmentID(UUID(high: 0, low: 1))

  /// A version with the activity `scored` (mastery score 0.7), the activity `read` (none), and the group `group`.
  static func version(passingScore: String = "") -> CourseVersion {
    let nodes = [("scored", "0.7"), ("read", "")].map { key, mastery in
      ActivityNode(
        key: key, publisherIdentifier: key, title: LocalizedText(key),
        launch: Launch(
          target: .file(path: key, suffix: ""), moveOn: .completedOrPassed,
          masteryScore: ExactDecimal(mastery)))
    }
    let group = ActivityNode(
      key: "group", publisherIdentifier: "group", title: LocalizedText("A group"), children: nodes)
    let structure = CourseStructure(
      format: .cmi5, publisherIdentifier: "https://courses.example/1", title: LocalizedText("A course"),
      description: LocalizedText([]), languages: [], objectives: [], activities: [group])
    return CourseVersion(
      id: .init(UUID(high: 0, low: 3)), course: .init(UUID(high: 0, low: 2)), number: 1, structure: structure,
      contentDigest: "", missingFiles: 0,
      passRule: PassRule(passingScore: ExactDecimal(passingScore)) ?? .byActivities, mapping: [],
      state: .published)
  }

  static func result(
    _ number: UInt64, basis: AssessmentResult.Basis = .observed(.satisfactory),
    outcome: AssessmentResult.Outcome = .passed, activity: String? = nil, isFinal: Bool = false,
    correcting corrected: UInt64? = nil
  ) throws -> AssessmentResult {
    let recordedAt = Instant(microseconds: Int64(number) * 1_000_000)
    return AssessmentResult(
      id: identifier(number), enrolment: enrolment, activity: activity, attempt: 1, isFinal: isFinal,
      basis: basis,
      outcome: outcome,
      assessedOn: recordedAt.dayInUTC, recordedAt: recordedAt,
      correction: corrected.map { .init(of: identifier($0), reason: "misread") })
  }

  static func identifier(_ number: UInt64) -> AssessmentResultID {
    AssessmentResultID(UUID(high: 0, low: number))
  }

  /// A score with a point is scaled, `80/100` is raw of a maximum, `80` raw alone.
  static func score(_ text: String) throws(Score.Refusal) -> Score {
    let parts = text.split(separator: "/").map { ExactDecimal($0) }
    if parts.count == 1, text.contains(".") { return try Score(scaled: parts[0]) }
    return try Score(raw: parts[0], maximum: parts.count > 1 ? parts[1] : nil)
  }
}
