import Files
import Glibc
import ProgramDriver
import Synchronization

/// Senders that send again until they are acknowledged, as a learner's browser does, readers that walk through what is
/// being written, and a program that is killed under them again and again.
final class Soak: Sendable {
  private static let singleSenders = 8
  private static let batchSenders = 2
  private static let readers = 2
  private static let batchSize = 20
  static let senders = singleSenders + batchSenders

  /// How many statements each of a sender's requests has.
  static func size(of sender: Int) -> Int { sender < singleSenders ? 1 : batchSize }

  let key: Key

  private struct State {
    /// Where the program listens now; nil while it is down.
    var port: UInt16?
    var isOver = false
    /// How many of each sender's statements were acknowledged: they are numbered from 0 without a gap.
    var acknowledged = [Int](repeating: 0, count: Soak.senders)
    var walks = 0
    var kills = 0
    var slowestRestartMicroseconds: Int64 = 0
  }

  private let state = Mutex(State())

  init(key: Key) {
    self.key = key
  }

  func acknowledged(of sender: Int) -> Int { state.withLock { $0.acknowledged[sender] } }

  /// The figures of the whole run.
  var line: String {
    state.withLock {
      "\($0.acknowledged.reduce(0, +)) statements, \($0.walks) walks, \($0.kills) kills, "
        + "slowest restart \($0.slowestRestartMicroseconds / 1000) ms"
    }
  }

  /// Puts the load on for that long, and ends the program.
  func run(_ program: Program, seconds: Int) throws {
    let end = SystemClock.monotonicNanoseconds() + Int64(seconds) * 1_000_000_000
    try onThreads(Soak.senders + Soak.readers + 1) { number in
      do {
        switch number {
        case ..<Soak.senders: try self.send(number)
        case ..<(Soak.senders + Soak.readers): try self.read(number)
        default: try self.killAgainAndAgain(program, until: end)
        }
      } catch is Over {
        return
      } catch {
        self.state.withLock { $0.isOver = true }
        throw error
      }
    }
  }

  /// The answers to questions that nothing written later can change.
  func answers(of server: RunningServer) throws -> [String] {
    let connection = try server.connection(key)
    let senders = (0..<Soak.senders).flatMap { [statementsOf($0), statementsOf($0) + "&ascending=true"] }
    let others = ["/xapi/statements?limit=50", "/xapi/statements?ascending=true&limit=50"]
    return try (senders + others).map { try connection.send("GET", $0, [xapiVersion]).text }
  }
}

extension Soak {
  private func send(_ sender: Int) throws {
    let size = Soak.size(of: sender)
    var connection = connect()
    var number = 0
    while let sending = connection {
      let ids = (number..<number + size).map { statementID(round: 0, sender: sender, number: $0) }
      let statements = ids.map { statement($0, of: "officer-\(sender)") }.joined(separator: ",")
      do {
        let answer = try sending.send("POST", "/xapi/statements", json: "[\(statements)]", [xapiVersion])
        guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
        number += size
        state.withLock { $0.acknowledged[sender] = number }
        usleep(UInt32(2500 * size))
      } catch is HTTPConnection.Ended {
        connection = try reconnect { try self.requireWhole(ids, $0) }
      }
      if state.withLock({ $0.isOver }) { return }
    }
  }

  /// Of a batch that nobody acknowledged, all is there or nothing.
  private func requireWhole(_ ids: [String], _ connection: HTTPConnection) throws {
    let present = try ids.count {
      try connection.send("GET", "/xapi/statements?statementId=\($0)", [xapiVersion]).status == 200
    }
    guard present == 0 || present == ids.count else {
      throw DriverError("\(present) of the \(ids.count) statements from \(ids[0]) on are there")
    }
  }

  /// Walks from a sender's latest statement towards its first: each stands beside its neighbour, whatever is written
  /// meanwhile and however often the program is killed between two pages.
  private func read(_ reader: Int) throws {
    var connection = connect()
    var turn = reader
    while connection != nil, !state.withLock({ $0.isOver }) {
      turn += 1
      let sender = turn % Soak.senders
      let least = acknowledged(of: sender)
      let numbers = try Walk(of: sender, ascending: false, mostPages: 40).numbers { target in
        while let asking = connection {
          do { return try asking.send("GET", target, [xapiVersion]) } catch is HTTPConnection.Ended {
            connection = try reconnect { _ in }
          }
        }
        throw Over()
      }
      let first = numbers.first ?? -1
      guard first >= least - 1, numbers == (0..<numbers.count).map({ first - $0 }) else {
        throw DriverError("a walk of sender \(sender) from \(first) has a gap; \(least) were acknowledged")
      }
      state.withLock { $0.walks += 1 }
    }
  }

  private func killAgainAndAgain(_ program: Program, until end: Int64) throws {
    var generator = SeededGenerator(seed: 1)
    while SystemClock.monotonicNanoseconds() < end, !state.withLock({ $0.isOver }) {
      let server = try RunningServer(program)
      state.withLock {
        $0.port = server.port
        $0.slowestRestartMicroseconds = max($0.slowestRestartMicroseconds, server.startMicroseconds)
      }
      let pause = Int64.random(in: 2000...20_000, using: &generator) * 1_000_000
      let next = min(end, SystemClock.monotonicNanoseconds() + pause)
      while SystemClock.monotonicNanoseconds() < next { usleep(50_000) }
      state.withLock {
        $0.port = nil
        $0.kills += 1
        $0.isOver = SystemClock.monotonicNanoseconds() >= end
      }
      try server.killAtOnce()
    }
  }

  /// A connection to the program as soon as it is up; nil once the run is over.
  private func connect() -> HTTPConnection? {
    while true {
      let (port, isOver) = state.withLock { ($0.port, $0.isOver) }
      if isOver { return nil }
      if let port, let connection = try? HTTPConnection(port: port, key: key) { return connection }
      usleep(20_000)
    }
  }

  /// A connection on which `first` was carried out; nil once the run is over.
  private func reconnect(_ first: (HTTPConnection) throws -> Void) throws -> HTTPConnection? {
    while let connection = connect() {
      do {
        try first(connection)
        return connection
      } catch is HTTPConnection.Ended { continue }
    }
    return nil
  }
}

/// The run ended while a walk was under way.
private struct Over: Error {}
