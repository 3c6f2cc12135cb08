import JSON

extension Statement {
  /// The statement with activities as the record store knows them and verbs as they were received, every language map of
  /// theirs cut to the one language that is wanted most, each map by itself (xAPI 1.0.3 Communication 2.1.3,
  /// `format=canonical` and Language Filtering Requirements). Agents and everything else are as they were received.
  ///
  /// - Parameter known: what is known of an activity by its IRI; nil where nothing is, so that what the statement says
  ///   itself holds.
  public func canonical(
    in languages: LanguagePreference, knowing known: (String) throws -> ActivityDefinition?
  ) throws -> [UInt8] {
    var definitions: [StatementTerm: ActivityDefinition] = [:]
    for id in activityIDs {
      let term = StatementTerm(.activity, id)
      if definitions[term] == nil { definitions[term] = try known(id) }
    }
    var writer = JSONWriter()
    CanonicalForm(languages: languages, definitions: definitions).write(value, to: &writer)
    return writer.bytes
  }

  /// The activities that are named anywhere in the statement.
  private var activityIDs: [String] {
    var ids = context?.activities.all ?? []
    switch object {
    case .activity(let id): ids.append(id)
    case .subStatement(let part):
      ids += part.context?.activities.all ?? []
      if case .activity(let id) = part.object { ids.append(id) }
    case .actor, .statementReference: break
    }
    return ids
  }
}

/// Writes the parts of statements that the canonical format changes. The values were validated.
private struct CanonicalForm {
  let languages: LanguagePreference
  /// By the activities' terms, which are told apart octet by octet.
  let definitions: [StatementTerm: ActivityDefinition]

  func write(_ statement: JSONValue, to writer: inout JSONWriter) {
    writer.rewrite(statement) { writer, member in
      switch member.name {
      case "verb": writeVerb(member.value, to: &writer)
      case "object": writeObject(member.value, to: &writer)
      case "context": writeContext(member.value, to: &writer)
      default: writer.raw(member.value.raw)
      }
    }
  }

  private func writeVerb(_ verb: JSONValue, to writer: inout JSONWriter) {
    writer.rewrite(verb) { writer, member in
      if member.name == "display" {
        writeMap(member.value, to: &writer)
      } else {
        writer.raw(member.value.raw)
      }
    }
  }

  private func writeObject(_ object: JSONValue, to writer: inout JSONWriter) {
    switch object["objectType"]?.text {
    case .some(let type) where type == "SubStatement": write(object, to: &writer)
    case .some(let type) where !(type == "Activity"): writer.raw(object.raw)
    default: writeActivity(object, to: &writer)
    }
  }

  private func writeContext(_ context: JSONValue, to writer: inout JSONWriter) {
    writer.rewrite(context) { writer, member in
      guard member.name == "contextActivities" else { return writer.raw(member.value.raw) }
      writer.rewrite(member.value) { writer, member in
        writer.eachOrItself(member.value) { writeActivity($1, to: &$0) }
      }
    }
  }

  private func writeActivity(_ activity: JSONValue, to writer: inout JSONWriter) {
    let known = activity["id"]?.string.flatMap { definitions[StatementTerm(.activity, $0)]?.value }
    writer.object { object in
      for member in activity.members.map(Array.init) ?? [] where !(member.name == "definition") {
        object.member(member)
      }
      guard let definition = known ?? activity["definition"] else { return }
      object.member("definition") { writeDefinition(definition, to: &$0) }
    }
  }

  private func writeDefinition(_ definition: JSONValue, to writer: inout JSONWriter) {
    writer.rewrite(definition) { writer, member in
      switch member.name {
      case "name", "description": writeMap(member.value, to: &writer)
      case "choices", "scale", "source", "target", "steps":
        writer.eachOrItself(member.value) { writer, component in
          writer.rewrite(component) { writer, member in
            if member.name == "description" {
              writeMap(member.value, to: &writer)
            } else {
              writer.raw(member.value.raw)
            }
          }
        }
      default: writer.raw(member.value.raw)
      }
    }
  }

  private func writeMap(_ map: JSONValue, to writer: inout JSONWriter) {
    let entries = map.members.map(Array.init) ?? []
    writer.object { object in
      if let place = languages.best(of: entries.map(\.name.utf8)) { object.member(entries[place]) }
    }
  }
}
