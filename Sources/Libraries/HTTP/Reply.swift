/// The answer a request is owed: sent once, from any thread, now or later.
///
/// Let go of without ``send(_:)``, the sender gets the fault `unanswered` (500), so that no connection waits
/// for ever for an answer that was forgotten.
public final class Reply: Sendable {
  private let exchange: Exchange

  init(to exchange: Exchange) { self.exchange = exchange }

  deinit { exchange.settle(nil) }

  /// Sends the answer. Only the first counts; when the sender has gone it is dropped without a word.
  public func send(_ response: Response) { exchange.settle(response) }
}
