import Glibc
import Synchronization

/// Carries out tasks on a few threads and returns when all have ended; for work that waits for the device, where
/// the file system answers several waiting threads with one turn of its journal.
///
/// - Parameters:
///   - count: how many tasks; `body` is given their numbers from 0, in no certain order.
///   - threads: how many threads at most. One is the caller's; where the system gives no more, it does all.
/// - Throws: what the first failing task threw; tasks not yet begun are then left out.
func inParallel(
  _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws(FileError) -> Void
) throws(FileError) {
  let team = Team(count: count, body: body)
  var identifiers: [pthread_t] = []
  for _ in 1..<max(1, min(threads, count)) {
    var identifier = pthread_t()
    let client = unsafe Unmanaged.passRetained(team)
    let answer = unsafe pthread_create(&identifier, nil, workInTeam, client.toOpaque())
    guard answer == 0 else {
      unsafe client.release()
      break
    }
    identifiers.append(identifier)
  }
  team.work()
  for identifier in identifiers { _ = pthread_join(identifier, nil) }
  if let error = team.firstError { throw error }
}

/// The tasks that several threads take from.
private final class Team: Sendable {
  private let count: Int
  private let body: @Sendable (Int) throws(FileError) -> Void
  private let progress = Mutex<(next: Int, error: FileError?)>((0, nil))

  init(count: Int, body: @escaping @Sendable (Int) throws(FileError) -> Void) {
    self.count = count
    self.body = body
  }

  var firstError: FileError? { progress.withLock(\.error) }

  func work() {
    while let task = takeNext() {
      do throws(FileError) {
        try body(task)
      } catch {
        progress.withLock { $0.error = $0.error ?? error }
      }
    }
  }

  private func takeNext() -> Int? {
    progress.withLock { progress in
      guard progress.error == nil, progress.next < count else { return nil }
      defer { progress.next += 1 }
      return progress.next
    }
  }
}

/// What each further thread runs: it takes over the reference that it was started with.
private func workInTeam(_ client: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let client = unsafe client else { return nil }
  unsafe Unmanaged<Team>.fromOpaque(client).takeRetainedValue().work()
  return nil
}
