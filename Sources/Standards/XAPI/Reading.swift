import JSON

/// Reads the parts of a statement, refusing at the first rule broken. One file for each part; every part is walked once.
struct StatementReader {
  let version: XAPIVersion
}

extension JSONValue {
  func breaks(_ rule: StatementRule, _ message: String) -> StatementViolation {
    StatementViolation(rule: rule, pointer: pointer, message: message)
  }

  /// For the object `thing` that has no such property.
  func lacks(_ property: String, _ thing: String) -> StatementViolation {
    breaks(.missingProperty, "\(thing) must have the property \(property).")
  }

  func properties(of thing: String) throws(StatementViolation) -> JSONMembers {
    guard let members else { throw breaks(.wrongType, "\(thing) must be an object.") }
    return members
  }

  func list(of things: String) throws(StatementViolation) -> JSONElements {
    guard let elements else { throw breaks(.wrongType, "\(things) must stand in an array.") }
    return elements
  }

  func truth() throws(StatementViolation) -> Bool {
    guard let boolean else { throw breaks(.wrongType, "The value must be true or false.") }
    return boolean
  }

  func decimal() throws(StatementViolation) -> JSONNumber {
    guard let number else { throw breaks(.wrongType, "The value must be a number.") }
    return number
  }

  func words() throws(StatementViolation) -> JSONText {
    guard let text else { throw breaks(.wrongType, "The value must be a string.") }
    return text
  }
}

extension JSONMember {
  func isUnknown(in thing: String) -> StatementViolation {
    value.breaks(.unknownProperty, "\(thing) has no property of this name.")
  }
}
