import Values

/// One thing that a statement can be found by, as a text to be compared octet by octet.
public struct StatementTerm: Hashable, Sendable {
  /// What a term stands for. The numbers are stored and never change.
  public enum Kind: Int, Sendable, CaseIterable {
    /// An identity of the actor, of an object that is an agent or group, or of a member of these.
    case agent = 1
    /// The verb's IRI.
    case verb = 2
    /// The IRI of an object that is an activity.
    case activity = 3
    /// The context's registration.
    case registration = 4
    /// An identity found elsewhere: authority, instructor, team, further agents, and within a SubStatement.
    case relatedAgent = 5
    /// An activity found elsewhere: in the context, and within a SubStatement.
    case relatedActivity = 6
    /// The statement that this one refers to as its object.
    case statement = 7
  }

  /// What the text is.
  public let kind: Kind
  /// An IRI, a UUID in lower case, or an identity's canonical text.
  public let text: String

  /// A term as it stands in a store or in a query.
  public init(_ kind: Kind, _ text: String) {
    (self.kind, self.text) = (kind, text)
  }

  /// Equal in kind and octets; texts that are only equivalent in Unicode's sense are different.
  public static func == (one: Self, other: Self) -> Bool {
    one.kind == other.kind && haveSameOctets(one.text, other.text)
  }

  /// By octets too, so that a sender cannot make many texts that are equivalent and fall into one bucket.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(octetsOf: text)
  }
}

extension Statement {
  /// Everything this statement can be found by (xAPI 1.0.3 Communication 2.1.3), each once; linear in its parts.
  ///
  /// What is related is listed only where it is not there directly, so a query for related things asks for both kinds.
  /// - Parameter authority: who vouches for the statement as it is stored.
  public func terms(authority: Actor?) -> [StatementTerm] {
    var terms = Terms()
    terms.add(.verb, verb)
    terms.add(.agent, actor)
    terms.addDirectly(object)
    if let registration = context?.registration { terms.add(.registration, registration.description) }
    if let context { terms.addRelated(context) }
    if case .subStatement(let subStatement) = object { terms.addRelated(subStatement) }
    if let authority { terms.add(.relatedAgent, authority) }
    return terms.list
  }
}

/// Terms in the order found, without repetition.
private struct Terms {
  private(set) var list: [StatementTerm] = []
  private var known: Set<StatementTerm> = []

  mutating func add(_ kind: StatementTerm.Kind, _ text: String) {
    let term = StatementTerm(kind, text)
    if let direct = directKind(of: kind), known.contains(StatementTerm(direct, text)) { return }
    if known.insert(term).inserted { list.append(term) }
  }

  private func directKind(of kind: StatementTerm.Kind) -> StatementTerm.Kind? {
    switch kind {
    case .relatedAgent: .agent
    case .relatedActivity: .activity
    case .agent, .verb, .activity, .registration, .statement: nil
    }
  }

  mutating func add(_ kind: StatementTerm.Kind, _ actor: Actor) {
    for identity in actor.identities { add(kind, identity.canonicalText) }
  }

  mutating func addDirectly(_ object: StatementObject) {
    switch object {
    case .activity(let id): add(.activity, id)
    case .actor(let actor): add(.agent, actor)
    case .statementReference(let id): add(.statement, id.description)
    case .subStatement: break
    }
  }

  mutating func addRelated(_ context: StatementContext) {
    if let instructor = context.instructor { add(.relatedAgent, instructor) }
    if let team = context.team { add(.relatedAgent, .group(team)) }
    for agent in context.agents { add(.relatedAgent, .agent(agent)) }
    for group in context.groups { add(.relatedAgent, .group(group)) }
    for activity in context.activities.all { add(.relatedActivity, activity) }
  }

  mutating func addRelated(_ subStatement: SubStatement) {
    add(.relatedAgent, subStatement.actor)
    switch subStatement.object {
    case .activity(let id): add(.relatedActivity, id)
    case .actor(let actor): add(.relatedAgent, actor)
    case .statementReference, .subStatement: break
    }
    if let context = subStatement.context { addRelated(context) }
  }
}
