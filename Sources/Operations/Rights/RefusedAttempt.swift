internal import Synchronization
public import Values

/// Something that was refused to a key for want of a right, or because it lay out of reach. It tells who tried what kind
/// of thing, and never what it was tried on.
public struct RefusedAttempt: Sendable, Hashable {
  /// Why it was refused.
  public enum Cause: String, Sendable, CaseIterable {
    /// The right was lacking, or did not go so far: the sender was told so.
    case notPermitted = "not-permitted"
    /// It was there and out of reach: the sender was told that there is no such thing.
    case outOfReach = "out-of-reach"
  }

  /// The place in the order of all attempts, from 1.
  public let sequence: Int
  public let at: Instant
  public let key: KeyID
  /// How the actor stands in the history.
  public let actor: String
  /// What was tried, `show person`.
  public let action: String
  public let cause: Cause
  /// How many like it were refused in the minute before and were not kept one by one.
  public let alike: Int

  public init(
    sequence: Int, at: Instant, key: KeyID, actor: String, action: String, cause: Cause, alike: Int
  ) {
    self.sequence = sequence
    self.at = at
    self.key = key
    self.actor = actor
    self.action = action
    self.cause = cause
    self.alike = alike
  }
}

/// Keeps refused attempts, without anybody waiting for it: they are handed to the writer, and whoever was refused is
/// answered at once. So looking changes no record of the field, and a flood of refusals cannot hold up the writer.
///
/// Bounded: of attempts alike, one a minute is kept, with the number of those that followed the last one; 256 wait for
/// the writer at the most, and what comes then is lost. It remembers 1,024 kinds, then starts again from none.
final class RefusedAttempts: Sendable {
  private struct Alike: Hashable {
    let key: KeyID
    let action: String
    let cause: RefusedAttempt.Cause
  }

  private struct Kept {
    let at: Instant
    var since = 0
  }

  private struct State {
    var kept: [Alike: Kept] = [:]
    var waiting = 0
  }

  private static let mostWaiting = 256
  private static let mostKinds = 1024
  private static let apart: Int64 = 60_000_000

  private let state = Mutex(State())

  func note(
    _ action: String, _ cause: RefusedAttempt.Cause, by principal: Principal, at now: Instant,
    in store: any Store
  ) {
    guard case .key(let key) = principal else { return }
    guard let alike = take(Alike(key: key.id, action: action, cause: cause), at: now) else { return }
    let attempt = RefusedAttempt(
      sequence: 0, at: now, key: key.id, actor: principal.label, action: action, cause: cause, alike: alike)
    store.write({ try $0.append(attempt) }) { [self] _ in state.withLock { $0.waiting -= 1 } }
  }

  /// How many like it were left out since the last one; nil where this one is to be left out too.
  private func take(_ kind: Alike, at now: Instant) -> Int? {
    state.withLock { state in
      if let last = state.kept[kind], now.microseconds - last.at.microseconds < RefusedAttempts.apart {
        state.kept[kind]?.since += 1
        return nil
      }
      guard state.waiting < RefusedAttempts.mostWaiting else { return nil }
      let alike = state.kept[kind]?.since ?? 0
      if state.kept.count >= RefusedAttempts.mostKinds { state.kept.removeAll() }
      state.kept[kind] = Kept(at: now)
      state.waiting += 1
      return alike
    }
  }
}

/// What was refused to whom, in the order of the attempts.
public struct ListRefusedAttempts: Inquiry {
  public static let right: Right? = .audit

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<RefusedAttempt> {
    try reading.records.refusedAttempts(page: page)
  }
}
