/// The version that every statement is sent in.
let xapiVersion = "X-Experience-API-Version: 1.0.3"

/// A statement identifier that no other round, sender or number has.
func statementID(round: Int, sender: Int, number: Int) -> String {
  "\(hex(round, digits: 8))-\(hex(sender, digits: 4))-4000-8000-\(hex(number, digits: 12))"
}

/// A statement that concerns no enrolment.
func statement(_ id: String, padding: Int = 0) -> String {
  """
  {"id": "\(id)", "actor": {"mbox": "mailto:officer@example.invalid"},
   "verb": {"id": "http://adlnet.gov/expapi/verbs/experienced"},
   "object": {"id": "https://registrar.invalid/activities/seals",
     "definition": {"description": {"en": "\(String(repeating: "x", count: padding))"}}}}
  """
}

private func hex(_ number: Int, digits: Int) -> String {
  let text = String(number, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
