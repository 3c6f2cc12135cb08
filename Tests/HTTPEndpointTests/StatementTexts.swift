import Foundation

/// A plain statement: a person, a verb of ADL, an activity.
///
/// - Parameter more: further members, as they stand, each followed by a comma.
func statement(
  id: String? = nil, actor: String = "mailto:officer@example.org", verb: String = "experienced",
  activity: String = "http://example.org/activities/1", more: String = ""
) -> String {
  let id = id.map { #""id": "\#($0)", "# } ?? ""
  return """
    {\(id)\(more)"actor": {"mbox": "\(actor)"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"},
     "object": {"id": "\(activity)"}}
    """
}

/// A statement that takes another back.
func voiding(_ target: String, id: String? = nil) -> String {
  """
  {\(id.map { #""id": "\#($0)", "# } ?? "")"actor": {"mbox": "mailto:keeper@example.org"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
   "object": {"objectType": "StatementRef", "id": "\(target)"}}
  """
}

/// A UUID that tells its number.
func uuid(_ number: Int) -> String {
  "0197f000-0000-7000-8000-" + String(repeating: "0", count: 12 - String(number).count) + String(number)
}

func uuid(_ digit: Character) -> String { uuid(digit.wholeNumberValue ?? 0) }

/// A text as the value of a query's parameter.
func encoded(_ text: String) -> String {
  text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
}
