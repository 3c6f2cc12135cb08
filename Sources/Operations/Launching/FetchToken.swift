public import CMI5
internal import Cryptography
internal import Enrolment
internal import Synchronization
internal import Values

extension Registrar {
  /// Gives the token of a launch to whoever has the secret of its fetch address, once (cmi5 §8.2). The completion is
  /// called once, on the writer's thread, when that it was given is durable.
  ///
  /// The token is a user and a password as Basic credentials have them, in base 64. Only its digest is kept.
  public func fetchToken(
    by secret: String, completion: @escaping @Sendable (Result<FetchAnswer, any Error>) -> Void
  ) {
    let password = Base64.url.encode(random().octets + random().octets)
    store.write(
      { records in
        guard let found = try records.launch(fetchDigest: secretDigest(secret)) else { return .unknown }
        guard found.tokenDigest == nil, found.session.isOpen(at: records.now) else { return .usedOrExpired }
        try records.setTokenDigest(secretDigest(password), of: found.session.id)
        let pair = "\(LaunchPass.user(of: found.session.id)):\(password)"
        return .token(Base64.standard.encode(Array(pair.utf8)))
      }, completion: completion)
  }

  /// Which unit presents this token; nil for an unknown session and for a wrong secret, without saying which.
  ///
  /// Costs one digest, and a point read where the session was not asked for lately.
  func authenticate(launch id: ArraySlice<UInt8>, secret: ArraySlice<UInt8>) throws -> Principal? {
    let digest = try SHA256.digest(of: Array(secret)).octets
    let session = LaunchSessionID(UUID(utf8: id) ?? UUID(high: 0, low: 0))
    let known = try launches.entry(session, in: self)
    let kept = known?.tokenDigest ?? [UInt8](repeating: 0, count: digest.count)
    guard isEqualInConstantTime(kept, digest), let known else { return nil }
    return .launch(known.pass)
  }

  /// Whether a unit was launched that lies at an origin: one of a package, or elsewhere.
  public func launches(fromOrigin origin: String) throws -> Bool {
    if served.current?.content == origin { return true }
    return try launches.hasLaunched(from: origin, in: store)
  }
}

/// Launch sessions that were asked for, kept: what is kept of one never changes once its token was fetched.
///
/// Bounded: when it holds 4,096 it starts again from none.
final class KnownLaunches: Sendable {
  struct Entry: Sendable {
    let pass: LaunchPass
    let tokenDigest: [UInt8]
  }

  private struct State {
    var entries: [LaunchSessionID: Entry] = [:]
    var origins: Set<String> = []
  }

  private static let most = 4096
  private let state = Mutex(State())

  /// A session whose token was fetched.
  func entry(_ id: LaunchSessionID, in registrar: Registrar) throws -> Entry? {
    if let kept = state.withLock({ $0.entries[id] }) { return kept }
    guard let read = try registrar.store.read({ try read(id, $0, registrar) }) else { return nil }
    state.withLock { state in
      if state.entries.count >= KnownLaunches.most { state.entries.removeAll() }
      state.entries[id] = read
    }
    return read
  }

  private func read(_ id: LaunchSessionID, _ records: any Records, _ registrar: Registrar) throws -> Entry? {
    guard let found = try records.launch(id), let tokenDigest = found.tokenDigest else { return nil }
    let session = found.session
    let enrolment = try records.enrolment(identified: session.enrolment)
    let rule = try registrar.rules.rule(of: enrolment.version, in: records)
    let unit = rule.unit(
      session.activity, of: enrolment, session: id, mode: session.mode, origin: registrar.origin)
    return unit.map {
      Entry(pass: LaunchPass(session: id, enrolment: enrolment.id, unit: $0), tokenDigest: tokenDigest)
    }
  }

  /// Whether a unit was launched from an origin. What never was costs a point read each time.
  func hasLaunched(from origin: String, in store: any Store) throws -> Bool {
    if state.withLock({ $0.origins.contains(origin) }) { return true }
    guard try store.read({ try $0.hasLaunched(fromOrigin: origin) }) else { return false }
    state.withLock { state in
      if state.origins.count >= KnownLaunches.most { state.origins.removeAll() }
      state.origins.insert(origin)
    }
    return true
  }
}
