import HTTP
import JSON
import Operations
import ProgramDriver
import Testing

/// The Alternate Request Syntax (xAPI 1.0.3 Communication 1.3), which 2.0 does not have.
@Suite struct AlternateSyntaxTests {
  static let formType = "application/x-www-form-urlencoded"
  private static let agent = #"{"mbox":"mailto:officer@example.org"}"#

  private func form(_ fields: [(String, String)]) -> String {
    fields.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
  }

  /// A request whose key and version stand in the form.
  private func send(
    _ house: ServedHouse, _ target: String, _ fields: [(String, String)], version: String? = "1.0.3",
    type: String = formType, scope: KeyScope = .all
  ) throws -> HTTPConnection.Answer {
    let key = try house.key(scope)
    let own = [
      ("Authorization", "Basic \(base64("\(key.id):\(key.secret)"))"),
      ("X-Experience-API-Version", version ?? ""),
    ].filter { !$0.1.isEmpty }
    return try house.send(
      "POST", target, ["Content-Type: \(type)"], body: Array(form(own + fields).utf8), scope: nil)
  }

  /// “The LRS MUST treat the form parameters listed above as header parameters … MUST treat any form parameters other than
  /// "content" or the header parameters … as query string parameters.”
  @Test(arguments: ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-8"])
  func statementsAreStoredAndFound(_ type: String) throws {
    let house = try ServedHouse()
    let stored = try send(
      house, "/xapi/statements?method=PUT",
      [
        ("statementId", uuid(1)), ("Content-Type", "application/json"), ("Content-Length", "12"),
        ("content", statement()),
      ], type: type)
    #expect(stored.status == 204, "\(stored.text)")
    #expect(stored["X-Experience-API-Version"] == "1.0.3")
    let posted = try send(house, "/xapi/statements?method=POST", [("content", "[\(statement(id: uuid(2)))]")])
    #expect(posted.text == "[\"\(uuid(2))\"]")
    let found = try send(house, "/xapi/statements?method=GET", [("statementId", uuid(1))], type: type)
    #expect(found.status == 200)
    #expect(try found.json.text("id") == uuid(1))
    let list = try send(
      house, "/xapi/statements?method=GET", [("agent", AlternateSyntaxTests.agent), ("limit", "1")])
    #expect(list.status == 200)
    #expect(list["X-Experience-API-Consistent-Through"] != nil)
    #expect(try list.json.list("statements").map { $0.text("id") } == [uuid(2)])
    let more = try house.xapi("GET", list.json.text("more"))
    #expect(try more.json.list("statements").map { $0.text("id") } == [uuid(1)])
  }

  /// The text of the content comes through whatever stands in it.
  @Test func documentsAreKept() throws {
    let house = try ServedHouse()
    let context = [
      ("activityId", "http://example.org/activities/1"), ("agent", AlternateSyntaxTests.agent),
      ("stateId", "one"),
    ]
    let text = "a+b & c=d % é \u{1F600}\r\n\u{1}"
    let path = "/xapi/activities/state"
    let put = try send(
      house, "\(path)?method=PUT", context + [("content", text), ("Content-Type", "text/plain")])
    #expect(put.status == 204, "\(put.text)")
    let get = try send(house, "\(path)?method=GET", context)
    #expect(get.text == text)
    #expect(get["Content-Type"] == "text/plain")
    let stale = try send(
      house, "\(path)?method=PUT", context + [("content", "x"), ("If-None-Match", "*")])
    #expect(stale.status == 412)
    let tag = try #require(get["ETag"])
    let again = try send(house, "\(path)?method=PUT", context + [("content", "x"), ("If-Match", tag)])
    #expect(again.status == 204)
    #expect(try send(house, "\(path)?method=DELETE", context).status == 204)
    #expect(try send(house, "\(path)?method=GET", context).status == 404)
  }

  /// “This alternate syntax can also be used to GET Statements due to limits on query string length.”
  @Test func aQueryMayBeLongerThanATarget() throws {
    let house = try ServedHouse()
    #expect(try house.xapi("POST", "/xapi/statements", statement()).status == 200)
    let activity = "http://example.org/" + String(repeating: "x", count: 20_000)
    #expect(try house.xapi("POST", "/xapi/statements", statement(activity: activity)).status == 200)
    let found = try send(house, "/xapi/statements?method=GET", [("activity", activity)])
    #expect(try found.json.list("statements").count == 1)
  }

  /// Header fields count where the form has none.
  @Test func keyAndVersionMayStandInTheHead() throws {
    let house = try ServedHouse()
    let headers = ["Content-Type: \(AlternateSyntaxTests.formType)", "X-Experience-API-Version: 1.0.3"]
    let body = Array(form([("content", statement())]).utf8)
    #expect(try house.send("POST", "/xapi/statements?method=POST", headers, body: body).status == 200)
    #expect(
      try house.send("POST", "/xapi/statements?method=POST", headers, body: body, scope: .read).status == 403)
    #expect(
      try house.send("POST", "/xapi/statements?method=POST", headers, body: body, scope: nil).status == 401)
    #expect(
      try send(house, "/xapi/statements?method=POST", [("content", statement())], scope: .read).status == 403)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let name: String
    var target = "/xapi/statements?method=PUT"
    var version: String? = "1.0.3"
    var type = formType
    var fields: [(String, String)] = [("statementId", uuid(1)), ("content", statement())]
    var status = 400
    var testDescription: String { name }
  }

  @Test(arguments: [
    Refused(name: "a version of long ago", version: "0.8"), Refused(name: "no version", version: nil),
    Refused(name: "xAPI 2.0", version: "2.0.0"),
    Refused(name: "another parameter beside", target: "/xapi/statements?method=PUT&statementId=\(uuid(1))"),
    Refused(name: "the method twice", target: "/xapi/statements?method=PUT&method=PUT"),
    Refused(name: "an unknown method", target: "/xapi/statements?method=PATCH"),
    Refused(name: "HEAD", target: "/xapi/statements?method=HEAD"),
    Refused(name: "a method in lower case", target: "/xapi/statements?method=put"),
    Refused(name: "no method", target: "/xapi/statements?method="),
    Refused(name: "no content", fields: [("statementId", uuid(1))]), Refused(name: "nothing", fields: []),
    Refused(name: "a field twice", fields: [("content", statement()), ("content", statement())]),
    Refused(name: "JSON in place of a form", type: "application/json"),
    Refused(name: "a form in another charset", type: "application/x-www-form-urlencoded; charset=latin1"),
    Refused(name: "no statementId", fields: [("content", statement())]),
    Refused(name: "a parameter that is not known", fields: [("foo", "1"), ("content", statement())]),
    Refused(name: "Content in another case", fields: [("statementId", uuid(1)), ("Content", statement())]),
    Refused(
      name: "a header field of two lines",
      fields: [("statementId", uuid(1)), ("content", statement()), ("Content-Type", "text/plain\r\nX: y")]),
    Refused(
      name: "statements of another type",
      fields: [
        ("statementId", uuid(1)), ("content", statement()), ("Content-Type", "text/plain"),
      ]),
    Refused(name: "a path that does not take the method", target: "/xapi/about?method=PUT", status: 405),
    Refused(name: "a path that is not there", target: "/xapi/nothing?method=PUT", status: 404),
  ])
  func whatIsNotMeantSoIsRefused(_ refused: Refused) throws {
    let house = try ServedHouse()
    let answer = try send(
      house, refused.target, refused.fields, version: refused.version, type: refused.type)
    #expect(answer.status == refused.status, "\(answer.text)")
    #expect(answer["X-Experience-API-Version"] != nil)
    #expect(try house.xapi("GET", "/xapi/statements").json.list("statements").isEmpty)
  }

  /// “All xAPI requests issued MUST be POST”; and what is no form is none.
  @Test func onlyAPostCarriesARequest() throws {
    let house = try ServedHouse()
    for method in ["GET", "PUT", "DELETE"] {
      for path in ["statements", "activities/state", "agents/profile"] {
        let answer = try house.send(
          method, "/xapi/\(path)?method=GET", ["X-Experience-API-Version: 1.0.3"],
          body: method == "PUT" ? Array("{}".utf8) : nil)
        #expect(answer.status == 400 || answer.status == 405)
      }
    }
    for body in ["content=%", "content=%FF", "content", String(repeating: "a=1&", count: 101)] {
      let answer = try house.send(
        "POST", "/xapi/statements?method=POST",
        ["Content-Type: \(AlternateSyntaxTests.formType)", "X-Experience-API-Version: 1.0.3"],
        body: Array(body.utf8))
      #expect(answer.status == 400, "\(body)")
    }
  }

  /// Who has not shown a key in the head is listened to so far and no further.
  @Test func aFormHasALimit() throws {
    let house = try ServedHouse()
    func status(_ authorization: String, bytes: Int) throws -> Int {
      let connection = try house.connection(nil)
      try connection.write(
        Array(
          "POST /xapi/statements?method=POST HTTP/1.1\r\nHost: a\r\n\(authorization)Content-Length: \(bytes)\r\n\r\n"
            .utf8))
      return try connection.answer().status
    }
    let key = try house.key()
    let authorization = "Authorization: Basic \(base64("\(key.id):\(key.secret)"))\r\n"
    #expect(try status("", bytes: 256 * 1024 + 1) == 413)
    #expect(try status("Authorization: Basic eDp5\r\n", bytes: 256 * 1024 + 1) == 401)
    #expect(try status(authorization, bytes: 48 * 1024 * 1024 + 1) == 413)
  }
}
