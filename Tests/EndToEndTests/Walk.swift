/// Every step of the work, in an order in which it can be done, with the main refusals where they come up.
enum Walk {
  static let steps: [Step] = [
    people, courses, sessions, enrolments, results, certificates, lists, documents, lookingBack, deciding,
    keys, experts, erasing, endings,
  ].flatMap(\.self)

  private static let people = [
    Step(
      ["organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A"]
        + since,
      "POST parties",
      #"{"code": "MEMBER-A", "kind": "member", "region": "ESA", "names": "Member A", "validity": {"from": "2020-01-01"}}"#,
      is: ["/code": "MEMBER-A", "/kind": "member", "/region": "ESA", "/validity/from": "2020-01-01"]),
    Step(
      ["organisation", "add", "SECRETARIAT", "--kind", "secretariat", "--name", "Secretariat"] + since,
      "POST parties",
      #"{"code": "SECRETARIAT", "kind": "secretariat", "names": "Secretariat", "validity": {"from": "2020-01-01"}}"#,
      is: ["/code": "SECRETARIAT", "/region": "null"]),
    Step(
      ["organisation", "add", "member-a", "--kind", "donor", "--name", "Again"] + since, "POST parties",
      #"{"code": "member-a", "kind": "donor", "names": "Again", "validity": {"from": "2020-01-01"}}"#,
      refused: .conflict, "there is an organisation “member-a” already"),
    Step(
      ["organisation", "add", "MEMBER-B", "--kind", "member", "--name", "B"] + since, "POST parties",
      #"{"code": "MEMBER-B", "kind": "member", "names": "B", "validity": {"from": "2020-01-01"}}"#,
      refused: .unusable, "a party of kind member belongs to a region"),
    Step(
      ["organisation", "list", "--kind", "member"], "GET parties?kind=member",
      is: ["/items/0/code": "MEMBER-A", "/next": "null"]),
    Step(
      ["organisation", "show", "MEMBER-A"], "GET parties/MEMBER-A", is: ["/names/en": "Member A"]),
    Step(
      ["organisation", "show", "NONE"], "GET parties/NONE", refused: .notFound,
      "there is no organisation “NONE”"),
    person("A"), person("B"), person("C"), person("D"),
    Step(
      ["person", "add", "Officer E"], "POST persons", #"{"name": "Officer E"}"#, is: ["/name": "Officer E"],
      keeping: ["personE": "/id"]),
    Step(
      ["person", "add", "Officer F", "--mailbox", "nowhere"], "POST persons",
      #"{"name": "Officer F", "mailboxes": ["nowhere"]}"#, refused: .unusable,
      "“nowhere” is not an address like name@example.org"),
    Step(
      ["person", "affiliate", "$personE", "--organisation", "NONE", "--from", "2030-01-01"],
      "POST persons/$personE/affiliations", #"{"party": "NONE", "validity": {"from": "2030-01-01"}}"#,
      refused: .notFound, "there is no organisation “NONE”"),
    Step(
      ["person", "affiliate", "$personE", "--organisation", "MEMBER-A", "--post", "Officer"]
        + ["--from", "2030-01-01"],
      "POST persons/$personE/affiliations",
      #"{"party": "MEMBER-A", "post": "Officer", "validity": {"from": "2030-01-01"}}"#,
      is: [
        "/person": "$personE", "/post": "Officer", "/validity/from": "2030-01-01", "/recordedAt": "…",
      ], keeping: ["place": "/id"]),
    Step(
      ["person", "affiliate", "$personE", "--organisation", "MEMBER-A", "--from", "2019-12-31"],
      "POST persons/$personE/affiliations", #"{"party": "MEMBER-A", "validity": {"from": "2019-12-31"}}"#,
      refused: .conflict, "MEMBER-A is recorded from 2020-01-01; a place in it lies within these days"),
    Step(
      ["person", "affiliate", "$personE", "--organisation", "MEMBER-A", "--post", "Officer"]
        + ["--from", "2029-01-01", "--to", "2030-01-01"],
      "POST persons/$personE/affiliations",
      #"{"party": "MEMBER-A", "post": "Officer", "validity": {"from": "2029-01-01", "to": "2030-01-01"}}"#,
      refused: .conflict, "the person holds this post there from 2030-01-01"),
    ending(
      "$place", on: "2029-12-31", refused: .unusable,
      "the place begins on 2030-01-01, after the day on which it is to end"),
    ending("$personE", on: "2030-06-30", refused: .notFound, "there is no affiliation “$personE”"),
    Step(
      ["person", "affiliation", "end", "$place", "--on", "2030-06-30", "--reason", " "],
      "POST affiliations/$place/end", #"{"lastDay": "2030-06-30", "reason": " "}"#, refused: .unusable,
      "to end a place needs a reason"),
    Step(
      ["person", "affiliation", "end", "$place", "--on", "2030-06-30", "--reason", "a new post"],
      "POST affiliations/$place/end", #"{"lastDay": "2030-06-30", "reason": "a new post"}"#,
      is: ["/id": "$place", "/validity/to": "2030-06-30"]),
    ending("$place", on: "2030-07-31", refused: .conflict, "the place ends on 2030-06-30 as it is"),
    Step(
      ["person", "show", "$personE"], "GET persons/$personE",
      is: ["/affiliations/0/partyCode": "MEMBER-A", "/affiliations/0/post": "Officer"]),
    Step(
      ["person", "rename", "$personE", "--name", "Officer E", "--reason", "x"],
      "POST persons/$personE/rename",
      #"{"name": "Officer E", "reason": "x"}"#, refused: .unusable,
      "name “Officer E” is not another name than the present one"),
    Step(
      ["person", "rename", "$personE", "--name", "Officer F", "--reason", " "],
      "POST persons/$personE/rename",
      #"{"name": "Officer F", "reason": " "}"#, refused: .unusable, "to rename a person needs a reason"),
    Step(
      ["person", "rename", "$personE", "--name", "Officer É", "--reason", "marriage"],
      "POST persons/$personE/rename", #"{"name": "Officer É", "reason": "marriage"}"#,
      is: ["/id": "$personE", "/name": "Officer É"]),
    Step(
      ["person", "list", "--limit", "2"], "GET persons?limit=2",
      is: ["/items/1/id": "$personB", "/next": "…"]),
  ]

  private static let courses = [
    Step(
      ["standard", "add", "$standardFile"], "POST standards",
      """
      {"code": "STANDARD-2026", "framework": "EXAMPLE", "year": 2026, "state": "in-force", "titles": "Standards",
       "items": [{"code": "OM-1", "level": "operational-manager", "kind": "knowledge", "titles": "Origin"}]}
      """, is: ["/code": "STANDARD-2026", "/year": "2026", "/items/0/code": "OM-1"]),
    Step(
      ["standard", "add", "$standardFile"], "POST standards",
      """
      {"code": "STANDARD-2026", "framework": "EXAMPLE", "year": 2026, "state": "in-force", "titles": "Standards",
       "items": [{"code": "OM-1", "level": "operational-manager", "kind": "knowledge", "titles": "Origin"}]}
      """, is: ["/code": "STANDARD-2026", "/items/0/code": "OM-1"]),
    Step(["standard", "list"], "GET standards", is: ["/items/0/code": "STANDARD-2026", "/next": "null"]),
    Step(
      ["standard", "items", "STANDARD-2026", "--level", "operational-manager"],
      "GET standards/STANDARD-2026/items?level=operational-manager",
      is: ["/items/0/code": "OM-1", "/next": "null"]),
    Step(
      ["standard", "show", "STANDARD-2026"], "GET standards/STANDARD-2026",
      is: ["/framework": "EXAMPLE", "/items/0/level": "operational-manager"]),
    Step(
      ["standard", "show", "NONE"], "GET standards/NONE", refused: .notFound,
      "there is no edition of a standard “NONE”"),
    Step(
      ["catalogue", "add", "TTT", "--title", "Train the Trainers"], "POST catalogues",
      #"{"code": "TTT", "titles": "Train the Trainers"}"#,
      is: ["/code": "TTT", "/titles/en": "Train the Trainers"]),
    Step(
      ["import", "$packageFile", "--code", "ORIGIN"], "POST imports?code=ORIGIN&name=course.zip", .zip,
      .done(["/accepted": "true", "/course": "ORIGIN", "/activities": "2"]), [:]),
    Step(["course", "list"], "GET courses", is: ["/items/0/code": "ORIGIN"]),
    Step(
      ["catalogue", "offer", "TTT", "ORIGIN"], "POST catalogues/TTT/offers", #"{"course": "ORIGIN"}"#,
      refused: .conflict, "course ORIGIN has no published version"),
    Step(
      planning("S-1", capacity: 2), "POST sessions", plan("S-1", capacity: 2), refused: .conflict,
      "course ORIGIN has no published version in en"),
    Step(
      ["course", "publish", "NONE"], "POST courses/NONE/publish", refused: .notFound,
      "there is no course “NONE”"),
    Step(
      ["course", "publish", "ORIGIN", "--number", "7"], "POST courses/ORIGIN/publish", #"{"version": 7}"#,
      refused: .notFound, "there is no course version “ORIGIN 7”"),
    Step(
      ["course", "publish", "ORIGIN", "--passing-score", "1.5"], "POST courses/ORIGIN/publish",
      #"{"passingScore": 1.5}"#, refused: .unusable, "passingScore “1.5” is not a scaled score from 0 to 1"),
    Step(
      ["course", "publish", "ORIGIN", "--passing-score", "0.7"], "POST courses/ORIGIN/publish",
      #"{"passingScore": 0.7}"#, is: ["/number": "1", "/state": "published", "/passingScore": "0.7"]),
    Step(
      ["course", "publish", "ORIGIN"], "POST courses/ORIGIN/publish", refused: .conflict,
      "a version that is published cannot publish"),
    Step(
      ["course", "map", "ORIGIN", "--standard", "NONE", "--item", "OM-1"], "POST courses/ORIGIN/mappings",
      #"{"edition": "NONE", "items": ["OM-1"]}"#, refused: .notFound,
      "there is no edition of a standard “NONE”"),
    Step(
      ["course", "map", "ORIGIN", "--standard", "STANDARD-2026", "--item", "OM-9"],
      "POST courses/ORIGIN/mappings",
      #"{"edition": "STANDARD-2026", "items": ["OM-9"]}"#, refused: .unusable,
      "item “OM-9” is not an item of STANDARD-2026"),
    Step(
      ["course", "map", "ORIGIN", "--standard", "STANDARD-2026", "--item", "OM-1"],
      "POST courses/ORIGIN/mappings",
      #"{"edition": "STANDARD-2026", "items": ["OM-1"]}"#,
      is: ["/mapping/0/edition": "STANDARD-2026", "/mapping/0/item": "OM-1"]),
    Step(
      ["course", "show", "ORIGIN"], "GET courses/ORIGIN",
      is: ["/code": "ORIGIN", "/versions/0/state": "published", "/versions/0/mapping/0/item": "OM-1"]),
    Step(
      ["catalogue", "offer", "TTT", "ORIGIN"], "POST catalogues/TTT/offers", #"{"course": "ORIGIN"}"#,
      is: ["/code": "TTT", "/offers/0": "…"]),
    Step(["catalogue", "list"], "GET catalogues", is: ["/items/0/offers/0/code": "ORIGIN"]),
    Step(["catalogue", "show", "TTT"], "GET catalogues/TTT", is: ["/offers/0/code": "ORIGIN"]),
    Step(
      ["catalogue", "show", "NONE"], "GET catalogues/NONE", refused: .notFound, "there is no catalogue “NONE”"
    ),
  ]

  private static let sessions = [
    Step(
      planning("S-1", capacity: 2), "POST sessions", plan("S-1", capacity: 2),
      is: ["/code": "S-1", "/state": "planned", "/capacity": "2", "/timeZone": "UTC"]),
    Step(planning("S-2", capacity: 9), "POST sessions", plan("S-2", capacity: 9), is: ["/state": "planned"]),
    Step(
      planning("s-1", capacity: 2), "POST sessions", plan("s-1", capacity: 2), refused: .conflict,
      "there is a session “s-1” already"),
    Step(
      nominating("A"), "POST nominations", nomination("A"), refused: .conflict,
      "session S-1 is planned; it takes no nominations"),
    Step(
      ["enrolment", "add", "--person", "$personA", "--session", "S-1"], "POST enrolments",
      #"{"person": "$personA", "session": "S-1"}"#, refused: .conflict,
      "a session that is planned takes no enrolments"),
    moving("session", "start", "S-1", refused: "a session that is planned cannot start"),
    moving("session", "open", "S-1", to: "open-for-nomination"),
    moving("session", "open", "S-1", refused: "a session that is open-for-nomination cannot open"),
    Step(
      ["session", "cancel", "S-2", "--reason", "no trainer"], "POST sessions/S-2/cancel",
      #"{"reason": "no trainer"}"#, is: ["/code": "S-2", "/state": "cancelled"]),
    moving("session", "open", "S-2", refused: "a session that is cancelled cannot open"),
    Step(
      ["session", "list"], "GET sessions", is: ["/items/0/code": "…", "/items/1/code": "…", "/next": "null"]),
    Step(["session", "show", "NONE"], "GET sessions/NONE", refused: .notFound, "there is no session “NONE”"),
  ]

  private static let enrolments =
    ["A", "B", "C", "D"].map {
      Step(
        nominating($0), "POST nominations", nomination($0),
        is: ["/state": "proposed", "/person": "$person\($0)"],
        keeping: ["nomination\($0)": "/id"])
    } + [
      Step(
        nominating("A"), "POST nominations", nomination("A"), refused: .conflict,
        "the person is nominated for this session already ($nominationA)"),
      Step(
        nominating("E"), "POST nominations", nomination("E"), refused: .conflict,
        "the person has no place in MEMBER-A on 2026-03-01, the session's first day"),
      Step(
        ["enrolment", "add", "--nomination", "$nominationA"], "POST enrolments",
        #"{"nomination": "$nominationA"}"#,
        refused: .conflict, "a nomination that is proposed leads to no enrolment"),
      moving("nomination", "endorse", "$nominationA", to: "endorsed"),
      moving(
        "nomination", "endorse", "$nominationA", refused: "a nomination that is endorsed cannot endorse"),
      Step(
        ["nomination", "show", "$nominationA"], "GET nominations/$nominationA",
        is: ["/state": "endorsed", "/person": "$personA"]),
      moving("nomination", "endorse", "$nominationB", to: "endorsed"),
      moving("nomination", "select", "$nominationB", to: "selected"),
      moving("nomination", "endorse", "$nominationC", to: "endorsed"),
      moving("nomination", "reserve", "$nominationC", to: "reserve"),
      moving("nomination", "decline", "$nominationD", to: "declined"),
      moving(
        "nomination", "withdraw", "$nominationD", refused: "a nomination that is declined cannot withdraw"),
      Step(
        ["nomination", "list", "--session", "S-1"], "GET nominations?session=S-1",
        is: [
          "/items/0/state": "endorsed", "/items/1/state": "selected", "/items/2/state": "reserve",
          "/items/3/state": "declined",
        ]),
      Step(
        ["enrolment", "add", "--nomination", "$nominationD"], "POST enrolments",
        #"{"nomination": "$nominationD"}"#,
        refused: .conflict, "a nomination that is declined leads to no enrolment"),
      enrolling("A", to: "enrolled"), enrolling("B", to: "enrolled"), enrolling("C", to: "waiting"),
      Step(
        ["enrolment", "add", "--nomination", "$nominationA"], "POST enrolments",
        #"{"nomination": "$nominationA"}"#,
        refused: .conflict, "the person is enrolled in this session already ($enrolmentA)"),
      moving(
        "enrolment", "no-show", "$enrolmentC", refused: "an enrolment that is waiting cannot mark-no-show"),
      moving("nomination", "withdraw", "$nominationB", to: "withdrawn"),
      moving(
        "enrolment", "withdraw", "$enrolmentB", refused: "an enrolment that is withdrawn cannot withdraw"),
      Step(
        ["enrolment", "list", "--session", "S-1", "--state", "enrolled"],
        "GET enrolments?session=S-1&state=enrolled",
        is: ["/items/0/id": "$enrolmentA", "/items/1/id": "$enrolmentC", "/next": "null"]),
      moving("enrolment", "no-show", "$enrolmentC", to: "no-show"),
      moving(
        "nomination", "withdraw", "$nominationC",
        refused: "the enrolment that this nomination led to is no-show; the nomination stands"),
      Step(
        ["session", "show", "S-1"], "GET sessions/S-1",
        is: ["/seats/capacity": "2", "/seats/taken": "2", "/seats/waiting": "0", "/course/code": "ORIGIN"]),
      moving("session", "confirm", "S-1", to: "confirmed"),
      moving("session", "start", "S-1", to: "running"),
    ]

  private static let results = [
    Step(
      ["result", "record", "$enrolmentA", "--observed", "satisfactory"],
      "POST enrolments/$enrolmentA/results",
      #"{"observed": "satisfactory"}"#, refused: .unusable,
      "this is passed by a score of 0.7; an observation alone decides nothing"),
    Step(
      ["result", "record", "$enrolmentA", "--score", "85", "--max", "100", "--scaled", "0.5"],
      "POST enrolments/$enrolmentA/results", #"{"score": {"raw": 85, "max": 100, "scaled": 0.5}}"#,
      refused: .unusable, "the scaled score 0.5 is not what 85 of 100 comes to"),
    Step(
      [
        "result", "record", "$enrolmentA", "--score", "85", "--min", "20", "--max", "100", "--scaled", "0.85",
      ],
      "POST enrolments/$enrolmentA/results",
      #"{"score": {"raw": 85, "min": 20, "max": 100, "scaled": 0.85}}"#, refused: .unusable,
      "the scaled score 0.85 is not what 85 on a scale from 20 to 100 comes to"),
    Step(
      ["result", "record", "$enrolmentA", "--score", "50", "--max", "100", "--activity", "9"],
      "POST enrolments/$enrolmentA/results", #"{"score": {"raw": 50, "max": 100}, "activity": "9"}"#,
      refused: .unusable, "the course version has no activity “9” that can be assessed"),
    Step(
      ["result", "record", "$enrolmentA", "--score", "50", "--max", "100", "--activity", "2", "--final"],
      "POST enrolments/$enrolmentA/results",
      #"{"score": {"raw": 50, "max": 100}, "activity": "2", "final": true}"#, refused: .unusable,
      "only an assessment of the whole course is the last attempt, not one of activity “2”"),
    Step(
      ["result", "record", "$enrolmentA", "--score", "40", "--max", "100"],
      "POST enrolments/$enrolmentA/results",
      #"{"score": {"raw": 40, "max": 100}}"#,
      is: [
        "/result/outcome": "failed", "/result/attempt": "1", "/result/final": "false",
        "/enrolment/state": "started",
      ], keeping: ["attempt": "/result/id"]),
    Step(
      ["result", "record", "$enrolmentA", "--score", "50", "--max", "100", "--final"],
      "POST enrolments/$enrolmentA/results",
      #"{"score": {"raw": 50, "max": 100}, "final": true}"#,
      is: [
        "/result/outcome": "failed", "/result/attempt": "2", "/result/final": "true",
        "/enrolment/state": "failed",
      ], keeping: ["result": "/result/id"]),
    Step(
      ["result", "record", "$enrolmentA", "--score", "90", "--max", "100"],
      "POST enrolments/$enrolmentA/results",
      #"{"score": {"raw": 90, "max": 100}}"#, refused: .conflict,
      "an enrolment that is failed takes no more results"),
    Step(
      ["result", "correct", "$result", "--score", "85", "--max", "100", "--reason", " "],
      "POST results/$result/corrections", #"{"score": {"raw": 85, "max": 100}, "reason": " "}"#,
      refused: .unusable,
      "a correction says why"),
    Step(
      [
        "result", "correct", "$result", "--score", "85", "--max", "100", "--scaled", "0.90", "--reason",
        "typed",
      ],
      "POST results/$result/corrections",
      #"{"score": {"raw": 85, "max": 100, "scaled": 0.90}, "reason": "typed"}"#, refused: .unusable,
      "the scaled score 0.9 is not what 85 of 100 comes to"),
    Step(
      ["result", "correct", "$personA", "--score", "85", "--max", "100", "--reason", "typed 50 for 85"],
      "POST results/$personA/corrections",
      #"{"score": {"raw": 85, "max": 100}, "reason": "typed 50 for 85"}"#,
      refused: .notFound, "there is no result “$personA”"),
    Step(
      ["result", "correct", "$result", "--score", "85", "--max", "100", "--reason", "typed 50 for 85"],
      "POST results/$result/corrections", #"{"score": {"raw": 85, "max": 100}, "reason": "typed 50 for 85"}"#,
      is: [
        "/result/outcome": "passed", "/result/correction/of": "$result",
        "/result/correction/reason": "typed 50 for 85", "/enrolment/state": "completed",
      ], keeping: ["correction": "/result/id"]),
    Step(
      ["result", "show", "$correction"], "GET results/$correction",
      is: ["/outcome": "passed", "/enrolment": "$enrolmentA", "/correction/of": "$result"]),
    Step(
      ["result", "show", "$personA"], "GET results/$personA", refused: .notFound,
      "there is no result “$personA”"),
    Step(
      ["result", "correct", "$result", "--score", "86", "--max", "100", "--reason", "again"],
      "POST results/$result/corrections", #"{"score": {"raw": 86, "max": 100}, "reason": "again"}"#,
      refused: .conflict, "result $result was corrected already; correct the later one"),
    Step(
      ["result", "list", "$enrolmentA"], "GET enrolments/$enrolmentA/results",
      is: [
        "/items/0/id": "$attempt", "/items/1/id": "$result", "/items/2/id": "$correction", "/next": "null",
      ]),
    Step(
      ["enrolment", "show", "$enrolmentA"], "GET enrolments/$enrolmentA",
      is: [
        "/state": "completed", "/passed": "true", "/progress/course/score/raw": "85",
        "/personName": "Officer A",
      ]),
    moving("session", "deliver", "S-1", to: "delivered"),
    moving("session", "cancel", "S-1", refused: "a session that is delivered cannot cancel"),
    moving("session", "report", "S-1", to: "reported"),
    moving("session", "close", "S-1", to: "closed"),
  ]

  private static let certificates = [
    Step(
      ["scheme", "add", "CERT", "--title", "Origin", "--issuer", "SECRETARIAT"] + rules(minimumScore: "2"),
      "POST schemes",
      #"{"code": "CERT", "titles": "Origin", "issuer": "SECRETARIAT", \#(rulesJSON(minimumScore: "2"))}"#,
      refused: .unusable, "the minimum score 2 is not from 0 to 1"),
    Step(
      ["scheme", "add", "CERT", "--title", "Origin", "--issuer", "SECRETARIAT"] + rules(minimumScore: "0.9"),
      "POST schemes",
      #"{"code": "CERT", "titles": "Origin", "issuer": "SECRETARIAT", \#(rulesJSON(minimumScore: "0.9"))}"#,
      is: ["/code": "CERT", "/versions/0/minimumScore": "0.9", "/versions/0/validityMonths": "36"]),
    Step(
      ["certificate", "eligibility", "$enrolmentA", "--scheme", "CERT"],
      "GET enrolments/$enrolmentA/eligibility?scheme=CERT",
      is: ["/eligible": "false", "/sentence": "not eligible because the score 85 of 100 does not reach 0.9"]),
    Step(
      ["certificate", "award", "$enrolmentA", "--scheme", "CERT"], "POST certificates",
      #"{"enrolment": "$enrolmentA", "scheme": "CERT"}"#, refused: .conflict,
      "not eligible because the score 85 of 100 does not reach 0.9"),
    Step(
      ["scheme", "revise", "NONE"] + rules(minimumScore: "0.7"), "POST schemes/NONE/versions",
      "{\(rulesJSON(minimumScore: "0.7"))}", refused: .notFound, "there is no scheme “NONE”"),
    Step(
      ["scheme", "revise", "CERT", "--course", "ORIGIN", "--kind", "attendance", "--minimum-score", "0.7"],
      "POST schemes/CERT/versions", #"{"course": "ORIGIN", "kind": "attendance", "minimumScore": 0.7}"#,
      refused: .unusable, "a certificate of attendance asks for no score"),
    Step(
      ["scheme", "revise", "CERT"] + rules(minimumScore: "0.7"), "POST schemes/CERT/versions",
      "{\(rulesJSON(minimumScore: "0.7"))}",
      is: [
        "/versions/0/minimumScore": "0.9", "/versions/1/number": "2", "/versions/1/minimumScore": "0.7",
      ]),
    Step(
      ["scheme", "list"], "GET schemes", is: ["/items/0/code": "CERT", "/items/0/versions/1/number": "2"]),
    Step(
      ["scheme", "show", "CERT"], "GET schemes/CERT", is: ["/titles/en": "Origin", "/versions/1/number": "2"]),
    Step(
      ["session", "award", "S-1", "--scheme", "CERT", "--dry-run"], "GET sessions/S-1/awards?scheme=CERT",
      is: [
        "/version": "2", "/candidates/0/name": "Officer A", "/candidates/0/eligible": "true",
        "/candidates/0/enrolment": "$enrolmentA",
      ]),
    Step(
      ["session", "award", "S-1", "--scheme", "CERT", "--plan", "0"], "POST sessions/S-1/awards",
      #"{"scheme": "CERT", "plan": "0"}"#, refused: .conflict,
      "plan 0 no longer holds: the records or the rules have changed"),
    Step(
      ["session", "award", "NONE", "--scheme", "CERT"], "POST sessions/NONE/awards", #"{"scheme": "CERT"}"#,
      refused: .notFound, "there is no session “NONE”"),
    Step(
      ["certificate", "award", "$enrolmentA", "--scheme", "CERT"], "POST certificates",
      #"{"enrolment": "$enrolmentA", "scheme": "CERT"}"#,
      is: [
        "/state": "issued", "/schemeVersion": "2", "/facts/holder": "Officer A", "/facts/score": "85 of 100",
      ],
      keeping: ["certificate": "/code", "number": "/number"]),
    Step(
      ["certificate", "award", "$enrolmentA", "--scheme", "CERT"], "POST certificates",
      #"{"enrolment": "$enrolmentA", "scheme": "CERT"}"#, refused: .conflict,
      "not eligible because certificate $number of this scheme is in force"),
    deciding("reinstate", "$certificate", refused: "a certificate that is issued cannot reinstate"),
    Step(
      ["certificate", "reinstate", "$certificate", "--reason", " "],
      "POST certificates/$certificate/reinstate", #"{"reason": " "}"#, refused: .unusable,
      "to reinstate a certificate needs a reason"),
    Step(
      ["certificate", "suspend", "$certificate", "--reason", " "], "POST certificates/$certificate/suspend",
      #"{"reason": " "}"#, refused: .unusable, "to suspend a certificate needs a reason"),
    deciding("suspend", "$certificate", to: "suspended"),
    deciding("suspend", "$certificate", refused: "a certificate that is suspended cannot suspend"),
    Step(
      ["certificate", "replace", "$certificate", "--reason", "name"],
      "POST certificates/$certificate/replace",
      #"{"reason": "name"}"#, refused: .conflict, "a certificate that is suspended cannot replace"),
    deciding("reinstate", "$number", to: "issued"),
    Step(
      ["certificate", "replace", "$certificate", "--reason", "name"],
      "POST certificates/$certificate/replace",
      #"{"reason": "name"}"#, is: ["/state": "issued", "/replaces": "…", "/facts/holder": "Officer A"],
      keeping: ["successor": "/code", "laterNumber": "/number"]),
    Step(
      ["certificate", "replace", "$certificate", "--reason", "name"],
      "POST certificates/$certificate/replace",
      #"{"reason": "name"}"#, refused: .conflict, "a certificate that is replaced cannot replace"),
    deciding("revoke", "$certificate", refused: "a certificate that is replaced cannot revoke"),
    Step(
      ["verify", "$successor"], "GET /verify/$successor", is: ["/number": "$laterNumber", "/state": "issued"]),
    deciding("revoke", "$successor", to: "revoked"),
    deciding("suspend", "$successor", refused: "a certificate that is revoked cannot suspend"),
    Step(
      ["certificate", "suspend", "NONE", "--reason", "x"], "POST certificates/NONE/suspend",
      #"{"reason": "x"}"#,
      refused: .notFound, "there is no certificate “NONE”"),
    Step(
      ["certificate", "show", "$certificate"], "GET certificates/$certificate",
      is: [
        "/state": "replaced", "/transitions/0/to": "issued", "/transitions/1/to": "suspended",
        "/transitions/1/reason": "a complaint", "/transitions/2/to": "issued",
        "/transitions/3/to": "replaced",
      ]),
    Step(
      ["certificate", "explain", "$certificate"], "GET certificates/$certificate/explanation",
      is: [
        "/number": "$number", "/state": "replaced", "/evidence/0/kind": "result",
        "/rule/scheme": "CERT", "/rule/version/number": "2", "/transitions/3/to": "replaced",
        "/rule/sentence":
          "version 2 of scheme CERT attests achievement: to whoever completed course ORIGIN and reached "
          + "a score of 0.7 or more; it holds for 36 months, by the days of UTC",
        "/decision/sentence":
          "eligible because enrolment $enrolmentA is completed; enrolment $enrolmentA is passed; "
          + "the score 85 of 100 reaches 0.7",
      ]),
    Step(
      ["certificate", "explain", "NONE"], "GET certificates/NONE/explanation", refused: .notFound,
      "there is no certificate “NONE”"),
    Step(
      ["session", "award", "S-1", "--scheme", "CERT"], "POST sessions/S-1/awards", #"{"scheme": "CERT"}"#,
      is: ["/certificates/0/facts/holder": "Officer A", "/plan/version": "2"]),
    Step(
      ["certificate", "recompute"], "GET reports/recomputation",
      is: ["/same": "true", "/decisions": "3", "/differences": "[]"]),
    Step(
      ["certificate", "list", "--person", "$personA"], "GET certificates?person=$personA",
      is: ["/items/0/state": "…", "/items/1/state": "…", "/next": "null"]),
  ]

  /// Rosters and our own XML, in and out. What went in is known again.
  private static let documents = [
    roster(is: ["/accepted": "true", "/added": "1", "/entries/0/sourceID": "1"]),
    roster(is: ["/accepted": "true", "/unchanged": "1", "/entries/0/result": "unchanged"]),
    organisations(is: ["/accepted": "true", "/added/0": "ROCB-X"]),
    organisations(is: ["/accepted": "true", "/unchanged": "1"]),
    Step(["organisation", "export", "--kind", "rocb"], "GET exports/organisations?kind=rocb", is: [:]),
    Step(
      ["scheme", "what-if", "$schemeFile"], "POST imports/schemes/what-if",
      .file("$schemeFile", type: "application/xml"), .done(["/accepted": "true", "/present": "null"]), [:]),
    scheme(is: ["/accepted": "true", "/addedVersions/0": "1", "/scheme/code": "IMPORTED"]),
    scheme(is: ["/accepted": "true", "/addedVersions": "[]"]),
    Step(["scheme", "export", "CERT"], "GET exports/schemes/CERT", is: [:]),
    Step(
      ["scheme", "export", "NONE"], "GET exports/schemes/NONE", refused: .notFound,
      "there is no scheme “NONE”"),
    Step(["standard", "export", "STANDARD-2026"], "GET exports/standards/STANDARD-2026", is: [:]),
    Step(["catalogue", "export", "TTT"], "GET exports/catalogues/TTT", is: [:]),
  ]

  private static func roster(is members: [String: String]) -> Step {
    Step(
      ["roster", "$rosterFile", "--source", "HR"], "POST rosters?source=HR",
      .file("$rosterFile", type: "text/csv"), .done(members), [:])
  }

  private static func organisations(is members: [String: String]) -> Step {
    Step(
      ["organisation", "import", "$organisationsFile"], "POST imports/organisations",
      .file("$organisationsFile", type: "application/xml"), .done(members), [:])
  }

  private static func scheme(is members: [String: String]) -> Step {
    Step(
      ["scheme", "import", "$schemeFile"], "POST imports/schemes",
      .file("$schemeFile", type: "application/xml"), .done(members), [:])
  }

  private static let lookingBack = [
    Step(
      ["report", "certification", "--audience", "directorate", "--from", "2020-01-01", "--to", "2039-12-31"]
        + ["--format", "json"],
      "GET reports/certification?audience=directorate&from=2020-01-01&to=2039-12-31&format=json",
      is: ["/blocks": "…"]),
    Step(
      ["report", "certification", "--audience", "donor", "--from", "2020-01-01", "--to", "2039-12-31"]
        + ["--party", "NONE"],
      "GET reports/certification?audience=donor&from=2020-01-01&to=2039-12-31&party=NONE", refused: .notFound,
      "there is no organisation “NONE”"),
    Step(["history", "--limit", "1"], "GET history?limit=1", is: ["/items/0/action": "…"]),
  ]

  private static let keys = [
    Step(
      ["key", "create", "--scope", "read", "--name", "desk"], "POST keys",
      #"{"name": "desk", "scope": "read"}"#,
      is: ["/name": "desk", "/scope": "read", "/secret": "…"], keeping: ["key": "/key"]),
    Step(["key", "list"], "GET keys", is: ["/items/0/key": "…"]),
    Step(
      ["key", "revoke", "$key", "--reason", "lost"], "POST keys/$key/revoke", #"{"reason": "lost"}"#,
      is: ["/name": "desk", "/revokedAt": "…"]),
    Step(
      ["key", "revoke", "$personA"], "POST keys/$personA/revoke", refused: .notFound,
      "there is no key “$personA”"),
  ]
}

extension Walk {
  /// What nothing can be done with afterwards comes last.
  private static let endings = [
    retiring("NONE", refused: .notFound, "there is no course “NONE”"),
    Step(
      ["course", "retire", "ORIGIN", "--reason", " "], "POST courses/ORIGIN/retire", #"{"reason": " "}"#,
      refused: .unusable, "to retire a version needs a reason"),
    Step(
      ["course", "retire", "ORIGIN", "--reason", "the agreement was amended"], "POST courses/ORIGIN/retire",
      #"{"reason": "the agreement was amended"}"#, is: ["/number": "1", "/state": "retired"]),
    retiring("ORIGIN", refused: .conflict, "a version that is retired cannot retire"),
    Step(
      ["course", "retire", "ORIGIN", "--number", "1", "--reason", "x"], "POST courses/ORIGIN/retire",
      #"{"version": 1, "reason": "x"}"#, refused: .conflict, "a version that is retired cannot retire"),
    Step(
      ["course", "publish", "ORIGIN"], "POST courses/ORIGIN/publish", refused: .conflict,
      "a version that is retired cannot publish"),
    Step(
      planning("S-9", capacity: 9), "POST sessions", plan("S-9", capacity: 9), refused: .conflict,
      "course ORIGIN has no published version in en"),
  ]

  private static func retiring(_ course: String, refused refusal: Step.Refusal, _ message: String) -> Step {
    Step(
      ["course", "retire", course, "--reason", "x"], "POST courses/\(course)/retire", #"{"reason": "x"}"#,
      refused: refusal, message)
  }
}

// Steps that are taken more than once.
extension Walk {
  private static let since = ["--from", "2020-01-01"]

  private static func person(_ letter: String) -> Step {
    Step(
      ["person", "add", "Officer \(letter)", "--organisation", "MEMBER-A"] + since, "POST persons",
      #"{"name": "Officer \#(letter)", "affiliation": {"party": "MEMBER-A", "validity": {"from": "2020-01-01"}}}"#,
      is: ["/name": "Officer \(letter)"], keeping: ["person\(letter)": "/id"])
  }

  private static func ending(
    _ place: String, on day: String, refused refusal: Step.Refusal, _ message: String
  ) -> Step {
    Step(
      ["person", "affiliation", "end", place, "--on", day, "--reason", "a new post"],
      "POST affiliations/\(place)/end", #"{"lastDay": "\#(day)", "reason": "a new post"}"#, refused: refusal,
      message)
  }

  private static func planning(_ code: String, capacity: Int) -> [String] {
    ["session", "plan", code, "--course", "ORIGIN", "--mode", "tutored", "--capacity", "\(capacity)"]
      + ["--from", "2026-03-01", "--to", "2026-03-31"]
  }

  private static func plan(_ code: String, capacity: Int) -> String {
    """
    {"code": "\(code)", "course": "ORIGIN", "mode": "tutored", "capacity": \(capacity),
     "days": {"from": "2026-03-01", "to": "2026-03-31"}}
    """
  }

  private static func nominating(_ letter: String) -> [String] {
    ["nomination", "add", "--person", "$person\(letter)", "--session", "S-1", "--organisation", "MEMBER-A"]
  }

  private static func nomination(_ letter: String) -> String {
    #"{"person": "$person\#(letter)", "session": "S-1", "party": "MEMBER-A"}"#
  }

  private static func enrolling(_ letter: String, to state: String) -> Step {
    Step(
      ["enrolment", "add", "--nomination", "$nomination\(letter)"], "POST enrolments",
      #"{"nomination": "$nomination\#(letter)"}"#, is: ["/state": state, "/person": "$person\(letter)"],
      keeping: ["enrolment\(letter)": "/id"])
  }

  /// A session, nomination or enrolment that goes from one state to the next.
  private static func moving(_ noun: String, _ event: String, _ name: String, to state: String) -> Step {
    Step([noun, event, name], "POST \(noun)s/\(name)/\(event)", is: ["/state": state])
  }

  private static func moving(_ noun: String, _ event: String, _ name: String, refused message: String) -> Step
  {
    Step([noun, event, name], "POST \(noun)s/\(name)/\(event)", refused: .conflict, message)
  }

  /// A certificate that is decided about.
  private static func deciding(_ decision: String, _ name: String, to state: String) -> Step {
    Step(
      ["certificate", decision, name, "--reason", "a complaint"], "POST certificates/\(name)/\(decision)",
      #"{"reason": "a complaint"}"#, is: ["/state": state])
  }

  private static func deciding(_ decision: String, _ name: String, refused message: String) -> Step {
    Step(
      ["certificate", decision, name, "--reason", "a complaint"], "POST certificates/\(name)/\(decision)",
      #"{"reason": "a complaint"}"#, refused: .conflict, message)
  }

  private static func rules(minimumScore: String) -> [String] {
    [
      "--course", "ORIGIN", "--kind", "achievement", "--minimum-score", minimumScore, "--validity-months",
      "36",
    ]
  }

  private static func rulesJSON(minimumScore: String) -> String {
    #""course": "ORIGIN", "kind": "achievement", "minimumScore": \#(minimumScore), "validityMonths": 36"#
  }
}
