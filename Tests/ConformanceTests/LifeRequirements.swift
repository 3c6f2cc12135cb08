import JSON
import ProgramDriver
import Testing

/// Immutability, comparison and voiding (Data 2.3).
let lifeRequirements: [Requirement] = [
  Requirement(
    "Communication 2.1.1",
    "An LRS MUST NOT make any modifications to its state based on receiving a Statement with a statementId that it already has a Statement for"
  ) { (visit) throws in
    #expect(try visit.post("/statements", visit.statement(id: 1)).status == 200)
    let first = try visit.get("/statements?statementId=\(visit.id(1))").text
    #expect(try visit.post("/statements", visit.statement(id: 1, verb: "other")).status == 409)
    #expect(
      try visit.put("/statements?statementId=\(visit.id(1))", visit.statement(id: 1, verb: "other")).status
        == 409)
    #expect(try visit.get("/statements?statementId=\(visit.id(1))").text == first)
  },
  Requirement(
    "Communication 2.1.2",
    "it SHOULD verify the received Statement matches the existing one: the same Statement again is no conflict"
  ) { (visit) throws in
    #expect(try visit.post("/statements", visit.statement(id: 1)).status == 200)
    #expect(try visit.post("/statements", visit.statement(id: 1)).status == 200)
    #expect(try visit.put("/statements?statementId=\(visit.id(1))", visit.statement(id: 1)).status == 204)
    let batch = "[\(visit.statement(id: 2)), \(visit.statement(id: 1))]"
    #expect(try visit.post("/statements", batch).status == 200)
    #expect(try visit.found("verb=\(encoded(visit.iri("did")))") == [2, 1])
  },
  Requirement(
    "Data 2.3.1",
    "Differences which could have been caused by exceptions to Statement immutability MUST be ignored"
  ) { (visit) throws in
    let actor =
      #"{"objectType": "Group", "member": [{"mbox": "mailto:a@example.org"}, {"mbox": "mailto:b@example.org"}]}"#
    let reordered =
      #"{"member": [{"mbox": "mailto:b@example.org"}, {"objectType": "Agent", "mbox": "mailto:a@example.org"}], "objectType": "Group"}"#
    let first = visit.statement(
      id: 1, actor: actor,
      #""timestamp": "2026-01-01T01:00:00+01:00", "context": {"contextActivities": {"parent": {"id": "x:p"}}}, "#
    )
    let second = visit.statement(
      id: 1, actor: reordered,
      object:
        #"{"objectType": "Activity", "id": "\#(visit.iri("activity"))", "definition": {"name": {"en": "A"}}}"#,
      #""context": {"contextActivities": {"parent": [{"id": "x:p"}]}}, "timestamp": "2026-01-01T00:00:00.000Z", "stored": "2020-01-01T00:00:00Z", "#
    )
    #expect(try visit.post("/statements", first).status == 200)
    #expect(try visit.post("/statements", second).status == 200)
    #expect(try visit.post("/statements", visit.statement(id: 1, actor: actor)).status == 409)
  },
  Requirement(
    "Communication 3.3",
    "An LRS MUST NOT make any modifications to Statements … of any 1.0.x version: it gives each back",
    in: [.version1]
  ) { (visit) throws in
    let times = [
      "2026-01-01T00:00:00", "2026-01-01T00:00:00+05", "2026-01-01T00:00:00.5+0530", "20260101T000000Z",
    ]
    for (place, time) in times.enumerated() {
      let statement = visit.statement(id: place, #""timestamp": "\#(time)", "#)
      #expect(try visit.post("/statements", statement).status == 200)
      #expect(
        try visit.put("/statements?statementId=\(visit.id(place))", statement).status == 204, "the same again"
      )
      for format in ["exact", "ids", "canonical"] {
        #expect(try visit.stored(place, "&format=\(format)").text("timestamp") == time, "\(format)")
      }
      let later = Visit(visit, .version2)
      #expect(try later.stored(place, "&format=ids").text("timestamp") == time, "to whoever speaks 2.0 too")
    }
    #expect(try visit.found("verb=\(encoded(visit.iri("did")))&format=ids") == [3, 2, 1, 0])
    #expect(try visit.get("/agents?agent=\(encoded(visit.agent("actor")))").status == 200)
    #expect(try visit.post("/statements", visit.statement(id: 9, object: visit.reference(0))).status == 200)
    #expect(try visit.post("/statements", visit.voiding(0)).status == 200)
    #expect(try visit.get("/statements?statementId=\(visit.id(0))").status == 404)
  },
  Requirement("4.2.4.2", "precision beyond 0.01 seconds is no part of a comparison", in: [.version2]) {
    (visit) throws in
    #expect(
      try visit.post("/statements", visit.statement(id: 1, #""result": {"duration": "PT1.1237S"}, "#)).status
        == 200)
    #expect(
      try visit.post("/statements", visit.statement(id: 1, #""result": {"duration": "PT1.12S"}, "#)).status
        == 200)
    #expect(
      try visit.post("/statements", visit.statement(id: 1, #""result": {"duration": "PT1.13S"}, "#)).status
        == 409)
    #expect(try visit.stored(1)["result"]?.text("duration").hasPrefix("PT1.12") == true)
  },
  Requirement(
    "Data 2.3.2",
    "an LRS MUST consider a Statement it contains voided if and only if the Statement is not itself a voiding Statement and the LRS also contains a voiding Statement referring to the first Statement"
  ) { (visit) throws in
    #expect(try visit.post("/statements", visit.statement(id: 1)).status == 200)
    #expect(try visit.get("/statements?voidedStatementId=\(visit.id(1))").status == 404)
    #expect(try visit.post("/statements", visit.voiding(1, id: 2)).status == 200)
    #expect(try visit.get("/statements?statementId=\(visit.id(1))").status == 404)
    #expect(try visit.get("/statements?voidedStatementId=\(visit.id(1))").status == 200)
    #expect(try visit.get("/statements?statementId=\(visit.id(2))").status == 200)
    #expect(try visit.get("/statements?voidedStatementId=\(visit.id(2))").status == 404)
    _ = try visit.post("/statements", visit.voiding(2, id: 3))
    #expect(try visit.get("/statements?statementId=\(visit.id(2))").status == 200, "no voiding is voided")
    _ = try visit.post("/statements", visit.voiding(1, id: 4))
    #expect(try visit.get("/statements?voidedStatementId=\(visit.id(1))").status == 200, "twice is harmless")
  },
  Requirement(
    "Data 2.3.2",
    "the LRS SHOULD NOT reject the request on the grounds of the Object of that voiding Statement not being present"
  ) { (visit) throws in
    #expect(try visit.post("/statements", visit.voiding(1)).status == 200)
    #expect(try visit.post("/statements", visit.statement(id: 1)).status == 200)
    #expect(try visit.get("/statements?statementId=\(visit.id(1))").status == 404)
    #expect(try visit.get("/statements?voidedStatementId=\(visit.id(1))").status == 200)
  },
  .refuses(
    "Data 2.3.2",
    #"the Object of that voiding Statement MUST have the "objectType" property set to StatementRef"#,
    [Parts.activity, #"{"objectType": "Agent", "mbox": "mailto:a@example.org"}"#].map {
      Parts.statement(verb: #"{"id": "http://adlnet.gov/expapi/verbs/voided"}"#, object: $0)
    }),
  Requirement(
    "Communication 2.1.4",
    "The LRS MUST not return any Statement which has been voided, unless that Statement has been requested by voidedStatementId … MUST still return any Statements targeting the voided Statement"
  ) { (visit) throws in
    let verb = "verb=\(encoded(visit.iri("passed")))"
    #expect(try visit.post("/statements", visit.statement(id: 1, verb: "passed")).status == 200)
    #expect(try visit.post("/statements", visit.statement(id: 2, object: visit.reference(1))).status == 200)
    #expect(try visit.post("/statements", visit.voiding(1, id: 3)).status == 200)
    #expect(try visit.found(verb) == [3, 2])
    #expect(try visit.found("\(verb)&limit=1") == [3])
    #expect(try visit.found("\(verb)&ascending=true") == [2, 3])
  },
]
