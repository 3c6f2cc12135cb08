extension JSONValue {
  /// Whether two values mean the same: numbers by exact value, texts by their octets, objects in any order.
  ///
  /// Time n log n in the larger object; recursion is bounded by the documents' depth limits.
  public func isEquivalent(to other: JSONValue) -> Bool {
    guard kind == other.kind else { return false }
    if let text, let otherText = other.text { return text == otherText }
    if let number, let otherNumber = other.number { return number == otherNumber }
    if let elements, let otherElements = other.elements {
      return elements.elementsEqual(otherElements) { $0.isEquivalent(to: $1) }
    }
    if let members, let otherMembers = other.members {
      return members.inOrderOfNames.elementsEqual(otherMembers.inOrderOfNames) {
        $0.name == $1.name && $0.value.isEquivalent(to: $1.value)
      }
    }
    return boolean == other.boolean
  }
}

extension JSONMembers {
  /// The members sorted by the octets of their names.
  public var inOrderOfNames: [JSONMember] {
    sorted { one, other in one.name.utf8.lexicographicallyPrecedes(other.name.utf8) }
  }
}
