public import JSON

extension Actor {
  /// Writes the actor as a statement holds it: its type, its identifier, its name, a group's members.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      switch self {
      case .agent(let agent): agent.writeProperties(to: &object)
      case .group(let group): group.writeProperties(to: &object)
      }
    }
  }
}

extension Agent {
  fileprivate func writeProperties(to object: inout JSONWriter) {
    object.member("objectType", "Agent")
    identity.writeProperty(to: &object)
    object.member("name", name)
  }
}

extension Group {
  fileprivate func writeProperties(to object: inout JSONWriter) {
    object.member("objectType", "Group")
    identity?.writeProperty(to: &object)
    object.member("name", name)
    guard identity == nil || !members.isEmpty else { return }
    object.member("member") { list in
      list.array(members) { element, agent in element.object { agent.writeProperties(to: &$0) } }
    }
  }
}

extension ActorIdentity {
  /// Writes the identifier as a member of the object that is open.
  fileprivate func writeProperty(to object: inout JSONWriter) {
    switch self {
    case .mailbox(let address): object.member("mbox", address)
    case .mailboxDigest(let digest): object.member("mbox_sha1sum", digest)
    case .openID(let address): object.member("openid", address)
    case .account(let homePage, let name):
      object.member("account") { account in
        account.object {
          $0.member("homePage", homePage)
          $0.member("name", name)
        }
      }
    }
  }
}
