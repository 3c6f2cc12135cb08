import JSON
import ProgramDriver

/// The records over HTTP: looked at one by one and in lists, and changed, each change durable before it is acknowledged.
enum API {
  static let emptyReply = "an empty reply, in this run"

  static func measures(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("api")
    let key = try Key.create(program)
    let empty = try Limits.emptyReply(named: emptyReply, bench)
    let server = try RunningServer(program)
    let under = APIUnderLoad(server: server, key: key, bench: bench)
    let writes = try [
      under.load("POST of a person, 64 connections", script: personScript(named: false)),
      under.load("the same with an Idempotency-Key", script: personScript(named: true)),
      under.load("POST of a person, 1 connection", connections: 1, script: personScript(named: false)),
    ]
    let known = try under.knownPersons()
    let reads = try [
      under.load("GET of one person", script: showScript(known, tagged: false)),
      under.load("the same, known by its ETag (304)", script: showScript(known, tagged: true)),
      under.load("GET of a list of 25", script: listScript),
    ]
    _ = try server.stop()
    return [empty] + reads + writes
  }
}

private struct APIUnderLoad {
  let server: RunningServer
  let key: Key
  let bench: Bench

  func load(_ name: String, connections: Int = 64, script: String) throws -> Measure {
    let path = try bench.folder.write("api-\(name.count)-\(connections).lua", Array(script.utf8))
    let before = try ProcessUse(of: server.process.id)
    let result = try LoadGenerator(
      port: server.port, connections: connections, seconds: bench.seconds,
      headers: ["Authorization: Basic \(base64("\(key.id):\(key.secret)"))"], script: path
    ).run(bench)
    let after = try ProcessUse(of: server.process.id)
    return Measure(
      "\(name) (p50 \(result.median), p99 \(result.p99))", perSecond: result.perSecond,
      processorMicroseconds: microseconds(before, after, of: result.requests), beside: API.emptyReply)
  }

  /// A thousand persons, each with its tag.
  func knownPersons() throws -> [(id: String, tag: String)] {
    let connection = try server.connection(key)
    let page = try connection.send("GET", "/api/v1/persons?limit=1000").json
    let ids = page.member(named: "items")?.elements?.compactMap { $0.member(named: "id")?.string } ?? []
    guard !ids.isEmpty else { throw DriverError("no person was entered") }
    return try ids.map { id in
      guard let tag = try connection.send("GET", "/api/v1/persons/\(id)")["ETag"] else {
        throw DriverError("a person without a tag")
      }
      return (id, tag)
    }
  }
}

/// A script that enters one person a request, each request with a name of its own where asked.
private func personScript(named: Bool) -> String {
  """
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  local made = 0
  local run = tostring(os.time()) .. tostring(math.random(1, 1000000000))
  request = function()
    made = made + 1
    \(named ? #"wrk.headers["Idempotency-Key"] = "\"" .. run .. "-" .. made .. "\"""# : "")
    return wrk.format(nil, "/api/v1/persons", nil, string.format('{"name": "Officer %d", "sex": "female"}', made))
  end
  """
}

/// A script that shows one known person after the other.
private func showScript(_ known: [(id: String, tag: String)], tagged: Bool) -> String {
  """
  local ids = {\(known.map { "\"\($0.id)\"" }.joined(separator: ","))}
  local tags = {\(known.map { "'\($0.tag)'" }.joined(separator: ","))}
  local made = 0
  request = function()
    made = made + 1
    local place = made % #ids + 1
    \(tagged ? "wrk.headers[\"If-None-Match\"] = tags[place]" : "")
    return wrk.format("GET", "/api/v1/persons/" .. ids[place])
  end
  """
}

private let listScript = """
  request = function() return wrk.format("GET", "/api/v1/persons?limit=25") end
  """
