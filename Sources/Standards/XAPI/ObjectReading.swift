import JSON
import Values

/// Objects and verbs (xAPI 1.0.3 Data 2.4.3 and 2.4.4).
extension StatementReader {
  /// The verb's IRI.
  func readVerb(_ value: JSONValue) throws(StatementViolation) -> String {
    var id: String?
    for member in try value.properties(of: "A verb") {
      switch member.name {
      case "id": id = try member.value.iri()
      case "display": try member.value.checkLanguageMap()
      default: throw member.isUnknown(in: "A verb")
      }
    }
    guard let id else { throw value.lacks("id", "A verb") }
    return id
  }

  func readObject(_ value: JSONValue) throws(StatementViolation) -> StatementObject {
    switch try readObjectType(value) {
    case .activity: return .activity(id: try readActivity(value))
    case .actor: return .actor(try readActor(value, mustNameType: true))
    case .statementReference: return .statementReference(try readStatementReference(value))
    case .subStatement: return .subStatement(try readSubStatement(value))
    }
  }

  /// The id of the statement referred to (Data 2.4.4.3); `objectType` must be stated.
  func readStatementReference(_ value: JSONValue) throws(StatementViolation) -> UUID {
    var id: UUID?
    var hasType = false
    for member in try value.properties(of: "A StatementRef") {
      switch member.name {
      case "objectType":
        guard try member.value.words() == "StatementRef" else {
          throw member.value.breaks(.valueNotListed, "Only a StatementRef can stand here.")
        }
        hasType = true
      case "id": id = try member.value.uuid()
      default: throw member.isUnknown(in: "A StatementRef")
      }
    }
    guard hasType else { throw value.lacks("objectType", "A StatementRef") }
    guard let id else { throw value.lacks("id", "A StatementRef") }
    return id
  }

  private enum ObjectType { case activity, actor, statementReference, subStatement }

  private func readObjectType(_ value: JSONValue) throws(StatementViolation) -> ObjectType {
    _ = try value.properties(of: "An object")
    guard let type = value["objectType"] else { return .activity }
    switch try type.words() {
    case "Activity": return .activity
    case "Agent", "Group": return .actor
    case "StatementRef": return .statementReference
    case "SubStatement": return .subStatement
    default:
      throw type.breaks(
        .valueNotListed, "The objectType must be Activity, Agent, Group, StatementRef or SubStatement.")
    }
  }

  /// All that a statement may have but `id`, `stored`, `version` and `authority`; its object is no SubStatement.
  private func readSubStatement(_ value: JSONValue) throws(StatementViolation) -> SubStatement {
    var parts = StatementParts()
    for member in try value.properties(of: "A SubStatement") {
      switch member.name {
      case "objectType": continue
      case "object": try refuseSubStatement(member.value)
      default: break
      }
      guard try readCommonPart(member, into: &parts) else { throw member.isUnknown(in: "A SubStatement") }
    }
    let core = try core(of: parts, value, "A SubStatement")
    return SubStatement(
      actor: core.actor, verb: core.verb, object: core.object, context: parts.context,
      attachments: parts.attachments)
  }

  private func refuseSubStatement(_ object: JSONValue) throws(StatementViolation) {
    guard let type = object["objectType"]?.text, type == "SubStatement" else { return }
    throw object.breaks(.nestedSubStatement, "A SubStatement must not have a SubStatement as its object.")
  }
}
