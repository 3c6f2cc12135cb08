public import JSON

/// An activity as the Activities Resource gives it (xAPI 1.0.3 Communication 2.5).
public struct ActivityDescription: Sendable {
  /// The activity's IRI.
  public let id: String
  /// What is known of it; nil where no statement described it.
  public let definition: ActivityDefinition?

  /// An activity with what is known of it.
  public init(id: String, definition: ActivityDefinition?) {
    (self.id, self.definition) = (id, definition)
  }

  /// The JSON object: `objectType`, `id`, and `definition` where there is one.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("objectType", "Activity")
      object.member("id", id)
      if let definition { object.member("definition") { $0.raw(definition.value.raw) } }
    }
  }
}
