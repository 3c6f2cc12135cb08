import JSON
import ProgramDriver
import Testing

/// “The LMS SHOULD reject statements that conflict with the "Statement API" requirements as defined in Section 9” (§6.3).
let unitStatementRequirements: [UnitRequirement] = [
  UnitRequirement("9", "what keeps every rule is taken") { (learner) throws in
    let unit = try learner.launch("2")
    try unit.initialize()
    try unit.say(.allowed("http://adlnet.gov/expapi/verbs/experienced"))
    try unit.say(UnitSays("completed"))
    try unit.say(UnitSays("passed", scaled: "0.8"))
    try unit.terminate()
    #expect(
      try learner.verbs().suffix(5) == ["initialized", "experienced", "completed", "passed", "terminated"])
  },
  UnitRequirement("9.1", "the AU MUST assign a statement id") { (learner) throws in
    let unit = try learner.launch("1")
    var says = UnitSays("initialized")
    says.id = ""
    #expect(try unit.send("POST", "statements", says.json(of: unit)).status == 403)
  },
  .refuses(
    "9.2", "the Actor property MUST be of objectType Agent and MUST contain an account: that of the launch",
    [
      { $0.actor = #"{"mbox": "mailto:somebody@example.org"}"# },
      { $0.actor = #"{"account": {"homePage": "http://127.0.0.1:8080", "name": "somebody"}}"# },
      { $0.actor = #"{"objectType": "Group", "member": [{"mbox": "mailto:a@example.org"}]}"# },
    ]),
  .refuses(
    "9.3", "AUs use the verbs that are defined for them",
    [
      { $0.verb = "https://w3id.org/xapi/adl/verbs/satisfied" },
      { $0.verb = "https://w3id.org/xapi/adl/verbs/waived" },
      { $0.verb = "https://w3id.org/xapi/adl/verbs/abandoned" },
      { $0.verb = "http://adlnet.gov/expapi/verbs/launched" },
      { $0.verb = "http://adlnet.gov/expapi/verbs/mastered" },
    ]),
  .refuses(
    "9.4", "the Object's id MUST match the activityId defined in the launch URL",
    [{ $0.object = "urn:units:au:2" }, { $0.object = "http://example.org/other" }]),
  .refuses(
    "9.5.1", "other cmi5 defined statements MUST NOT include the score property",
    [
      {
        $0 = UnitSays("completed")
        $0.result["score"] = #"{"scaled": 0.9}"#
      },
      {
        $0 = UnitSays("terminated")
        $0.result["score"] = #"{"scaled": 0.9}"#
      },
    ]),
  .refuses(
    "9.5.1", "scaled lies between 0 and 1; with raw, min and max MUST be provided",
    [
      { $0 = UnitSays("failed", scaled: "-0.1") },
      { $0.result["score"] = #"{"scaled": 0.9, "raw": 9}"# },
      { $0.result["score"] = #"{"raw": 9, "max": 10}"# },
    ]),
  .refuses(
    "9.5.2", "success MUST be true for Passed, false for Failed, and elsewhere absent",
    [
      { $0.result["success"] = "false" }, { $0.result["success"] = nil },
      {
        $0 = UnitSays("failed", scaled: "0.1")
        $0.result["success"] = "true"
      },
      {
        $0 = UnitSays("completed")
        $0.result["success"] = "true"
      },
    ]),
  .refuses(
    "9.5.3", "completion MUST be true for Completed, and elsewhere absent",
    [
      { $0.result["completion"] = "true" },
      {
        $0 = UnitSays("completed")
        $0.result["completion"] = "false"
      },
      {
        $0 = UnitSays("completed")
        $0.result["completion"] = nil
      },
      {
        $0 = UnitSays("terminated")
        $0.result["completion"] = "true"
      },
    ]),
  .refuses(
    "9.5.4.1",
    "the AU MUST include the duration property in Terminated, Completed, Passed and Failed statements",
    ["terminated", "completed", "passed", "failed"].map { saying($0) { $0.result["duration"] = nil } }),
  .refuses(
    "9.6.1", "the registration property MUST be the value provided by the LMS",
    [{ $0.registration = "0197f000-0000-7000-8000-000000000000" }]),
  .refuses(
    "9.6.2.2", "the moveon category stands with success or completion; other statements MUST NOT include it",
    [
      { $0.categories = ["cmi5"] },
      {
        $0 = UnitSays("terminated")
        $0.categories = ["cmi5", "moveon"]
      },
      {
        $0 = .allowed("http://adlnet.gov/expapi/verbs/experienced")
        $0.categories = ["moveon"]
      },
    ]),
  .refuses(
    "9.6.2.3", "statements keep the publisher id Activity of the contextTemplate",
    [
      { $0.grouping = "urn:units:au:1" },
      {
        $0 = .allowed("http://adlnet.gov/expapi/verbs/experienced")
        $0.grouping = "urn:other"
      },
    ]),
  .refuses(
    "9.6.3.1", "an AU MUST include the session ID for all cmi5 defined and cmi5 allowed statements",
    [
      { $0.session = "0197f000-0000-7000-8000-000000000000" },
      {
        $0 = .allowed("http://adlnet.gov/expapi/verbs/experienced")
        $0.session = ""
      },
    ]),
  .refuses(
    "9.6.3.2", "passed and failed name the masteryScore provided by the LMS",
    [{ $0.mastery = "0.5" }, { $0.mastery = nil }]),
  .refuses(
    "9.3.4", "the (scaled) score of Passed MUST be equal to or greater than the masteryScore",
    [{ $0 = UnitSays("passed", scaled: "0.79") }]),
  .refuses(
    "9.3.5", "the (scaled) score of Failed MUST be less than the masteryScore",
    [{ $0 = UnitSays("failed", scaled: "0.8") }]),
  .refuses(
    "9.7", "all statements MUST include a timestamp, recorded in UTC time",
    [{ $0.timestamp = nil }, { $0.timestamp = "2039-01-01T10:00:00+02:00" }]),
  .refuses(
    "10 launchMode", "Browse: the AU MUST NOT send other cmi5 defined statements", in: "Browse",
    ["completed", "passed", "failed"].map { saying($0) { _ in } }),
  .refuses(
    "10 launchMode", "Review: the AU MUST NOT send other cmi5 defined statements", in: "Review",
    ["completed", "passed", "failed"].map { saying($0) { _ in } }),
]

/// Another statement in place of the one that keeps every rule, itself changed.
private func saying(
  _ verb: String, _ change: @escaping @Sendable (inout UnitSays) -> Void
) -> @Sendable (inout UnitSays) -> Void {
  { says in
    says = UnitSays(verb)
    change(&says)
  }
}
