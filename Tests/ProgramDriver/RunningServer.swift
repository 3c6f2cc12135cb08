import Files
import Glibc
import JSON

/// `registrar serve`, running on a port that it picked.
public final class RunningServer {
  /// How long it took from the start of the process until `/healthz` answered 200, in microseconds.
  public let startMicroseconds: Int64
  private let listening: ListeningProcess

  public var port: UInt16 { listening.port }
  /// The server's process.
  public var process: ChildProcess { listening.process }

  /// Starts the server and waits until it answers.
  ///
  /// - Parameters:
  ///   - address: where it is to listen; on a port that it picks where not given.
  ///   - words: what stands before the program, such as a shell that limits it.
  public init(
    _ program: Program, listen address: String = "127.0.0.1:0", options: [String] = [],
    through words: [String] = [], patienceSeconds: Int = 20
  ) throws {
    let start = SystemClock.monotonicNanoseconds()
    let command = [program.path, "--data", program.data, "serve", "--listen", address] + options
    listening = try ListeningProcess(
      words + command, environment: program.wholeEnvironment, in: program.folder,
      patienceSeconds: patienceSeconds)
    guard try HTTPConnection(port: listening.port).send("GET", "/healthz").status == 200 else {
      throw DriverError("the server listens and is not healthy")
    }
    startMicroseconds = (SystemClock.monotonicNanoseconds() - start) / 1000
  }

  /// What it wrote to standard error so far.
  public var messages: String { get throws { try listening.messages } }

  /// What it wrote to standard error once the whole announcement of a log of text is there: the server listens before.
  public func announcement() throws -> String {
    for _ in 1...1000 {
      let text = try messages
      if text.contains("Ctrl-C ends it.") { return text }
      usleep(10_000)
    }
    throw DriverError("the server did not announce itself within ten seconds")
  }

  /// A new connection to it.
  public func connection(_ key: Key? = nil) throws -> HTTPConnection {
    try HTTPConnection(port: port, key: key)
  }

  /// Asks it to end and says how it did.
  public func stop(patienceSeconds: Int = 30) throws -> ChildProcess.Ending {
    try listening.stop(patienceSeconds: patienceSeconds)
  }

  /// Ends it as a power cut would end the process: at once, wherever it is.
  public func killAtOnce() throws {
    process.send(signal: SIGKILL)
    _ = try process.wait(patienceSeconds: 10)
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
