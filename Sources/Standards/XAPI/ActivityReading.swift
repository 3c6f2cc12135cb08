import JSON

/// Activities and their definitions (xAPI 1.0.3 Data 2.4.4.1).
extension StatementReader {
  /// The activity's id. `objectType`, where given, is Activity.
  func readActivity(_ value: JSONValue) throws(StatementViolation) -> String {
    var id: String?
    for member in try value.properties(of: "An activity") {
      switch member.name {
      case "objectType":
        guard try member.value.words() == "Activity" else {
          throw member.value.breaks(.valueNotListed, "Only an activity can stand here.")
        }
      case "id": id = try member.value.iri()
      case "definition": try checkDefinition(member.value)
      default: throw member.isUnknown(in: "An activity")
      }
    }
    guard let id else { throw value.lacks("id", "An activity") }
    return id
  }

  private func checkDefinition(_ value: JSONValue) throws(StatementViolation) {
    var hasType = false
    var isInteraction = false
    for member in try value.properties(of: "A definition") {
      switch member.name {
      case "name", "description": try member.value.checkLanguageMap()
      case "type", "moreInfo": try member.value.checkIRI()
      case "extensions": try member.value.checkExtensions()
      case "interactionType":
        try checkInteractionType(member.value)
        hasType = true
      case "correctResponsesPattern":
        try checkResponsesPattern(member.value)
        isInteraction = true
      case "choices", "scale", "source", "target", "steps":
        try checkComponents(member.value)
        isInteraction = true
      default: throw member.isUnknown(in: "A definition")
      }
    }
    guard hasType || !isInteraction else {
      throw value.breaks(
        .interactionTypeMissing, "A definition with interaction properties must have interactionType.")
    }
  }

  private func checkInteractionType(_ value: JSONValue) throws(StatementViolation) {
    switch try value.words() {
    case "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert",
      "numeric", "other":
      return
    default: throw value.breaks(.valueNotListed, "The value is no interaction type that xAPI lists.")
    }
  }

  private func checkResponsesPattern(_ value: JSONValue) throws(StatementViolation) {
    for pattern in try value.list(of: "Correct responses") { _ = try pattern.words() }
  }

  /// Components are `id` and `description`; ids are unique within their list. Linear in the list.
  private func checkComponents(_ value: JSONValue) throws(StatementViolation) {
    var ids: Set<ArraySlice<UInt8>> = []
    for component in try value.list(of: "Interaction components") {
      guard ids.insert(try readComponent(component)).inserted else {
        throw component.breaks(.componentRepeated, "Two components of one list must not have the same id.")
      }
    }
  }

  private func readComponent(_ value: JSONValue) throws(StatementViolation) -> ArraySlice<UInt8> {
    var id: ArraySlice<UInt8>?
    for member in try value.properties(of: "An interaction component") {
      switch member.name {
      case "id": id = try member.value.words().utf8
      case "description": try member.value.checkLanguageMap()
      default: throw member.isUnknown(in: "An interaction component")
      }
    }
    guard let id else { throw value.lacks("id", "An interaction component") }
    return id
  }
}
