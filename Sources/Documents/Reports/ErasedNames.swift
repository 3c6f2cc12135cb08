import JSON

/// A report's JSON beside the same worked out again after persons were made unknown.
public struct ErasedNames: Sendable {
  private let persons: Set<String>

  /// - Parameter persons: the identifiers of those who were made unknown since the report was issued.
  public init(of persons: some Sequence<String>) {
    self.persons = Set(persons)
  }

  /// Whether all that differs is what these persons are called, and where their rows stand for it: lists are ordered by
  /// name. Everything else is the same, to the byte. Cost grows with the number of rows.
  public func areAllThatDiffers(_ issued: [UInt8], _ again: [UInt8]) throws -> Bool {
    let limits = JSONLimits(sizeBytes: 1 << 28, values: 1 << 27)
    let (issued, again) = (
      try JSONDocument(issued, limits: limits).root, try JSONDocument(again, limits: limits).root
    )
    guard rest(of: issued, beside: "blocks") == rest(of: again, beside: "blocks"),
      let blocks = issued["blocks"]?.elements, let others = again["blocks"]?.elements
    else { return false }
    let (one, other) = (Array(blocks), Array(others))
    return one.count == other.count && zip(one, other).allSatisfy(areAlike)
  }

  private func areAlike(_ one: JSONValue, _ other: JSONValue) -> Bool {
    rest(of: one, beside: "rows") == rest(of: other, beside: "rows") && rows(of: one) == rows(of: other)
  }

  /// The rows without the names of these persons, in an order that no name decides.
  private func rows(of block: JSONValue) -> [[UInt8]] {
    let rows = block["rows"]?.elements.map(Array.init) ?? []
    return rows.map { row in
      let isErased = row["person"]?.string.map(persons.contains) ?? false
      return isErased ? rest(of: row, beside: "person-name") : Array(row.raw)
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// All members of an object but one, as they stand.
  private func rest(of value: JSONValue, beside name: String) -> [UInt8] {
    let members = value.members.map(Array.init) ?? []
    return members.filter { !$0.name.string.utf8.elementsEqual(name.utf8) }.flatMap { member in
      Array(member.name.string.utf8) + [0] + member.value.raw + [0]
    }
  }
}
