public import XAPI

/// The verbs by which a statement decides completion or success of an assignable unit (cmi5 §9.3.3 to §9.3.5).
public enum DecidingVerb: String, Sendable, CaseIterable {
  case completed = "http://adlnet.gov/expapi/verbs/completed"
  case passed = "http://adlnet.gov/expapi/verbs/passed"
  case failed = "http://adlnet.gov/expapi/verbs/failed"
}

extension Statement {
  /// The category that marks a statement as "cmi5 defined" (cmi5 §9.6.2.1).
  public static let cmi5Category = "https://w3id.org/xapi/cmi5/context/categories/cmi5"

  /// The verb by which the statement decides completion or success of a unit; nil where it decides neither.
  ///
  /// Only "cmi5 defined" statements do: "cmi5 allowed" ones, of any verb and without the category, "are not considered in
  /// cmi5 defined session management and completion rules" (§7.1.3), whatever their result says.
  public var decidingVerb: DecidingVerb? {
    let isDefined = context?.activities.category.contains {
      $0.utf8.elementsEqual(Statement.cmi5Category.utf8)
    }
    guard isDefined ?? false else { return nil }
    return DecidingVerb.allCases.first { $0.rawValue.utf8.elementsEqual(verb.utf8) }
  }
}
