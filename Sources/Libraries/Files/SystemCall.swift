import Glibc

/// Makes a system call until no signal interrupts it; a negative answer becomes a `FileError`.
/// A path with a NUL octet, which C would cut there, is refused first.
@discardableResult
func perform<Answer: SignedInteger>(
  _ action: FileError.Action, on path: String, _ call: () -> Answer
) throws(FileError) -> Answer {
  if path.utf8.contains(0) { throw FileError(action, path, .unusableName) }
  while true {
    let answer = call()
    if answer >= 0 { return answer }
    let number = errno
    if number != EINTR { throw FileError(action, path, .system(number: number)) }
  }
}

/// The owner of an open descriptor. What must be durable is synced before: an error of `close` is of no use.
struct Descriptor: ~Copyable, Sendable {
  let number: Int32

  deinit { _ = close(number) }
}

/// The folder that a path lies in and the name in it.
func split(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
  let name = String(path[path.utf8.index(after: slash)...])
  return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
}
