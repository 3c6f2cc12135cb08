import Foundation
import JSON
import ProgramDriver
import Testing

/// “HEAD gives the offset, survives a restart (kill -9) of the server”: an upload goes on where it stopped, and becomes a job.
@Suite struct UploadTests {
  @Test func anUploadGoesOnAfterTheServerWasKilled() throws {
    try inEmptyFolder { program, _ in
      let key = try Key.create(program)
      let zip = try Package.cmi5(1, lessons: 50).zip
      var server = try RunningServer(program)
      var connection = try server.connection(key)
      let begun = try connection.send("POST", "/api/v1/uploads", json: #"{"lengthBytes": \#(zip.count)}"#)
      let upload = try #require(begun["Location"])
      let part = ["Content-Type: application/partial-upload"]
      let half = zip.count / 2
      let first = try connection.send("PATCH", upload, part + ["Upload-Offset: 0"], body: Array(zip[..<half]))
      #expect(first.status == 204)
      try server.killAtOnce()
      server = try RunningServer(program)
      connection = try server.connection(key)
      let standing = try connection.send("GET", upload)
      #expect(standing["Upload-Offset"] == "\(half)" && standing["Upload-Complete"] == "?0")
      let rest = try connection.send(
        "PATCH", upload, part + ["Upload-Offset: \(half)"], body: Array(zip[half...]))
      #expect(rest["Upload-Complete"] == "?1")
      let taken = try connection.send("POST", upload + "/import", json: "{}", ["Prefer: respond-async"])
      let job = try #require(taken["Location"])
      var state = ""
      while state != "done" {
        state = try connection.send("GET", job).json.text("state")
        try #require(["waiting", "working", "done"].contains(state))
      }
      #expect(try connection.send("GET", job + "/outcome").status == 201)
      #expect(try server.stop() == .exit(0))
      #expect(try program.run(["check"]).status == 0)
    }
  }
}
