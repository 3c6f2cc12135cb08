import HTTPEndpoint
import JSON
import Operations
import ProgramDriver
import Testing
import Values

/// What watches the server.
@Suite struct WatchingTests {
  @Test func aServerThatCanWorkSaysSo() throws {
    let answer = try ServedHouse().send("GET", "/readyz", scope: nil)
    #expect(answer.status == 200)
    #expect(try answer.json["ready"]?.boolean == true)
    let names = try answer.json.list("checks").map { $0.text("name") }
    #expect(names == ["database", "disk", "schema", "clock"])
  }

  /// Each check that fails is named, and makes 503.
  @Test(arguments: [("disk", Int.max >> 1, 0), ("clock", 0, -1)] as [(String, Int, Int64)])
  func whatIsAmissIsNamed(name: String, neededBytes: Int, days: Int64) throws {
    let house = try ServedHouse(neededFreeBytes: neededBytes)
    house.clock.advance(days: days)
    let answer = try house.send("GET", "/readyz", scope: nil)
    #expect(answer.status == 503)
    let failed = try answer.json.list("checks").filter { $0["passed"]?.boolean == false }
    #expect(failed.map { $0.text("name") } == [name])
    #expect(failed.allSatisfy { !$0.text("fault").isEmpty })
    #expect(try house.send("GET", "/healthz", scope: nil).status == 200, "it lives all the same")
  }

  /// "/metrics by a key with right."
  @Test(
    arguments: [(.monitor, 200), (.all, 200), (.read, 403), (.xapi, 403), (.xapiWrite, 403), (nil, 401)]
      as [(KeyScope?, Int)])
  func theFiguresAreShownToWhoWatches(scope: KeyScope?, status: Int) throws {
    #expect(try ServedHouse().send("GET", "/metrics", scope: scope).status == status)
  }

  @Test func requestsAreCountedByRouteAndClassOnly() throws {
    let house = try ServedHouse()
    _ = try house.send("GET", "/api/v1/parties/SECRET-NAME?secret=1")
    _ = try house.send("GET", "/api/v1/parties/SECRET-NAME", scope: nil)
    _ = try house.send("GET", "/SECRET-PATH", scope: nil)
    _ = try house.send("SECRET", "/api/v1/parties", scope: nil)
    _ = try house.send("GET", "/api/v1/parties%2f", scope: nil)
    let page = try house.send("GET", "/metrics").text
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("registrar_requests_total") }.map(
      String.init)
    #expect(
      lines.contains(
        #"registrar_requests_total{method="GET",route="/api/v1/parties/{party}",status="4xx"} 2"#), "\(lines)"
    )
    #expect(lines.contains(#"registrar_requests_total{method="",route="none",status="4xx"} 2"#), "\(lines)")
    #expect(lines.contains(#"registrar_requests_total{method="",route="none",status="5xx"} 1"#), "\(lines)")
    #expect(!page.contains("SECRET"))
  }

  /// Whoever asks about a request finds it in the log by what its answer says; what a sender calls it is not taken over.
  @Test(
    arguments: [
      ("GET", "/healthz", nil), ("GET", "/api/v1/parties", KeyScope.all), ("GET", "/api/v1/parties", nil),
      ("GET", "/nowhere", nil), ("DELETE", "/api/v1/parties", .all), ("GET", "/verify/x", nil),
      ("GET", "/xapi/statements", .all),
    ] as [(String, String, KeyScope?)])
  func everyAnswerHasTheNameOfItsLine(method: String, target: String, scope: KeyScope?) throws {
    let house = try ServedHouse()
    let ids = try (1...2).map { _ in
      let answer = try house.send(method, target, ["X-Request-Id: my-own"], scope: scope)
      return try #require(answer["X-Request-Id"])
    }
    #expect(ids[0] != ids[1] && !ids.contains("my-own"))
    #expect(house.answered.all.map(\.requestID) == ids)
  }

  /// The text format of Prometheus: every figure has its help and type, a histogram's last bucket is its count.
  @Test func thePageIsInTheFormatOfPrometheus() throws {
    let house = try ServedHouse()
    let statement =
      #"{"actor":{"mbox":"mailto:a@example.invalid"},"verb":{"id":"http://adlnet.gov/expapi/verbs/experienced"},"object":{"id":"https://registrar.invalid/a"}}"#
    #expect(try house.xapi("POST", "/xapi/statements", "[\(statement),\(statement)]").status == 200)
    let answer = try house.send("GET", "/metrics")
    #expect(answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
    let lines = answer.text.split(separator: "\n").map(String.init)
    let figures = lines.filter { !$0.hasPrefix("#") }
    for figure in figures {
      let name = String(figure.prefix { $0 != "{" && $0 != " " })
      let family =
        ["_bucket", "_sum", "_count"].first(where: name.hasSuffix).map { String(name.dropLast($0.count)) }
        ?? name
      #expect(lines.contains { $0.hasPrefix("# TYPE \(family) ") }, "\(figure)")
      #expect(figure.split(separator: " ").last.flatMap { Double($0) } != nil, "\(figure)")
    }
    #expect(lines.contains("registrar_statements_stored_total 2"))
    let posted = #"{method="POST",route="/xapi/statements""#
    #expect(lines.contains(#"registrar_request_duration_seconds_bucket\#(posted),le="+Inf"} 1"#))
    #expect(lines.contains("registrar_request_duration_seconds_count\(posted)} 1"))
    for name in [
      "registrar_commits_total", "registrar_log_pages", "registrar_connections_open",
      "process_resident_memory_bytes",
    ] {
      let value =
        figures.first { $0.hasPrefix(name + " ") }?.split(separator: " ").last.flatMap { Int($0) } ?? 0
      #expect(value > 0, "\(name)")
    }
  }
}

@Suite struct ServerLogTests {
  @Test(arguments: [
    (ServerLog.Format.text, "plain", "2026-03-02T09:00:00.000Z info started value=plain"),
    (.text, "two words", #"2026-03-02T09:00:00.000Z info started value="two words""#),
    (.text, "a\nb=\"c\"", #"2026-03-02T09:00:00.000Z info started value="a\nb=\"c\"""#),
    (.text, "", "2026-03-02T09:00:00.000Z info started"),
    (.json, "a\nb", #"{"at":"2026-03-02T09:00:00.000000Z","level":"info","event":"started","value":"a\nb"}"#),
  ])
  func anEventIsOneLine(format: ServerLog.Format, value: String, line: String) {
    let lines = FailureNotes()
    let clock = TestClock()
    ServerLog(format, clock: { clock.now }) { lines.note(line: String(decoding: $0, as: UTF8.self)) }
      .tell(.info, "started", [("value", value)])
    #expect(lines.all == [line + "\n"])
  }
}
