import Files
import Glibc

/// A program that was started here and is this process's to end.
///
/// Not for several threads at once: who started it waits for it.
public final class ChildProcess {
  /// The process's number.
  public let id: Int32
  private var ending: Ending?

  /// How a process ended.
  public enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Where a stream of the process leads: to a descriptor that is open here.
  public struct Streams {
    public let input: Int32
    public let output: Int32
    public let messages: Int32

    public init(input: Int32, output: Int32, messages: Int32) {
      self.input = input
      self.output = output
      self.messages = messages
    }
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: the program's path, then its arguments.
  ///   - environment: the whole environment, `NAME=value` each.
  ///   - folder: the folder that relative paths start from; this process's where nil.
  public init(_ words: [String], environment: [String], in folder: String? = nil, streams: Streams) throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.input, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.messages, 2)
    let words = (folder.map { ["/usr/bin/env", "--chdir=\($0)"] } ?? []) + words
    var number = pid_t()
    let answer = unsafe withCStrings(words) { arguments in
      unsafe withCStrings(environment) { environment in
        unsafe posix_spawn(&number, words[0], &actions, nil, arguments, environment)
      }
    }
    guard answer == 0 else { throw DriverError("\(words[0]) cannot be started: error \(answer)") }
    id = number
  }

  deinit {
    guard ending == nil else { return }
    kill(id, SIGKILL)
    var status: Int32 = 0
    _ = unsafe waitpid(id, &status, 0)
  }

  /// Sends a signal; nothing happens where the process has ended.
  public func send(signal: Int32) {
    if ending == nil { kill(id, signal) }
  }

  /// How the process ended; nil where it still runs.
  public func endingIfEnded() throws -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    let answer = unsafe waitpid(id, &status, WNOHANG)
    guard answer >= 0 else { throw DriverError("process \(id) cannot be waited for: error \(errno)") }
    guard answer == id else { return nil }
    ending = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    return ending
  }

  /// Waits until the process ends; one that outlasts the patience is killed, and that is an error.
  public func wait(patienceSeconds: Int = 60) throws -> Ending {
    let end = SystemClock.monotonicNanoseconds() + Int64(patienceSeconds) * 1_000_000_000
    while true {
      if let ending = try endingIfEnded() { return ending }
      if SystemClock.monotonicNanoseconds() > end {
        send(signal: SIGKILL)
        throw DriverError("process \(id) did not end within \(patienceSeconds) seconds")
      }
      usleep(500)
    }
  }
}

/// Something outside the program under test that failed.
public struct DriverError: Error, CustomStringConvertible {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// Calls with the texts as a null-terminated array of C strings, which are gone afterwards.
private func withCStrings<Answer>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Answer
) -> Answer {
  let copies = unsafe texts.map { unsafe strdup($0) }
  defer { unsafe copies.forEach { unsafe free($0) } }
  return unsafe body(copies + [nil])
}
