import Files
import HTTPEndpoint
import Operations
import Synchronization

/// What `serve` does as time goes by, within a minute and on a thread of its own: it abandons launch sessions that have
/// lasted as long as they may, and tells webhooks of certificates that have ended, or soon will.
final class Rounds: Sendable {
  private let registrar: Registrar
  private let daysAhead: [Int]
  private let log: ServerLog
  private let isStopped = Atomic(false)
  private let isRunning = Atomic(false)

  /// How long it rests before it looks again, in milliseconds, and before it notes that it is to end.
  private static let rest: Int64 = 60_000
  private static let nap: Int32 = 200

  /// - Parameter daysAhead: how many days before their last day certificates are announced.
  init(_ registrar: Registrar, daysAhead: [Int], log: ServerLog) {
    self.registrar = registrar
    self.daysAhead = daysAhead
    self.log = log
  }

  func start() throws {
    isRunning.store(true, ordering: .relaxed)
    do {
      try BackgroundThread.start { [self] in
        work()
        isRunning.store(false, ordering: .releasing)
      }
    } catch {
      isRunning.store(false, ordering: .relaxed)
      throw error
    }
  }

  /// Ends, and returns when nothing is under way any more.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    while isRunning.load(ordering: .acquiring) { SystemClock.sleep(milliseconds: 5) }
  }

  private func work() {
    var isSilent = false
    while !isStopped.load(ordering: .relaxed) {
      do {
        try registrar.abandonExpiredLaunches()
        try registrar.followCalendar(announcing: daysAhead)
        isSilent = false
      } catch {
        if !isSilent { log.tell(.error, "rounds", [("reason", "\(error)")]) }
        isSilent = true
      }
      let end = SystemClock.monotonicNanoseconds() + Rounds.rest * 1_000_000
      while !isStopped.load(ordering: .relaxed), SystemClock.monotonicNanoseconds() < end {
        SystemClock.sleep(milliseconds: Rounds.nap)
      }
    }
  }
}
