import Glibc
import JSON
import ProgramDriver
import Synchronization
import Testing

/// Row 42: an idempotency key “after restart”, and after a server that was killed while it worked.
@Suite struct RepeatedRequestTests {
  /// Whatever was under way when the server was killed is sent again, and everybody is entered once.
  @Test func whoeverAsksAgainAfterAKillIsEnteredOnce() throws {
    try inEmptyFolder { program, _ in
      let key = try Key.create(program)
      let told = Told()
      for milliseconds in [20, 45, 80] as [UInt32] {
        let server = try RunningServer(program)
        let (port, process) = (server.port, server.process.id)
        try onThreads(2) { thread in
          if thread == 0 {
            try enterPeople(over: HTTPConnection(port: port, key: key), told)
          } else {
            usleep(milliseconds * 1000)
            kill(process, SIGKILL)
          }
        }
        _ = try server.process.wait(patienceSeconds: 10)
      }
      let server = try RunningServer(program)
      let connection = try server.connection(key)
      for number in 0..<told.sent {
        let answer = try enter(number, over: connection)
        #expect(answer.status == 201, "\(answer.text)")
        if let first = told.answer(number) { #expect(answer.body == first) }
      }
      let names = try everybody(over: connection)
      #expect(names.count == told.sent)
      #expect(Set(names).count == told.sent)
      _ = try server.stop()
    }
  }

  /// Row 72: a job that was under way when the server was killed says `interrupted`, and nothing of it is recorded; one
  /// that says `done` is recorded whole.
  @Test func aJobThatIsKilledRecordsAllOrNothing() throws {
    let rows = (0..<4000).map { "\($0),Officer \($0)\n" }.joined()
    let roster = Array(("source-id,name\n" + rows).utf8)
    for milliseconds in [0, 30, 120, 400, 1500] as [UInt32] {
      try inEmptyFolder { program, _ in
        let key = try Key.create(program)
        let first = try RunningServer(program)
        let taken = try first.connection(key).send(
          "POST", "/api/v1/rosters?source=HR", ["Content-Type: text/csv", "Prefer: respond-async"],
          body: roster)
        #expect(taken.status == 202, "\(taken.text)")
        usleep(milliseconds * 1000)
        try first.killAtOnce()
        let second = try RunningServer(program)
        let connection = try second.connection(key)
        let location = try #require(taken["Location"])
        let state = try connection.send("GET", location).json.text("state")
        #expect(["interrupted", "done"].contains(state))
        let entered = try everybody(over: connection).count
        #expect(entered == (state == "done" ? 4000 : 0), "\(state) after \(milliseconds) ms")
        _ = try second.stop()
      }
    }
  }
}

/// The requests that were sent, and what the answered ones were told.
private final class Told: Sendable {
  private let state = Mutex((sent: 0, answers: [Int: [UInt8]]()))

  var sent: Int { state.withLock(\.sent) }

  func answer(_ number: Int) -> [UInt8]? { state.withLock { $0.answers[number] } }

  /// The number of the next request.
  func next() -> Int {
    state.withLock { state in
      defer { state.sent += 1 }
      return state.sent
    }
  }

  func note(_ number: Int, _ body: [UInt8]) {
    state.withLock { $0.answers[number] = body }
  }
}

/// Enters one person after the other until the connection ends.
private func enterPeople(over connection: HTTPConnection, _ told: Told) throws {
  do {
    while true {
      let number = told.next()
      let answer = try enter(number, over: connection)
      guard answer.status == 201 else { throw DriverError("\(answer.status) \(answer.text)") }
      told.note(number, answer.body)
    }
  } catch is HTTPConnection.Ended {
    return
  }
}

private func enter(_ number: Int, over connection: HTTPConnection) throws -> HTTPConnection.Answer {
  try connection.send(
    "POST", "/api/v1/persons", json: #"{"name": "Officer \#(number)"}"#,
    [#"Idempotency-Key: "officer-\#(number)""#])
}

private func everybody(over connection: HTTPConnection) throws -> [String] {
  var names: [String] = []
  var after = ""
  while true {
    let page = try connection.send("GET", "/api/v1/persons?limit=1000\(after)").json
    names += try page.list("items").map { try $0.text("name") }
    guard let next = page["next"]?.string else { return names }
    after = "&after=\(next)"
  }
}
