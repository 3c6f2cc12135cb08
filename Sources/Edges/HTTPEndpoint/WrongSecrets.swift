internal import Synchronization
internal import Values

/// How often wrong secrets came, by key and by address: beyond a limit they are answered with 429.
///
/// A right secret is let in whatever came before: 256 random bits are not guessed, and a key that wrong secrets could
/// lock would be locked by whoever wishes its holder ill, a whole office behind one proxy with it. What the limit does
/// is to slow down, and to tell, who tries.
///
/// Its memory is fixed: 4,096 cells for keys and as many for addresses. Those that fall into one cell share its limit,
/// so that nobody can make it forget by trying many; which fall together differs with every start.
final class WrongSecrets: Sendable {
  /// How many wrong secrets are taken at once, and how long it takes until one more is.
  struct Limit: Sendable {
    let burst: Int64
    let apartMicroseconds: Int64
  }

  static let byKey = Limit(burst: 10, apartMicroseconds: 6_000_000)
  static let byAddress = Limit(burst: 30, apartMicroseconds: 2_000_000)

  private static let cells = 4096

  private struct State {
    /// For each cell, until when what came is spread out by the limit's distance.
    var keys = [Int64](repeating: 0, count: WrongSecrets.cells)
    var addresses = [Int64](repeating: 0, count: WrongSecrets.cells)
  }

  private let state = Mutex(State())

  /// Takes note of a wrong secret.
  ///
  /// - Returns: nil where it lies within the limits; else after how many seconds the next one does.
  func note(key: ArraySlice<UInt8>, address: String, at now: Instant) -> Int? {
    state.withLock { state in
      let forKey = WrongSecrets.wait(&state.keys[cell(of: Array(key))], WrongSecrets.byKey, at: now)
      let forAddress = WrongSecrets.wait(
        &state.addresses[cell(of: Array(address.utf8))], WrongSecrets.byAddress, at: now)
      let longest = max(forKey, forAddress)
      return longest > 0 ? Int((longest + 999_999) / 1_000_000) : nil
    }
  }

  /// Takes note of a wrong guess that names no key.
  ///
  /// - Returns: nil where it lies within the limit for addresses; else after how many seconds the next one does.
  func note(address: String, at now: Instant) -> Int? {
    state.withLock { state in
      let wait = WrongSecrets.wait(
        &state.addresses[cell(of: Array(address.utf8))], WrongSecrets.byAddress, at: now)
      return wait > 0 ? Int((wait + 999_999) / 1_000_000) : nil
    }
  }

  /// Moves a cell on by one, unless it is full; then says how long until it is not, in microseconds. A clock that went
  /// back empties it.
  private static func wait(_ cell: inout Int64, _ limit: Limit, at now: Instant) -> Int64 {
    let full = limit.burst * limit.apartMicroseconds
    let begun = cell - now.microseconds > full ? now.microseconds : max(cell, now.microseconds)
    let next = begun + limit.apartMicroseconds
    guard next - now.microseconds <= full else { return next - now.microseconds - full }
    cell = next
    return 0
  }

  private func cell(of octets: [UInt8]) -> Int {
    Int(UInt(bitPattern: octets.hashValue) % UInt(WrongSecrets.cells))
  }
}
