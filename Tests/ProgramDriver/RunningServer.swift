import Files
import Glibc
import JSON

/// `registrar serve`, running on a port that it picked.
public final class RunningServer {
  public let port: UInt16
  /// The server's process.
  public let process: ChildProcess
  /// How long it took from the start of the process until `/healthz` answered 200, in microseconds.
  public let startMicroseconds: Int64
  private let output: OpenDescriptor
  private let said: OpenDescriptor

  /// Starts the server and waits until it answers.
  ///
  /// - Parameter words: what stands before the program, such as a shell that limits it.
  public init(
    _ program: Program, options: [String] = [], through words: [String] = [], patienceSeconds: Int = 20
  ) throws {
    let start = SystemClock.monotonicNanoseconds()
    let (reading, writing) = try OpenDescriptor.pipe()
    let (nowhere, scratch) = (try OpenDescriptor.nowhere(), try OpenDescriptor.scratch())
    let command = [program.path, "--data", program.data, "serve", "--listen", "127.0.0.1:0"] + options
    process = try ChildProcess(
      words + command, environment: program.wholeEnvironment, in: program.folder,
      streams: .init(input: nowhere.number, output: writing.number, messages: scratch.number))
    (output, said) = (reading, scratch)
    // Held here too, it would hide that the process has ended.
    writing.close()
    let line = try reading.line(patienceSeconds: patienceSeconds)
    guard let line, let port = Self.port(in: line) else {
      throw DriverError(
        "the server said \(line ?? "nothing") and: \(String(decoding: try scratch.contents(), as: UTF8.self))"
      )
    }
    self.port = port
    guard try HTTPConnection(port: port).send("GET", "/healthz").status == 200 else {
      throw DriverError("the server listens and is not healthy")
    }
    startMicroseconds = (SystemClock.monotonicNanoseconds() - start) / 1000
  }

  /// What it wrote to standard error so far.
  public var messages: String {
    get throws { String(decoding: try said.contents(), as: UTF8.self) }
  }

  /// A new connection to it.
  public func connection(_ key: Key? = nil) throws -> HTTPConnection {
    try HTTPConnection(port: port, key: key)
  }

  /// Asks it to end and says how it did.
  public func stop(patienceSeconds: Int = 30) throws -> ChildProcess.Ending {
    process.send(signal: SIGTERM)
    return try process.wait(patienceSeconds: patienceSeconds)
  }

  /// Ends it as a power cut would end the process: at once, wherever it is.
  public func killAtOnce() throws {
    process.send(signal: SIGKILL)
    _ = try process.wait(patienceSeconds: 10)
  }

  private static func port(in line: String) -> UInt16? {
    guard line.hasPrefix("listening on http://127.0.0.1:") else { return nil }
    return line.split(separator: ":").last.flatMap { UInt16($0) }
  }
}

/// An identifier and a secret for HTTP.
public struct Key: Sendable, Hashable {
  public let id: String
  public let secret: String

  public init(id: String, secret: String) {
    self.id = id
    self.secret = secret
  }

  /// Makes a key by the command line.
  public static func create(_ program: Program, scope: String = "all") throws -> Key {
    let json = try program.succeed("key", "create", "--scope", scope, "--json").json
    guard let id = json["key"]?.string, let secret = json["secret"]?.string else {
      throw DriverError("key create answered \(String(decoding: json.raw, as: UTF8.self))")
    }
    return Key(id: id, secret: secret)
  }
}
