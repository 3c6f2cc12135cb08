/// What identifies an agent or a group: one of the four inverse functional identifiers (xAPI 1.0.3 Data 2.4.2.3).
///
/// Two are equal if they are of the same kind and have the same text; agents and groups are not told apart by it.
public enum ActorIdentity: Hashable, Sendable {
  /// `mailto:` and an address.
  case mailbox(String)
  /// The SHA-1 of a mailbox's IRI: 40 hexadecimal digits in lower case.
  case mailboxDigest(String)
  /// An OpenID.
  case openID(String)
  /// An account on a system: the system's home page and the account's name there.
  case account(homePage: String, name: String)

  /// One text for one identity, for indexes: the kind, a space, the identifier. No two identities share it, since
  /// an IRI has no space.
  public var canonicalText: String {
    switch self {
    case .mailbox(let address): "mbox \(address)"
    case .mailboxDigest(let digest): "mbox_sha1sum \(digest)"
    case .openID(let address): "openid \(address)"
    case .account(let homePage, let name): "account \(homePage) \(name)"
    }
  }
}

extension ActorIdentity {
  /// Equal in kind and octets; texts that are only equivalent in Unicode's sense are different.
  public static func == (one: Self, other: Self) -> Bool {
    switch (one, other) {
    case (.mailbox(let text), .mailbox(let otherText)), (.openID(let text), .openID(let otherText)),
      (.mailboxDigest(let text), .mailboxDigest(let otherText)):
      haveSameOctets(text, otherText)
    case (.account(let homePage, let name), .account(let otherPage, let otherName)):
      haveSameOctets(homePage, otherPage) && haveSameOctets(name, otherName)
    default: false
    }
  }

  /// By octets too, so that a sender cannot make many texts that are equivalent and fall into one bucket.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(octetsOf: canonicalText)
  }
}

/// A person or a system (Data 2.4.2.1).
public struct Agent: Sendable {
  /// Who it is.
  public let identity: ActorIdentity
  /// What it is called, if the sender said so; identifies nobody.
  public let name: String?

  /// An agent of this identity.
  public init(identity: ActorIdentity, name: String? = nil) {
    (self.identity, self.name) = (identity, name)
  }
}

/// Several agents together (Data 2.4.2.2); without an identity of its own it is anonymous.
public struct Group: Sendable {
  /// The group's own identity; nil where it is anonymous.
  public let identity: ActorIdentity?
  /// What it is called, if the sender said so.
  public let name: String?
  /// Those of its agents that the sender named, in the order sent.
  public let members: [Agent]

  /// A group; without an identity its members make it what it is.
  public init(identity: ActorIdentity?, name: String? = nil, members: [Agent]) {
    (self.identity, self.name, self.members) = (identity, name, members)
  }
}

/// Who acts, is acted upon, instructs or vouches: an agent or a group.
public enum Actor: Sendable {
  /// One agent.
  case agent(Agent)
  /// Several together.
  case group(Group)

  /// The actor's own identity; nil for an anonymous group.
  public var identity: ActorIdentity? {
    switch self {
    case .agent(let agent): agent.identity
    case .group(let group): group.identity
    }
  }

  /// The actor's own identity and those of a group's members: what a query for an agent is compared with
  /// (xAPI 1.0.3 Communication 2.1.3).
  public var identities: [ActorIdentity] {
    switch self {
    case .agent(let agent): [agent.identity]
    case .group(let group): (group.identity.map { [$0] } ?? []) + group.members.map(\.identity)
    }
  }
}
