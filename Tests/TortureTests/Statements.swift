/// The version that every statement is sent in.
let xapiVersion = "X-Experience-API-Version: 1.0.3"

/// A statement identifier that no other round, sender or number has.
func statementID(round: Int, sender: Int, number: Int) -> String {
  "\(hex(round, digits: 8))-\(hex(sender, digits: 4))-4000-8000-\(hex(number, digits: 12))"
}

/// A statement that concerns no enrolment.
func statement(_ id: String, of officer: String = "officer", padding: Int = 0) -> String {
  """
  {"id": "\(id)", "actor": {"mbox": "mailto:\(officer)@example.invalid"},
   "verb": {"id": "http://adlnet.gov/expapi/verbs/experienced"},
   "object": {"id": "https://registrar.invalid/activities/seals",
     "definition": {"description": {"en": "\(String(repeating: "x", count: padding))"}}}}
  """
}

/// Where the state document of a sender is had; its text is a number that only grows.
func documentTarget(round: Int, sender: Int) -> String {
  "/xapi/activities/state?activityId=x:torture&agent=%7B%22mbox%22%3A%22mailto%3Aofficer%40example.invalid%22%7D"
    + "&stateId=\(round)-\(sender)"
}

private func hex(_ number: Int, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
