internal import JSON

extension Schema {
  /// A schema with a name as a document of its own, in which all that it refers to is defined (JSON Schema 2020-12).
  ///
  /// - Parameter identity: the address or name by which others refer to it.
  public func document(_ identity: String) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("$id", identity)
      if case .named(let name, _) = self { json.member("$ref", Place.definitions.rawValue + name) }
      json.member("$defs") { json in
        json.object { json in
          for (name, definition) in Schema.named(in: [self]) {
            json.member(name) { definition.writeDefinition(in: &$0, .definitions) }
          }
        }
      }
    }
    return json.bytes + [0x0A]
  }
}
