import JSON

// Statements written anew, part by part.
extension JSONWriter {
  /// An object with the members that are kept, each value as the closure writes it.
  mutating func rewrite(
    _ value: JSONValue, keeping isKept: (JSONMember) -> Bool = { _ in true },
    _ writeValue: (inout JSONWriter, JSONMember) -> Void
  ) {
    object { object in
      for member in value.members.map(Array.init) ?? [] where isKept(member) {
        object.name(member.name.string)
        writeValue(&object, member)
      }
    }
  }

  /// An array's elements, or any other value, each as the closure writes it.
  mutating func eachOrItself(_ value: JSONValue, _ writeValue: (inout JSONWriter, JSONValue) -> Void) {
    guard let elements = value.elements else { return writeValue(&self, value) }
    array(elements) { writeValue(&$0, $1) }
  }
}
