import Files
import Glibc
import JSON
import ProgramDriver
import Testing

@Suite(
  .serialized, .enabled(if: rounds != nil, "REGISTRAR_TORTURE gives no number of rounds"),
  .enabled(if: ProcessContext.userID == 0, "only root can mount a small file system"))
struct FullDiskTests {
  /// How the server ends on the full disk.
  enum End: String, CaseIterable {
    case stopped, killed
  }

  @Test(arguments: End.allCases)
  func aFullDiskRefusesAndLosesNothing(end: End) throws {
    let folder = try TemporaryFolder()
    let place = folder("disk")
    try Folder.create(place)
    try #require(
      unsafe mount("tmpfs", place, "tmpfs", 0, "size=16m") == 0, "a small file system cannot be mounted")
    defer { unsafe umount2(place, Int32(MNT_DETACH)) }
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
    try takeAllRoom(in: place)
    #expect(try program.run(["check"]).status == 0, "the server checks itself")
    switch end {
    case .stopped: #expect(try server.stop() == .exit(0))
    case .killed: try server.killAtOnce()
    }
    try expectSound(program, with: "no room")
    try File.remove("\(place)/ballast")
    try expectSound(program, with: "room again")
    let again = try RunningServer(program)
    try expectNothingLost(again, key, ledger)
    #expect(try post(99_999, again.connection(key)).status == 200)
    #expect(try again.stop() == .exit(0))
    try takeAllRoom(in: place)
    try expectSound(program, with: "no room, and the log moved")
    print(
      "torture: full disk: \(ledger.entries.statements.count) acknowledged, refused with \(refusal.status)")
  }

  private func expectSound(_ program: Program, with room: String) throws {
    let check = try program.run(["check"])
    #expect(check.status == 0, "\(room): \(check.messages)\(check.text)")
  }

  /// Fills what is left of a file system to the last page.
  private func takeAllRoom(in place: String) throws {
    let descriptor = unsafe open("\(place)/ballast", O_CREAT | O_WRONLY | O_APPEND, 0o600)
    defer { close(descriptor) }
    let page = [UInt8](repeating: 1, count: 4096)
    while unsafe write(descriptor, page, page.count) > 0 {}
    try #require(errno == ENOSPC)
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
