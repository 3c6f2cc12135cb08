public import JSON

/// A Person: what is known of an agent, every property a list (xAPI 1.0.3 Communication 2.4).
public struct PersonDescription: Sendable {
  /// The agent's identity.
  public let identity: ActorIdentity
  /// What the agent is called, each name once.
  public let names: [String]

  /// A person of this identity, who is called by these names.
  public init(identity: ActorIdentity, names: [String]) {
    (self.identity, self.names) = (identity, names)
  }

  /// The JSON object: `objectType`, and those of the lists that have elements.
  public func write(to writer: inout JSONWriter) {
    writer.object { object in
      object.member("objectType", "Person")
      if !names.isEmpty {
        object.member("name") { $0.array(names) { $0.string($1) } }
      }
      identity.writeProperty(to: &object, inList: true)
    }
  }
}

extension Statement {
  /// The names by which the actor, an object that is an agent, or a member of these calls the agent of an identity.
  public func names(of identity: ActorIdentity) -> [String] {
    var actors = [actor]
    if case .actor(let object) = object { actors.append(object) }
    return actors.flatMap { $0.names(of: identity) }
  }
}

extension Actor {
  fileprivate func names(of identity: ActorIdentity) -> [String] {
    switch self {
    case .agent(let agent): agent.identity == identity ? [agent.name].compactMap(\.self) : []
    case .group(let group): group.members.flatMap { Actor.agent($0).names(of: identity) }
    }
  }
}
