import JSON
import ProgramDriver
import Testing

/// Headers, versions, errors and credentials (Communication 1, 3.2, 3.3 and 4).
let requestRequirements: [Requirement] = [
  Requirement(
    "Communication 3.3",
    "The LRS MUST include the \"X-Experience-API-Version\" header in every response … to the latest patch version"
  ) { (visit) throws in
    let responses = [
      try visit.get("/statements"), try visit.get("/statements?foo=1"), try visit.post("/statements", "{}"),
      try visit.post("/statements", visit.statement()), try visit.get("/activities/state"),
      try visit.get("/about"),
      try visit.get("/agents"), try visit.get("/nothing"), try visit.delete("/statements"),
    ]
    for response in responses { #expect(response["X-Experience-API-Version"] == visit.version.rawValue) }
  },
  Requirement(
    "Communication 3.3",
    "The LRS MUST accept requests with a version header of 1.0 as if the version header was 1.0.0 … that starts with 1.0."
  ) { (visit) throws in
    let sound = visit.isVersion2 ? ["2.0", "2.0.0", "2.0.1"] : ["1.0", "1.0.0", "1.0.1", "1.0.3", "1.0.15"]
    for version in sound {
      let answer = try visit.send("GET", "/statements", ["X-Experience-API-Version: \(version)"])
      #expect(answer.status == 200, "\(version)")
      #expect(answer["X-Experience-API-Version"] == visit.version.rawValue)
    }
  },
  Requirement(
    "Communication 3.3",
    "The LRS MUST reject requests with a version header prior to version 1.0.0 …, of 1.1.0 or greater, and without one, with 400 Bad Request and a description"
  ) { (visit) throws in
    let state = DocumentResource.state.list(visit)
    for path in [
      "/statements", state, "/agents?agent=\(encoded(visit.agent("a")))", "/activities?activityId=x:a",
    ] {
      for headers in [[], ["0.8"], ["0.9"], ["0.95"], ["1.1.0"], ["3.0.0"], ["BAD"]] {
        let answer = try visit.send("GET", path, headers.map { "X-Experience-API-Version: \($0)" })
        #expect(answer.status == 400, "\(path) \(headers)")
        #expect(try answer.json.text("detail").isEmpty == false)
      }
    }
  },
  Requirement(
    "Communication 3.3",
    "The LRS MUST set the value of this header to the latest patch version: where a request names no version, the latest of all"
  ) { (visit) throws in
    let statement = Array(visit.statement().utf8)
    let type = ["Content-Type: application/json"]
    for answer in [
      try visit.send("GET", "/statements?statementId=\(visit.id(1))", []),
      try visit.send("POST", "/statements", type, body: statement),
      try visit.send("PUT", "/statements?statementId=\(visit.id(1))", type, body: statement),
    ] {
      #expect(answer.status == 400)
      #expect(answer["X-Experience-API-Version"] == "2.0.0")
    }
  },
  Requirement(
    "Communication 4.0",
    "The LRS MUST support authentication using HTTP Basic; 401 Unauthorized where the given credentials have been refused"
  ) { (visit) throws in
    let version = "X-Experience-API-Version: \(visit.version.rawValue)"
    let wrong = Key(id: visit.id(1), secret: "wrong")
    #expect(try visit.send("GET", "/statements", [version], key: wrong).status == 401)
    for headers in [
      [], ["Authorization: Basic"], ["Authorization: Basic %%%"], ["Authorization: Bearer x"],
      ["Authorization: Basic eDp5"],
    ] {
      #expect(try visit.send("GET", "/statements", [version] + headers, isAnonymous: true).status == 401)
    }
  },
  Requirement(
    "Communication 3.2", "An LRS SHOULD return a message in the response explaining the cause of the error"
  ) { (visit) throws in
    for answer in [
      try visit.post("/statements", "{"), try visit.post("/statements", visit.statement(#""role": 1, "#)),
      try visit.get("/statements?limit=x"), try visit.get("/statements?statementId=\(visit.id(9))"),
    ] {
      #expect((400..<500).contains(answer.status))
      #expect(try answer.json.text("detail").isEmpty == false)
    }
  },
  Requirement(
    "Communication 2.0",
    "The LRS MUST support all of the resources described in this section, and no other method on them"
  ) { (visit) throws in
    for (path, methods) in [
      ("/statements", ["PUT", "POST", "GET"]), ("/activities/state", ["PUT", "POST", "GET", "DELETE"]),
      ("/activities/profile", ["PUT", "POST", "GET", "DELETE"]),
      ("/agents/profile", ["PUT", "POST", "GET", "DELETE"]),
      ("/activities", ["GET"]), ("/agents", ["GET"]), ("/about", ["GET"]),
    ] {
      for method in ["PUT", "POST", "GET", "DELETE"] {
        let body = ["PUT", "POST"].contains(method) ? Array("{}".utf8) : nil
        let answer = try visit.send(
          method, path,
          ["X-Experience-API-Version: \(visit.version.rawValue)", "Content-Type: application/json"],
          body: body)
        #expect((answer.status == 405) == !methods.contains(method), "\(method) \(path): \(answer.status)")
      }
    }
  },
  Requirement("Communication 1.2", "GET may come with a Content-Type and without a Content-Length") {
    (visit) throws in
    let headers = ["X-Experience-API-Version: \(visit.version.rawValue)", "Content-Type: application/json"]
    #expect(try visit.send("GET", "/statements?limit=1", headers).status == 200)
    #expect(try visit.send("HEAD", "/statements?limit=1", headers).status == 200)
  },
]
