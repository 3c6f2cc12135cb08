import Archives
import Cryptography
import Files
import JSON
import ProgramDriver
import Testing

/// Certificates as files, as they are handed out at both doors and verified where there are no records.
@Suite struct CertificateFileTests {
  @Test func aPageIsTheSameAtBothDoorsAndProvesItself() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      let number = scene.kept.filling("$number")
      let code = try program.succeed("certificate", "show", number, "--json").json.text(at: "/code") ?? ""
      try program.succeed("certificate", "export", number, "--format", "pdf", "--out", folder("c.pdf"))
      try program.succeed("certificate", "trust", "--out", folder("trust.json"))
      let file = try File.read(folder("c.pdf"), limit: 1 << 20)
      let server = try RunningServer(program)
      let connection = try server.connection()
      let sent = try connection.send("GET", "/verify/\(code)/certificate.pdf")
      #expect(sent.status == 200)
      #expect(sent["Content-Type"] == "application/pdf")
      #expect(sent.body == file)
      #expect(try connection.send("GET", "/verify/\(code)/certificate.pdf?language=xx").status == 404)
      let page = try connection.send("GET", "/credentials/certificates/\(code)/pages/en").body
      #expect(file.starts(with: page), "the page as it was before the credential was attached")
      try expectSearch(for: file, of: code, over: connection)
      #expect(try server.stop() == .exit(0))

      let elsewhere = try Program(data: folder("nothing"))
      let verified = try elsewhere.succeed("verify", folder("c.pdf"), "--trust", folder("trust.json"))
      #expect(verified.text.hasPrefix("Certificate \(number) is authentic and in force.\n"))
      #expect(try FileStatus.ifPresent(at: folder("nothing")) == nil, "no folder is made")
      // Every part of the file decides: the page, the credential, what joins them.
      for place in stride(from: 0, to: file.count, by: file.count / 40) {
        var altered = file
        altered[place] ^= 1
        try File.replace(folder("altered.pdf"), with: altered, permissions: 0o600)
        let refused = try elsewhere.run(["verify", folder("altered.pdf"), "--trust", folder("trust.json")])
        #expect(refused.status == 3, "octet \(place): \(refused.text)")
      }
    }
  }

  private func expectSearch(
    for file: [UInt8], of code: String, over connection: HTTPConnection
  ) throws {
    func page(_ digest: String) throws -> String {
      try connection.send("GET", "/verify/\(code)?sha256=\(digest)", ["Accept: text/html"]).text
    }
    let digest = try SHA256.digest(of: file).hexadecimal
    #expect(try page(digest).contains("Your file is this certificate, octet by octet as it was issued"))
    #expect(try page(digest.uppercased()).contains("Your file is this certificate"))
    let other = try SHA256.digest(of: file + [0]).hexadecimal
    #expect(try page(other).contains("Your file is none of this certificate’s"))
    #expect(try page("12").contains("That is no SHA-256"))
  }

  @Test func aSessionIsHadInOneZip() throws {
    try inEmptyFolder { program, folder in
      _ = try CheckedScene(program, folder)
      try program.succeed("certificate", "bundle", "S-1", "--out", folder("c.zip"))
      let octets = try File.read(folder("c.zip"), limit: 1 << 22)
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let sent = try connection.send("GET", "/api/v1/sessions/S-1/certificates.zip")
      #expect(sent["Content-Type"] == "application/zip")
      #expect(sent.body == octets)
      #expect(try connection.send("GET", "/api/v1/sessions/NONE/certificates.zip").status == 404)
      #expect(try server.stop() == .exit(0))
      let zip = try ZipArchive(octets)
      let held = try program.succeed("certificate", "list", "--state", "issued", "--json").json.list("items")
      let names = held.compactMap { $0.text(at: "/number") }.map { "\($0).en.pdf" }.sorted()
      #expect(zip.entries.map(\.name) == names)
      #expect(names.count > 2)
    }
  }

  /// kill -9 at moments of issuing: each certificate has one place and one credential afterwards.
  @Test func aKilledServerSignsTheRestWhenItIsStartedAgain() throws {
    try inEmptyFolder { program, _ in
      try program.succeed("demo", "generate", "--members", "2", "--persons", "40")
      let all = try program.succeed("certificate", "list", "--limit", "1000", "--json").json.list("items")
        .count
      #expect(all > 5)
      for milliseconds in [0, 100, 250] {
        let server = try RunningServer(program)
        _ = usleepMilliseconds(milliseconds)
        try server.killAtOnce()
      }
      let server = try RunningServer(program)
      let signings = { () throws -> [String] in
        try program.succeed("history", "--json").text.split(separator: "\n").compactMap { line in
          let entry = try JSONDocument(Array(line.utf8)).root
          return entry.text(at: "/action") == "certificate sign" ? entry.text(at: "/object/id") : nil
        }
      }
      for _ in 0..<600 where try signings().count < all { _ = usleepMilliseconds(100) }
      #expect(try server.stop() == .exit(0))
      let signed = try signings()
      #expect(signed.count == all, "each is signed once")
      #expect(Set(signed).count == all)
      #expect(try program.run(["check"]).status == 0)
    }
  }
}
