import Glibc

extension ChildProcess {
  /// The most memory that the program has held at once up to now; nil where it has ended.
  ///
  /// What the system says when a child is waited for takes in what its parent held when it started it.
  public func peakBytes() -> Int? {
    guard let status = contents(of: "/proc/\(id)/status") else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 << 10 }
  }
}

/// What a file of at most 4 KiB says; nil where it cannot be read.
private func contents(of path: String) -> String? {
  let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var buffer = [UInt8](repeating: 0, count: 4096)
  let count = unsafe read(descriptor, &buffer, buffer.count)
  return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
}
