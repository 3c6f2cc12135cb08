import CommandLine
import JSON
import Testing

/// Certificates as files: written, verified by the records or by a trust file, and refused where altered.
@Suite struct CredentialTests {
  private let desk: Desk
  private let code: String

  init() throws {
    desk = try Desk()
    let scene = try Scene(desk)
    #expect(desk.run("result", "record", scene.enrolment, "--scaled", "0.9").status == 0)
    code = desk.run("certificate", "award", scene.enrolment, "--scheme", "TTT").name
  }

  @Test(arguments: ["vc-jwt", "vc-json"])
  func aFileIsVerifiedByTheRecordsAndWithoutThem(format: String) throws {
    let written = desk.run("certificate", "export", code, "--format", format, "--out", "certificate")
    #expect(written.status == 0, "\(written.messages)")
    #expect(desk.run("certificate", "trust", "--out", "trust.json").status == 0)
    for words in [["verify", "certificate"], ["verify", "certificate", "--trust", "trust.json"]] {
      let verified = desk.run(words)
      #expect(verified.status == 0, "\(verified.messages)")
      #expect(verified.output.hasPrefix("Certificate TTT-2026-000001 is authentic and in force.\n"))
      #expect(verified.output.contains("Status known as of "))
    }
    let told = try JSONDocument(
      Array(desk.run("verify", "certificate", "--trust", "trust.json", "--json").output.utf8)
    ).root
    #expect(told["authentic"]?.boolean == true)
    #expect(told["status"]?.string == "in-force")
    #expect(told["form"]?.string == format)
    #expect(told["holder"]?.string == "Amina Example")
    let again = desk.run("certificate", "export", "TTT-2026-000001", "--format", format)
    #expect(again.output == (try desk.text(of: "certificate")), "the same octets every time")
  }

  @Test func whatHasEndedIsToldAsFarAsItIsKnown() throws {
    #expect(desk.run("certificate", "export", code, "--format", "vc-jwt", "--out", "certificate").status == 0)
    #expect(desk.run("certificate", "trust", "--out", "before.json").status == 0)
    #expect(desk.run("certificate", "suspend", code, "--reason", "a question").status == 0)
    #expect(desk.run("certificate", "trust", "--out", "suspended.json").status == 0)
    #expect(desk.run("certificate", "revoke", code, "--reason", "fraud").status == 0)
    #expect(desk.run("certificate", "trust", "--out", "revoked.json").status == 0)
    for (trust, status, clause) in [
      ("before.json", 0, " and in force"), ("suspended.json", 5, ", but suspended"),
      ("revoked.json", 5, ", but revoked or replaced"),
    ] {
      let verified = desk.run("verify", "certificate", "--trust", trust)
      #expect(verified.status == Int32(status))
      #expect(verified.output.hasPrefix("Certificate TTT-2026-000001 is authentic\(clause).\n"))
    }
    #expect(desk.run("verify", "certificate").status == 5)
  }

  @Test(arguments: ["clr-jwt", "clr-json"])
  func aTranscriptIsVerifiedWithEveryCertificateInIt(format: String) throws {
    let person = try #require(
      JSONDocument(Array(desk.run("certificate", "show", code, "--json").output.utf8)).root["person"]?.string)
    let written = desk.run("person", "transcript", person, "--format", format, "--out", "transcript")
    #expect(written.status == 0, "\(written.messages)")
    #expect(desk.run("certificate", "trust", "--out", "before.json").status == 0)
    #expect(desk.run("certificate", "revoke", code, "--reason", "fraud").status == 0)
    #expect(desk.run("certificate", "trust", "--out", "revoked.json").status == 0)
    for (trust, status, state) in [("before.json", 0, "in-force"), ("revoked.json", 5, "ended")] {
      let verified = desk.run("verify", "transcript", "--trust", trust)
      #expect(verified.status == Int32(status), "\(verified.messages)")
      #expect(
        verified.output.hasPrefix(
          "The transcript of Amina Example is authentic, with every certificate in it.\n"))
      #expect(verified.output.contains("TTT-2026-000001"))
      let told = try JSONDocument(
        Array(desk.run("verify", "transcript", "--trust", trust, "--json").output.utf8)
      ).root
      #expect(told["form"]?.string == (format == "clr-jwt" ? "vc-jwt" : "vc-json"))
      #expect(told["overtaken"]?.boolean == (status == 5))
      let certificate = try #require(told["certificates"]?.elements?.map(\.self).first)
      #expect(certificate["then"]?.string == "issued")
      #expect(certificate["now"]?.string == state)
    }
    let none = desk.run("person", "transcript", person, "--format", format)
    #expect(none.status == 5)
    #expect(none.messages.contains("the person had no certificate then that certifies anything"))
    let text = try desk.text(of: "transcript")
    try desk.write(String(text.dropLast(1)), to: "cut")
    #expect(desk.run("verify", "cut", "--trust", "before.json").status == 3)
  }

  @Test func whatWasAlteredOrIsNobodysIsRefused() throws {
    #expect(desk.run("certificate", "export", code, "--format", "vc-jwt", "--out", "certificate").status == 0)
    #expect(desk.run("certificate", "trust", "--out", "trust.json").status == 0)
    let text = try desk.text(of: "certificate")
    try desk.write(String(text.dropLast(1)), to: "cut")
    try desk.write("\(text)\n", to: "longer")
    try desk.write("hello", to: "text")
    try desk.write("", to: "empty")
    try desk.write("{}", to: "json")
    for file in ["cut", "longer", "text", "empty", "json"] {
      for words in [["verify", file], ["verify", file, "--trust", "trust.json"]] {
        let verified = desk.run(words)
        #expect(verified.status == 3, "\(words)")
        #expect(verified.messages.contains("this is no authentic certificate: "))
        #expect(verified.output.isEmpty)
      }
    }
    try desk.write("{}", to: "no-trust.json")
    let verified = desk.run("verify", "certificate", "--trust", "no-trust.json")
    #expect(verified.status == 3)
    #expect(verified.messages.contains("no-trust.json does not say whom to trust"))
    #expect(desk.run("verify", "missing", "--trust", "trust.json").status == 4)
    #expect(desk.run("verify", "certificate", "--trust", "missing").status == 4)
    #expect(desk.run("verify", "neither-code-nor-file").status == 4)
  }

  @Test func keysAreRotatedAndWhatTheySignedStays() throws {
    let first = desk.run("certificate", "export", code, "--format", "vc-jwt").output
    let rotated = desk.run("credential-key", "rotate", "--algorithm", "ES256", "--reason", "yearly")
    #expect(rotated.status == 0)
    let list = try JSONDocument(Array(desk.run("credential-key", "list", "--json").output.utf8)).root
    let keys = try #require(list["items"]?.elements).map(\.self)
    #expect(keys.map { $0["algorithm"]?.string } == ["RS256", "ES256"])
    #expect(keys.map { $0["retiredAt"]?.isNull } == [false, true])
    #expect(keys.last?["key"]?.string == rotated.name)
    #expect(desk.run("certificate", "export", code, "--format", "vc-jwt").output == first)
    #expect(desk.run("certificate", "export", code, "--format", "vc-jwt", "--out", "c").status == 0)
    #expect(desk.run("certificate", "trust", "--out", "t").status == 0)
    #expect(desk.run("verify", "c", "--trust", "t").status == 0)
  }
}
