import Files
import Glibc

/// A process that listens on a port it picked and names in its first line: `listening on http://127.0.0.1:PORT`.
public final class ListeningProcess {
  public let port: UInt16
  public let process: ChildProcess
  private let output: OpenDescriptor
  private let said: OpenDescriptor

  /// Starts a program and waits for its first line.
  public init(
    _ words: [String], environment: [String] = [], in folder: String? = nil, patienceSeconds: Int = 20
  ) throws {
    let (reading, writing) = try OpenDescriptor.pipe()
    let (nowhere, scratch) = (try OpenDescriptor.nowhere(), try OpenDescriptor.scratch())
    process = try ChildProcess(
      words, environment: environment, in: folder,
      streams: .init(input: nowhere.number, output: writing.number, messages: scratch.number))
    (output, said) = (reading, scratch)
    // Held here too, it would hide that the process has ended.
    writing.close()
    let line = try reading.line(patienceSeconds: patienceSeconds)
    guard let line, let port = Self.port(in: line) else {
      throw DriverError(
        "\(words[0]) said \(line ?? "nothing") and: \(String(decoding: try scratch.contents(), as: UTF8.self))"
      )
    }
    self.port = port
  }

  /// What it wrote to standard error so far.
  public var messages: String {
    get throws { String(decoding: try said.contents(), as: UTF8.self) }
  }

  /// Asks it to end and says how it did.
  public func stop(patienceSeconds: Int = 30) throws -> ChildProcess.Ending {
    process.send(signal: SIGTERM)
    return try process.wait(patienceSeconds: patienceSeconds)
  }

  private static func port(in line: String) -> UInt16? {
    guard line.hasPrefix("listening on http://127.0.0.1:") else { return nil }
    return line.split(separator: ":").last.flatMap { UInt16($0) }
  }
}
