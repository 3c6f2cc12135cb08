import JSON
import ProgramDriver
import Testing

/// The order of what is said, and how sessions end (cmi5 §7.1, §9.3).
let sessionRequirements: [UnitRequirement] = [
  UnitRequirement("9.3", "the Initialized verb MUST be the first statement (cmi5 allowed or defined)") {
    (learner) throws in
    let unit = try learner.launch("1")
    for says in [
      UnitSays("completed"), UnitSays("terminated"), .allowed("http://adlnet.gov/expapi/verbs/experienced"),
    ] {
      #expect(try unit.refuses(says), "\(says)")
    }
    try unit.initialize()
    var early = UnitSays("completed")
    early.timestamp = "2020-01-01T00:00:00Z"
    #expect(
      try unit.put(early).status == 403, "the order is determined by the value of the timestamp property")
  },
  UnitRequirement("9.3", "verbs MUST NOT be duplicated (in cmi5 defined statements)") { (learner) throws in
    let unit = try learner.launch("5")
    try unit.initialize()
    #expect(try unit.refuses(UnitSays("initialized")))
    try unit.say(UnitSays("completed"))
    #expect(try unit.refuses(UnitSays("completed")))
    try unit.say(UnitSays("failed"))
    #expect(try unit.refuses(UnitSays("failed")))
    let allowed = "http://adlnet.gov/expapi/verbs/experienced"
    for _ in 1...2 { try unit.say(.allowed(allowed)) }
  },
  // A unit that was not told that it was heard sends the same again, its last words with what goes before them.
  UnitRequirement("9.3.8", "statements identical to stored ones change nothing, also at the end") {
    (learner) throws in
    let unit = try learner.launch("4")
    try unit.initialize()
    let batch = [UnitSays("completed"), UnitSays("passed"), UnitSays("terminated")]
    let text = "[\(batch.map { $0.json(of: unit) }.joined(separator: ", "))]"
    for time in 1...2 { #expect(try unit.send("POST", "statements", text).status == 200, "time \(time)") }
    #expect(try learner.verbs().filter { ["completed", "passed", "terminated"].contains($0) }.count == 3)
    var another = batch
    another[0] = UnitSays("completed")
    let other = "[\(another.map { $0.json(of: unit) }.joined(separator: ", "))]"
    #expect(try unit.send("POST", "statements", other).status == 403)
  },
  UnitRequirement("9.3", "more than one of the set of {Passed, Failed} verbs MUST NOT be used") {
    (learner) throws in
    let unit = try learner.launch("2")
    try unit.initialize()
    try unit.say(UnitSays("failed"))
    #expect(try unit.refuses(UnitSays("passed")))
    let later = try learner.launch("2")
    try later.initialize()
    try later.say(UnitSays("passed"))
    #expect(try later.refuses(UnitSays("failed")))
  },
  UnitRequirement("9.3", "only one Completed and one Passed are allowed per registration") {
    (learner) throws in
    try learner.satisfy("5", [UnitSays("completed"), UnitSays("passed")])
    let unit = try learner.launch("5")
    try unit.initialize()
    #expect(try unit.refuses(UnitSays("completed")))
    #expect(try unit.refuses(UnitSays("passed")))
    try Learner(learner.course).satisfy("5", [UnitSays("completed"), UnitSays("passed")])
    try learner.satisfy("4", [UnitSays("completed"), UnitSays("passed")])
  },
  UnitRequirement("9.3", "a Failed statement must not follow a Passed statement per registration") {
    (learner) throws in
    try learner.satisfy("2", [UnitSays("failed")])
    try learner.satisfy("2", [UnitSays("passed")])
    let unit = try learner.launch("2")
    try unit.initialize()
    #expect(try unit.refuses(UnitSays("failed")))
  },
  UnitRequirement("6.3", "a verdict that was voided may be given again") { (learner) throws in
    try learner.satisfy("2", [UnitSays("passed")])
    let passed = try learner.statements("passed")[0].text("id")
    let voiding = Visit(learner.course.store, .version1)
    let text = """
      {"actor": {"mbox": "mailto:keeper@example.org"},
       "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
       "object": {"objectType": "StatementRef", "id": "\(passed)"}}
      """
    #expect(try voiding.post("/statements", text).status == 200)
    try learner.satisfy("2", [UnitSays("passed")])
  },
  UnitRequirement("9.3.8", "Terminated MUST be the last statement; upon it the LMS MUST reject statements") {
    (learner) throws in
    let unit = try learner.launch("1")
    try unit.initialize()
    let late = UnitSays("completed")
    try unit.terminate()
    #expect(try unit.refuses(UnitSays("completed")), "it happened behind the end")
    #expect(try unit.refuses(UnitSays("terminated")))
    #expect(try unit.refuses(.allowed("http://adlnet.gov/expapi/verbs/experienced")))
    #expect(try unit.put(late).status == 204, "said before the end, it arrives within the period of waiting")
    let again = try learner.launch("1")
    #expect(try unit.refuses(UnitSays("completed")))
    try again.initialize()
  },
  UnitRequirement("8.1.2, 9.3.8", "when it has terminated, the unit's credentials read nothing any more") {
    (learner) throws in
    let unit = try learner.launch("1")
    try unit.initialize()
    try unit.terminate()
    for target in [
      unit.state("LMS.LaunchData"), unit.state("bookmark"), unit.state(nil),
      unit.profile("cmi5LearnerPreferences"),
      "statements", "agents?agent=\(encoded(unit.parameter("actor")))",
    ] {
      #expect(try unit.send("GET", target).status == 403, "\(target)")
    }
    #expect(
      try unit.send("PUT", unit.state("bookmark"), "{}").status == 204,
      "what was on its way when it terminated")
  },
  UnitRequirement("9.3", "the same statement sent again is no second one") { (learner) throws in
    let unit = try learner.launch("1")
    let says = UnitSays("initialized")
    try unit.say(says)
    #expect(try unit.put(says).status == 204)
    #expect(try learner.verbs().filter { $0 == "initialized" }.count == 1)
    let end = UnitSays("terminated")
    try unit.say(end)
    #expect(try unit.put(end).status == 204, "its answer may have been lost")
    #expect(try unit.put(says).status == 403, "the session is over")
    _ = try learner.launch("1")
    #expect(try unit.put(end).status == 204)
    let left = try learner.launch("2")
    let begin = UnitSays("initialized")
    try left.say(begin)
    _ = try learner.launch("1")
    #expect(try left.put(begin).status == 403, "it was abandoned")
  },
  UnitRequirement("9.3", "of a batch, the order is that of the timestamps") { (learner) throws in
    let unit = try learner.launch("1")
    let sent = [("terminated", 3), ("completed", 2), ("initialized", 1)].map { verb, second in
      var says = UnitSays(verb)
      says.timestamp = "2026-01-01T00:00:0\(second)Z"
      return says
    }
    let batch = sent.map { $0.json(of: unit) }.joined(separator: ", ")
    let answer = try unit.send("POST", "statements", "[\(batch)]")
    #expect(answer.status == 200, "\(answer.text)")
    #expect(try learner.verbs().suffix(4).contains("completed"))
    let bad = try learner.launch("4")
    let refused = [UnitSays("initialized"), UnitSays("completed"), UnitSays("completed")]
    let text = refused.map { $0.json(of: bad) }.joined(separator: ", ")
    #expect(try bad.send("POST", "statements", "[\(text)]").status == 403)
    #expect(try learner.verbs().filter { $0 == "initialized" }.count == 1, "all or none")
  },
  UnitRequirement("9.3.6", "MUST record an Abandoned statement on behalf of the AU") { (learner) throws in
    let unit = try learner.launch("1")
    try unit.initialize()
    _ = try learner.launch("2")
    let abandoned = try learner.statements("abandoned")
    #expect(abandoned.count == 1)
    let statement = try #require(abandoned.first)
    #expect(statement["verb"]?.text("id") == "https://w3id.org/xapi/adl/verbs/abandoned")
    #expect(statement["object"]?.text("id") == unit.activity)
    #expect(
      statement["context"]?["extensions"]?.text("https://w3id.org/xapi/cmi5/context/extensions/sessionid")
        == unit.session)
    let verbs = try learner.verbs()
    #expect(verbs.suffix(4) == ["launched", "initialized", "abandoned", "launched"])
  },
  UnitRequirement("9.5.4.2", "the duration property MUST be included in Abandoned statements") {
    (learner) throws in
    _ = try learner.launch("1")
    #expect(try learner.course.ask("POST", "enrolments/\(learner.registration)/abandon", "{}").status == 200)
    let result = try #require(try learner.statements("abandoned").first?["result"])
    #expect(result.names == ["duration"])
    #expect(result.text("duration") == "PT0.00S", "the unit said nothing")
  },
  UnitRequirement("9.3.6", "after recording Abandoned, the LMS MUST NOT allow any additional statements") {
    (learner) throws in
    let unit = try learner.launch("1")
    try unit.initialize()
    #expect(try learner.course.ask("POST", "enrolments/\(learner.registration)/abandon", "{}").status == 200)
    for says in [
      UnitSays("completed"), UnitSays("terminated"), .allowed("http://adlnet.gov/expapi/verbs/experienced"),
    ] {
      #expect(try unit.refuses(says))
    }
    #expect(try learner.verbs().last == "abandoned")
  },
  UnitRequirement("9.3.6", "… to be recorded for that session, whoever sends them") { (learner) throws in
    let unit = try learner.launch("1")
    let visit = Visit(learner.course.store, .version1)
    let allowed = "http://adlnet.gov/expapi/verbs/experienced"
    #expect(try visit.post("/statements", UnitSays.allowed(allowed).json(of: unit)).status == 200)
    #expect(try learner.course.ask("POST", "enrolments/\(learner.registration)/abandon", "{}").status == 200)
    let late = try visit.post("/statements", UnitSays.allowed(allowed).json(of: unit))
    #expect(late.status == 403 && late.text.contains("(cmi5 §9.3.6)"))
    var elsewhere = UnitSays.allowed(allowed)
    elsewhere.session = "0197f000-0000-7000-8000-000000000000"
    #expect(try visit.post("/statements", elsewhere.json(of: unit)).status == 200, "another system's session")
  },
  UnitRequirement("9.3", "MUST NOT issue more than one abandoned statement for a session") {
    (learner) throws in
    let unit = try learner.launch("1")
    let path = "enrolments/\(learner.registration)/abandon"
    #expect(try learner.course.ask("POST", path, "{}").status == 200)
    #expect(try learner.course.ask("POST", path, "{}").status == 409)
    _ = try learner.launch("1")
    #expect(try learner.statements("abandoned").count == 1)
    #expect(!unit.session.isEmpty)
    try learner.satisfy("2", [])
    _ = try learner.launch("1")
    #expect(try learner.statements("abandoned").count == 2, "what is terminated is not abandoned")
  },
  UnitRequirement(
    "9.3.7", "Waived MUST include a reason, success and completion, and a session id of its own"
  ) {
    (learner) throws in
    let unit = try learner.launch("1")
    #expect(try learner.waive("1", reason: "Equivalent Outside Activity").status == 200)
    let statement = try #require(try learner.statements("waived").first)
    #expect(statement["verb"]?.text("id") == "https://w3id.org/xapi/adl/verbs/waived")
    #expect(statement["object"]?.text("id") == unit.activity)
    let result = statement["result"]
    #expect(result?["success"]?.boolean == true && result?["completion"]?.boolean == true)
    let reason = "https://w3id.org/xapi/cmi5/result/extensions/reason"
    #expect(result?["extensions"]?.text(reason) == "Equivalent Outside Activity")
    let category = statement["context"]?["contextActivities"]?.list("category").map { $0.text("id") }
    #expect(category?.map { $0.split(separator: "/").last } == ["cmi5", "moveon"])
    let prefix = "https://w3id.org/xapi/cmi5/context/extensions/"
    let session = statement["context"]?["extensions"]?.text(prefix + "sessionid")
    #expect(session?.isEmpty == false && session != unit.session)
  },
  UnitRequirement("9.3.7", "what a waiver satisfies is said with the waiver's session id") {
    (learner) throws in
    for unit in ["1", "2"] { #expect(try learner.waive(unit).status == 200) }
    let extensions = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
    func session(_ statement: JSONValue?) -> String? {
      statement?["context"]?["extensions"]?.text(extensions)
    }
    #expect(try learner.satisfied().last == "block-1")
    let waived = try session(learner.statements("waived").last)
    #expect(try session(learner.statements("satisfied").last) == waived)
  },
  UnitRequirement("9.3.7", "MUST NOT issue multiple Waived for the same AU within a course registration") {
    (learner) throws in
    #expect(try learner.waive("1").status == 200)
    #expect(try learner.waive("1").status == 409)
    #expect(try learner.waive("2").status == 200)
    #expect(try learner.waive("3", reason: " ").status == 422, "a reason is needed")
    #expect(try learner.statements("waived").count == 2)
  },
]
