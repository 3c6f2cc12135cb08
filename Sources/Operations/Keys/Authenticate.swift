internal import Cryptography
internal import People
internal import Synchronization
internal import Values

extension Registrar {
  /// Who presents this key: nil for an unknown or revoked key, one whose days or whose party's have passed or not begun,
  /// and for a wrong secret, without saying which.
  ///
  /// Costs one digest, and a point read where the key was not asked for lately. Whatever is refused costs one digest and
  /// one point read, so that how long it takes does not tell known keys from unknown ones; the comparison takes the same
  /// time wherever the secrets differ.
  ///
  /// - Parameters:
  ///   - key: the octets of the key's id as text, or any others.
  ///   - secret: the octets of its secret as text, or any others.
  public func authenticate(key: ArraySlice<UInt8>, secret: ArraySlice<UInt8>) throws -> Principal? {
    if key.starts(with: LaunchPass.userPrefix.utf8) {
      return try authenticate(launch: key.dropFirst(LaunchPass.userPrefix.utf8.count), secret: secret)
    }
    let digest = try SHA256.digest(of: Array(secret)).octets
    let id = KeyID(UUID(utf8: key) ?? UUID(high: 0, low: 0))
    let (known, wasKept) = try keys.key(id, in: store)
    let kept = known?.secretDigest ?? [UInt8](repeating: 0, count: digest.count)
    guard isEqualInConstantTime(kept, digest), let known, known.opens(on: clock().dayInUTC) else {
      if wasKept { _ = try keys.read(id, in: store) }
      return nil
    }
    return .key(known.key)
  }
}

/// Keys that were asked for, kept until a key changes. One process owns the records, so whatever changes a key passes
/// here: a key that was revoked opens nothing from the moment its revocation is acknowledged.
///
/// Bounded: when it holds 4,096 keys it starts again from none. Unknown keys are not kept.
final class KnownKeys: Sendable {
  struct Entry: Sendable {
    let key: AccessKey
    let secretDigest: [UInt8]
    /// The days of the party that the key is held for; nil where it is held for none.
    let partyValidity: DayRange?

    func opens(on day: Day) -> Bool {
      key.works(on: day) && partyValidity?.contains(day) ?? true
    }
  }

  private struct State {
    var entries: [KeyID: Entry] = [:]
    /// Counts the changes; what was read before one is not kept after it.
    var changes = 0
  }

  private let state = Mutex(State())

  /// The key, and whether it was kept: if not, it was read now.
  func key(_ id: KeyID, in store: any Store) throws -> (entry: Entry?, wasKept: Bool) {
    let (kept, changes) = state.withLock { ($0.entries[id], $0.changes) }
    if let kept { return (kept, true) }
    guard let read = try read(id, in: store) else { return (nil, false) }
    state.withLock { state in
      guard state.changes == changes else { return }
      if state.entries.count >= 4096 { state.entries.removeAll() }
      state.entries[id] = read
    }
    return (read, false)
  }

  func read(_ id: KeyID, in store: any Store) throws -> Entry? {
    try store.read { records in
      guard let key = try records.key(id), let digest = try records.secretDigest(of: id) else { return nil }
      let party = try key.held?.party.flatMap(records.party)
      return Entry(key: key, secretDigest: digest, partyValidity: party?.validity)
    }
  }

  /// To be called when a change of keys is durable, before it is acknowledged.
  func forget() {
    state.withLock { state in
      state.entries.removeAll()
      state.changes += 1
    }
  }
}
