import JSON
import ProgramDriver
import Testing

/// The Alternate Request Syntax (Communication 1.3), which IEEE 9274.1.1 leaves out.
let alternateRequirements: [Requirement] = [
  Requirement(
    "Communication 1.3", "The LRS MUST support the syntax above: PUT, POST and GET of Statements",
    in: [.version1]
  ) { (visit) throws in
    let put = try visit.form(
      "/statements?method=PUT", [("statementId", visit.id(1)), ("content", visit.statement(id: 1))])
    #expect(put.status == 204, "\(put.text)")
    let post = try visit.form(
      "/statements?method=POST", [("content", visit.statement(id: 2)), ("Content-Type", "application/json")])
    #expect(try post.json.means("[\"\(visit.id(2))\"]"))
    let one = try visit.form("/statements?method=GET", [("statementId", visit.id(1))])
    #expect(try one.json.text("id") == visit.id(1))
    let list = try visit.form("/statements?method=GET", [("verb", visit.iri("did")), ("limit", "1")])
    #expect(try list.json.list("statements").map { $0.text("id") } == [visit.id(2)])
  },
  Requirement(
    "Communication 1.3", "The LRS MUST treat the form parameters listed above as header parameters",
    in: [.version1]
  ) { (visit) throws in
    let context = [("activityId", visit.iri("a")), ("agent", visit.agent("actor")), ("stateId", "one")]
    let path = "/activities/state"
    #expect(
      try visit.form("\(path)?method=PUT", context + [("content", "a+b&c"), ("Content-Type", "text/plain")])
        .status == 204)
    let found = try visit.form("\(path)?method=GET", context)
    #expect(found.text == "a+b&c")
    #expect(found["Content-Type"] == "text/plain")
    #expect(
      try visit.form("\(path)?method=PUT", context + [("content", "x"), ("If-None-Match", "*")]).status == 412
    )
    #expect(try visit.form("\(path)?method=DELETE", context + [("If-Match", "\"x\"")]).status == 412)
    #expect(try visit.form("\(path)?method=DELETE", context).status == 204)
  },
  Requirement(
    "Communication 1.3",
    "All xAPI requests issued MUST be POST … MUST NOT include any other query string parameters",
    in: [.version1]
  ) { (visit) throws in
    for method in ["GET", "PUT"] {
      let answer = try visit.send(
        method, "/statements?method=GET",
        ["X-Experience-API-Version: 1.0.3", "Content-Type: application/json"],
        body: method == "PUT" ? Array(visit.statement().utf8) : nil)
      #expect(answer.status == 400)
    }
    let beside = try visit.form(
      "/statements?method=PUT&statementId=\(visit.id(1))", [("content", visit.statement(id: 1))])
    #expect(beside.status == 400)
  },
  Requirement(
    "Communication 1.3",
    "the content MUST be included as a form parameter called \"content\"; the request is a form",
    in: [.version1]
  ) { (visit) throws in
    #expect(try visit.form("/statements?method=POST", []).status == 400)
    #expect(try visit.form("/statements?method=PUT", [("statementId", visit.id(1))]).status == 400)
    #expect(
      try visit.form(
        "/statements?method=PUT", [("statementId", visit.id(1)), ("Content", visit.statement())]
      ).status == 400)
    #expect(try visit.post("/statements?method=POST", visit.statement()).status == 400)
    #expect(try visit.form("/statements?method=GET", [("foo", "bar")]).status == 400)
    #expect(try visit.form("/statements?method=GET", [], version: "0.8").status == 400)
  },
  Requirement("4.1", "there is no alternate request syntax", in: [.version2]) { (visit) throws in
    for method in ["PUT", "POST", "GET"] {
      let answer = try visit.form(
        "/statements?method=\(method)", [("statementId", visit.id(1)), ("content", visit.statement(id: 1))],
        version: "2.0.0")
      #expect((400..<500).contains(answer.status))
    }
    #expect(try visit.get("/statements?statementId=\(visit.id(1))").status == 404)
  },
]

extension Visit {
  /// A form that holds the key and the version too.
  fileprivate func form(_ path: String, _ fields: [(String, String)], version: String = "1.0.3") throws
    -> Answer
  {
    let own = [
      ("Authorization", "Basic \(base64("\(store.key.id):\(store.key.secret)"))"),
      ("X-Experience-API-Version", version),
    ]
    let text = (own + fields).map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
    return try send(
      "POST", path, ["Content-Type: application/x-www-form-urlencoded"], body: Array(text.utf8),
      isAnonymous: true)
  }
}
