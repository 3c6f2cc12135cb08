import JSON
import Operations
import ProgramDriver
import Testing

/// The Activities Resource and the Agents Resource (xAPI 1.0.3 Communication 2.4 and 2.5).
@Suite struct DescribingTests {
  private static let activity = "/xapi/activities?activityId=" + encoded("http://example.org/activities/1")

  /// A statement whose activity has a definition.
  private func describing(_ definition: String, id: String? = nil) -> String {
    let id = id.map { #""id": "\#($0)", "# } ?? ""
    return """
      {\(id)"actor": {"mbox": "mailto:officer@example.org"}, "verb": {"id": "http://example.org/verbs/read"},
       "object": {"objectType": "Activity", "id": "http://example.org/activities/1", "definition": \(definition)}}
      """
  }

  private func store(_ statement: String, in house: ServedHouse, status: Int = 200) throws {
    let answer = try house.xapi("POST", "/xapi/statements", statement)
    #expect(answer.status == status, "\(answer.text)")
  }

  /// "Loads the complete Activity Object specified."
  @Test(arguments: ["1.0.3", "2.0.0"])
  func definitionsOfAllStatementsArePutTogether(_ version: String) throws {
    let house = try ServedHouse()
    try store(describing(#"{"name": {"en": "One"}, "type": "http://example.org/types/lesson"}"#), in: house)
    try store(describing(#"{"name": {"fr": "Un"}}"#), in: house)
    try store(statement(activity: "http://example.org/activities/1"), in: house)
    let answer = try house.xapi("GET", DescribingTests.activity, version: version)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "application/json")
    #expect(
      try answer.json.means(
        """
        {"objectType": "Activity", "id": "http://example.org/activities/1",
         "definition": {"name": {"en": "One", "fr": "Un"}, "type": "http://example.org/types/lesson"}}
        """))
  }

  /// Two senders that contradict each other: what was said last holds, whatever was said before and known by heart.
  @Test func whatWasSaidLastHolds() throws {
    let house = try ServedHouse()
    for name in ["A", "B", "A", "A", "B"] {
      try store(describing(#"{"name": {"en": "\#(name)"}}"#), in: house)
      let definition = try house.xapi("GET", DescribingTests.activity).json["definition"]
      #expect(definition?["name"]?.text("en") == name)
    }
  }

  /// "An LRS MUST NOT make any modifications to its state based on receiving a Statement with an id that it already has
  /// a Statement for … it MUST NOT modify the Statement or any other Object."
  @Test func aStatementThatIsThereAlreadyDescribesNothing() throws {
    let house = try ServedHouse()
    try store(describing(#"{"name": {"en": "One"}}"#, id: uuid(1)), in: house)
    try store(describing(#"{"name": {"en": "Two"}}"#, id: uuid(1)), in: house)
    try store("[\(describing(#"{"name": {"en": "Three"}}"#)), {}]", in: house, status: 400)
    #expect(try house.xapi("GET", DescribingTests.activity).text.contains("One"))
  }

  /// "If an LRS does not have a canonical definition of the Activity to return, the LRS SHOULD still return an Activity
  /// Object when queried."
  @Test(arguments: ["1.0.3", "2.0.0"])
  func anUnknownActivityIsAnActivity(_ version: String) throws {
    let answer = try ServedHouse().xapi("GET", DescribingTests.activity, version: version)
    #expect(answer.status == 200)
    #expect(answer.text == #"{"objectType":"Activity","id":"http://example.org/activities/1"}"#)
  }

  /// "If an LRS does not have any additional information about an Agent to return, the LRS MUST still return a Person
  /// Object when queried, but that Person Object will only include the information associated with the requested Agent."
  @Test(arguments: [
    (#"{"mbox": "mailto:a@example.org"}"#, #"{"objectType":"Person","mbox":["mailto:a@example.org"]}"#),
    (
      #"{"objectType": "Agent", "name": "A", "openid": "http://a.example.org"}"#,
      #"{"objectType":"Person","name":["A"],"openid":["http://a.example.org"]}"#
    ),
    (
      #"{"mbox_sha1sum": "EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"}"#,
      #"{"objectType":"Person","mbox_sha1sum":["ebd31e95054c018b10727ccffd2ef2ec3a016ee9"]}"#
    ),
    (
      #"{"account": {"name": "1", "homePage": "http://example.org"}}"#,
      #"{"objectType":"Person","account":[{"homePage":"http://example.org","name":"1"}]}"#
    ),
  ])
  func anUnknownAgentIsAPerson(_ agent: String, _ person: String) throws {
    let answer = try ServedHouse().xapi("GET", "/xapi/agents?agent=\(encoded(agent))")
    #expect(answer.status == 200)
    #expect(answer.text == person)
  }

  /// "List of names of Agents retrieved."
  @Test func anAgentHasTheNamesThatStatementsGive() throws {
    let house = try ServedHouse()
    for actor in [
      #"{"mbox": "mailto:a@example.org", "name": "First"}"#,
      #"{"mbox": "mailto:b@example.org", "name": "Somebody else"}"#,
      #"{"objectType": "Group", "name": "Us", "member": [{"mbox": "mailto:a@example.org", "name": "Second"}]}"#,
      #"{"mbox": "mailto:a@example.org", "name": "First"}"#,
    ] {
      try store(
        """
        {"actor": \(actor), "verb": {"id": "http://example.org/verbs/read"},
         "object": {"id": "http://example.org/activities/1"}}
        """, in: house)
    }
    let agent = encoded(#"{"mbox": "mailto:a@example.org", "name": "Asked"}"#)
    let person = try house.xapi("GET", "/xapi/agents?agent=\(agent)").json
    #expect(person.list("name").map(\.string) == ["Asked", "First", "Second"])
  }

  @Test(arguments: [
    "/xapi/activities", "/xapi/activities?activityId=one", "/xapi/activities?activityId=",
    activity + "&foo=bar", activity + "&" + activity.split(separator: "?")[1],
    "/xapi/activities?ActivityId=" + encoded("http://example.org/activities/1"),
    "/xapi/agents", "/xapi/agents?agent=", "/xapi/agents?agent=officer",
    "/xapi/agents?agent=" + encoded("{}"),
    "/xapi/agents?agent=" + encoded(#"{"mbox": "officer@example.org"}"#),
    "/xapi/agents?agent=" + encoded(#"{"objectType": "Group", "mbox": "mailto:us@example.org"}"#),
    "/xapi/agents?Agent=" + encoded(#"{"mbox": "mailto:a@example.org"}"#),
  ])
  func whatCannotBeAskedIsAnsweredWith400(_ target: String) throws {
    let answer = try ServedHouse().xapi("GET", target)
    #expect(answer.status == 400)
    #expect(try answer.json.list("errors").first?.text("parameter").isEmpty == false)
  }

  @Test(arguments: [activity, "/xapi/agents?agent=" + encoded(#"{"mbox": "mailto:a@example.org"}"#)])
  func everyAnswerHasItsVersionAndTag(_ target: String) throws {
    let house = try ServedHouse()
    let get = try house.xapi("GET", target, version: "2.0.0")
    #expect(get["X-Experience-API-Version"] == "2.0.0")
    #expect(get["ETag"]?.count == 42)
    let head = try house.xapi("HEAD", target, version: "2.0.0")
    #expect(head.status == 200)
    #expect(head.body.isEmpty)
    #expect(head["ETag"] == get["ETag"])
    #expect(head["Content-Length"] == get["Content-Length"])
    #expect(try house.send("GET", target).status == 400, "the version is needed")
    #expect(try house.xapi("GET", target, scope: .xapiWrite).status == 403)
  }
}
