internal import Synchronization

/// The address that links begin with: the configured origin, else the listening address once it is known. What a
/// request says of it (`Host`, `X-Forwarded-*`) is never asked.
final class ReachedAddress: Sendable {
  private let isConfigured: Bool
  private let current: Mutex<String>

  init(origin: String?, otherwise fallback: String) {
    isConfigured = origin != nil
    current = Mutex(origin ?? fallback)
  }

  /// The scheme and authority, without a slash at the end.
  var text: String { current.withLock(\.self) }

  func isReached(at address: String) {
    guard !isConfigured else { return }
    current.withLock { $0 = address }
  }
}
