public import ContentPackaging

extension FindingCode {
  static let tinCanIdentifier = FindingCode(
    "tincan.activity.id", .warning,
    "The id of an activity should be an absolute IRI, since statements name the activity by it. It was taken as it is.",
    fix: "Write an identifier such as https://example.org/courses/valuation.")
  static let tinCanDuplicate = FindingCode(
    "tincan.activity.duplicate", .warning,
    "Two activities have the same id. Both were kept; statements cannot tell them apart.",
    fix: "Give each activity an id of its own.")
  static let tinCanUntitled = FindingCode(
    "tincan.activity.untitled", .note, "An activity has no name. Its id stands for it.",
    fix: "Give the activity a name.")
  static let tinCanType = FindingCode(
    "tincan.activity.type", .note, "An activity does not say what type it is of.",
    fix: "Write activity@type, for a course http://adlnet.gov/expapi/activities/course.")
  static let tinCanNamespace = FindingCode(
    "tincan.namespace", .warning,
    "The file is in another namespace than Tin Can's, http://projecttincan.com/tincan.xsd, or in none. It was read all "
      + "the same.",
    fix: "Declare the namespace on the root element.")
  static let tinCanNothingToLaunch = FindingCode(
    "tincan.nothing-to-launch", .error,
    "No activity says what is launched, so nobody could take the course.",
    fix: "Give the activity that stands for the course a launch element.")
  static let tinCanSeveralLaunches = FindingCode(
    "tincan.activity.several-launches", .note,
    "An activity has several launch elements, one a language. The first is launched; the others are kept.")

  /// Every code of this room, in the order of `explain`.
  public static let tinCanCodes: [FindingCode] = [
    tinCanIdentifier, tinCanDuplicate, tinCanUntitled, tinCanType, tinCanNamespace, tinCanNothingToLaunch,
    tinCanSeveralLaunches,
  ]
}
