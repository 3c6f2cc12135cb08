import Files
import ProgramDriver
import Testing

/// How many rounds the run has; nil where the program is not to be tortured.
let rounds = ProcessContext.environment("REGISTRAR_TORTURE").flatMap { Int($0) }

@Suite(.serialized, .enabled(if: rounds != nil, "REGISTRAR_TORTURE gives no number of rounds"))
struct KillTests {
  @Test func whatWasAcknowledgedOutlivesAKilledProgram() throws {
    let folder = try TemporaryFolder()
    let program = try Program(data: folder("data"))
    let school = try School(program, folder)
    let key = try Key.create(program)
    var generator = SeededGenerator(
      seed: ProcessContext.environment("REGISTRAR_SEED").flatMap { UInt64($0) } ?? 1)
    var tally = Tally()
    print("torture: seed \(generator.state)")
    for round in 1...max(1, rounds ?? 1) {
      let delay = Int.random(in: 5...300, using: &generator)
      try play(round, delay, school, folder, key, &tally)
      if round % 20 == 0 { try #require(try program.run(["check"]).status == 0) }
      print("torture: delay \(delay) ms; \(tally.line)")
    }
    #expect(try program.run(["check"]).status == 0)
    #expect(tally.lost == 0 && tally.torn == 0)
    #expect(tally.slowestRestartMicroseconds < 1_000_000)
  }

  private func play(
    _ round: Int, _ delay: Int, _ school: School, _ folder: TemporaryFolder, _ key: Key, _ tally: inout Tally
  ) throws {
    let ledger = Ledger()
    let victim = try RunningServer(school.program)
    let load = Load(
      program: school.program, round: round, port: victim.port, key: key,
      package: try folder.write("course-\(round).zip", Package.cmi5(round).zip),
      enrolment: try school.enrolment(number: round), ledger: ledger)
    try load.run(killing: victim.process.id, afterMilliseconds: delay)
    try victim.killAtOnce()
    let server = try RunningServer(school.program)
    var inspection = try Inspection(server, key)
    try inspection.inspect(ledger.entries)
    tally.add(ledger.entries, inspection, restart: server.startMicroseconds)
    _ = try server.stop()
  }
}

extension Tally {
  mutating func add(_ entries: Ledger.Entries, _ inspection: Inspection, restart: Int64) {
    rounds += 1
    statements += entries.statements.count
    batches += entries.batches.count { $0.isAcknowledged }
    imports += entries.courses.count
    awards += entries.certificates.count
    lost += inspection.lost.count
    torn += inspection.torn.count
    slowestRestartMicroseconds = max(slowestRestartMicroseconds, restart)
  }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private(set) var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
