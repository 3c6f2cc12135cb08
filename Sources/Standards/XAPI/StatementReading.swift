import JSON
import Values

/// What has been read of a statement or SubStatement.
struct StatementParts {
  var id: UUID?
  var actor: Actor?
  var verb: String?
  var object: StatementObject?
  var result: StatementResult?
  var context: StatementContext?
  var contextValue: JSONValue?
  var timestamp: Instant?
  var authority: Actor?
  var attachments: [Attachment] = []
}

/// Statements as wholes (xAPI 1.0.3 Data 2.2 and 2.4).
extension StatementReader {
  func readStatementParts(_ value: JSONValue) throws(StatementViolation) -> StatementParts {
    var parts = StatementParts()
    for member in try value.properties(of: "A statement") {
      switch member.name {
      case "id": parts.id = try member.value.uuid()
      case "stored": _ = try member.value.instant(by: version)
      case "authority": parts.authority = try readAuthority(member.value)
      case "version": try checkVersion(member.value)
      default:
        guard try readCommonPart(member, into: &parts) else { throw member.isUnknown(in: "A statement") }
      }
    }
    return parts
  }

  /// Reads a property that statements and SubStatements both have; false if it is none.
  func readCommonPart(
    _ member: JSONMember, into parts: inout StatementParts
  ) throws(StatementViolation) -> Bool {
    switch member.name {
    case "actor": parts.actor = try readActor(member.value)
    case "verb": parts.verb = try readVerb(member.value)
    case "object": parts.object = try readObject(member.value)
    case "result": parts.result = try readResult(member.value)
    case "context":
      parts.context = try readContext(member.value)
      parts.contextValue = member.value
    case "timestamp": parts.timestamp = try member.value.instant(by: version)
    case "attachments": parts.attachments = try readAttachments(member.value)
    default: return false
    }
    return true
  }

  /// The three parts that must be there, and the rules between parts.
  func core(
    of parts: StatementParts, _ value: JSONValue, _ thing: String
  ) throws(StatementViolation) -> (actor: Actor, verb: String, object: StatementObject) {
    guard let actor = parts.actor else { throw value.lacks("actor", thing) }
    guard let verb = parts.verb else { throw value.lacks("verb", thing) }
    guard let object = parts.object else { throw value.lacks("object", thing) }
    if let context = parts.contextValue { try checkActivityProperties(of: context, object) }
    return (actor, verb, object)
  }

  private func checkVersion(_ value: JSONValue) throws(StatementViolation) {
    guard version.allowsStatementVersion(try value.words().string[...].utf8) else {
      throw value.breaks(.versionNotAllowed, "The version is none that statements of this edition can have.")
    }
  }
}
