import JSON
import Operations
import ProgramDriver
import Testing

/// State documents and profiles (xAPI 1.0.3 Communication 2.2, 2.3, 2.6, 2.7 and 3.1).
@Suite struct DocumentTests {
  /// The three resources, by the parameters that name a document called `one`.
  struct Resource: Sendable, CustomTestStringConvertible {
    let path: String
    let context: String
    let idName: String
    let scope: KeyScope

    var testDescription: String { path }
    var one: String { document("one") }

    func document(_ id: String) -> String { "\(list)&\(idName)=\(encoded(id))" }
    var list: String { "/xapi/\(path)?\(context)" }
  }

  private static let agent = "agent=" + encoded(#"{"mbox": "mailto:officer@example.org"}"#)
  private static let activity = "activityId=" + encoded("http://example.org/activities/1")

  static let state = Resource(
    path: "activities/state", context: "\(activity)&\(agent)", idName: "stateId", scope: .xapiState)
  static let activityProfile = Resource(
    path: "activities/profile", context: activity, idName: "profileId", scope: .xapiProfile)
  static let agentProfile = Resource(
    path: "agents/profile", context: agent, idName: "profileId", scope: .xapiProfile)
  static let all = [state, activityProfile, agentProfile]

  private func put(
    _ house: ServedHouse, _ target: String, _ body: String, type: String = "text/plain",
    version: String = "2.0.0", _ headers: [String] = []
  ) throws -> Int {
    try house.send(
      "PUT", target, ["Content-Type: \(type)", "X-Experience-API-Version: \(version)"] + headers,
      body: Array(body.utf8)
    ).status
  }

  /// “200 OK, the … document”: the octets and the type are those that were sent.
  @Test(arguments: all, ["1.0.3", "2.0.0"])
  func aDocumentIsGivenBackAsItWasSent(_ resource: Resource, _ version: String) throws {
    let house = try ServedHouse()
    let octets = (0...255).map { UInt8($0) }
    let answer = try house.send(
      "PUT", resource.one,
      ["Content-Type: image/x-test; a=\"b\"", "X-Experience-API-Version: \(version)", "If-None-Match: *"],
      body: octets)
    #expect(answer.status == 204)
    #expect(answer.body.isEmpty)
    let found = try house.xapi("GET", resource.one, version: version)
    #expect(found.status == 200)
    #expect(found.body == octets)
    #expect(found["Content-Type"] == "image/x-test; a=\"b\"")
    #expect(found["ETag"] == "\"4916d6bdb7f78e6803698cab32d1586ea457dfc8\"", "the SHA-1 of the contents")
    #expect(found["Last-Modified"] == "Mon, 02 Mar 2026 09:00:00 GMT")
    #expect(found["X-Experience-API-Version"] == version)
    #expect(found["Content-Security-Policy"] == "default-src 'none'; sandbox")
    let head = try house.xapi("HEAD", resource.one, version: version)
    #expect(head.status == 200)
    #expect(head.body.isEmpty)
    #expect(head["ETag"] == found["ETag"])
    #expect(head["Content-Length"] == "256")
  }

  @Test(arguments: all)
  func whatIsNotThereIs404AndDeletedAllTheSame(_ resource: Resource) throws {
    let house = try ServedHouse()
    #expect(try house.xapi("GET", resource.one).status == 404)
    #expect(try house.xapi("HEAD", resource.one).status == 404)
    #expect(try house.xapi("DELETE", resource.one).status == 204)
    #expect(try put(house, resource.one, "x") == 204)
    #expect(try house.xapi("DELETE", resource.one).status == 204)
    #expect(try house.xapi("GET", resource.one).status == 404)
    #expect(try house.xapi("GET", resource.list).text == "[]")
  }

  /// “If it is included, the GET method will act upon a single defined document …. Otherwise, GET will return the
  /// available ids.” “limited to entries that have been stored or updated since the specified Timestamp (exclusive)”
  @Test(arguments: all)
  func idsAreListedAndThoseChangedSince(_ resource: Resource) throws {
    let house = try ServedHouse()
    #expect(try house.xapi("GET", resource.list)["Last-Modified"] == nil)
    for id in ["b", "a", "é/&?"] { #expect(try put(house, resource.document(id), id) == 204) }
    house.clock.advance(seconds: 60)
    let between = encoded("2026-03-02T09:00:30Z")
    #expect(try house.xapi("GET", "\(resource.list)&since=\(between)").text == "[]")
    #expect(
      try house.send(
        "POST", resource.document("a"),
        ["X-Experience-API-Version: 1.0.3", "Content-Type: application/json"],
        body: Array("{}".utf8)
      ).status == 400, "the document that is there is no JSON")
    #expect(try house.xapi("DELETE", resource.document("a")).status == 204)
    #expect(try put(house, resource.document("a"), "again") == 204)
    let list = try house.xapi("GET", resource.list)
    #expect(list.text == #"["a","b","é/&?"]"#)
    #expect(list["Last-Modified"] == "Mon, 02 Mar 2026 09:01:00 GMT")
    #expect(try house.xapi("GET", "\(resource.list)&since=\(between)").text == #"["a"]"#)
    #expect(try house.xapi("GET", "\(resource.list)&since=\(encoded("2026-03-02T09:02:00Z"))").text == "[]")
  }

  /// “When an LRS receives a POST request with content type application/json for an existing document also of content
  /// type application/json, it MUST merge the posted document with the existing document.”
  @Test(arguments: all, ["1.0.3", "2.0.0"])
  func postedMembersAreAdded(_ resource: Resource, _ version: String) throws {
    let house = try ServedHouse()
    for (text, expected) in [
      (#"{"x": "foo", "y": {"a": 1}}"#, #"{"x": "foo", "y": {"a": 1}}"#),
      (#"{"y": {"b": 2}, "z": 0.10}"#, #"{"x": "foo","y":{"b": 2},"z": 0.10}"#),
    ] {
      #expect(try house.xapi("POST", resource.one, text, version: version).status == 204)
      let found = try house.xapi("GET", resource.one, version: version)
      #expect(found.text == expected)
      #expect(found["Content-Type"] == "application/json")
    }
  }

  struct Posted: Sendable, CustomTestStringConvertible {
    let name: String
    let kept: (type: String, text: String)?
    let type: String
    let text: String
    let status: Int
    var testDescription: String { name }
  }

  @Test(arguments: [
    Posted(name: "text, nothing there", kept: nil, type: "text/plain", text: "1", status: 204),
    Posted(name: "an array, nothing there", kept: nil, type: "application/json", text: "[]", status: 204),
    Posted(name: "broken JSON, nothing there", kept: nil, type: "application/json", text: "{", status: 400),
    Posted(
      name: "a form, nothing there", kept: nil, type: "application/x-www-form-urlencoded", text: "a=b",
      status: 204),
    Posted(
      name: "text onto JSON", kept: ("application/json", "{}"), type: "text/plain", text: "{}", status: 400),
    Posted(
      name: "JSON onto text", kept: ("text/plain", "{}"), type: "application/json", text: "{}", status: 400),
    Posted(
      name: "an array onto an object", kept: ("application/json", "{}"), type: "application/json",
      text: "[]", status: 400),
    Posted(
      name: "an object onto an array", kept: ("application/json", "[]"), type: "application/json",
      text: "{}", status: 400),
    Posted(
      name: "a name twice", kept: ("application/json", "{}"), type: "application/json",
      text: #"{"a":1,"a":2}"#, status: 400),
  ])
  func whatCannotBeAddedChangesNothing(_ posted: Posted) throws {
    let house = try ServedHouse()
    for resource in DocumentTests.all {
      if let kept = posted.kept {
        #expect(try put(house, resource.one, kept.text, type: kept.type) == 204)
      }
      let answer = try house.send(
        "POST", resource.one, ["Content-Type: \(posted.type)", "X-Experience-API-Version: 1.0.3"],
        body: Array(posted.text.utf8))
      #expect(answer.status == posted.status, "\(answer.text)")
      let found = try house.xapi("GET", resource.one)
      switch (posted.kept, posted.status) {
      case (_, 204): #expect(found.text == posted.text)
      case (.some(let kept), _): #expect(found.text == kept.text)
      case (nil, _): #expect(found.status == 404)
      }
    }
  }

  /// “registration: The registration associated with this state”; a list without it is of every one.
  @Test func stateIsKeptByItsRegistration() throws {
    let house = try ServedHouse()
    let resource = DocumentTests.state
    let (first, second) = ("&registration=\(uuid(1))", "&registration=\(uuid(2))")
    for (place, text) in [("", "none"), (first, "first"), (second, "second")] {
      #expect(try put(house, resource.one + place, text) == 204)
    }
    #expect(try put(house, resource.document("two") + first, "x") == 204)
    for (place, text) in [("", "none"), (first, "first"), (second, "second")] {
      #expect(try house.xapi("GET", resource.one + place).text == text)
    }
    #expect(try house.xapi("GET", resource.list).text == #"["one","two"]"#)
    #expect(try house.xapi("GET", resource.list + second).text == #"["one"]"#)
    #expect(try house.xapi("DELETE", resource.list + first).status == 204)
    #expect(try house.xapi("GET", resource.list + first).text == "[]")
    #expect(try house.xapi("GET", resource.one).text == "none")
    #expect(try house.xapi("DELETE", resource.list).status == 204)
    #expect(try house.xapi("GET", resource.list).text == "[]")
  }

  /// Another agent's, another activity's, another resource's document is another document.
  @Test func contextsAreKeptApart() throws {
    let house = try ServedHouse()
    for resource in DocumentTests.all { #expect(try put(house, resource.one, resource.path) == 204) }
    for resource in DocumentTests.all {
      #expect(try house.xapi("GET", resource.one).text == resource.path)
    }
    let other = "agent=" + encoded(#"{"account": {"homePage": "http://example.org", "name": "officer"}}"#)
    #expect(try house.xapi("GET", "/xapi/agents/profile?\(other)&profileId=one").status == 404)
    #expect(try house.xapi("GET", "/xapi/activities/state?\(DocumentTests.activity)&\(other)").text == "[]")
    let similar = "activityId=" + encoded("http://example.org/activities/1/")
    #expect(try house.xapi("GET", "/xapi/activities/profile?\(similar)").text == "[]")
  }

  /// Row 41: stale or missing preconditions.
  @Test(arguments: all, ["1.0.3", "2.0.0"])
  func aStaleTagChangesNothing(_ resource: Resource, _ version: String) throws {
    let house = try ServedHouse()
    #expect(try put(house, resource.one, "1", version: version, ["If-None-Match: *"]) == 204)
    let tag = try #require(try house.xapi("GET", resource.one)["ETag"])
    #expect(try put(house, resource.one, "x", version: version, ["If-None-Match: *"]) == 412)
    #expect(try put(house, resource.one, "2", version: version, ["If-Match: \(tag)"]) == 204)
    for stale in [tag, "1234", "\"1111111111111111111111111111111111111111\""] {
      #expect(try put(house, resource.one, "3", version: version, ["If-Match: \(stale)"]) == 412)
      for method in ["POST", "DELETE"] {
        let answer = try house.send(
          method, resource.one, ["X-Experience-API-Version: \(version)", "If-Match: \(stale)"])
        #expect(answer.status == 412)
        #expect(try answer.json.text("code") == "precondition-failed")
      }
    }
    #expect(try house.xapi("GET", resource.one).text == "2")
  }

  /// “If a PUT request is received without either header for a resource that already exists, the LRS MUST return HTTP
  /// status 409 Conflict [with] a response explaining that the Learning Record Provider SHOULD check the current state of
  /// the resource [and] set the "If-Match" header with the current ETag”
  @Test(arguments: [
    (state, "1.0.3", 204, 204), (state, "2.0.0", 204, 409), (activityProfile, "1.0.3", 400, 409),
    (activityProfile, "2.0.0", 204, 409), (agentProfile, "1.0.3", 400, 409),
    (agentProfile, "2.0.0", 204, 409),
  ])
  func aPutWithoutATag(_ resource: Resource, _ version: String, _ new: Int, _ again: Int) throws {
    let house = try ServedHouse()
    #expect(try put(house, resource.one, "1", version: version) == new)
    if new != 204 {
      #expect(try put(house, resource.one, "1", version: version, ["If-None-Match: *"]) == 204)
    }
    let answer = try house.send(
      "PUT", resource.one, ["X-Experience-API-Version: \(version)"], body: Array("2".utf8))
    #expect(answer.status == again)
    if again == 409 { #expect(try answer.json.text("remedy").contains("If-Match")) }
    #expect(try house.xapi("GET", resource.one).text == (again == 409 ? "1" : "2"))
  }

  @Test func whoHasTheDocumentIsNotSentItAgain() throws {
    let house = try ServedHouse()
    let target = DocumentTests.agentProfile.one
    #expect(try put(house, target, "1") == 204)
    let tag = try #require(try house.xapi("GET", target)["ETag"])
    func get(_ tags: String) throws -> HTTPConnection.Answer {
      try house.send("GET", target, ["X-Experience-API-Version: 2.0.0", "If-None-Match: \(tags)"])
    }
    let answer = try get("\"x\", \(tag)")
    #expect(answer.status == 304)
    #expect(answer["ETag"] == tag)
    #expect(answer.body.isEmpty)
    #expect(try get("\"x\"").status == 200)
  }

  @Test(arguments: all)
  func whatNamesNoDocumentIsAnsweredWith400(_ resource: Resource) throws {
    let house = try ServedHouse()
    for method in ["GET", "PUT", "POST", "DELETE"] {
      for target in [
        "/xapi/\(resource.path)", "/xapi/\(resource.path)?\(resource.idName)=one", "\(resource.one)&foo=bar",
        "\(resource.one)&\(resource.idName)=two", "\(resource.list)&\(resource.idName)=",
        "\(resource.list)&\(resource.idName.uppercased())=one", "\(resource.one)&since=2026-01-01T00:00:00Z",
      ] {
        let body = ["PUT", "POST"].contains(method) ? Array("{}".utf8) : nil
        let answer = try house.send(method, target, ["X-Experience-API-Version: 2.0.0"], body: body)
        #expect(answer.status == 400, "\(method) \(target)")
        #expect(try answer.json.list("errors").first?.text("parameter").isEmpty == false)
      }
    }
    for method in ["PUT", "POST"] {
      let answer = try house.send(
        method, resource.list, ["X-Experience-API-Version: 2.0.0"], body: Array("{}".utf8))
      #expect(answer.status == 400, "an id is needed")
    }
    let all = try house.xapi("DELETE", resource.list)
    #expect(all.status == (resource.idName == "stateId" ? 204 : 400))
    #expect(try house.send("GET", resource.one).status == 400, "the version is needed")
  }

  @Test func scopesOpenTheirOwnResources() throws {
    let house = try ServedHouse()
    for resource in DocumentTests.all {
      let (own, other): (KeyScope, KeyScope) =
        resource.scope == .xapiState ? (.xapiState, .xapiProfile) : (.xapiProfile, .xapiState)
      for (scope, status) in [(own, 204), (other, 403), (.read, 403), (.xapiWrite, 403), (.xapi, 204)] {
        let answer = try house.xapi("POST", resource.one, "{}", scope: scope)
        #expect(answer.status == status, "\(scope) \(resource.path)")
      }
      for (scope, status) in [(own, 200), (other, 403), (KeyScope.read, 200), (.xapiWrite, 403)] {
        #expect(try house.xapi("GET", resource.one, scope: scope).status == status)
      }
    }
  }

  @Test func aDocumentHasATypeAndALimit() throws {
    let house = try ServedHouse()
    let target = DocumentTests.state.one
    let version = "X-Experience-API-Version: 1.0.3"
    #expect(try house.send("PUT", target, [version], body: [1]).status == 204)
    #expect(try house.xapi("GET", target)["Content-Type"] == "application/octet-stream")
    for type in ["text", String(repeating: "x", count: 300) + "/plain"] {
      #expect(try house.send("PUT", target, [version, "Content-Type: \(type)"], body: [1]).status == 400)
    }
    #expect(
      try house.send("PUT", target, [version], body: [UInt8](repeating: 0, count: 16 << 20)).status == 204)
    #expect(try house.xapi("GET", target).body.count == 16 << 20)
    let key = try house.key()
    let connection = try house.connection()
    try connection.write(
      Array(
        """
        PUT \(target) HTTP/1.1\r\nHost: a\r\nAuthorization: Basic \(base64("\(key.id):\(key.secret)"))\r
        Content-Length: 16777217\r\n\r\n
        """.utf8))
    #expect(try connection.answer().status == 413)
    #expect(try house.send("PUT", target, [version], body: []).status == 204)
    #expect(try house.xapi("GET", target).body.isEmpty)
  }
}
