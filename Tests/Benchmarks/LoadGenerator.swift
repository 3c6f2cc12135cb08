import Files
import Glibc
import ProgramDriver

/// What one load found.
struct LoadResult {
  let perSecond: Double
  let requests: Int
  /// Latencies as the load generator writes them, `4.56ms`.
  let median: String
  let p99: String
}

/// The load generator of Debian, `wrk`: on the loopback only, for a bounded time.
struct LoadGenerator {
  let port: UInt16
  var path = "/"
  var connections = 64
  var seconds = 5
  var headers: [String] = []
  /// A script in Lua that makes the requests; nil for a GET of the path.
  var script: String?

  /// One thread of load: it leaves the second core to the server.
  func run(_ bench: Bench) throws -> LoadResult {
    var words = [
      "/usr/bin/wrk", "--latency", "-t", "1", "-c", String(connections), "-d", "\(seconds)s",
    ]
    for header in headers { words += ["-H", header] }
    if let script { words += ["-s", script] }
    words.append("http://127.0.0.1:\(port)\(path)")
    let answer = try bench.program("unused").run(program: words, patienceSeconds: seconds + 30)
    return try LoadResult(output: answer.text + answer.messages)
  }
}

extension LoadResult {
  /// Reads what the load generator wrote. A load of which anything was refused measures nothing.
  init(output: String) throws {
    let lines = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    func word(after first: String, at place: Int) -> String? {
      lines.first { $0.first == first && $0.count > place }?[place]
    }
    guard let rate = word(after: "Requests/sec:", at: 1).flatMap(Double.init),
      let requests = lines.first(where: { $0.count > 2 && $0[1] == "requests" && $0[2] == "in" })
        .flatMap({ Int($0[0]) })
    else { throw DriverError("the load generator said: \(output)") }
    guard !output.contains("Non-2xx"), !output.contains("Socket errors") else {
      throw DriverError("requests failed under load: \(output)")
    }
    perSecond = rate
    self.requests = requests
    median = word(after: "50%", at: 1) ?? "?"
    p99 = word(after: "99%", at: 1) ?? "?"
  }
}

/// What a process has used and holds, as the system counts it.
struct ProcessUse {
  /// Seconds of processor time, in user and system mode.
  let processorSeconds: Double
  let residentBytes: Int

  init(of process: Int32) throws {
    let fields =
      try String(decoding: ProcessUse.read("/proc/\(process)/stat"), as: UTF8.self)
      .split(separator: ")").last?.split(separator: " ") ?? []
    let pages = try String(decoding: ProcessUse.read("/proc/\(process)/statm"), as: UTF8.self)
      .split(separator: " ")
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]),
      pages.count > 1, let resident = Int(pages[1])
    else { throw DriverError("the system tells nothing of process \(process)") }
    processorSeconds = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    residentBytes = resident * Int(sysconf(Int32(_SC_PAGESIZE)))
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { throw DriverError("\(path) cannot be read: error \(errno)") }
    return Array(buffer[..<count])
  }

  private static func open(_ path: String) throws -> Int32 {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw DriverError("\(path) cannot be opened: error \(errno)") }
    return descriptor
  }
}
