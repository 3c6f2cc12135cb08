/// Experts: pools, the way into one with the refusals that it knows, the register, releases.
extension Walk {
  static let experts: [Step] = rubrics + pools + candidacy + observed + verdicts + register

  /// The pool that the first candidate goes into, with a term and every kind of stage that has a deadline.
  static let pool = """
    <pool xmlns="urn:registrar:pool:1" code="TOA-PCA" category="TOA" subject="PCA"><title xml:lang="en">Audit</title>
      <version number="1" term-months="36" apart="own-party earlier-assessor">
        <stage code="pre-screening" kind="pre-screening"><title>Pre-screening</title></stage>
        <stage code="workshop" kind="workshop" grants="pre-accredited" within-months="6"><title>Workshop</title></stage>
        <stage code="mission" kind="mission" grants="accredited" within-months="12" rubric="LESSON"><title>Mission</title></stage>
      </version></pool>
    """

  /// A pool that takes those experts by conversion.
  static let secondPool = """
    <pool xmlns="urn:registrar:pool:1" code="MPA" category="MPA"><title xml:lang="en">Advisors</title>
      <version number="1">
        <stage code="preparation" kind="preparation"><title>Preparation</title></stage>
        <stage code="workshop" kind="workshop"><title>Workshop</title></stage>
        <stage code="support" kind="support" grants="recognized"><title>Support</title></stage>
        <conversion from="TOA" grants="recognized"/>
      </version></pool>
    """

  private static let pools = [
    Step(
      ["pool", "import", "$poolFile", "--dry-run"], "POST imports/pools?dryRun=true",
      .file("$poolFile", type: "application/xml"),
      .done(["/accepted": "true", "/addedVersions": "[1]", "/pool": "null"]), [:]),
    Step(
      ["pool", "import", "$poolFile"], "POST imports/pools", .file("$poolFile", type: "application/xml"),
      .done(["/accepted": "true", "/addedVersions": "[1]"]), [:]),
    Step(
      ["pool", "import", "$poolFile"], "POST imports/pools", .file("$poolFile", type: "application/xml"),
      .done(["/accepted": "true", "/addedVersions": "[]"]), [:]),
    Step(
      ["pool", "import", "$secondPoolFile"], "POST imports/pools",
      .file("$secondPoolFile", type: "application/xml"), .done(["/addedVersions": "[1]"]), [:]),
    Step(["pool", "list"], "GET pools", is: ["/items/0/code": "MPA", "/items/1/code": "TOA-PCA"]),
    Step(
      ["pool", "show", "toa-pca"], "GET pools/toa-pca",
      is: ["/versions/0/stages/1/grants": "pre-accredited", "/versions/0/termMonths": "36"]),
    Step(
      ["pool", "show", "NONE"], "GET pools/NONE", refused: .notFound, "there is no pool of experts “NONE”"),
    Step(["pool", "export", "TOA-PCA"], "GET exports/pools/TOA-PCA", is: [:]),
    Step(
      ["person", "add", "Officer S", "--organisation", "SECRETARIAT", "--from", "2020-01-01"], "POST persons",
      #"{"name": "Officer S", "affiliation": {"party": "SECRETARIAT", "validity": {"from": "2020-01-01"}}}"#,
      is: ["/name": "Officer S"], keeping: ["staff": "/id"]),
  ]

  private static let candidacy: [Step] = [
    nominating("$personA", "NONE", refused: .notFound, "there is no pool of experts “NONE”"),
    nominating(
      "$personE", "TOA-PCA", refused: .conflict, "the person has no place in MEMBER-A on 2025-01-10"),
    Step(
      nominate("$personA", "TOA-PCA"), "POST accreditations", nomination("$personA", "TOA-PCA"),
      is: ["/state": "nominated", "/person": "$personA", "/dueBy": "null", "/standing": "null"],
      keeping: ["caseA": "/id"]),
    nominating(
      "$personA", "TOA-PCA", refused: .conflict,
      "the person has an open case in this pool and language already ($caseA)"),
    Step(
      nominate("$personB", "TOA-PCA"), "POST accreditations", nomination("$personB", "TOA-PCA"),
      is: ["/state": "nominated"], keeping: ["caseB": "/id"]),
    Step(
      nominate("$personC", "TOA-PCA"), "POST accreditations", nomination("$personC", "TOA-PCA"),
      is: ["/state": "nominated"], keeping: ["caseC": "/id"]),
    step(
      "pass", "$caseA", ["assessor": "$staff"], refused: .conflict,
      "the step pass is not due: the pool's path has a stage of kind pre-screening next"),
    step("decline", "$caseB", [:], refused: .unusable, "the step decline needs a reason"),
    step("decline", "$caseB", ["reason": "No experience"], is: ["/state": "not-selected"]),
    step("withdraw", "$caseC", ["reason": "Changed posts"], is: ["/state": "withdrawn"]),
    step(
      "screen", "$caseB", [:], refused: .conflict,
      "an accreditation that is not-selected cannot have the step screen"),
    step(
      "screen", "$caseA", ["on": "2025-01-09"], refused: .conflict,
      "the step screen would be before 2025-01-10, the day of the step before it"),
    step(
      "screen", "$caseA", ["on": "9999-12-31"], refused: .unusable,
      "on “9999-12-31” is not a day that has come"),
    step("screen", "$caseA", ["on": "2025-02-01"], is: ["/state": "pre-screened", "/dueBy": "2025-08-01"]),
    step("pass", "$caseA", ["on": "2025-03-07"], refused: .unusable, "who assessed has to be named"),
    step(
      "pass", "$caseA", ["on": "2025-03-07", "assessor": "$personA"], refused: .conflict,
      "nobody assesses or evaluates themselves"),
    step(
      "pass", "$caseA", ["on": "2025-03-07", "assessor": "$staff", "session": "S-2"], refused: .conflict,
      "the person did not take part in session S-2"),
    step(
      "pass", "$caseA", ["on": "2025-03-07", "assessor": "$staff", "session": "S-1"],
      is: ["/state": "pre-accredited", "/standing": "pre-accredited", "/heldSince": "2025-03-07"]),
    Step(
      ["accreditation", "list", "--due-by", "2026-03-07"], "GET accreditations?dueBy=2026-03-07",
      is: ["/items/0/id": "$caseA", "/next": "null"]),
    Step(
      ["accreditation", "list", "--due-by", "2026-03-06"], "GET accreditations?dueBy=2026-03-06",
      is: ["/items": "[]"]),
    Step(
      ["accreditation", "list", "--state", "withdrawn", "--pool", "TOA-PCA"],
      "GET accreditations?state=withdrawn&pool=TOA-PCA", is: ["/items/0/id": "$caseC", "/next": "null"]),
  ]

  private static let beforeTheVerdict: [Step] = [
    step(
      "confirm", "$caseA", ["assessor": "$personB"], refused: .conflict,
      "the step confirm is not due: the pool's path has a stage of kind mission next"),
    mission(
      "$personA", refused: "nobody assesses or evaluates themselves"),
    mission(
      "$personB", refused: "the evaluator has a place in the party that nominated the candidate"),
    mission("$staff", refused: "the evaluator assessed the candidate in an earlier stage"),
    Step(
      ["person", "add", "Officer T", "--organisation", "SECRETARIAT", "--from", "2020-01-01"], "POST persons",
      #"{"name": "Officer T", "affiliation": {"party": "SECRETARIAT", "validity": {"from": "2020-01-01"}}}"#,
      is: ["/name": "Officer T"], keeping: ["evaluator": "/id"]),
    mission(
      "$personE",
      refused: "the evaluator is neither accredited in category TOA nor of the Secretariat on 2025-06-02"),
    Step(
      assign("$evaluator"), "POST accreditations/$caseA/missions", assignment("$evaluator"),
      is: ["/state": "mission-assigned"]),
    step(
      "call-off-mission", "$caseA", ["on": "2025-04-20", "reason": "Postponed"],
      is: ["/state": "pre-accredited"]),
    Step(
      assign("$evaluator", on: "2025-04-21"), "POST accreditations/$caseA/missions",
      assignment("$evaluator", on: "2025-04-21"), is: ["/state": "mission-assigned"]),
    step(
      "confirm", "$caseA", ["on": "2025-06-01"], refused: .conflict,
      "the mission begins on 2025-06-02, after the day of the verdict"),
    step(
      "reject", "$caseA", ["assessor": "$staff", "reason": "x"], refused: .unusable,
      "the evaluator of the mission is known; nobody is named beside"),
    step(
      "confirm", "$caseA", ["on": "2025-06-13"], refused: .unusable,
      "the stage is judged by an observation by rubric LESSON"),
    step(
      "confirm", "$caseA", ["on": "2025-06-13", "observation": "$observed"], refused: .conflict,
      "the evaluator of the mission is none of its observers"),
  ]

  private static let late: [Step] = [
    step(
      "confirm", "$caseA", ["on": "2025-06-14", "observation": "$late"], refused: .conflict,
      "the observation was not made on the mission's days")
  ]

  private static let theVerdict: [Step] = [
    step(
      "reject", "$caseA", ["on": "2025-06-13", "observation": "$onMission", "reason": "x"],
      refused: .conflict, "the observation found the performance satisfactory"),
    step(
      "confirm", "$caseA", ["on": "2025-06-13", "observation": "$onMission"],
      is: ["/state": "accredited", "/heldSince": "2025-06-13", "/heldUntil": "2028-06-12"]),
    Step(
      ["accreditation", "show", "$caseA"], "GET accreditations/$caseA",
      is: [
        "/poolCode": "TOA-PCA", "/due": "null", "/steps/0/step": "null", "/steps/2/stage": "workshop",
        "/steps/6/step": "confirm", "/steps/6/assessor": "$evaluator",
        "/steps/6/observation": "$onMission", "/missions/1/evaluator": "$evaluator",
        "/missions/1/evaluatorAccreditation": "null", "/missions/1/evaluatorAffiliation": "…",
      ]),
    Step(
      ["observation", "annul", "$onMission", "--reason", "x"], "POST observations/$onMission/annul",
      #"{"reason": "x"}"#, refused: .conflict, "a result or an accreditation rests on the observation"),
    Step(
      ["pool", "funnel", "TOA-PCA"], "GET pools/TOA-PCA/funnel",
      is: [
        "/nominated": "3", "/stages/0/passed": "1", "/stages/0/failed": "1", "/stages/1/passed": "1",
        "/stages/2/passed": "1", "/stages/2/failed": "0",
      ]),
  ]

  private static let verdicts: [Step] =
    beforeTheVerdict + observing("$evaluator", on: "2025-06-14", as: "late") + late
    + observing("$evaluator", on: "2025-06-12", as: "onMission") + theVerdict

  private static let register: [Step] = [
    Step(
      ["expert", "list", "--category", "TOA", "--subject", "pca", "--language", "en", "--on", "2028-06-12"],
      "GET experts?category=TOA&subject=pca&language=en&on=2028-06-12",
      is: ["/items/0/person": "$personA", "/items/0/standing": "accredited", "/next": "null"]),
    Step(["expert", "list", "--on", "2028-06-13"], "GET experts?on=2028-06-13", is: ["/items": "[]"]),
    Step(
      ["release", "add", "--person", "$personA", "--organisation", "MEMBER-A", "--from", "2025-06-01"]
        + ["--to", "2025-09-30"],
      "POST releases",
      #"{"person": "$personA", "party": "MEMBER-A", "days": {"from": "2025-06-01", "to": "2025-09-30"}}"#,
      is: ["/days/to": "2025-09-30", "/endedAt": "null"], keeping: ["release": "/id"]),
    Step(
      ["release", "add", "--person", "$personA", "--organisation", "SECRETARIAT", "--from", "2025-06-01"]
        + ["--to", "2025-09-30"],
      "POST releases",
      #"{"person": "$personA", "party": "SECRETARIAT", "days": {"from": "2025-06-01", "to": "2025-09-30"}}"#,
      refused: .conflict, "the person has no place in SECRETARIAT on 2025-06-01"),
    available("2025-06-14", "2025-09-30", is: ["/items/0/person": "$personA"]),
    available("2025-06-13", "2025-09-30", is: ["/items": "[]"]),
    available("2025-06-14", "2025-10-01", is: ["/items": "[]"]),
    Step(["release", "show", "$release"], "GET releases/$release", is: ["/person": "$personA"]),
    Step(
      ["release", "end", "$release", "--reason", "Needed at home"], "POST releases/$release/end",
      #"{"reason": "Needed at home"}"#, is: ["/endedAt": "…"]),
    available("2025-06-14", "2025-09-30", is: ["/items": "[]"]),
    Step(
      ["release", "list", "--person", "$personA"], "GET releases?person=$personA",
      is: ["/items/0/id": "$release", "/next": "null"]),
    step(
      "refresh", "$caseA", ["on": "2025-07-01"], is: ["/state": "accredited", "/heldUntil": "2028-06-30"]),
    step("deactivate", "$caseA", ["on": "2025-07-02", "reason": "On leave"], is: ["/state": "inactive"]),
    converting(
      "$caseA", "MPA", refused: .conflict, "an accreditation that is inactive cannot have the step convert"),
    step("reactivate", "$caseA", ["on": "2025-08-01"], is: ["/state": "accredited"]),
    converting(
      "$caseA", "TOA-PCA", refused: .conflict,
      "pool TOA-PCA takes no experts of category TOA by conversion"),
    Step(
      ["accreditation", "convert", "$caseA", "--pool", "MPA", "--on", "2025-08-02"],
      "POST accreditations/$caseA/conversions", #"{"pool": "MPA", "on": "2025-08-02"}"#,
      is: ["/state": "recognized", "/convertedFrom": "$caseA", "/heldUntil": "null"],
      keeping: ["converted": "/id"]),
    Step(["accreditation", "show", "$caseA"], "GET accreditations/$caseA", is: ["/state": "converted"]),
    step("lapse", "$converted", ["on": "2025-09-02", "reason": "Left"], is: ["/state": "lapsed"]),
    Step(
      nominate("$personB", "MPA"), "POST accreditations", nomination("$personB", "MPA"),
      is: ["/state": "nominated"], keeping: ["caseM": "/id"]),
    step("prepare", "$caseM", ["on": "2025-02-01"], is: ["/state": "workshop-done"]),
    step(
      "fail", "$caseM", ["on": "2025-03-01", "assessor": "$staff", "reason": "Not yet"],
      is: ["/state": "not-selected"]),
  ]
}

// Steps that are taken more than once.
extension Walk {
  private static func nominate(_ person: String, _ pool: String) -> [String] {
    [
      "accreditation", "nominate", "--person", person, "--pool", pool, "--language", "en", "--organisation",
      "MEMBER-A", "--on", "2025-01-10",
    ]
  }

  private static func nomination(_ person: String, _ pool: String) -> String {
    #"{"person": "\#(person)", "pool": "\#(pool)", "language": "en", "party": "MEMBER-A", "on": "2025-01-10"}"#
  }

  private static func nominating(
    _ person: String, _ pool: String, refused refusal: Step.Refusal, _ message: String
  ) -> Step {
    Step(
      nominate(person, pool), "POST accreditations", nomination(person, pool), refused: refusal, message)
  }

  private static func step(
    _ name: String, _ id: String, _ given: KeyValuePairs<String, String>, is members: [String: String]
  ) -> Step {
    Step(
      words(name, id, given), "POST accreditations/\(id)/\(name)", .json(json(given)), .done(members), [:])
  }

  private static func step(
    _ name: String, _ id: String, _ given: KeyValuePairs<String, String>, refused refusal: Step.Refusal,
    _ message: String
  ) -> Step {
    Step(
      words(name, id, given), "POST accreditations/\(id)/\(name)", .json(json(given)),
      .refused(refusal, message), [:])
  }

  private static func words(
    _ name: String, _ id: String, _ given: KeyValuePairs<String, String>
  ) -> [String] {
    ["accreditation", name, id] + given.flatMap { ["--\($0.key)", $0.value] }
  }

  private static func json(_ given: KeyValuePairs<String, String>) -> String {
    "{" + given.map { #""\#($0.key)": "\#($0.value)""# }.joined(separator: ", ") + "}"
  }

  private static func assign(_ evaluator: String, on day: String = "2025-04-01") -> [String] {
    [
      "accreditation", "assign-mission", "$caseA", "--organisation", "MEMBER-A", "--from", "2025-06-02",
      "--to", "2025-06-13", "--evaluator", evaluator, "--on", day,
    ]
  }

  private static func assignment(_ evaluator: String, on day: String = "2025-04-01") -> String {
    """
    {"party": "MEMBER-A", "days": {"from": "2025-06-02", "to": "2025-06-13"}, "evaluator": "\(evaluator)",
     "on": "\(day)"}
    """
  }

  private static func mission(_ evaluator: String, refused message: String) -> Step {
    Step(
      assign(evaluator), "POST accreditations/$caseA/missions", assignment(evaluator), refused: .conflict,
      message)
  }

  private static func converting(
    _ id: String, _ pool: String, refused refusal: Step.Refusal, _ message: String
  ) -> Step {
    Step(
      ["accreditation", "convert", id, "--pool", pool, "--on", "2025-08-02"],
      "POST accreditations/\(id)/conversions", #"{"pool": "\#(pool)", "on": "2025-08-02"}"#, refused: refusal,
      message)
  }

  /// Who can be asked on some days, as the register stood when a standing was held.
  private static func available(_ from: String, _ to: String, is members: [String: String]) -> Step {
    Step(
      ["expert", "list", "--available-from", from, "--available-to", to, "--on", "2025-07-01"],
      "GET experts?availableFrom=\(from)&availableTo=\(to)&on=2025-07-01", is: members)
  }
}

// What is observed, and what cites it.
extension Walk {
  /// Two criteria of four marks each; five in all are asked, and none at 1.
  static let rubric = """
    <rubric xmlns="urn:registrar:rubric:1" code="LESSON"><title xml:lang="en">A lesson</title>
      <version number="1" minimum-total="5">
        <criterion code="objective" minimum="2"><title>Objective</title>
          <anchor mark="1"><title>None</title></anchor><anchor mark="2"><title>A subject</title></anchor>
          <anchor mark="3"><title>What they will be able to do</title></anchor></criterion>
        <criterion code="practice" minimum="2"><title>Practice</title>
          <anchor mark="1"><title>Nothing</title></anchor><anchor mark="2"><title>Some</title></anchor>
          <anchor mark="3"><title>All work</title></anchor></criterion>
      </version></rubric>
    """

  private static let rubrics = [
    Step(
      ["rubric", "import", "$rubricFile"], "POST imports/rubrics",
      .file("$rubricFile", type: "application/xml"),
      .done(["/accepted": "true", "/addedVersions": "[1]"]), [:]),
    Step(
      ["rubric", "import", "$rubricFile"], "POST imports/rubrics",
      .file("$rubricFile", type: "application/xml"),
      .done(["/addedVersions": "[]"]), [:]),
    Step(["rubric", "list"], "GET rubrics", is: ["/items/0/code": "LESSON", "/next": "null"]),
    Step(
      ["rubric", "show", "lesson"], "GET rubrics/lesson",
      is: ["/versions/0/minimumTotal": "5", "/versions/0/criteria/1/anchors/2/mark": "3"]),
    Step(["rubric", "export", "LESSON"], "GET exports/rubrics/LESSON", is: [:]),
  ]

  private static let observed: [Step] =
    disputed + observing("$staff", on: "2025-03-06", as: "observed") + looks

  private static let disputed: [Step] =
    [
      recording("$personA", by: "$personA", refused: .conflict, "nobody observes themselves"),
      recording(
        "$personA", by: "$staff", marks: [("objective", 3)], refused: .unusable,
        "criterion practice has no mark"),
      recording(
        "$personA", by: "$staff", marks: [("objective", 4), ("practice", 2)], refused: .unusable,
        "criterion objective has no anchor of mark 4"),
      Step(
        record("$personA", by: "$staff", on: "2025-03-05", marks: [("objective", 3), ("practice", 1)]),
        "POST observations",
        recordJSON("$personA", by: "$staff", on: "2025-03-05", marks: [("objective", 3), ("practice", 1)]),
        is: ["/state": "recorded", "/verdict": "unsatisfactory", "/secondObserver": "null"],
        keeping: ["disputed": "/id"]),
      seconding("$disputed", by: "$staff", refused: "the second observer is another person than the first"),
      Step(
        second("$disputed", by: "$personB"), "POST observations/$disputed/second", secondJSON(by: "$personB"),
        is: [
          "/state": "seconded", "/firstVerdict": "unsatisfactory", "/secondVerdict": "satisfactory",
          "/verdict": "null",
        ]),
      signing(
        "$disputed", by: "$personC", refused: .conflict,
        "an observation that is seconded cannot have the step sign-off"),
      acknowledging("$disputed", "disagreed"),
      signing(
        "$disputed", by: "$personC", refused: .conflict, "the two observers come to different verdicts"),
      Step(
        ["observation", "annul", "$disputed", "--reason", "Observe again"],
        "POST observations/$disputed/annul", #"{"reason": "Observe again"}"#, is: ["/state": "annulled"]),
    ]

  private static let looks: [Step] =
    [
      signing(
        "$observed", by: "$personC", refused: .conflict,
        "an observation that is signed-off cannot have the step sign-off"),
      Step(
        ["observation", "list", "--person", "$personA", "--state", "signed-off"],
        "GET observations?person=$personA&state=signed-off",
        is: ["/items/0/id": "$observed", "/next": "null"]),
      Step(
        ["observation", "show", "$observed"], "GET observations/$observed",
        is: [
          "/rubricCode": "LESSON", "/marks/1/comment": "09:12 all work", "/steps/2/step": "sign-off",
          "/steps/2/by": "$personC", "/result": "null",
        ]),
      Step(
        ["result", "observe", "$enrolmentB", "--observation", "$observed"],
        "POST enrolments/$enrolmentB/observed-results", #"{"observation": "$observed"}"#, refused: .conflict,
        "the observation is of another person"),
      Step(
        ["result", "observe", "$enrolmentA", "--observation", "$disputed"],
        "POST enrolments/$enrolmentA/observed-results", #"{"observation": "$disputed"}"#, refused: .conflict,
        "the observation is annulled; it is evidence once it is signed off"),
    ]

  /// Records, acknowledges and signs off what somebody observed of the first candidate.
  private static func observing(_ observer: String, on day: String, as name: String) -> [Step] {
    let marks = [("objective", 2), ("practice", 3)]
    return [
      Step(
        record("$personA", by: observer, on: day, marks: marks), "POST observations",
        recordJSON("$personA", by: observer, on: day, marks: marks),
        is: ["/state": "recorded", "/verdict": "satisfactory", "/on": day], keeping: [name: "/id"]),
      signing(
        "$\(name)", by: "$personC", refused: .conflict,
        "an observation that is recorded cannot have the step sign-off"),
      acknowledging("$\(name)", "agreed"),
      signing(
        "$\(name)", by: "$personA", refused: .conflict,
        "who observed, and who was observed, does not sign off"),
      signing(
        "$\(name)", by: observer, refused: .conflict, "who observed, and who was observed, does not sign off"),
      Step(
        ["observation", "sign-off", "$\(name)", "--by", "$personC"], "POST observations/$\(name)/sign-off",
        #"{"by": "$personC"}"#, is: ["/state": "signed-off"]),
    ]
  }

  private static func record(
    _ person: String, by observer: String, on day: String, marks: [(String, Int)]
  ) -> [String] {
    ["observation", "record", "--rubric", "LESSON", "--person", person, "--observer", observer, "--on", day]
      + marks.flatMap { ["--mark", "\($0)=\($1)"] } + ["--comment", "\(marks.last?.0 ?? "")=09:12 all work"]
  }

  private static func recordJSON(
    _ person: String, by observer: String, on day: String, marks: [(String, Int)]
  ) -> String {
    let last = marks.last?.0
    let written = marks.map { criterion, mark in
      let comment = criterion == last ? #", "comment": "09:12 all work""# : ""
      return #"{"criterion": "\#(criterion)", "mark": \#(mark)\#(comment)}"#
    }
    return """
      {"rubric": "LESSON", "person": "\(person)", "observer": "\(observer)", "on": "\(day)",
       "marks": [\(written.joined(separator: ", "))]}
      """
  }

  private static func recording(
    _ person: String, by observer: String, marks: [(String, Int)] = [("objective", 2), ("practice", 3)],
    refused refusal: Step.Refusal, _ message: String
  ) -> Step {
    Step(
      record(person, by: observer, on: "2025-03-05", marks: marks), "POST observations",
      recordJSON(person, by: observer, on: "2025-03-05", marks: marks), refused: refusal, message)
  }

  private static func second(_ id: String, by observer: String) -> [String] {
    ["observation", "second", id, "--observer", observer, "--mark", "objective=3", "--mark", "practice=3"]
  }

  private static func secondJSON(by observer: String) -> String {
    """
    {"observer": "\(observer)",
     "marks": [{"criterion": "objective", "mark": 3}, {"criterion": "practice", "mark": 3}]}
    """
  }

  private static func seconding(_ id: String, by observer: String, refused message: String) -> Step {
    Step(
      second(id, by: observer), "POST observations/\(id)/second", secondJSON(by: observer),
      refused: .conflict,
      message)
  }

  private static func acknowledging(_ id: String, _ word: String) -> Step {
    Step(
      ["observation", "acknowledge", id, "--acknowledgement", word], "POST observations/\(id)/acknowledge",
      #"{"acknowledgement": "\#(word)"}"#, is: ["/state": "acknowledged"])
  }

  private static func signing(
    _ id: String, by signer: String, refused refusal: Step.Refusal, _ message: String
  ) -> Step {
    Step(
      ["observation", "sign-off", id, "--by", signer], "POST observations/\(id)/sign-off",
      #"{"by": "\#(signer)"}"#, refused: refusal, message)
  }
}
