import JSON

extension Statement {
  /// The statement with only what is needed to identify agents, groups, activities and verbs; of an anonymous group, what
  /// identifies its members. Everything else is as it was received (xAPI 1.0.3 Communication 2.1.3, `format=ids`).
  public func identifiersOnly() -> [UInt8] {
    var writer = JSONWriter()
    writer.statementOutline(value)
    return writer.bytes
  }
}

// Values that were validated: a part that is not of its kind cannot occur.
extension JSONWriter {
  fileprivate mutating func statementOutline(_ value: JSONValue) {
    rewrite(value) { writer, member in
      switch member.name {
      case "actor", "authority": writer.actorOutline(member.value)
      case "verb": writer.only("id", of: member.value)
      case "object": writer.objectOutline(member.value)
      case "context": writer.contextOutline(member.value)
      default: writer.raw(member.value.raw)
      }
    }
  }

  private mutating func objectOutline(_ value: JSONValue) {
    switch value["objectType"]?.text {
    case .some(let type) where type == "Agent" || type == "Group": actorOutline(value)
    case .some(let type) where type == "SubStatement": statementOutline(value)
    case .some(let type) where type == "StatementRef": raw(value.raw)
    default: only("id", of: value)
    }
  }

  private mutating func contextOutline(_ value: JSONValue) {
    rewrite(value) { writer, member in
      switch member.name {
      case "instructor", "team": writer.actorOutline(member.value)
      case "contextActivities":
        writer.rewrite(member.value) { $0.eachOrItself($1.value) { $0.only("id", of: $1) } }
      case "contextAgents", "contextGroups":
        writer.eachOrItself(member.value) { writer, item in
          writer.rewrite(item) { writer, member in
            if member.name == "agent" || member.name == "group" {
              writer.actorOutline(member.value)
            } else {
              writer.raw(member.value.raw)
            }
          }
        }
      default: writer.raw(member.value.raw)
      }
    }
  }

  /// The type where it is stated, and the identifier; members only where there is no identifier.
  private mutating func actorOutline(_ value: JSONValue) {
    let identifier = value["mbox"] ?? value["mbox_sha1sum"] ?? value["openid"] ?? value["account"]
    rewrite(
      value,
      keeping: { member in
        switch member.name {
        case "name": false
        case "member": identifier == nil
        default: true
        }
      }
    ) { writer, member in
      guard member.name == "member" else { return writer.raw(member.value.raw) }
      writer.eachOrItself(member.value) { $0.actorOutline($1) }
    }
  }

  private mutating func only(_ name: StaticString, of value: JSONValue) {
    rewrite(value, keeping: { $0.name == name }) { $0.raw($1.value.raw) }
  }
}
