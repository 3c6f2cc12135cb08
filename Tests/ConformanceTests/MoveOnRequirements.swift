import JSON
import ProgramDriver
import Testing

/// When units, blocks and the course are satisfied (cmi5 §9.3.9, §9.6.1, §13.1.4).
let moveOnRequirements: [UnitRequirement] = [
  UnitRequirement("9.6.1", "at the time of registration, the LMS MUST evaluate MoveOn criteria") {
    (learner) throws in
    #expect(try learner.satisfied() == ["block-2"])
    #expect(try learner.verbs() == ["satisfied"])
  },
  UnitRequirement("9.6.1", "triggered outside of a session: a unique session id") { (learner) throws in
    let first = sessionIDs(try learner.statements("satisfied"))
    let second = sessionIDs(try Learner(learner.course).statements("satisfied"))
    #expect(first.count == 1 && first != second && !first[0].isEmpty)
  },
  UnitRequirement("9.3.9", "the object is the LMS's own block or course id, with its type") {
    (learner) throws in
    let statement = try #require(try learner.statements("satisfied").first)
    let object = statement["object"]
    #expect(object?.text("id").hasPrefix("http://") == true)
    #expect(object?.text("id").contains("urn:units:block:2") == false)
    #expect(object?["definition"]?.text("type") == "https://w3id.org/xapi/cmi5/activitytype/block")
    #expect(statement["result"] == nil, "§9.5.2, §9.5.3: neither success nor completion")
    let grouping = statement["context"]?["contextActivities"]?.list("grouping").map { $0.text("id") }
    #expect(grouping == ["urn:units:block:2"])
  },
  UnitRequirement(
    "9.3.9", "when the learner has met the moveOn criteria of all AU's in a block, and in a course"
  ) {
    (learner) throws in
    try learner.satisfy("1", [UnitSays("completed")])
    #expect(try learner.satisfied() == ["block-2"])
    try learner.satisfy("2", [UnitSays("passed", scaled: "0.9")])
    #expect(try learner.satisfied() == ["block-2", "block-1"])
    try learner.satisfy("4", [UnitSays("passed")])
    try learner.satisfy("5", [UnitSays("completed"), UnitSays("passed")])
    #expect(try learner.satisfied() == ["block-2", "block-1", "course"])
    let course = try #require(try learner.statements("satisfied").last)
    #expect(course["object"]?["definition"]?.text("type") == "https://w3id.org/xapi/cmi5/activitytype/course")
    #expect(
      try learner.course.ask("GET", "enrolments/\(learner.registration)").json.text("state") == "completed")
  },
  UnitRequirement("9.3.9", "triggered as a result of a session: its session id, behind what triggers it") {
    (learner) throws in
    try learner.satisfy("1", [UnitSays("completed")])
    let unit = try learner.launch("2")
    try unit.initialize()
    try unit.say(UnitSays("passed", scaled: "1"))
    #expect(try learner.verbs().suffix(3) == ["initialized", "passed", "satisfied"])
    #expect(sessionIDs(try learner.statements("satisfied")).last == unit.session)
    try unit.terminate()
  },
  UnitRequirement("9.3.9", "SHOULD NOT issue multiple Satisfied for the same Block within a registration") {
    (learner) throws in
    try learner.satisfy("1", [UnitSays("completed")])
    try learner.satisfy("2", [UnitSays("passed")])
    try learner.satisfy("1", [])
    #expect(try learner.waive("1").status == 200)
    #expect(try learner.satisfied() == ["block-2", "block-1"])
  },
  UnitRequirement("6.3, 9.3.9", "what no longer holds is voided by the LMS, with what it followed from") {
    (learner) throws in
    for unit in ["2", "4", "5"] { _ = try learner.waive(unit) }
    try learner.satisfy("1", [UnitSays("completed")])
    #expect(try learner.satisfied() == ["block-2", "block-1", "course"])
    let said = try learner.statements("satisfied").map { $0.text("id") }
    let visit = Visit(learner.course.store, .version1)
    func void(_ id: String) throws {
      let text = """
        {"actor": {"mbox": "mailto:keeper@example.org"},
         "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
         "object": {"objectType": "StatementRef", "id": "\(id)"}}
        """
      #expect(try visit.post("/statements", text).status == 200)
    }
    try void(learner.statements("completed")[0].text("id"))
    #expect(try learner.satisfied() == ["block-2"])
    for id in said.dropFirst() {
      #expect(try visit.get("/statements?voidedStatementId=\(id)").status == 200)
    }
    let voiding = try learner.statements("voided").suffix(2)
    #expect(voiding.map { $0["object"]?.text("id") } == said.dropFirst().map { Optional($0) })
    #expect(voiding.allSatisfy { $0["authority"]?["account"]?.text("name") == "registrar" })
    try learner.satisfy("1", [UnitSays("completed")])
    #expect(try learner.satisfied() == ["block-2", "block-1", "course"], "it is met again, and said again")
    try void(learner.statements("satisfied").last?.text("id") ?? "")
    #expect(try learner.satisfied() == ["block-2", "block-1"])
    _ = try learner.waive("1")
    #expect(try learner.satisfied() == ["block-2", "block-1"], "what somebody takes back is not said again")
  },
  moveOn("Completed", unit: "1", by: ["completed"], not: ["passed"]),
  moveOn("Passed", unit: "2", by: ["passed"], not: ["completed", "failed"]),
  moveOn("CompletedOrPassed", unit: "4", by: ["passed"], not: ["failed"]),
  moveOn("CompletedOrPassed", unit: "4", by: ["completed"], not: ["failed"]),
  moveOn("CompletedAndPassed", unit: "5", by: ["completed", "passed"], not: ["completed", "failed"]),
  moveOn("CompletedAndPassed", unit: "5", by: ["completed", "passed"], not: ["passed"]),
  UnitRequirement("7.1.3", "cmi5 allowed statements are not considered in completion rules") {
    (learner) throws in
    let all = ["1", "2", "4", "5"]
    for unit in all.dropFirst() { _ = try learner.waive(unit) }
    let unit = try learner.launch("1")
    try unit.initialize()
    var says = UnitSays("completed")
    says.categories = []
    try unit.say(says)
    #expect(try learner.satisfied().contains("course") == false)
    try unit.say(UnitSays("completed"))
    #expect(try learner.satisfied().last == "course")
  },
  UnitRequirement("9.3.7", "a waived unit counts toward satisfied") { (learner) throws in
    for unit in ["1", "2", "4", "5"] { #expect(try learner.waive(unit).status == 200) }
    #expect(try learner.satisfied() == ["block-2", "block-1", "course"])
    let shown = try learner.course.ask("GET", "enrolments/\(learner.registration)").json
    #expect(shown.text("state") == "completed")
    #expect(shown["attended"]?.boolean == false, "nobody took part")
  },
  UnitRequirement("9.3.9", "what somebody else stored satisfies too") { (learner) throws in
    for unit in ["2", "4", "5"] { _ = try learner.waive(unit) }
    let activity = try learner.launch("1").activity
    let text = """
      {"actor": {"account": {"homePage": "http://127.0.0.1:8080", "name": "\(learner.person)"}},
       "verb": {"id": "http://adlnet.gov/expapi/verbs/completed"}, "object": {"id": "\(activity)"},
       "context": {"registration": "\(learner.registration)", "contextActivities":
         {"category": [{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}}}
      """
    #expect(try Visit(learner.course.store, .version1).post("/statements", text).status == 200)
    #expect(try learner.satisfied().last == "course")
  },
]

/// A unit is satisfied by these verbs, and by those not. All others of the course are waived beforehand.
private func moveOn(_ rule: String, unit: String, by verbs: [String], not others: [String]) -> UnitRequirement
{
  UnitRequirement("13.1.4 moveOn", "\(rule): by \(verbs.joined(separator: ", "))") { (learner) throws in
    for other in ["1", "2", "4", "5"] where other != unit { #expect(try learner.waive(other).status == 200) }
    try learner.satisfy(unit, others.map { UnitSays($0) })
    #expect(try learner.satisfied().contains("course") == false, "\(others)")
    let missing = verbs.filter { !others.contains($0) }
    try learner.satisfy(unit, missing.map { UnitSays($0) })
    #expect(try learner.satisfied().last == "course", "\(verbs)")
  }
}

private func sessionIDs(_ statements: [JSONValue]) -> [String] {
  statements.map { statement in
    statement["context"]?["extensions"]?.text("https://w3id.org/xapi/cmi5/context/extensions/sessionid") ?? ""
  }
}
