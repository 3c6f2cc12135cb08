import Foundation
import ProgramDriver
import Testing

/// The files of packages, at an origin of their own.
@Suite struct ContentTests {
  private let house: ServedHouse
  private let version: String

  init() throws {
    house = try ServedHouse()
    let scene = try Scene(house)
    let parts = scene.activities[0].split(separator: "/")
    version = String(parts[parts.count - 2])
  }

  private func get(
    _ path: String, _ headers: [String] = [], method: String = "GET"
  ) throws -> HTTPConnection.Answer {
    try HTTPConnection(port: house.contentPort).send(method, path, headers)
  }

  @Test func aFileComesWithItsTypeAndItsBounds() throws {
    let answer = try get("/\(version)/lessons/1.html")
    #expect(answer.status == 200)
    #expect(answer.text.contains("A lesson of the tests."))
    #expect(answer["Content-Type"] == "text/html; charset=utf-8")
    #expect(answer["X-Content-Type-Options"] == "nosniff")
    #expect(answer["Referrer-Policy"] == "no-referrer", "the address of a launch holds a secret")
    #expect(answer["Access-Control-Allow-Origin"] == nil)
    #expect(answer["Set-Cookie"] == nil)
    let policy = try #require(answer["Content-Security-Policy"]).split(separator: "; ").map(String.init)
    #expect(policy.contains("object-src 'none'"))
    #expect(policy.contains("base-uri 'self'"))
    #expect(policy.contains("frame-ancestors 'self' http://127.0.0.1:\(house.port)"))
    #expect(policy.contains("connect-src 'self' data: blob: http://127.0.0.1:\(house.port)"))
  }

  @Test func aPartAndWhatIsKnownAlready() throws {
    let path = "/\(version)/lessons/1.html"
    let whole = try get(path)
    let tag = try #require(whole["ETag"])
    let part = try get(path, ["Range: bytes=2-8"])
    #expect(part.status == 206)
    #expect(part["Content-Range"] == "bytes 2-8/\(whole.body.count)")
    #expect(part.body == Array(whole.body[2...8]))
    #expect(try get(path, ["Range: bytes=99999-"]).status == 416)
    #expect(try get(path, ["If-None-Match: \(tag)"]).status == 304)
    let head = try get(path, method: "HEAD")
    #expect(head.status == 200 && head["Content-Length"] == String(whole.body.count) && head.body.isEmpty)
  }

  @Test(
    arguments: [
      "/", "/$version", "/$version/", "/$version/lessons", "/$version/lessons/", "/$version/LESSONS/1.html",
      "/$version/lessons/3.html", "/$version//lessons/1.html", "/lessons/1.html",
      "/0197f000-0000-7000-8000-000000000000/lessons/1.html", "/nothing/lessons/1.html",
    ])
  func whatIsNoFileOfTheVersionIsNotThere(path: String) throws {
    #expect(try get(path.replacing("$version", with: version)).status == 404)
  }

  /// Paths cannot escape.
  @Test(
    arguments: [
      "/$version/../records.sqlite", "/$version/lessons/..%2f..%2frecords.sqlite", "/$version/%2e%2e/x",
      "/$version/lessons%2f1.html", "/$version/lessons/1.html%00",
    ])
  func aPathThatTriesToEscapeIsRefused(path: String) throws {
    #expect(try get(path.replacing("$version", with: version)).status == 400)
  }

  @Test func onlyLookingIsAnswered() throws {
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
      let answer = try get("/\(version)/lessons/1.html", method: method)
      #expect(answer.status == 405, "\(method)")
      #expect(answer["Allow"] == "GET, HEAD")
    }
  }

  /// “Never with the API's authority”: no route of the API is there, whatever key comes; and no content at the API's.
  @Test func neitherOriginHasWhatIsTheOthers() throws {
    let key = try house.key()
    for path in [
      "/api/v1/courses", "/xapi/about", "/xapi/statements", "/healthz", "/metrics", "/cmi5/fetch/x",
    ] {
      #expect(
        try HTTPConnection(port: house.contentPort, key: key).send("GET", path).status == 404, "\(path)")
    }
    #expect(try house.send("GET", "/\(version)/lessons/1.html").status == 404)
  }

  /// A version that was never published is nobody's to see; one that is retired still has learners.
  @Test func onlyWhatIsOrWasPublishedIsServed() throws {
    let report = try house.send(
      "POST", "/api/v1/imports?code=DRAFT&name=draft.zip", ["Content-Type: application/zip"],
      body: Package.cmi5(2).zip)
    #expect(report.status == 201)
    let draft = try house.show("courses/DRAFT/versions/1").text("id")
    #expect(try get("/\(draft)/lessons/1.html").status == 404)
    try house.make("courses/DRAFT/publish", "{}")
    #expect(try get("/\(draft)/lessons/1.html").status == 200)
    try house.make("courses/DRAFT/retire", #"{"reason": "amended"}"#)
    #expect(try get("/\(draft)/lessons/1.html").status == 200)
  }

  @Test(
    arguments: [
      ("a.HTML", "text/html; charset=utf-8"), ("a.b/c.js", "text/javascript; charset=utf-8"),
      ("x.svg", "image/svg+xml"), ("x.mp4", "video/mp4"), ("x.woff2", "font/woff2"),
      ("html", "application/octet-stream"), ("a.html/readme", "application/octet-stream"),
      ("x.exe", "application/octet-stream"),
    ])
  func aFileHasTheTypeOfItsEnding(name: String, type: String) throws {
    let structure = Package.cmi5(3, lessons: 1).files + [(name: name, content: "x")]
    let zip = try Package(structure).zip
    let report = try house.send(
      "POST", "/api/v1/imports?code=TYPES&name=types.zip", ["Content-Type: application/zip"], body: zip)
    #expect(report.status == 201, "\(report.text)")
    try house.make("courses/TYPES/publish", "{}")
    let version = try house.show("courses/TYPES/versions/1").text("id")
    let answer = try get("/\(version)/\(name)")
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == type)
  }
}
