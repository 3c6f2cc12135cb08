import Glibc

/// An exclusive lock on a file, among all processes of the machine. Held until the value goes, or the
/// process ends in whatever way: nothing is left behind but the empty purpose of the file.
public final class FileLock: Sendable {
  /// The file that carries the lock.
  public let path: String
  private let descriptor: Descriptor

  /// Another process, or another `FileLock` of this one, holds the lock.
  public struct Held: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// The process that wrote its number into the file; nil while it has not done so yet.
    public let holder: Int32?

    public var description: String {
      "\(path) is locked by \(holder.map { "process \($0)" } ?? "another process")"
    }
  }

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - path: the lock's file, created with mode 0600 if missing, never removed.
  ///   - waitMilliseconds: how long to wait for another holder; 0 asks once.
  /// - Throws: `Held`, or `FileError`.
  public init(_ path: String, waitMilliseconds: Int = 0) throws {
    self.path = path
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    descriptor = Descriptor(number: try perform(.lock, on: path) { unsafe open(path, flags, 0o600) })
    let end = SystemClock.monotonicNanoseconds() + Int64(waitMilliseconds) * 1_000_000
    while try !take() {
      if SystemClock.monotonicNanoseconds() >= end { throw Held(path: path, holder: holder()) }
      _ = usleep(10_000)
    }
    try writeHolder()
  }

  private func take() throws(FileError) -> Bool {
    do {
      try perform(.lock, on: path) { flock(descriptor.number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.isTimeout { return false }
      throw error
    }
  }

  private func holder() -> Int32? {
    var text = [UInt8](repeating: 0, count: FileLock.holderBytes)
    let count = unsafe pread(descriptor.number, &text, text.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: text[..<count].prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self))
  }

  /// Writes the process's number over the last holder's, in the same bytes: a full device has room for that. Where
  /// it has none for the first either, the lock is held all the same; the number is only for messages.
  private func writeHolder() throws(FileError) {
    let digits = Array("\(getpid())".utf8)
    let text = digits + [UInt8](repeating: UInt8(ascii: " "), count: FileLock.holderBytes - digits.count)
    do {
      try perform(.lock, on: path) { unsafe pwrite(descriptor.number, text, text.count, 0) }
    } catch {
      if !error.isOutOfSpace { throw error }
    }
  }

  private static let holderBytes = 16
}
