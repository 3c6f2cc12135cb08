import JSON
import ProgramDriver
import Testing

@Suite struct RecordTests {
  static let party =
    #"{"code": "A", "kind": "member", "names": "A", "region": "ESA", "validity": {"from": "2020-01-01"}}"#
  private let served: Served
  private let connection: HTTPConnection

  init() throws {
    served = try Served()
    connection = try served.connection()
  }

  @Test(arguments: [
    ("an unknown field", #"{"name": "A", "nickname": "B"}"#, 422, "/nickname"),
    ("a missing field", #"{"sex": "female"}"#, 422, "/name"),
    ("null is not given", #"{"name": null}"#, 422, "/name"),
    ("a number for a text", #"{"name": 1}"#, 422, "/name"),
    ("a choice that is none", #"{"name": "A", "sex": "x"}"#, 422, "/sex"),
    (
      "an unknown field within",
      #"{"name": "A", "affiliation": {"party": "A", "validity": {"from": "2020-01-01"}, "x": 1}}"#, 422,
      "/affiliation/x"
    ),
    ("an array", "[]", 422, ""), ("cut off", #"{"name": "A"#, 400, "/name"),
    ("a key twice", #"{"name": "A", "name": "B"}"#, 400, "/name"),
  ])
  func aBodyIsReadStrictly(what: String, body: String, status: Int, pointer: String) throws {
    let answer = try connection.send("POST", "/api/v1/persons", json: body)
    #expect(answer.status == status, "\(what): \(answer.text)")
    #expect(try answer.pointers == [pointer], "\(what): \(answer.text)")
    #expect(try connection.send("GET", "/api/v1/persons").list("items").isEmpty)
  }

  @Test func aRecordIsMadeOnceAndHadWhereItsLocationSays() throws {
    let made = try connection.send("POST", "/api/v1/parties", json: RecordTests.party)
    #expect(made.status == 201, "\(made.text)")
    #expect(made["Location"] == "/api/v1/parties/A")
    #expect(try connection.send("GET", "/api/v1/parties/A").status == 200)
    #expect(try connection.send("POST", "/api/v1/parties", json: RecordTests.party).status == 409)
  }

  @Test(arguments: [
    "parties/NONE", "persons/NONE", "persons/0197f000-0000-7000-8000-000000000000", "courses/NONE",
    "courses/NONE/versions/1", "sessions/NONE", "enrolments/0197f000-0000-7000-8000-000000000000",
    "schemes/NONE",
    "certificates/NONE", "standards/NONE", "catalogues/NONE", "keys/0197f000-0000-7000-8000-000000000000",
    "nothing-of-the-kind",
  ])
  func whatIsNotThereIsNotFound(path: String) throws {
    #expect(try connection.send("GET", "/api/v1/\(path)").status == 404)
  }

  @Test func aListIsPagedToItsEnd() throws {
    for number in 1...5 {
      let made = try connection.send("POST", "/api/v1/persons", json: #"{"name": "Officer \#(number)"}"#)
      #expect(made.status == 201)
    }
    var (names, after) = ([String](), "")
    repeat {
      let page = try connection.send("GET", "/api/v1/persons?limit=2\(after)")
      names += try page.list("items").compactMap { $0["name"]?.string }
      after = try page.json["next"]?.string.map { "&after=\($0)" } ?? ""
    } while !after.isEmpty && names.count < 10
    #expect(names.sorted() == (1...5).map { "Officer \($0)" })
  }

  @Test(arguments: [
    "limit=0", "limit=-1", "limit=x", "Limit=1", "page=2", "limit=1&limit=1",
  ])
  func aParameterThatCannotBeUsedIsRefused(query: String) throws {
    #expect(try connection.send("GET", "/api/v1/persons?\(query)").status == 400)
  }

  @Test func aRefusedPackageIsToldWithItsFindingsAndNothingIsStored() throws {
    let zip = try Package.cmi5().replacing("cmi5.xml", "<courseStructure").zip
    let refused = try connection.send("POST", "/api/v1/imports", ["Content-Type: application/zip"], body: zip)
    #expect(refused.status == 422)
    #expect(
      try refused.json["report"]?["findings"]?.elements?.first { $0["severity"]?.string == "error" } != nil)
    #expect(try connection.send("GET", "/api/v1/courses").list("items").isEmpty)
  }

  @Test func aPackageIsLookedAtThenImportedOnce() throws {
    let zip = try Package.cmi5().zip
    let headers = ["Content-Type: application/zip"]
    #expect(try connection.send("POST", "/api/v1/imports?dryRun=true", headers, body: zip).status == 200)
    #expect(try connection.send("GET", "/api/v1/courses").list("items").isEmpty)
    let made = try connection.send("POST", "/api/v1/imports", headers, body: zip)
    #expect(made.status == 201, "\(made.text)")
    #expect(try connection.send("GET", made["Location"] ?? "").status == 200)
    #expect(try connection.send("POST", "/api/v1/imports", headers, body: zip).status == 200, "unchanged")
  }

  @Test func aMethodIsWhatTheRequestLineSays() throws {
    let target = "/api/v1/persons"
    let options = try connection.send("OPTIONS", target)
    #expect(options.status == 405)
    #expect(options["Allow"] == "GET, HEAD, POST")
    #expect(try served.connection().send("BREW", target).status == 501)
    let override = try served.connection().send(
      "POST", target, json: #"{"name": "A"}"#, ["X-HTTP-Method-Override: DELETE"])
    #expect(override.status == 400, "\(override.text)")
    #expect(try served.connection().send("GET", target, json: "{}").status == 400, "a body with GET")
  }

  @Test(arguments: ["/", "/healthz", "/api/v1/persons", "/api/v1/parties/NONE"])
  func headIsAnsweredLikeGet(target: String) throws {
    let get = try connection.send("GET", target)
    let head = try connection.send("HEAD", target)
    #expect(head.status == get.status)
    #expect(head["Content-Type"] == get["Content-Type"])
    #expect(head["Content-Length"] == get["Content-Length"])
  }

  @Test(arguments: [
    ("format=xml", 200, "application/xml"), ("format=json", 200, "application/json"),
    ("format=csv", 400, "application/problem+json"), ("format=pdf", 400, "application/problem+json"),
    ("format=xml&block=x", 400, "application/problem+json"),
  ])
  func aReportHasTheFormatAskedFor(query: String, status: Int, type: String) throws {
    let target = "/api/v1/reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31&\(query)"
    let answer = try connection.send("GET", target)
    #expect(answer.status == status, "\(answer.text)")
    #expect(answer["Content-Type"] == type)
  }
}
