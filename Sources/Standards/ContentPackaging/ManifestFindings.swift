extension FindingCode {
  public static let organizationDefaultDangling = FindingCode(
    "package.organization.default-dangling", .warning,
    "organizations@default names an organization that does not exist. The first one was taken.",
    fix: "Let organizations@default name one of the organizations.")
  public static let organizationDefaultMissing = FindingCode(
    "package.organization.default-missing", .note,
    "organizations@default, which SCORM wants, does not say which organization is meant. The first one was taken.",
    fix: "Let organizations@default name the organization.")
  public static let organizationsSeveral = FindingCode(
    "package.organization.several", .note,
    "The package has several organizations. The default one, else the first, was read.")
  public static let organizationNone = FindingCode(
    "package.organization.none", .warning,
    "The manifest has no organization. Each resource that can be launched became an activity.",
    fix: "Add an organization with an item for each activity.")
  static let organizationEmpty = FindingCode(
    "package.organization.empty", .warning,
    "No item of the organization shows any resource. Each resource that can be opened became an activity, behind the "
      + "items.",
    fix: "Add an item for each activity, if their order matters.")
  public static let itemDuplicate = FindingCode(
    "package.item.duplicate", .warning,
    "Two items have the same identifier. Both were kept, the later under a key of its own.",
    fix: "Give each item an identifier of its own.")
  public static let itemWithoutIdentifier = FindingCode(
    "package.item.without-identifier", .warning, "An item has no identifier. It was given a key.",
    fix: "Give each item an identifier.")
  public static let itemUntitled = FindingCode(
    "package.item.untitled", .note, "An item has no title. Its identifier stands for it.",
    fix: "Give the item a title.")
  static let itemDanglingResource = FindingCode(
    "package.item.dangling-resource", .warning,
    "An item refers to a resource that does not exist, so there is nothing to show. It was kept as a heading.",
    fix: "Correct item@identifierref, or add the resource.")
  static let resourceEmpty = FindingCode(
    "package.resource.empty", .warning,
    "An item shows a resource that has neither href nor file, so there is nothing to open. It was kept as a heading.",
    fix: "Name the file in resource@href.")
  static let nothingToShow = FindingCode(
    "package.nothing-to-show", .error, "The package has no activity that has any content.",
    fix: "Give at least one item a resource with an href.")
  public static let questionsNotPlayable = FindingCode(
    "package.questions.not-playable", .note,
    "A test or a bank of questions (QTI) is part of the course. Its files are kept whole, but it cannot be played here yet."
  )
  static let resourceDuplicate = FindingCode(
    "package.resource.duplicate", .warning,
    "Two resources have the same identifier. Items that refer to it get the first.",
    fix: "Give each resource an identifier of its own.")
  static let dependencyDangling = FindingCode(
    "package.dependency.dangling", .warning, "A resource depends on a resource that does not exist.",
    fix: "Correct dependency@identifierref, or remove the dependency.")
  static let submanifest = FindingCode(
    "package.submanifest", .warning,
    "The manifest holds another manifest. Sub-manifests are not read; what they describe is left out.",
    fix: "Describe everything in one manifest.")
  public static let titleMissing = FindingCode(
    "package.title.missing", .warning,
    "Nothing in the package gives the course a title. The file's name stands for it.",
    fix: "Give the organization a title.")
  static let identifierMissing = FindingCode(
    "package.identifier.missing", .warning,
    "The manifest has no identifier, so a later version of the package cannot be recognised by it.",
    fix: "Give the manifest an identifier that all versions of the course share.")

  /// The codes about IMS manifests.
  static let manifestCodes: [FindingCode] = [
    organizationDefaultDangling, organizationDefaultMissing, organizationsSeveral, organizationNone,
    organizationEmpty, itemDuplicate, itemWithoutIdentifier, itemUntitled, itemDanglingResource,
    resourceEmpty, nothingToShow, questionsNotPlayable, resourceDuplicate, dependencyDangling, submanifest,
    titleMissing, identifierMissing,
  ]
}
