extension Schema {
  /// Every form with a name that this one holds, itself included, once each, in the order of the names.
  public static func named(in schemas: some Sequence<Schema>) -> [(name: String, definition: Schema)] {
    var found: [String: Schema] = [:]
    var waiting = Array(schemas)
    while let schema = waiting.popLast() {
      if case .named(let name, let definition) = schema {
        guard found.updateValue(definition, forKey: name) == nil else { continue }
      }
      waiting += schema.parts
    }
    return found.sorted { $0.key < $1.key }.map { (name: $0.key, definition: $0.value) }
  }

  /// The forms that this one is made of.
  private var parts: [Schema] {
    switch self {
    case .anything, .null, .text, .whole, .number, .truth, .choice, .reference: []
    case .list(let part), .map(let part, _, _), .orNull(let part), .named(_, let part): [part]
    case .object(let members, _): members.map(\.schema)
    case .either(let forms): forms
    }
  }
}
