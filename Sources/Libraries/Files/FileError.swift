import Glibc

/// What the operating system, or a limit of ours, refused about a file, folder, lock or socket.
public struct FileError: Error, Hashable, Sendable {
  /// What was being done.
  public enum Action: String, Hashable, Sendable {
    case open, read, write, sync, rename, remove, list, examine, create, lock, bind, connect, accept
    case configure, resolve
  }

  /// Why it was not done.
  public enum Reason: Hashable, Sendable {
    /// The operating system's error number (`errno`).
    case system(number: Int32)
    /// The file, or a framed message, holds more than the caller allows, in bytes.
    case largerThan(bytes: Int)
    /// More entries lie below a folder than the caller allows.
    case moreEntriesThan(count: Int)
    /// A folder, link, device, socket or pipe stands where a regular file is asked for.
    case notRegularFile
    /// A name that is not UTF-8, or holds a NUL octet.
    case unusableName
    /// The other side closed before the whole message came.
    case cutShort
  }

  public let action: Action
  /// The path as the caller gave it.
  public let path: String
  public let reason: Reason

  public init(_ action: Action, _ path: String, _ reason: Reason) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// True where the file system, a quota or the process's file size limit has no room left.
  public var isOutOfSpace: Bool { holds(oneOf: [ENOSPC, EDQUOT, EFBIG]) }

  /// True where the device itself failed.
  public var isDeviceFailure: Bool { holds(oneOf: [EIO]) }

  /// True where the path names nothing.
  public var isMissing: Bool { holds(oneOf: [ENOENT, ENOTDIR]) }

  /// True where something stands at the path already.
  public var isOccupied: Bool { holds(oneOf: [EEXIST, ENOTEMPTY]) }

  /// True where a time-out set on a socket passed.
  public var isTimeout: Bool { holds(oneOf: [EAGAIN, ETIMEDOUT]) }

  /// True where nobody listens on a socket, or there is none.
  public var isNobodyListening: Bool { holds(oneOf: [ECONNREFUSED, ENOENT, ENOTDIR]) }

  private func holds(oneOf numbers: [Int32]) -> Bool {
    guard case .system(let number) = reason else { return false }
    return numbers.contains(number)
  }
}

extension FileError: CustomStringConvertible {
  /// One sentence: `cannot open /etc/shadow: Permission denied`.
  public var description: String { "cannot \(action.rawValue) \(path): \(reason)" }
}

extension FileError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    // glibc's strerror keeps its text per thread (since 2.32); it is copied at once.
    case .system(let number): unsafe String(cString: strerror(number))
    case .largerThan(let bytes): "larger than \(bytes) bytes"
    case .moreEntriesThan(let count): "more than \(count) entries"
    case .notRegularFile: "not a regular file"
    case .unusableName: "a name that is not UTF-8 or holds NUL"
    case .cutShort: "the other side closed in the middle of a message"
    }
  }
}
