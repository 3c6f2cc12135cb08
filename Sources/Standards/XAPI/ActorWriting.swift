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
  /// Writes the identifier as a member of the object that is open; as the only element of a list where a Person is
  /// written.
  func writeProperty(to object: inout JSONWriter, inList: Bool = false) {
    object.member(propertyName) { value in
      if inList { value.array { writeValue(to: &$0) } } else { writeValue(to: &value) }
    }
  }

  private var propertyName: String {
    switch self {
    case .mailbox: "mbox"
    case .mailboxDigest: "mbox_sha1sum"
    case .openID: "openid"
    case .account: "account"
    }
  }

  private func writeValue(to writer: inout JSONWriter) {
    switch self {
    case .mailbox(let text), .mailboxDigest(let text), .openID(let text): writer.string(text)
    case .account(let homePage, let name):
      writer.object {
        $0.member("homePage", homePage)
        $0.member("name", name)
      }
    }
  }
}
