import JSON
import ProgramDriver
import Testing
import XAPI

/// Attachments and the contents that come with them (xAPI 1.0.3 Data 2.4.11 and 2.6, Communication 1.5.2).
struct AttachmentTests {
  private static let (first, second) = (String(repeating: "a", count: 64), String(repeating: "b", count: 56))
  private static let file = #","fileUrl":"https://example.org/file""#

  private func attachment(_ sha2: String, length: Int = 5, _ extra: String = "") -> String {
    #"{"usageType":"x:usage","display":{"en":"File"},"contentType":"text/plain","length":\#(length),"sha2":"\#(sha2)"\#(extra)}"#
  }

  private func statement(_ attachments: String...) -> String {
    StatementTexts.statement(#","attachments":[\#(attachments.joined(separator: ","))]"#)
  }

  private func check(_ statements: [String], _ contents: Set<String>) throws {
    try Statement.checkAttachments(
      of: statements.map { try StatementTexts.read($0) }, received: contents
    ) { _ in [] }
  }

  @Test func whatAnAttachmentSaysIsReadOut() throws {
    let nested = StatementTexts.subStatement(
      #","attachments":[\#(attachment(AttachmentTests.second.uppercased()))]"#)
    let text =
      nested.dropLast()
      + #","attachments":[\#(attachment(AttachmentTests.first, length: 7, AttachmentTests.file))]}"#
    let attachments = try StatementTexts.read(String(text)).attachments
    #expect(attachments.map(\.sha2) == [AttachmentTests.first, AttachmentTests.second])
    #expect(attachments.map(\.length) == [7, 5])
    #expect(attachments.map(\.hasFileURL) == [true, false])
    #expect(attachments.map(\.contentType) == ["text/plain", "text/plain"])
    #expect(attachments.map(\.isSignature) == [false, false])
  }

  /// “an LRS MUST accept batches of Statements which contain no Attachment Objects [or] only Attachment Objects with a
  /// populated fileUrl”; “Statements that contain Attachments in the Transmission Format”.
  @Test func whatHasItsContentsIsAccepted() throws {
    let (first, second) = (AttachmentTests.first, AttachmentTests.second)
    let contents: Set = [first, second]
    try check([StatementTexts.statement(), statement()], [])
    try check([statement(attachment(first, AttachmentTests.file))], [])
    try check([statement(attachment(first)), statement(attachment(second))], contents)
    try check([statement(attachment(first), attachment(second)), StatementTexts.statement()], contents)
    try check([statement(attachment(first)), statement(attachment(first))], [first])
    try check([statement(attachment(first, length: 6))], [first])
    try check([statement(attachment(first.uppercased(), AttachmentTests.file))], [first])
  }

  /// “an LRS MUST reject batches of Statements having Attachments that neither contain a fileUrl nor match a received
  /// Attachment part based on their hash”
  @Test func whatHasNoneIsRefused() {
    let (first, second) = (AttachmentTests.first, AttachmentTests.second)
    let rows: [([String], Set<String>, StatementRule, String)] = [
      ([statement(attachment(first))], [], .attachmentDataMissing, "/attachments/0"),
      (
        [statement(attachment(first), attachment(second))], [first],
        .attachmentDataMissing, "/attachments/1"
      ),
      (
        [StatementTexts.subStatement(#","attachments":[\#(attachment(first))]"#)], [],
        .attachmentDataMissing, "/object/attachments/0"
      ),
    ]
    for (statements, contents, rule, pointer) in rows {
      let violation = #expect(throws: StatementViolation.self) { try check(statements, contents) }
      #expect(violation?.rule == rule)
      #expect(violation?.pointer == pointer)
    }
  }

  @Test func contentsThatNobodyDescribesAreRefused() {
    let contents: Set = [AttachmentTests.first, AttachmentTests.second]
    let unclaimed = #expect(throws: UnclaimedContents.self) {
      try check([statement(attachment(AttachmentTests.first))], contents)
    }
    #expect(unclaimed?.sha2 == [AttachmentTests.second])
    #expect(throws: UnclaimedContents.self) { try check([StatementTexts.statement()], contents) }
  }
}

/// Signed statements (xAPI 1.0.3 Data 2.6).
struct SignatureTests {
  private static let sha2 = String(repeating: "a", count: 64)

  /// The signed statement with its signature attached, and whatever `extra` adds to it.
  private func check(
    _ jws: String, _ extra: String = "", statement: String = SignedStatement.payload,
    type: String = "application/octet-stream", version: XAPIVersion = .version1
  ) throws {
    let attachment =
      #"{"usageType":"http://adlnet.gov/expapi/attachments/signature","display":{"en":"Signature"},"contentType":"\#(type)","length":\#(jws.utf8.count),"sha2":"\#(SignatureTests.sha2)"}"#
    let text = statement.dropLast() + #","attachments":[\#(attachment)]\#(extra)}"#
    try Statement.checkAttachments(
      of: [StatementTexts.read(String(text), by: version)],
      received: [SignatureTests.sha2]
    ) { _ in Array(jws.utf8) }
  }

  /// “the JWS signature MUST use an algorithm of RS256, RS384, or RS512”; “If the JWS header includes an X.509
  /// certificate, validate the signature against that certificate”.
  @Test(arguments: ["RS256", "RS384", "RS512"], XAPIVersion.allCases)
  func soundSignaturesAreAccepted(algorithm: String, version: XAPIVersion) throws {
    try check(SignedStatement.text(algorithm), version: version)
    let added =
      #","id":"\#(StatementTexts.id)","timestamp":"2026-01-01T00:00:00Z","version":"1.0.0","authority":{"mbox":"mailto:k@x.org"},"stored":"2026-01-01T00:00:00Z""#
    try check(SignedStatement.text(algorithm), added, version: version)
    // Nothing to check it with.
    let bare = SignedStatement.text(header: #"{"alg":"\#(algorithm)"}"#, signature: "AAAA")
    try check(bare, version: version)
  }

  /// “PT..0.12S against 0.1237S must pass”
  @Test func durationsAreComparedToHundredths() throws {
    let statement = SignedStatement.payload.split(separator: "0.1237S").joined(separator: "0.12S")
    try check(SignedStatement.text(), statement: statement, version: .version2)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let jws: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "nothing", jws: ""), Row(name: "no JWS", jws: "signature"),
    Row(name: "two parts", jws: "e30.e30"),
    Row(name: "four parts", jws: SignedStatement.text() + ".AAAA"),
    Row(name: "base 64 with padding", jws: SignedStatement.text() + "="),
    Row(name: "a line end", jws: SignedStatement.text() + "\n"),
    Row(name: "a header that is no JSON", jws: SignedStatement.text(header: "{alg}")),
    Row(name: "no algorithm", jws: SignedStatement.text(header: "{}")),
    Row(name: "HS256", jws: SignedStatement.text(header: #"{"alg":"HS256"}"#)),
    Row(name: "none", jws: SignedStatement.text(header: #"{"alg":"none"}"#, signature: "")),
    Row(name: "ES256", jws: SignedStatement.text(header: #"{"alg":"ES256"}"#)),
    Row(
      name: "an extension that is critical",
      jws: SignedStatement.text(header: #"{"alg":"RS256","crit":["b64"],"b64":false}"#)),
    Row(name: "an x5c that is no list", jws: SignedStatement.text(header: #"{"alg":"RS256","x5c":"A"}"#)),
    Row(name: "an empty x5c", jws: SignedStatement.text(header: #"{"alg":"RS256","x5c":[]}"#)),
    Row(
      name: "an x5c that is no certificate",
      jws: SignedStatement.text(header: #"{"alg":"RS256","x5c":["AAAA"]}"#)),
    Row(
      name: "a certificate for another kind of key",
      jws: SignedStatement.text(
        header: #"{"alg":"RS256","x5c":["\#(SignedStatement.otherCertificate)"]}"#)),
    Row(
      name: "another algorithm's signature",
      jws: SignedStatement.text("RS256", signature: SignedStatement.signatures["RS384"])),
    Row(name: "a signature of nothing", jws: SignedStatement.text(signature: "")),
    Row(
      name: "another header than was signed",
      jws: SignedStatement.text(
        header: #"{"alg":"RS256" ,"x5c":["\#(SignedStatement.certificate)"]}"#)),
    Row(name: "a payload that is no JSON", jws: SignedStatement.text(payload: "{")),
    Row(name: "a payload that is no statement", jws: SignedStatement.text(payload: "{}")),
    Row(
      name: "another statement",
      jws: SignedStatement.text(
        header: #"{"alg":"RS256"}"#, payload: StatementTexts.statement(verb: #"{"id":"x:v"}"#))),
  ])
  func unsoundSignaturesAreRefused(_ row: Row) {
    let violation = #expect(throws: StatementViolation.self) { try check(row.jws) }
    #expect(violation?.rule == .signatureNotUsable)
    #expect(violation?.pointer == "/attachments/0")
  }

  /// “The signature attachment MUST have … contentType application/octet-stream”
  @Test func aSignatureHasItsMediaType() {
    let violation = #expect(throws: StatementViolation.self) {
      try check(SignedStatement.text(), type: "text/plain; charset=ascii")
    }
    #expect(violation?.rule == .signatureNotUsable)
    #expect(violation?.pointer == "/attachments/0/contentType")
  }

  @Test func aSignatureComesWithItsData() throws {
    let attachment =
      #"{"usageType":"http://adlnet.gov/expapi/attachments/signature","display":{},"contentType":"application/octet-stream","length":1,"sha2":"\#(SignatureTests.sha2)","fileUrl":"https://example.org/s"}"#
    let statement = try StatementTexts.read(StatementTexts.statement(#","attachments":[\#(attachment)]"#))
    let violation = #expect(throws: StatementViolation.self) {
      try Statement.checkAttachments(of: [statement], received: []) { _ in [] }
    }
    #expect(violation?.rule == .signatureNotUsable)
  }
}
