import Files
import Glibc
import ProgramDriver
import Testing

/// How many seconds the soak lasts; nil where there is to be none.
let soakSeconds = ProcessContext.environment("REGISTRAR_SOAK").flatMap { Int($0) }

/// Writers, batches and readers for minutes on end, with kills in between.
@Suite(.serialized, .enabled(if: soakSeconds != nil, "REGISTRAR_SOAK gives no number of seconds"))
struct SoakTests {
  @Test func everyStatementIsThereOnceAndEveryWalkIsWhole() throws {
    let folder = try TemporaryFolder()
    let program = try Program(data: folder("data"))
    let soak = Soak(key: try Key.create(program))
    try soak.run(program, seconds: soakSeconds ?? 0)
    #expect(try program.run(["check"]).status == 0)

    let server = try RunningServer(program)
    try expectEachOnce(soak, server)
    let before = try soak.answers(of: server)
    try server.killAtOnce()
    let afterKill = try RunningServer(program)
    #expect(try soak.answers(of: afterKill) == before)
    #expect(try afterKill.stop() == .exit(0))
    let afterStop = try RunningServer(program)
    #expect(try soak.answers(of: afterStop) == before)
    #expect(try afterStop.stop() == .exit(0))
    print("soak: \(soak.line)")
  }

  /// Every sender's statements are found from the first to the last that was acknowledged, each once; what was on its
  /// way when the program was killed last is there whole or not at all.
  private func expectEachOnce(_ soak: Soak, _ server: RunningServer) throws {
    let connection = try server.connection(soak.key)
    for sender in 0..<Soak.senders {
      let numbers = try Walk(of: sender, ascending: true).numbers {
        try connection.send("GET", $0, [xapiVersion])
      }
      let acknowledged = soak.acknowledged(of: sender)
      let possible = [acknowledged, acknowledged + Soak.size(of: sender)]
      #expect(possible.contains(numbers.count), "sender \(sender): \(numbers.count), not \(acknowledged)")
      #expect(numbers == Array(0..<numbers.count), "sender \(sender) has a gap, or one twice")
    }
  }
}
