import JSON

/// Agents and groups (xAPI 1.0.3 Data 2.4.2), wherever they stand.
extension StatementReader {
  /// An agent, or a group, which says so; `mustNameType` where even an agent has to say so, as an object.
  func readActor(_ value: JSONValue, mustNameType: Bool = false) throws(StatementViolation) -> Actor {
    let parts = try readActorParts(value)
    switch parts.type {
    case .group: return .group(try group(from: parts, value))
    case .agent: return .agent(try agent(from: parts, value))
    case nil where mustNameType: throw value.lacks("objectType", "An agent or group as object")
    case nil: return .agent(try agent(from: parts, value))
    }
  }

  /// An agent and nothing else.
  func readAgent(_ value: JSONValue) throws(StatementViolation) -> Agent {
    let parts = try readActorParts(value)
    guard parts.type != .group else { throw value.breaks(.valueNotListed, "Only an agent can stand here.") }
    return try agent(from: parts, value)
  }

  /// A group and nothing else.
  func readGroup(_ value: JSONValue) throws(StatementViolation) -> Group {
    let parts = try readActorParts(value)
    guard parts.type == .group else { throw value.breaks(.valueNotListed, "Only a group can stand here.") }
    return try group(from: parts, value)
  }

  /// Who vouches for a statement: an agent, or an anonymous group of two, an application and a person (Data 2.4.9).
  func readAuthority(_ value: JSONValue) throws(StatementViolation) -> Actor {
    let actor = try readActor(value)
    guard case .group(let group) = actor else { return actor }
    guard group.identity == nil, group.members.count == 2 else {
      throw value.breaks(
        .authorityNotAllowed, "An authority must be an agent, or a group without identifier of two members.")
    }
    return actor
  }

  private func agent(from parts: ActorParts, _ value: JSONValue) throws(StatementViolation) -> Agent {
    if let members = parts.memberList { throw members.breaks(.unknownProperty, "An agent has no members.") }
    guard let identity = parts.identity else {
      throw value.breaks(
        .identifierCount, "An agent must have one of mbox, mbox_sha1sum, openid and account.")
    }
    return Agent(identity: identity, name: parts.name)
  }

  private func group(from parts: ActorParts, _ value: JSONValue) throws(StatementViolation) -> Group {
    guard let list = parts.memberList else {
      guard parts.identity != nil else {
        throw value.breaks(.membersMissing, "A group without identifier must have the property member.")
      }
      return Group(identity: parts.identity, name: parts.name, members: [])
    }
    var members: [Agent] = []
    for member in try list.list(of: "The members of a group") { members.append(try readAgent(member)) }
    return Group(identity: parts.identity, name: parts.name, members: members)
  }
}

/// The properties of an agent or group, before it is known which of them it may have.
private struct ActorParts {
  enum ActorType { case agent, group }

  var type: ActorType?
  var name: String?
  var identity: ActorIdentity?
  var memberList: JSONValue?

  mutating func identify(_ identity: ActorIdentity, _ value: JSONValue) throws(StatementViolation) {
    guard self.identity == nil else {
      throw value.breaks(
        .identifierCount, "Only one of mbox, mbox_sha1sum, openid and account can identify an actor.")
    }
    self.identity = identity
  }
}

extension StatementReader {
  private func readActorParts(_ value: JSONValue) throws(StatementViolation) -> ActorParts {
    var parts = ActorParts()
    for member in try value.properties(of: "An agent or group") {
      let property = member.value
      switch member.name {
      case "objectType": parts.type = try readActorType(property)
      case "name": parts.name = try property.words().string
      case "mbox": try parts.identify(.mailbox(try readMailbox(property)), property)
      case "mbox_sha1sum": try parts.identify(.mailboxDigest(try readMailboxDigest(property)), property)
      case "openid": try parts.identify(.openID(try property.iri()), property)
      case "account": try parts.identify(try readAccount(property), property)
      case "member": parts.memberList = property
      default: throw member.isUnknown(in: "An agent or group")
      }
    }
    return parts
  }

  private func readActorType(_ value: JSONValue) throws(StatementViolation) -> ActorParts.ActorType {
    switch try value.words() {
    case "Agent": return .agent
    case "Group": return .group
    default: throw value.breaks(.valueNotListed, "The objectType of an actor must be Agent or Group.")
    }
  }

  private func readMailbox(_ value: JSONValue) throws(StatementViolation) -> String {
    let text = try value.words()
    guard text.withUTF8(isMailbox) else {
      throw value.breaks(.malformedMailbox, "The value must be mailto: and an e-mail address.")
    }
    return text.string
  }

  private func readMailboxDigest(_ value: JSONValue) throws(StatementViolation) -> String {
    let digest = try value.words().utf8
    guard digest.count == 40, digest.allSatisfy(isHexadecimal) else {
      throw value.breaks(.malformedDigest, "The value must be the 40 hexadecimal digits of a SHA-1.")
    }
    return String(decoding: digest.map { $0 | 0x20 }, as: UTF8.self)
  }

  private func readAccount(_ value: JSONValue) throws(StatementViolation) -> ActorIdentity {
    var homePage: String?
    var name: String?
    for member in try value.properties(of: "An account") {
      switch member.name {
      case "homePage": homePage = try member.value.iri()
      case "name": name = try member.value.words().string
      default: throw member.isUnknown(in: "An account")
      }
    }
    guard let homePage else { throw value.lacks("homePage", "An account") }
    guard let name else { throw value.lacks("name", "An account") }
    return .account(homePage: homePage, name: name)
  }
}
