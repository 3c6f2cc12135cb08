import Cryptography
import Files
import JSON
import ProgramDriver
import Testing

/// Contents of attachments outlive a restart, go into a backup, and are missed where they are lost.
@Suite struct AttachmentTests {
  private static let data = Array("here is a simple attachment".utf8)
  private static let id = "7ccd3322-e1a5-411a-a67d-6a735c76f119"

  private func store(in program: Program) throws {
    let server = try RunningServer(program)
    let answer = try server.connection(Key.create(program)).send(
      "POST", "/xapi/statements", ["Content-Type: multipart/mixed; boundary=X", xapiVersion],
      body: try Multipart.body(statement: AttachmentTests.id, content: AttachmentTests.data))
    #expect(answer.status == 200, "\(answer.text)")
    #expect(try server.stop() == .exit(0))
  }

  private func isGivenBack(by program: Program) throws -> Bool {
    let server = try RunningServer(program)
    let answer = try server.connection(Key.create(program)).send(
      "GET", "/xapi/statements?attachments=true&statementId=\(AttachmentTests.id)", [xapiVersion])
    _ = try server.stop()
    return answer.status == 200
      && answer.text.contains("\r\n\r\n\(String(decoding: AttachmentTests.data, as: UTF8.self))\r\n")
  }

  @Test func contentsAreRestoredWithTheRecords() throws {
    try inEmptyFolder { program, folder in
      try store(in: program)
      #expect(try isGivenBack(by: program))
      try program.succeed("backup", folder("b.zip"))
      let restored = try Program(data: folder("restored"))
      try restored.succeed("restore", folder("b.zip"))
      #expect(try restored.run(["check"]).status == 0)
      #expect(try isGivenBack(by: restored))
    }
  }

  /// Row 74: what was lost is named by `check`, and told to nobody as if it were there.
  @Test func contentsThatAreLostAreNamed() throws {
    try inEmptyFolder { program, _ in
      try store(in: program)
      let digest = try SHA256.digest(of: AttachmentTests.data).hexadecimal
      try File.remove("\(program.data)/objects/\(digest.prefix(2))/\(digest.dropFirst(2))")
      let check = try program.run(["check"])
      #expect(check.status == 1)
      #expect(check.text.contains("the file \(digest) is missing or was altered"), "\(check.text)")
      #expect(try !isGivenBack(by: program))
    }
  }
}
