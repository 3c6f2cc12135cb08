public import ContentPackaging

extension FindingCode {
  static let elementMissing = FindingCode(
    "cmi5.element.missing", .error,
    "A course structure lacks an element that it must have (cmi5 §13.1): a course, a title, a description, a url, or at "
      + "least one assignable unit in the course and in each block.",
    fix: "Add the element.")
  static let elementOrder = FindingCode(
    "cmi5.element.order", .error,
    "The elements of a course structure stand in a fixed order (cmi5 §13.2), each at most once apart from au and block.",
    fix:
      "Put them in the order course, objectives, then au and block; within these title, description, objectives, url, "
      + "launchParameters, entitlementKey.")
  static let elementUnknown = FindingCode(
    "cmi5.element.unknown", .warning,
    "An element in the cmi5 namespace, or in none, is not one that cmi5 has. It was passed over.",
    fix: "Remove it, or put it into a namespace of your own.")
  static let attributeAsElement = FindingCode(
    "cmi5.attribute-as-element", .warning,
    "What cmi5 writes as an attribute stands as an element. It was read as the attribute.",
    fix: "Write it as an attribute of the au element.")
  static let attributeUnknown = FindingCode(
    "cmi5.attribute.unknown", .warning,
    "An attribute without a namespace is not one that cmi5 has. It was passed over.",
    fix: "Remove it, or put it into a namespace of your own.")
  static let identifierInvalid = FindingCode(
    "cmi5.id.invalid", .error,
    "The id of a course, block, objective and assignable unit must be an absolute IRI (cmi5 §13.1).",
    fix: "Write an identifier such as https://example.org/courses/valuation.")
  static let identifierDuplicate = FindingCode(
    "cmi5.id.duplicate", .error,
    "Two blocks, objectives or assignable units share an id, or have ids that differ only in case, Unicode "
      + "normalisation or white space (cmi5 §13.1).",
    fix: "Give each an id of its own.")
  static let languageInvalid = FindingCode(
    "cmi5.langstring.language", .error,
    "langstring@lang must be a language tag (RFC 5646) such as en or fr-CA.",
    fix: "Write a language tag, or leave the attribute out.")
  static let objectiveDangling = FindingCode(
    "cmi5.objective.dangling-reference", .warning,
    "An objective is referred to that the course structure does not define.",
    fix: "Define the objective, or correct idref.")
  static let addressInvalid = FindingCode(
    "cmi5.au.url.invalid", .error,
    "The url of an assignable unit must be a valid URL: without spaces, and other characters percent-encoded where RFC "
      + "3986 wants it (cmi5 §13.1.4).",
    fix: "Percent-encode the character: a space is %20.")
  static let addressRelative = FindingCode(
    "cmi5.au.url.relative", .error,
    "A course structure that comes without its package must give every url in full (cmi5 §14.2).",
    fix: "Import the zip package, or write absolute URLs.")
  static let addressReserved = FindingCode(
    "cmi5.au.url.reserved-parameter", .error,
    "The query of a url holds a name that the LMS adds at launch: endpoint, fetch, actor, activityId or registration "
      + "(cmi5 §8.1, §13.1.4).",
    fix: "Rename the parameter.")
  static let masteryScoreInvalid = FindingCode(
    "cmi5.au.mastery-score", .error,
    "masteryScore must be a decimal number from 0 to 1 with at most 4 places (cmi5 §13.1.4). Guessing what was meant "
      + "would change who passes.",
    fix: "Write a number such as 0.8.")
  static let moveOnInvalid = FindingCode(
    "cmi5.au.move-on", .error,
    "moveOn must be Passed, Completed, CompletedAndPassed, CompletedOrPassed or NotApplicable, spelt so (cmi5 §13.1.4).",
    fix: "Write one of the five.")
  static let launchMethodInvalid = FindingCode(
    "cmi5.au.launch-method", .error, "launchMethod must be OwnWindow or AnyWindow, spelt so (cmi5 §13.1.4).",
    fix: "Write one of the two.")

  /// Every code of this room, in the order of `explain`.
  public static let cmi5Codes: [FindingCode] = [
    elementMissing, elementOrder, elementUnknown, attributeAsElement, attributeUnknown, identifierInvalid,
    identifierDuplicate, languageInvalid, objectiveDangling, addressInvalid, addressRelative, addressReserved,
    masteryScoreInvalid, moveOnInvalid, launchMethodInvalid,
  ]
}
