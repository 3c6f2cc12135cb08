import Files
import JSON
import ProgramDriver

/// The usual questions to a record store, at several sizes of it: what they cost should follow from what they return.
enum Queries {
  static func measures(_ bench: Bench, over sizes: [Int]) throws -> [Measure] {
    let program = try bench.program("queries-\(sizes.last ?? 0)")
    let key = try Key.create(program)
    let server = try RunningServer(program)
    let headers = [
      "Authorization: Basic \(base64("\(key.id):\(key.secret)"))", "X-Experience-API-Version: 2.0.0",
    ]
    let load = QueriesUnderLoad(server: server, headers: headers, bench: bench)
    var measures: [Measure] = []
    var stored = 0
    for size in sizes {
      while stored < size { stored += try load.fill() }
      measures += try load.ask(of: stored)
    }
    let resident = try ProcessUse(of: server.process.id).residentBytes
    let ofItself = try load.meanOctets()
    _ = try server.stop()
    let bytes = try FileStatus.ifPresent(at: program.data + "/records.sqlite")?.sizeBytes ?? 0
    return measures + [
      Measure(
        "disk for each of \(grouped(stored))",
        "\(grouped(bytes / max(1, stored))) bytes, \(grouped(ofItself)) of them its own JSON"),
      Measure("resident memory after that", "\(resident >> 20) MiB"),
    ]
  }
}

/// One question: its name and its parameters, in which `%d` is a number that changes from request to request.
private struct Question {
  let name: String
  let parameters: String

  static let usual = [
    Question(name: "by agent", parameters: "agent=\(learner)"),
    Question(name: "by activity", parameters: "activity=\(address("activities"))"),
    Question(name: "by verb", parameters: "verb=\(completed)"),
    Question(name: "by registration", parameters: "registration=0190a3e2-7c1a-7b3f-8d2e-%012d"),
    Question(name: "by related agent", parameters: "related_agents=true&agent=\(learner)"),
    Question(
      name: "by related activity", parameters: "related_activities=true&activity=\(address("courses"))"),
    Question(name: "since an instant", parameters: "since=2026-01-01T00:00:00Z&ascending=true"),
    Question(name: "by agent and verb", parameters: "agent=\(learner)&verb=\(completed)"),
    Question(
      name: "by agent, registration, verb, activity",
      parameters: "agent=\(learner)&registration=0190a3e2-7c1a-7b3f-8d2e-%012d&verb=\(completed)"
        + "&activity=\(address("activities"))"),
  ]

  private static let completed = "http%3A%2F%2Fadlnet.gov%2Fexpapi%2Fverbs%2Fcompleted"
  private static let learner =
    "%7B%22account%22%3A%7B%22homePage%22%3A%22http%3A%2F%2F127.0.0.1%3A8080%22%2C"
    + "%22name%22%3A%22learner-%d%22%7D%7D"

  private static func address(_ kind: String) -> String {
    "http%3A%2F%2Fregistrar.invalid%2F\(kind)%2F%d"
  }

  /// A script that asks it of one number after the other, all of which were recorded.
  var script: String {
    """
    local made = 0
    local form = [[/xapi/statements?limit=25&\(parameters)]]
    form = form:gsub("%%012d", "{long}"):gsub("%%d", "{short}")
    request = function()
      made = made % 49 + 1
      local path = form:gsub("{long}", string.format("%012d", made)):gsub("{short}", tostring(made))
      return wrk.format("GET", path)
    end
    """
  }
}

private struct QueriesUnderLoad {
  let server: RunningServer
  let headers: [String]
  let bench: Bench

  /// Stores more, and says how many.
  func fill() throws -> Int {
    try run(postScript(50), connections: 8, seconds: 5).requests * 50
  }

  func ask(of stored: Int) throws -> [Measure] {
    try Question.usual.map { question in
      let before = try ProcessUse(of: server.process.id)
      let result = try run(question.script, connections: 8, seconds: 2)
      let after = try ProcessUse(of: server.process.id)
      return Measure(
        "25 of \(grouped(stored)) \(question.name) (p50 \(result.median), p99 \(result.p99))",
        perSecond: result.perSecond,
        processorMicroseconds: microseconds(before, after, of: result.requests))
    }
  }

  /// The octets of a statement as it is given back.
  func meanOctets() throws -> Int {
    let answer = try HTTPConnection(port: server.port).send(
      "GET", "/xapi/statements?limit=100", headers)
    let statements = try answer.json.member(named: "statements")?.elements.map { Array($0) } ?? []
    return statements.reduce(0) { $0 + $1.raw.count } / max(1, statements.count)
  }

  private func run(_ script: String, connections: Int, seconds: Int) throws -> LoadResult {
    let path = try bench.folder.write("queries.lua", Array(script.utf8))
    return try LoadGenerator(
      port: server.port, connections: connections, seconds: seconds, headers: headers, script: path
    ).run(bench)
  }
}
