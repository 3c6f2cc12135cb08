/// How deliveries fare: figures alone, for what watches the server.
public struct DeliveryFigures: Sendable, Hashable {
  /// The figures of one forwarding.
  public struct OfForwarding: Sendable, Hashable {
    public let id: ForwardingID
    /// How many statements it has yet to go through, `mostBacklog` at the most.
    public let backlog: Int
    /// How many attempts failed in a row.
    public let failures: Int
    public let isPaused: Bool
    public let setAside: Int
  }

  public let forwardings: [OfForwarding]
  /// How many events wait for a webhook.
  public let pending: Int
  /// How many events no webhook took.
  public let failed: Int
  public let disabledWebhooks: Int

  /// How far a backlog is counted.
  public static let mostBacklog = 10_000
}

extension Registrar {
  /// How deliveries fare, in one snapshot. Of a backlog no more is counted than ten thousand.
  public func deliveryFigures() throws -> DeliveryFigures {
    try store.read { records in
      DeliveryFigures(
        forwardings: try records.forwardings().map { forwarding in
          DeliveryFigures.OfForwarding(
            id: forwarding.id,
            backlog: try records.statementCount(
              after: forwarding.state.place, upTo: DeliveryFigures.mostBacklog),
            failures: forwarding.state.failures, isPaused: forwarding.state.pause != nil,
            setAside: forwarding.state.setAside)
        },
        pending: try records.dispatchCount(in: .pending), failed: try records.dispatchCount(in: .failed),
        disabledWebhooks: try records.webhooks().count { $0.disabling != nil })
    }
  }
}
