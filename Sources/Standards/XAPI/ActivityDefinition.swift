public import JSON
import Values

/// What a statement says of an activity beyond its id: names and descriptions by language, type, interaction
/// (xAPI 1.0.3 Data 2.4.4.1).
public struct ActivityDefinition: Sendable {
  /// The most octets that definitions are put together to.
  public static let mostOctets = 64 << 10

  /// A JSON object that keeps the rules of definitions.
  public let value: JSONValue

  /// A definition that was validated when it came.
  public init(validated value: JSONValue) {
    self.value = value
  }

  /// Whether another definition says nothing that is not said here.
  public func includes(_ other: ActivityDefinition) -> Bool {
    value.includes(other.value) { name, mine, others in
      isMap(name) ? mine.includes(others) { $1.isEquivalent(to: $2) } : mine.isEquivalent(to: others)
    }
  }

  /// The definition as it is once another was sent: what the later one says holds; of names, descriptions and
  /// extensions, entries that only the earlier one has stay.
  ///
  /// Where both together would have more than `mostOctets`, the later one replaces the earlier.
  public func completed(by later: ActivityDefinition) -> [UInt8] {
    var writer = JSONWriter()
    writer.merged(value, later.value) { writer, name, mine, others in
      if isMap(name) { writer.merged(mine, others) { $0.raw($3.raw) } } else { writer.raw(others.raw) }
    }
    return writer.bytes.count > ActivityDefinition.mostOctets ? Array(later.value.raw) : writer.bytes
  }

  /// Whether the property of this name has entries that stand for themselves.
  private func isMap(_ name: JSONText) -> Bool {
    name == "name" || name == "description" || name == "extensions"
  }
}

/// An activity that a statement describes.
public struct DescribedActivity: Sendable {
  /// The activity's IRI.
  public let id: String
  /// What the statement says of it.
  public let definition: ActivityDefinition
}

extension Statement {
  /// The activities that come with a definition, in the order they stand: the object, those of the context, and the
  /// same of a SubStatement.
  public var describedActivities: [DescribedActivity] {
    var described: [DescribedActivity] = []
    describe(value, into: &described)
    if case .subStatement = object, let subStatement = value["object"] {
      describe(subStatement, into: &described)
    }
    return described
  }

  private func describe(_ part: JSONValue, into described: inout [DescribedActivity]) {
    if let object = part["object"] { add(object, to: &described) }
    guard let kinds = part["context"]?["contextActivities"]?.members else { return }
    for kind in kinds {
      guard let activities = kind.value.elements else {
        add(kind.value, to: &described)
        continue
      }
      for activity in activities { add(activity, to: &described) }
    }
  }

  /// Only activities have definitions.
  private func add(_ activity: JSONValue, to described: inout [DescribedActivity]) {
    guard let definition = activity["definition"], let id = activity["id"]?.string else { return }
    described.append(
      DescribedActivity(id: id, definition: ActivityDefinition(validated: definition)))
  }
}
