import Cryptography
import Files
import Foundation
import JSON
import Operations
import ProgramDriver
import Testing

/// Statements with the contents of their attachments (xAPI 1.0.3 Data 2.4.11 and 2.6, Communication 1.5.2).
@Suite struct AttachmentTests {
  /// A part of a request: its head and its data.
  struct Part: Sendable {
    var head: [String]
    var data: [UInt8]

    static func statements(_ text: String, type: String = "application/json") -> Part {
      Part(head: ["Content-Type: \(type)"], data: Array(text.utf8))
    }

    static func content(_ data: [UInt8], hash: String? = nil) -> Part {
      Part(
        head: [
          "Content-Type: text/plain", "Content-Transfer-Encoding: binary",
          "X-Experience-API-Hash: \(hash ?? sha2(data))",
        ], data: data)
    }
  }

  static func sha2(_ data: [UInt8], _ variant: SHA2.Variant = .sha256) -> String {
    do { return Hexadecimal.encode(try SHA2.digest(of: data, variant)) } catch { return "" }
  }

  private static let (note, image) = (Array("here is a simple attachment".utf8), (0...255).map { UInt8($0) })
  private static let usage = "http://example.org/attachments/usage"

  private func attachment(
    _ data: [UInt8], sha2: String? = nil, length: Int? = nil, type: String = "text/plain",
    usage: String = usage, url: String? = nil
  ) -> String {
    let url = url.map { #", "fileUrl": "\#($0)""# } ?? ""
    return """
      {"usageType": "\(usage)", "display": {"en": "File"}, "contentType": "\(type)",
       "length": \(length ?? data.count), "sha2": "\(sha2 ?? AttachmentTests.sha2(data))"\(url)}
      """
  }

  private func stating(_ id: Int, _ attachments: String...) -> String {
    statement(id: uuid(id), more: #""attachments": [\#(attachments.joined(separator: ", "))], "#)
  }

  private func body(_ parts: [Part], boundary: String = "X") -> [UInt8] {
    parts.flatMap { part in
      Array("--\(boundary)\r\n\(part.head.joined(separator: "\r\n"))\r\n\r\n".utf8) + part.data
        + Array("\r\n".utf8)
    } + Array("--\(boundary)--\r\n".utf8)
  }

  private func send(
    _ house: ServedHouse, _ body: [UInt8], type: String = "multipart/mixed; boundary=X",
    method: String = "POST", target: String = "/xapi/statements", scope: KeyScope = .all
  ) throws -> HTTPConnection.Answer {
    try house.send(
      method, target, ["Content-Type: \(type)", "X-Experience-API-Version: 1.0.3"], body: body, scope: scope)
  }

  /// The parts of an answer, by the boundary that its content type names.
  private func parts(_ answer: HTTPConnection.Answer) throws -> [Part] {
    let type = try #require(answer["Content-Type"])
    #expect(type.hasPrefix("multipart/mixed; boundary="))
    let boundary = try #require(type.split(separator: "=").last.map(String.init))
    let data = Data(answer.body)
    let (opening, delimiter) = (Data("--\(boundary)\r\n".utf8), Data("\r\n--\(boundary)".utf8))
    #expect(data.starts(with: opening))
    var (rest, parts) = (data.dropFirst(opening.count), [Part]())
    while let end = rest.range(of: delimiter), let blank = rest.range(of: Data("\r\n\r\n".utf8)) {
      let head = String(decoding: rest[..<blank.lowerBound], as: UTF8.self)
      parts.append(
        Part(
          head: head.split(separator: "\r\n").map(String.init),
          data: Array(rest[blank.upperBound..<end.lowerBound])))
      rest = rest[end.upperBound...].dropFirst(2)
    }
    #expect(rest.elementsEqual("\r\n".utf8))
    return parts
  }

  /// How many files there are once there are so many, or when two seconds are over: what was refused goes with its last
  /// owner, a moment after the answer.
  private func files(_ house: ServedHouse, awaited number: Int) throws -> Int {
    for _ in 1...200 where try files(house) != number { usleep(10_000) }
    return try files(house)
  }

  private func files(_ house: ServedHouse) throws -> Int {
    try FolderTree(house.folder("objects")).entries(limit: 100, depth: 2).count { $0.kind == .file }
      + Folder.entries(of: house.folder("incoming")).count
  }

  /// “An LRS MUST include Attachments in the Transmission Format described above when requested by the Client”; each
  /// hash once.
  @Test(arguments: ["1.0.3", "2.0.0"])
  func contentsAreGivenBackAsTheyCame(_ version: String) throws {
    let house = try ServedHouse()
    let (note, image) = (AttachmentTests.note, AttachmentTests.image)
    let long = AttachmentTests.sha2(image, .sha512).uppercased()
    let statements = """
      [\(stating(1, attachment(note), attachment(image, sha2: long, type: "image/x-test"))), \(stating(2, attachment(note)))]
      """
    let sent = body([.statements(statements), .content(note), .content(image, hash: long)])
    #expect(try send(house, sent).text == "[\"\(uuid(1))\",\"\(uuid(2))\"]")
    for (target, ids) in [
      ("statementId=\(uuid(1))&attachments=true", [uuid(1)]),
      ("attachments=true&ascending=true", [uuid(1), uuid(2)]),
    ] {
      let answer = try house.xapi("GET", "/xapi/statements?\(target)", version: version)
      #expect(answer.status == 200)
      let found = try parts(answer)
      #expect(found[0].head == ["Content-Type: application/json"])
      let json = try JSONDocument(found[0].data).root
      let listed = json.member(named: "statements")?.elements.map(Array.init) ?? [json]
      #expect(listed.map { $0.text("id") } == ids)
      let contents = found.dropFirst().sorted { $0.data.count < $1.data.count }
      #expect(contents.map(\.data) == [note, image])
      #expect(
        contents.map(\.head) == [
          [
            "Content-Type: text/plain", "Content-Transfer-Encoding: binary",
            "X-Experience-API-Hash: \(AttachmentTests.sha2(note))",
          ],
          [
            "Content-Type: image/x-test", "Content-Transfer-Encoding: binary",
            "X-Experience-API-Hash: \(long.lowercased())",
          ],
        ])
      let head = try house.xapi("HEAD", "/xapi/statements?\(target)", version: version)
      #expect(head["Content-Length"] == String(answer.body.count))
    }
    for target in ["statementId=\(uuid(1))", "statementId=\(uuid(1))&attachments=false"] {
      let plain = try house.xapi("GET", "/xapi/statements?\(target)", version: version)
      #expect(plain["Content-Type"] == "application/json")
      #expect(try plain.json.list("attachments").count == 2)
    }
  }

  /// “uses the multipart response format” even where there are none; a page behind has the same form.
  @Test func pagesHaveTheirOwnContents() throws {
    let house = try ServedHouse()
    let note = AttachmentTests.note
    #expect(try send(house, body([.statements(stating(1, attachment(note))), .content(note)])).status == 200)
    #expect(try house.xapi("POST", "/xapi/statements", statement(id: uuid(2))).status == 200)
    let first = try house.xapi("GET", "/xapi/statements?attachments=true&limit=1")
    #expect(first["X-Experience-API-Consistent-Through"] != nil)
    let found = try parts(first)
    #expect(found.count == 1)
    let more = try JSONDocument(found[0].data).root.text("more")
    #expect(try parts(house.xapi("GET", more)).map(\.data.count).last == note.count)
  }

  /// “comparing the SHA-2 of the raw data to the SHA-2 declared in the header. It MUST not do so any other way.”
  @Test func contentsAreKnownByTheirDigestAlone() throws {
    let house = try ServedHouse()
    let note = AttachmentTests.note
    let sent = body([
      .statements(stating(1, attachment(note, length: 7, type: "image/x-test"))), .content(note),
    ])
    #expect(try send(house, sent).status == 200)
    let answer = try house.xapi("GET", "/xapi/statements?attachments=true")
    #expect(try parts(answer).last?.data == note)
  }

  @Test func oneStatementIsPutWithItsContents() throws {
    let house = try ServedHouse()
    let note = AttachmentTests.note
    let sent = body([.statements(stating(7, attachment(note))), .content(note)])
    let target = "/xapi/statements?statementId=\(uuid(7))"
    for _ in 1...2 { #expect(try send(house, sent, method: "PUT", target: target).status == 204) }
    #expect(try parts(house.xapi("GET", target + "&attachments=true")).last?.data == note)
  }

  /// “the boundary in the sample was chosen to demonstrate valid character classes”; blanks and line ends as they come.
  @Test(arguments: [
    ("multipart/mixed; boundary=\"abcABC0123'()+_,-./:=?\"", "abcABC0123'()+_,-./:=?", "", false),
    ("multipart/mixed; boundary=-------314159265358979323846", "-------314159265358979323846", "\r\n", false),
    ("Multipart/Mixed;boundary=X", "X", "", true),
  ])
  func requestsAreTakenAsTheyAreSent(_ type: String, _ boundary: String, _ before: String, _ isBare: Bool)
    throws
  {
    let house = try ServedHouse()
    var parts = [
      Part.statements(stating(1, attachment(AttachmentTests.note))), .content(AttachmentTests.note),
    ]
    if isBare {
      for place in parts.indices {
        parts[place].head = parts[place].head.map { $0.replacingOccurrences(of: ": ", with: ":") }
      }
    }
    let sent = Array(before.utf8) + body(parts, boundary: boundary).dropLast(2)
    #expect(try send(house, Array(sent), type: type).status == 200)
  }

  /// “an LRS SHOULD accept batches of Statements which contain no Attachment Objects [or] only Attachment Objects with a
  /// populated fileUrl”; an attachment with both has its data given back.
  @Test func contentsMayBeElsewhere() throws {
    let house = try ServedHouse()
    let note = AttachmentTests.note
    let elsewhere = attachment(note, url: "http://example.org/note")
    #expect(try house.xapi("POST", "/xapi/statements", stating(1, elsewhere)).status == 200)
    #expect(try send(house, body([.statements(stating(2, elsewhere))])).status == 200)
    #expect(try send(house, body([.statements(statement(id: uuid(3)))])).status == 200)
    #expect(try send(house, body([.statements(stating(4, elsewhere)), .content(note)])).status == 200)
    for (id, count) in [(1, 1), (2, 1), (3, 1), (4, 2)] {
      let answer = try house.xapi("GET", "/xapi/statements?statementId=\(uuid(id))&attachments=true")
      #expect(try parts(answer).count == count)
    }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    var type = "multipart/mixed; boundary=X"
    let code: String
    let body: @Sendable (AttachmentTests) -> [UInt8]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Refused(name: "no boundary", type: "multipart/mixed", code: "boundary-missing") {
      $0.body([.statements(statement())])
    },
    Refused(name: "another boundary", type: "multipart/mixed; boundary=Y", code: "multipart-malformed") {
      $0.body([.statements(statement())])
    },
    Refused(name: "form data", type: "multipart/form-data; boundary=X", code: "content-type") {
      $0.body([.statements(statement())])
    },
    Refused(name: "nothing", code: "multipart-malformed") { _ in [] },
    Refused(name: "no boundary before the first part", code: "multipart-malformed") {
      Array($0.body([.statements(statement())]).dropFirst(5))
    },
    Refused(name: "cut off", code: "multipart-malformed") {
      Array($0.body([.statements($0.stating(1, $0.attachment(note))), .content(note)]).dropLast(10))
    },
    Refused(name: "statements of another type", code: "statements-missing") {
      $0.body([.statements(statement(), type: "text/plain")])
    },
    Refused(name: "contents before the statements", code: "statements-missing") {
      $0.body([.content(note), .statements($0.stating(1, $0.attachment(note)))])
    },
    Refused(name: "statements in two parts", code: "attachment-hash-missing") {
      $0.body([.statements(statement()), .statements(statement())])
    },
    Refused(name: "no hash", code: "attachment-hash-missing") {
      var part = Part.content(note)
      part.head.removeLast()
      return $0.body([.statements($0.stating(1, $0.attachment(note))), part])
    },
    Refused(name: "a hash of no length of SHA-2", code: "attachment-hash-missing") {
      $0.body([.statements($0.stating(1, $0.attachment(note))), .content(note, hash: "495395e7")])
    },
    Refused(name: "no transfer encoding", code: "attachment-encoding") {
      var part = Part.content(note)
      part.head.remove(at: 1)
      return $0.body([.statements($0.stating(1, $0.attachment(note))), part])
    },
    Refused(name: "base 64", code: "attachment-encoding") {
      var part = Part.content(note)
      part.head[1] = "Content-Transfer-Encoding: base64"
      return $0.body([.statements($0.stating(1, $0.attachment(note))), part])
    },
    Refused(name: "data of another hash", code: "attachment-differs") {
      $0.body([.statements($0.stating(1, $0.attachment(note))), .content(note + [0], hash: sha2(note))])
    },
    Refused(name: "a part that no attachment describes", code: "attachment-unclaimed") {
      $0.body([.statements($0.stating(1, $0.attachment(note))), .content(note), .content(image)])
    },
    Refused(name: "a part, and no attachment", code: "attachment-unclaimed") {
      $0.body([.statements(statement()), .content(note)])
    },
    Refused(name: "an attachment without its part", code: "attachment-data-missing") {
      $0.body([.statements($0.stating(1, $0.attachment(note), $0.attachment(image))), .content(note)])
    },
    Refused(name: "a statement that breaks a rule", code: "missing-property") {
      $0.body([.statements("[\($0.stating(1, $0.attachment(note))), {}]"), .content(note)])
    },
    Refused(name: "statements that are no JSON", code: "json-malformed") {
      $0.body([.statements("{"), .content(note)])
    },
    Refused(name: "101 parts", code: "multipart-malformed") {
      $0.body([.statements(statement())] + (0..<100).map { .content([UInt8($0)]) })
    },
  ])
  func whatDoesNotFitTogetherIsRefusedAndKeptNowhere(_ refused: Refused) throws {
    let house = try ServedHouse()
    let answer = try send(house, refused.body(self), type: refused.type)
    #expect(answer.status == 400, "\(answer.text)")
    #expect(try answer.json.text("code") == refused.code)
    #expect(answer["X-Experience-API-Version"] == "1.0.3")
    #expect(try house.xapi("GET", "/xapi/statements").json.list("statements").isEmpty)
    #expect(try files(house, awaited: 0) == 0)
  }

  /// A statement that says something else than that of `stating`.
  private func another(_ id: Int, _ attachments: String...) -> String {
    statement(
      id: uuid(id), verb: "completed", more: #""attachments": [\#(attachments.joined(separator: ", "))], "#)
  }

  /// “a refused input changes nothing”: also where it is the records that refuse it, when the contents are kept already.
  /// Contents that another statement came with stay.
  @Test func whatTheRecordsRefuseIsKeptNowhere() throws {
    let house = try ServedHouse()
    let (note, image) = (AttachmentTests.note, AttachmentTests.image)
    #expect(try house.xapi("POST", "/xapi/statements", statement(id: uuid(1))).status == 200)
    #expect(try house.xapi("POST", "/xapi/statements", voiding(uuid(1), id: uuid(2))).status == 200)
    let attached = #""attachments": [\#(attachment(image))], "#
    let refused: [(String, Int, String)] = [
      (another(1, attachment(image)), 409, "statement-conflict"),
      ("[\(stating(3, attachment(image))), \(another(1, attachment(image)))]", 409, "statement-conflict"),
      ("{\(attached)" + voiding(uuid(2)).dropFirst(), 400, "voiding-of-voiding"),
    ]
    for (text, status, code) in refused {
      let answer = try send(house, body([.statements(text), .content(image)]))
      #expect(answer.status == status, "\(answer.text)")
      #expect(try answer.json.text("code") == code)
      #expect(try files(house, awaited: 0) == 0, "\(code)")
    }
    #expect(try send(house, body([.statements(stating(5, attachment(note))), .content(note)])).status == 200)
    let both = another(1, attachment(note), attachment(image))
    #expect(try send(house, body([.statements(both), .content(note), .content(image)])).status == 409)
    #expect(try files(house, awaited: 1) == 1)
    let answer = try house.xapi("GET", "/xapi/statements?statementId=\(uuid(5))&attachments=true")
    #expect(try parts(answer).last?.data == note)
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  /// A statement that is there already is not changed by what comes with it again.
  @Test func contentsThatComeTooLateAreKeptNowhere() throws {
    let house = try ServedHouse()
    let note = AttachmentTests.note
    let elsewhere = attachment(note, url: "http://example.org/note")
    #expect(try house.xapi("POST", "/xapi/statements", stating(1, elsewhere)).status == 200)
    let again = body([.statements(stating(1, elsewhere)), .content(note)])
    #expect(try send(house, again).status == 200)
    #expect(try files(house, awaited: 0) == 0)
    #expect(try send(house, body([.statements(stating(2, attachment(note))), .content(note)])).status == 200)
    #expect(try send(house, again).status == 200)
    #expect(try files(house, awaited: 1) == 1)
  }

  /// Statements that share contents, at once, some of them refused: what is named stays, and nothing else.
  @Test func refusedStatementsTakeNothingFromThoseBesideThem() throws {
    let house = try ServedHouse()
    #expect(try house.xapi("POST", "/xapi/statements", statement(id: uuid(1))).status == 200)
    let contents = (0..<4).map { Array("content \($0)".utf8) }
    try onThreads(8) { thread in
      for number in 0..<8 {
        let isRefused = (thread + number) % 2 == 0
        let content = contents[(thread / 2 + number) % 4]
        let text =
          isRefused
          ? another(1, attachment(content)) : stating(100 + thread * 8 + number, attachment(content))
        let sent = body([.statements(text), .content(content)])
        let answer = try send(house, sent)
        #expect(answer.status == (isRefused ? 409 : 200), "\(answer.text)")
      }
    }
    #expect(try files(house, awaited: 4) == 4)
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  /// Only whoever may store statements is listened to.
  @Test func contentsAreTakenFromThoseWhoMay() throws {
    let house = try ServedHouse()
    let sent = body([
      .statements(stating(1, attachment(AttachmentTests.note))), .content(AttachmentTests.note),
    ])
    #expect(try send(house, sent, scope: .read).status == 403)
    let unknown = try house.send(
      "POST", "/xapi/statements", ["Content-Type: multipart/mixed; boundary=X"], body: sent, scope: nil)
    #expect(unknown.status == 401)
    #expect(try files(house, awaited: 0) == 0)
    #expect(try send(house, sent, scope: .xapiWrite).status == 200)
  }

  /// Contents of 20 MB, which are never whole in memory, and the same contents again, which are kept once.
  @Test func largeContentsAreStreamed() throws {
    let house = try ServedHouse()
    let data = (0..<20_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    for id in [1, 2] {
      let answer = try send(house, body([.statements(stating(id, attachment(data))), .content(data)]))
      #expect(answer.status == 200, "\(answer.text)")
    }
    #expect(try files(house, awaited: 1) == 1)
    let answer = try house.xapi("GET", "/xapi/statements?attachments=true")
    #expect(try parts(answer).last?.data == data)
  }

  /// “LRSs MUST … reject requests to store Statements that contain malformed signatures, with HTTP 400”
  @Test(arguments: [
    (SignedStatement.text("RS256"), "application/octet-stream", 200),
    (SignedStatement.text("RS512"), "application/octet-stream", 200),
    (SignedStatement.text(header: #"{"alg":"RS256"}"#, signature: "AAAA"), "application/octet-stream", 200),
    (SignedStatement.text("RS256"), "text/plain", 400),
    (SignedStatement.text(header: #"{"alg":"HS256"}"#), "application/octet-stream", 400),
    (SignedStatement.text(payload: "{"), "application/octet-stream", 400),
    (SignedStatement.text(signature: "AAAA"), "application/octet-stream", 400),
  ])
  func signaturesAreChecked(_ jws: String, _ type: String, _ status: Int) throws {
    let house = try ServedHouse()
    let data = Array(jws.utf8)
    let signature = attachment(
      data, type: type, usage: "http://adlnet.gov/expapi/attachments/signature")
    let signed =
      SignedStatement.payload.dropLast() + #", "id": "\#(uuid(1))", "attachments": [\#(signature)]}"#
    let answer = try send(house, body([.statements(String(signed)), .content(data)]))
    #expect(answer.status == status, "\(answer.text)")
    if status == 400 {
      #expect(try answer.json.text("code") == "signature-not-usable")
      #expect(try answer.json.list("errors").first?.text("pointer").hasPrefix("/attachments/0") == true)
    }
    let kept = status == 200 ? 1 : 0
    #expect(try files(house, awaited: kept) == kept)
  }
}
