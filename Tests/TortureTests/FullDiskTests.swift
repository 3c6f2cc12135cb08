import Files
import Glibc
import JSON
import ProgramDriver
import Testing

@Suite(
  .serialized, .enabled(if: rounds != nil, "REGISTRAR_TORTURE gives no number of rounds"),
  .enabled(if: ProcessContext.userID == 0, "only root can mount a small file system"))
struct FullDiskTests {
  @Test func aFullDiskRefusesAndLosesNothing() throws {
    let folder = try TemporaryFolder()
    let place = folder("disk")
    try Folder.create(place)
    try #require(
      unsafe mount("tmpfs", place, "tmpfs", 0, "size=16m") == 0, "a small file system cannot be mounted")
    defer { unsafe umount(place) }
    let program = try Program(data: "\(place)/data")
    let key = try Key.create(program)
    try File.replace("\(place)/ballast", with: [UInt8](repeating: 1, count: 6 << 20))
    let server = try RunningServer(program)
    let connection = try server.connection(key)
    let ledger = Ledger()
    let refusal = try #require(try fill(connection, ledger))
    #expect([503, 507].contains(refusal.status), "\(refusal.status) \(refusal.text)")
    #expect(refusal["Content-Type"] == "application/problem+json")
    #expect(try server.connection().send("GET", "/healthz").status == 200)
    try expectNothingLost(server, key, ledger)
    try File.remove("\(place)/ballast")
    #expect(try post(99_999, connection).status == 200)
    try expectNothingLost(server, key, ledger)
    print(
      "torture: full disk: \(ledger.entries.statements.count) acknowledged, refused with \(refusal.status)")
    #expect(try server.stop() == .exit(0))
    let check = try program.run(["check"])
    #expect(check.status == 0, "\(check.messages)\(check.text)")
  }

  /// Sends statements until one is refused; nil where the disk takes more than it can hold.
  private func fill(_ connection: HTTPConnection, _ ledger: Ledger) throws -> HTTPConnection.Answer? {
    for number in 0..<10_000 {
      let answer = try post(number, connection)
      guard answer.status == 200 else { return answer }
      ledger.note { $0.statements.append(statementID(round: 0, sender: 0, number: number)) }
    }
    return nil
  }

  private func post(_ number: Int, _ connection: HTTPConnection) throws -> HTTPConnection.Answer {
    let json = statement(statementID(round: 0, sender: 0, number: number), padding: 20_000)
    return try connection.send("POST", "/xapi/statements", json: json, [xapiVersion])
  }

  private func expectNothingLost(_ server: RunningServer, _ key: Key, _ ledger: Ledger) throws {
    var inspection = try Inspection(server, key)
    try inspection.inspect(ledger.entries)
    #expect(inspection.lost.isEmpty)
  }
}
