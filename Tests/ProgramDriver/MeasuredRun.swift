import Files
import Glibc

/// What a command took, from its start to its end.
public struct MeasuredRun: Sendable {
  public let milliseconds: Double
  /// From the start to the first octet of its output; nil where it wrote none.
  public let millisecondsToFirstOctet: Double?
  /// How many octets it wrote to its output.
  public let octets: Int
  /// The most memory that it was seen to hold at once, looked at a hundred times a second and more.
  public let peakBytes: Int
}

extension Program {
  /// Runs a command, whose output is read and thrown away, and takes it for granted that it succeeds.
  public func measure(_ words: [String], patienceSeconds: Int = 600) throws -> MeasuredRun {
    let (reading, writing) = try OpenDescriptor.pipe()
    let (nowhere, said) = (try OpenDescriptor.nowhere(), try OpenDescriptor.scratch())
    let start = SystemClock.monotonicNanoseconds()
    let process = try ChildProcess(
      [path, "--data", data] + words, environment: wholeEnvironment, in: folder,
      streams: .init(input: nowhere.number, output: writing.number, messages: said.number))
    writing.close()
    var peak = 0
    let (first, octets) = try reading.drain { peak = max(peak, process.peakBytes() ?? 0) }
    let ending = try process.wait(patienceSeconds: patienceSeconds)
    let end = SystemClock.monotonicNanoseconds()
    guard ending == .exit(0) else {
      throw DriverError(
        "registrar \(words.joined(separator: " ")): \(ending): \(String(decoding: try said.contents(), as: UTF8.self))"
      )
    }
    return MeasuredRun(
      milliseconds: Double(end - start) / 1_000_000,
      millisecondsToFirstOctet: first.map { Double($0 - start) / 1_000_000 }, octets: octets,
      peakBytes: peak)
  }
}

extension OpenDescriptor {
  /// Reads to the end, and looks around before each reading and every ten milliseconds; says when the first octet came,
  /// and how many did.
  fileprivate func drain(_ look: () -> Void) throws -> (first: Int64?, octets: Int) {
    var (first, octets) = (Int64?.none, 0)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var waiting = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    while true {
      look()
      guard unsafe poll(&waiting, 1, 10) != 0 else { continue }
      let count = unsafe read(number, &buffer, buffer.count)
      guard count >= 0 else { throw DriverError("pipe: error \(errno)") }
      guard count > 0 else { return (first, octets) }
      if first == nil { first = SystemClock.monotonicNanoseconds() }
      octets += count
    }
  }
}
