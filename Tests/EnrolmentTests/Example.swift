import Catalogue
import Enrolment
import Values

/// Course versions and records made of as little as a test needs.
enum Example {
  /// One activity of a version: its key, when it is satisfied, and the score that masters it.
  struct Activity: Sendable, CustomStringConvertible {
    let key: String
    let moveOn: MoveOn
    let masteryScore: ExactDecimal?

    init(_ key: String, _ moveOn: MoveOn, mastery: String = "") {
      self.key = key
      self.moveOn = moveOn
      masteryScore = ExactDecimal(mastery)
    }

    var description: String { "\(key) \(moveOn.rawValue) \(masteryScore.map(\.description) ?? "")" }
  }

  /// A version whose activities lie in one group with the key `group`.
  static func version(_ activities: [Activity], passingScore: String = "") -> CourseVersion {
    let nodes = activities.map { activity in
      let launch = Launch(
        target: .file(path: activity.key, suffix: ""), moveOn: activity.moveOn,
        masteryScore: activity.masteryScore)
      return ActivityNode(
        key: activity.key, publisherIdentifier: activity.key, title: LocalizedText(activity.key),
        launch: launch)
    }
    let group = ActivityNode(
      key: "group", publisherIdentifier: "group", title: LocalizedText("A group"), children: nodes)
    let structure = CourseStructure(
      format: .cmi5, publisherIdentifier: "https://courses.example/1", title: LocalizedText("A course"),
      description: LocalizedText([]), languages: [], objectives: [], activities: [group])
    return CourseVersion(
      id: CourseVersionID(UUID(high: 0, low: 2)), course: CourseID(UUID(high: 0, low: 1)), number: 1,
      structure: structure, contentDigest: "", missingFiles: 0,
      passRule: PassRule(passingScore: ExactDecimal(passingScore)) ?? .byActivities, mapping: [],
      state: .published)
  }

  /// A record written as `key claim+claim score`, `course` for the course as a whole, at so many seconds after 1970;
  /// `final` among the claims makes it the last attempt.
  ///
  /// A score with a point is scaled; one without is raw on no scale, and so not comparable.
  static func record(_ text: String, atSecond second: Int) throws -> ProgressEvidence {
    let words = text.split(separator: " ").map(String.init)
    let claims = words[1].split(separator: "+").compactMap { ProgressEvidence.Claim(rawValue: String($0)) }
    let score = words.count > 2 ? try score(words[2]) : nil
    return ProgressEvidence(
      activity: words[0] == "course" ? nil : words[0], claims: Set(claims), score: score,
      isFinal: words[1].contains("final"), recordedAt: Instant(microseconds: Int64(second) * 1_000_000))
  }

  /// Records one second apart, the first at second 1.
  static func records(_ texts: [String]) throws -> [ProgressEvidence] {
    try texts.enumerated().map { try record($1, atSecond: $0 + 1) }
  }

  static func score(_ text: String) throws(Score.Refusal) -> Score {
    let number = ExactDecimal(text)
    return try text.contains(".") ? Score(scaled: number) : Score(raw: number)
  }
}
