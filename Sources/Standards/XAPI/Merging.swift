import JSON

extension JSONValue {
  /// The members by the octets of their names; none where this is no object.
  fileprivate var byName: [ArraySlice<UInt8>: JSONValue] {
    guard let members else { return [:] }
    return Dictionary(members.map { ($0.name.utf8, $0.value) }) { first, _ in first }
  }

  /// Whether every member of another object is here too, and passes the test. Linear in both.
  func includes(
    _ other: JSONValue, _ test: (JSONText, JSONValue, JSONValue) -> Bool
  ) -> Bool {
    guard let otherMembers = other.members else { return false }
    let mine = byName
    return otherMembers.allSatisfy { member in
      mine[member.name.utf8].map { test(member.name, $0, member.value) } == true
    }
  }
}

extension JSONWriter {
  /// An object with the members of two: those of the earlier first, and those that both have as the closure writes them.
  /// Linear in both.
  mutating func merged(
    _ earlier: JSONValue, _ later: JSONValue,
    _ writeBoth: (inout JSONWriter, JSONText, JSONValue, JSONValue) -> Void
  ) {
    let (known, added) = (earlier.byName, later.byName)
    object { object in
      for member in earlier.members.map(Array.init) ?? [] {
        guard let other = added[member.name.utf8] else {
          object.member(member)
          continue
        }
        object.name(member.name.string)
        writeBoth(&object, member.name, member.value, other)
      }
      for member in later.members.map(Array.init) ?? [] where known[member.name.utf8] == nil {
        object.member(member)
      }
    }
  }
}
