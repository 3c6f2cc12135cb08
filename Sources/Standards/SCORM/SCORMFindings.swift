public import ContentPackaging

extension FindingCode {
  static let schemaVersion = FindingCode(
    "scorm.schema-version", .warning,
    "metadata/schemaversion is missing or does not fit the namespaces. The namespaces were believed; where they leave "
      + "it open, SCORM 2004 is read as its 3rd edition.",
    fix: "Write 1.2, CAM 1.3, 2004 3rd Edition or 2004 4th Edition, as the package is meant.")
  static let itemDangling = FindingCode(
    "scorm.item.dangling-resource", .warning,
    "An item refers to a resource that does not exist, so it cannot be launched. It was kept as a heading.",
    fix: "Correct item@identifierref, or add the resource.")
  static let itemEmpty = FindingCode(
    "scorm.item.empty", .warning, "An item has neither content nor items within. It was kept as a heading.",
    fix: "Give the item a resource, or remove it.")
  static let itemClusterWithContent = FindingCode(
    "scorm.item.cluster-with-content", .warning,
    "An item has both content and items within, which SCORM does not allow. Both were kept.",
    fix: "Put the content into an item of its own.")
  static let resourceWithoutHref = FindingCode(
    "scorm.resource.without-href", .warning,
    "A resource that an item launches has no href. Its first file was taken; without one, the item cannot be launched.",
    fix: "Name the launch file in resource@href.")
  static let resourceWithoutType = FindingCode(
    "scorm.resource.without-type", .warning,
    "A resource that an item launches does not say whether it is a SCO or an asset. It was read as a SCO.",
    fix: "Write adlcp:scormtype (1.2) or adlcp:scormType (2004) as sco or asset.")
  static let masteryScore = FindingCode(
    "scorm12.item.mastery-score", .error,
    "adlcp:masteryscore must be a plain decimal number from 0 to 100. Guessing what was meant would change who passes.",
    fix: "Write a number such as 80 or 66.5.")
  static let minimumMeasure = FindingCode(
    "scorm2004.item.minimum-measure", .error,
    "imsss:minNormalizedMeasure must be a decimal number from -1 to 1. Guessing what was meant would change who passes.",
    fix: "Write a number such as 0.8.")
  static let minimumMeasureNegative = FindingCode(
    "scorm2004.item.minimum-measure-negative", .warning,
    "imsss:minNormalizedMeasure is below 0. No score from 0 to 1 lies below it, so it was left out.",
    fix: "Write a number from 0 to 1.")
  static let completionThreshold = FindingCode(
    "scorm2004.item.completion-threshold", .error,
    "adlcp:completionThreshold must be a decimal number from 0 to 1. Guessing what was meant would change who completes.",
    fix: "Write a number such as 0.9.")
  static let sequencingReferenceDangling = FindingCode(
    "scorm2004.sequencing.dangling-reference", .warning,
    "imsss:sequencing@IDRef names no sequencing of the manifest's collection. Only what stands locally counts.",
    fix: "Correct IDRef, or add the sequencing to imsss:sequencingCollection.")
  static let nothingToLaunch = FindingCode(
    "scorm.course.nothing-to-launch", .error, "The package has no activity that could be launched.",
    fix: "Give at least one item a resource with an href.")

  /// Every code of this room, in the order of `explain`.
  public static let scormCodes: [FindingCode] = [
    schemaVersion, itemDangling, itemEmpty, itemClusterWithContent, resourceWithoutHref, resourceWithoutType,
    masteryScore, minimumMeasure, minimumMeasureNegative, completionThreshold, sequencingReferenceDangling,
    nothingToLaunch,
  ]
}
