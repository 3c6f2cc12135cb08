import Files
import Glibc
public import JSON

/// The built program with a data folder, run as a person or a script runs it.
public struct Program: Sendable {
  /// The program's own file.
  public let path: String
  /// The data folder that every command is given.
  public let data: String
  /// Variables of the environment beside those of this process, `NAME=value` each.
  public var environment: [String] = []
  /// The folder that relative paths start from; this process's where nil.
  public var folder: String?

  /// What a command answered.
  public struct Answer: Sendable {
    /// The exit status; nil where a signal ended the command.
    public let status: Int32?
    public let output: [UInt8]
    public let messages: String

    /// The output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
    /// The output's first line.
    public var line: String { String(text.prefix { $0 != "\n" }) }

    /// The output as one JSON value.
    public var json: JSONValue {
      get throws { try JSONDocument(output).root }
    }
  }

  /// - Parameter path: the program; the one that was built with the tests where nil.
  public init(data: String, path: String? = nil) throws {
    self.path = try path ?? Program.built()
    self.data = data
  }

  /// `$REGISTRAR_PROGRAM`, else `registrar` beside the running test.
  public static func built() throws -> String {
    if let named = ProcessContext.environment("REGISTRAR_PROGRAM") {
      return try ProcessContext.canonicalPath(named)
    }
    let test = try ProcessContext.executablePath()
    guard let slash = test.lastIndex(of: "/") else { throw DriverError("\(test) lies in no folder") }
    let beside = test[..<slash] + "/registrar"
    guard try FileStatus.ifPresent(at: String(beside)) != nil else {
      throw DriverError("there is no program at \(beside); build it, or name one in REGISTRAR_PROGRAM")
    }
    return String(beside)
  }

  /// Runs a command to its end.
  public func run(_ words: [String], input: [UInt8] = [], patienceSeconds: Int = 120) throws -> Answer {
    try run(program: [path, "--data", data] + words, input: input, patienceSeconds: patienceSeconds)
  }

  /// Runs a command to its end and takes it for granted that it succeeds.
  @discardableResult
  public func succeed(_ words: String..., input: [UInt8] = []) throws -> Answer {
    try succeed(words, input: input)
  }

  /// The same.
  @discardableResult
  public func succeed(_ words: [String], input: [UInt8] = []) throws -> Answer {
    let answer = try run(words, input: input)
    guard answer.status == 0 else {
      throw DriverError(
        "registrar \(words.joined(separator: " ")): status \(answer.status ?? -1): \(answer.messages) \(answer.text)"
      )
    }
    return answer
  }

  /// Runs any program to its end, in this program's surroundings.
  public func run(program words: [String], input: [UInt8] = [], patienceSeconds: Int = 120) throws -> Answer {
    let (stdin, stdout, stderr) = (
      try OpenDescriptor.scratch(), try OpenDescriptor.scratch(), try OpenDescriptor.scratch()
    )
    try stdin.fill(input)
    let process = try ChildProcess(
      words, environment: wholeEnvironment, in: folder,
      streams: .init(input: stdin.number, output: stdout.number, messages: stderr.number))
    let ending = try process.wait(patienceSeconds: patienceSeconds)
    let status: Int32? = if case .exit(let status) = ending { status } else { nil }
    return Answer(
      status: status, output: try stdout.contents(),
      messages: String(decoding: try stderr.contents(), as: UTF8.self))
  }

  /// Starts a command and leaves it running; what it says is lost.
  public func start(_ words: [String]) throws -> ChildProcess {
    try start(program: [path, "--data", data] + words)
  }

  /// Starts any program, in this program's surroundings, and leaves it running; what it says is lost.
  public func start(program words: [String]) throws -> ChildProcess {
    let nowhere = try OpenDescriptor.nowhere()
    return try ChildProcess(
      words, environment: wholeEnvironment, in: folder,
      streams: .init(input: nowhere.number, output: nowhere.number, messages: nowhere.number))
  }

  /// This process's environment, less what would lead the program elsewhere, with this program's own.
  var wholeEnvironment: [String] {
    let kept = ["PATH", "HOME", "LANG", "TZ", "REGISTRAR_HOME", "LD_LIBRARY_PATH"].compactMap { name in
      ProcessContext.environment(name).map { "\(name)=\($0)" }
    }
    return kept + environment
  }
}
