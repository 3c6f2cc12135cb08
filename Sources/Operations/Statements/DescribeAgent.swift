internal import Values
public import XAPI

/// What is known of an agent: its identity, and the names that it has in statements (xAPI 1.0.3 Communication 2.4).
///
/// Further identities of a person are not joined to it: whoever may read statements need not know them.
public struct DescribeAgent: Inquiry {
  public static let right: Right? = .readStatements

  /// How many of the agent's latest statements are asked for names.
  public static let statementsAsked = 100

  public let agent: Agent

  public init(agent: Agent) {
    self.agent = agent
  }

  public func answer(_ reading: Reading) throws -> PersonDescription {
    try reading.principal.requireAsking(about: agent, in: reading.records, at: reading.now)
    let term = StatementTerm(.agent, agent.identity.canonicalText)
    let found = try reading.records.statements(
      StatementSelection(
        conditions: [[try StatementTermDigest.of(term)]], since: nil, until: nil, ascending: false,
        after: nil, limit: DescribeAgent.statementsAsked))
    var names: [String] = []
    for name in try [agent.name].compactMap(\.self)
      + found.flatMap({ try $0.parsed().names(of: agent.identity) })
    where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      names.append(name)
    }
    return PersonDescription(identity: agent.identity, names: names)
  }
}
