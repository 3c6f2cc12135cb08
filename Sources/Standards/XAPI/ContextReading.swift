import JSON

/// Contexts (xAPI 1.0.3 Data 2.4.6; contextAgents and contextGroups are of IEEE 9274.1.1).
extension StatementReader {
  func readContext(_ value: JSONValue) throws(StatementViolation) -> StatementContext {
    var context = StatementContext()
    for member in try value.properties(of: "A context") {
      let property = member.value
      switch member.name {
      case "registration": context.registration = try property.uuid()
      case "instructor": context.instructor = try readActor(property)
      case "team": context.team = try readGroup(property)
      case "revision": context.revision = try property.words().string
      case "platform": context.platform = try property.words().string
      case "language": context.language = try property.languageTag()
      case "statement": context.statement = try readStatementReference(property)
      case "contextActivities": context.activities = try readContextActivities(property)
      case "extensions": try property.checkExtensions()
      case "contextAgents" where version == .version2: context.agents = try readContextAgents(property)
      case "contextGroups" where version == .version2: context.groups = try readContextGroups(property)
      default: throw member.isUnknown(in: "A context")
      }
    }
    return context
  }

  /// `revision` and `platform` speak of an activity (Data 2.4.6).
  func checkActivityProperties(
    of context: JSONValue, _ object: StatementObject
  ) throws(StatementViolation) {
    if case .activity = object { return }
    guard let property = context["revision"] ?? context["platform"] else { return }
    throw property.breaks(
      .objectIsNoActivity, "revision and platform are allowed only where the object is an activity.")
  }

  private func readContextActivities(_ value: JSONValue) throws(StatementViolation) -> ContextActivities {
    var activities = ContextActivities()
    for member in try value.properties(of: "contextActivities") {
      switch member.name {
      case "parent": activities.parent = try readActivities(member.value)
      case "grouping": activities.grouping = try readActivities(member.value)
      case "category": activities.category = try readActivities(member.value)
      case "other": activities.other = try readActivities(member.value)
      default: throw member.isUnknown(in: "contextActivities")
      }
    }
    return activities
  }

  /// An array of activities, or one alone, as version 0.95 had it.
  private func readActivities(_ value: JSONValue) throws(StatementViolation) -> [String] {
    if value.kind == .object { return [try readActivity(value)] }
    var ids: [String] = []
    for activity in try value.list(of: "Context activities") { ids.append(try readActivity(activity)) }
    return ids
  }

  private func readContextAgents(_ value: JSONValue) throws(StatementViolation) -> [Agent] {
    var agents: [Agent] = []
    for item in try value.list(of: "Context agents") {
      agents.append(try readAgent(try readContextActor(item, type: "contextAgent", property: "agent")))
    }
    return agents
  }

  private func readContextGroups(_ value: JSONValue) throws(StatementViolation) -> [Group] {
    var groups: [Group] = []
    for item in try value.list(of: "Context groups") {
      groups.append(try readGroup(try readContextActor(item, type: "contextGroup", property: "group")))
    }
    return groups
  }

  /// The agent or group of `{objectType, agent | group, relevantTypes?}`.
  private func readContextActor(
    _ value: JSONValue, type: StaticString, property: StaticString
  ) throws(StatementViolation) -> JSONValue {
    var actor: JSONValue?
    var hasType = false
    for member in try value.properties(of: "A \(type)") {
      switch member.name {
      case "objectType":
        guard try member.value.words() == type else {
          throw member.value.breaks(.valueNotListed, "The objectType must be \(type).")
        }
        hasType = true
      case property: actor = member.value
      case "relevantTypes": try checkRelevantTypes(member.value)
      default: throw member.isUnknown(in: "A \(type)")
      }
    }
    guard hasType else { throw value.lacks("objectType", "A \(type)") }
    guard let actor else { throw value.lacks("\(property)", "A \(type)") }
    return actor
  }

  private func checkRelevantTypes(_ value: JSONValue) throws(StatementViolation) {
    let types = try value.list(of: "Relevant types")
    guard !types.isEmpty else { throw value.breaks(.emptyList, "relevantTypes must not be empty.") }
    for type in types { try type.checkIRI() }
  }
}
