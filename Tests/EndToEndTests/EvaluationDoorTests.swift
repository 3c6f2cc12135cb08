import JSON
import ProgramDriver
import Testing

/// What donors agree on, what people say of a training, what who was trained promises and does: said, told and taken back at
/// both doors.
@Suite struct EvaluationDoorTests {
  @Test func whatTrainingLeadsToIsRecordedAtBothDoors() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let enrolment = try prepare(program, folder)
      try fund(program, connection)
      try evaluate(program, connection, folder)
      try trainOthers(enrolment, program, connection, folder)
      try program.succeed("organisation", "group", "MEMBER-A", "--group", "LDC", "--from", "1971")
      let grouped = try connection.send("POST", "/api/v1/parties/MEMBER-A/groups", json: #"{"group": "OWN"}"#)
      let groups = try grouped.json["groups"]?.elements.map { Array($0).count }
      #expect(grouped.status == 200 && groups == 2, "\(grouped.text)")
      let report = try connection.send(
        "GET",
        "/api/v1/reports/certification?audience=directorate&from=2020-01-01&to=2099-12-31&format=csv"
          + "&block=enrolments-by-group")
      #expect(report.text.contains(#"row,LDC,"Least developed countries",1,1,1"#), "\(report.text)")
      #expect(try program.run(["check"]).status == 0)
    }
  }

  private func fund(_ program: Program, _ connection: HTTPConnection) throws {
    try program.succeed(
      "funding-programme", "add", "F-1", "--donor", "DONOR-A", "--title", "Trade", "--from", "2026-01-01",
      "--to", "2028-12-31")
    let second = try connection.send(
      "POST", "/api/v1/funding-programmes",
      json: """
        {"code": "F-2", "donor": "DONOR-A", "titles": "Second", "days": {"from": "2026-01-01", "to": "2026-12-31"}}
        """)
    #expect(second.status == 201, "\(second.text)")
    let listed = try program.succeed("funding-programme", "list", "--donor", "DONOR-A", "--json").json
    #expect(listed["items"]?.elements.map { Array($0).count } == 2)
    try program.succeed(
      "funding-programme", "target", "F-1", "--indicator", "persons", "--value", "9", "--from", "2026-01-01",
      "--to", "2026-12-31")
    let days = #""days": {"from": "2026-01-01", "to": "2026-12-31"}"#
    let again = try connection.send(
      "POST", "/api/v1/funding-programmes/F-1/targets",
      json: #"{"indicator": "persons", "value": 12, \#(days)}"#)
    #expect(again.status == 200 && again.text.contains("12"), "\(again.text)")
    let shown = try connection.send("GET", "/api/v1/funding-programmes/F-1").json
    #expect(shown["targets"]?.elements.map { Array($0).count } == 1, "another number takes its place")
    let beyond = try program.run([
      "funding-programme", "target", "F-2", "--indicator", "women", "--value", "9", "--from", "2026-01-01",
      "--to", "2027-12-31",
    ])
    #expect(
      beyond.status == 3 && beyond.messages.contains("targets lie within these days"), "\(beyond.messages)")
    try program.succeed("session", "fund", "S-1", "--donor", "DONOR-A", "--seats", "20", "--programme", "F-1")
    let other = try connection.send(
      "POST", "/api/v1/sessions/S-1/funding", json: #"{"donor": "DONOR-B", "programme": "F-1"}"#)
    #expect(other.status == 422 && other.text.contains("programme-of-other-donor"), "\(other.text)")
    #expect(try program.succeed("funding-programme", "show", "F-1").text.contains("persons"))
    let ended = try connection.send(
      "POST", "/api/v1/funding-programmes/F-1/targets/end",
      json: #"{"indicator": "persons", "reason": "agreed anew", \#(days)}"#)
    #expect(ended.status == 200, "\(ended.text)")
    let nothing = try program.run([
      "funding-programme", "end-target", "F-1", "--indicator", "persons", "--from", "2026-01-01", "--to",
      "2026-12-31", "--reason", "again",
    ])
    #expect(nothing.status == 5 && nothing.messages.contains("no target"), "\(nothing.messages)")
  }

  private func evaluate(_ program: Program, _ connection: HTTPConnection, _ folder: TemporaryFolder) throws {
    try program.succeed(
      "evaluation", "ask", "E-1", "--session", "S-1", "--level", "reaction", "--respondents", "learner",
      "--asked", "4", "--due", "2026-04-30", "--question", "relevance", "--question", "trainers",
      "--anonymous")
    let second = try connection.send(
      "POST", "/api/v1/evaluations",
      json: """
        {"code": "E-2", "session": "S-1", "level": "behaviour", "respondents": "supervisor", "asked": 2,
         "due": "2026-09-30", "questions": ["applies"]}
        """)
    #expect(second.status == 201, "\(second.text)")
    #expect(try program.succeed("evaluation", "list", "--level", "behaviour").text.contains("E-2"))
    try program.succeed("evaluation", "answer", "E-1", "--mark", "relevance=5", "--mark", "trainers=4")
    let sent = try connection.send(
      "POST", "/api/v1/evaluations/E-1/answers", json: #"{"marks": [{"question": "relevance", "mark": 3}]}"#)
    #expect(sent.status == 200, "\(sent.text)")
    let beyond = try connection.send(
      "POST", "/api/v1/evaluations/E-1/answers", json: #"{"marks": [{"question": "relevance", "mark": 6}]}"#)
    #expect(beyond.status == 422 && beyond.text.contains("mark-beyond-range"), "\(beyond.text)")
    try importForms(program, connection, folder)
    let answer = try #require(sent.json["id"]?.string)
    try program.succeed("evaluation", "annul", "E-1", "--answer", answer, "--reason", "typed twice")
    let twice = try connection.send(
      "POST", "/api/v1/evaluations/E-1/answers/\(answer)/annul", json: #"{"reason": "again"}"#)
    #expect(twice.status == 409 && twice.text.contains("annulled-before"), "\(twice.text)")
    #expect(try program.succeed("evaluation", "show", "E-1").text.contains("3"))
    #expect(try program.succeed("evaluation", "answers", "E-1").text.contains("relevance=5 trainers=4"))
    let report = try connection.send(
      "GET",
      "/api/v1/reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31&format=csv"
        + "&block=evaluations")
    #expect(report.text.contains(#"1-5,1,4,3,75.0,4,3.75,4"#), "\(report.text)")
  }

  /// Forms come as a table; what is wrong is told with its row and column, and the same table twice changes nothing.
  private func importForms(_ program: Program, _ connection: HTTPConnection, _ folder: TemporaryFolder) throws
  {
    let bad = try folder.write("bad.csv", Array("source-id,relevance\nf-1,9\nf-1,4\n,3\n".utf8))
    let refused = try program.run(["evaluation", "import", "E-1", bad])
    #expect(refused.status == 3 && refused.text.contains("bad.csv:2:5"), "\(refused.text)")
    #expect(refused.text.contains("relevance is a whole number from 1 to 5"), "\(refused.text)")
    let forms = try folder.write("forms.csv", Array("source-id,relevance,trainers\nf-1,4,\nf-2,,2\n".utf8))
    #expect(
      try program.succeed("evaluation", "import", "E-1", forms, "--dry-run").text.contains(
        "would be: 2 added"))
    #expect(try program.succeed("evaluation", "import", "E-1", forms).text.contains("2 added, 0 unchanged"))
    let again = try connection.send(
      "POST", "/api/v1/evaluations/E-1/answers/import", ["Content-Type: text/csv"],
      body: Array("source-id,relevance,trainers\nf-1,4,\nf-2,,2\n".utf8))
    let unchanged = try again.json["unchanged"]?.digits
    #expect(again.status == 200 && unchanged == "2", "\(again.text)")
    let full = try connection.send(
      "POST", "/api/v1/evaluations/E-1/answers/import", ["Content-Type: text/csv"],
      body: Array("source-id,relevance\nf-3,4\n".utf8))
    #expect(full.status == 422 && full.text.contains("as many have answered"), "\(full.text)")
  }

  private func trainOthers(
    _ enrolment: String, _ program: Program, _ connection: HTTPConnection, _ folder: TemporaryFolder
  ) throws {
    let made = try program.succeed(
      "commitment", "make", enrolment, "--people", "10", "--due", "2026-12-31", "--json"
    ).json
    let second = try connection.send(
      "POST", "/api/v1/commitments",
      json: #"{"enrolment": "\#(enrolment)", "people": 5, "due": "2026-12-31"}"#)
    #expect(second.status == 409 && second.text.contains("committed-before"), "\(second.text)")
    let recorded = try program.succeed(
      "onward-training", "record", enrolment, "--on", "2026-03-20", "--title", "First lesson", "--female",
      "3",
      "--male", "2", "--json"
    ).json
    let same = try connection.send(
      "POST", "/api/v1/onward-trainings",
      json: """
        {"enrolment": "\(enrolment)", "on": "2026-03-20", "title": "First lesson", "trained": {"female": 3}}
        """)
    #expect(same.status == 409 && same.text.contains("counted-already"), "\(same.text)")
    let table = "source-id,enrolment,on,title,female,unknown\nt-1,\(enrolment),2026-03-21,Next lesson,4,1\n"
    let file = try folder.write("trained.csv", Array(table.utf8))
    #expect(try program.succeed("onward-training", "import", file).text.contains("1 added"))
    let again = try connection.send(
      "POST", "/api/v1/imports/onward-trainings", ["Content-Type: text/csv"], body: Array(table.utf8))
    let unchanged = try again.json["unchanged"]?.digits
    #expect(again.status == 200 && unchanged == "1", "\(again.text)")
    let listed = try connection.send("GET", "/api/v1/commitments").json
    #expect(listed.first("items")?["state"]?.string == "met", "10 of 10")
    let training = try #require(recorded["id"]?.string)
    let annulled = try connection.send(
      "POST", "/api/v1/onward-trainings/\(training)/annul", json: #"{"reason": "entered twice"}"#)
    #expect(annulled.status == 200, "\(annulled.text)")
    #expect(try program.succeed("commitment", "list").text.contains("5"))
    let commitment = try #require(made["id"]?.string)
    let ended = try connection.send(
      "POST", "/api/v1/commitments/\(commitment)/end", json: #"{"reason": "left"}"#)
    #expect(ended.status == 200, "\(ended.text)")
    let twice = try program.run(["commitment", "end", commitment, "--reason", "again"])
    #expect(twice.status == 5, "\(twice.messages)")
    #expect(try program.succeed("onward-training", "list", "--enrolment", enrolment).text.contains("Next"))
    let gone = try program.run(["onward-training", "annul", training, "--reason", "again"])
    #expect(gone.status == 5, "\(gone.messages)")
  }

  /// Two donors, and an officer who has completed a session.
  private func prepare(_ program: Program, _ folder: TemporaryFolder) throws -> String {
    for donor in ["DONOR-A", "DONOR-B"] {
      try program.succeed(
        "organisation", "add", donor, "--kind", "donor", "--name", donor, "--from", "2020-01-01")
    }
    try program.succeed(
      "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A",
      "--from", "2020-01-01")
    let package = try folder.write("course.zip", Package.cmi5(0).zip)
    let imported = try program.succeed("import", package, "--json").json
    let course = imported["course"]?.string ?? ""
    try program.succeed("course", "publish", course, "--passing-score", "0.5")
    try program.succeed(
      "session", "plan", "S-1", "--course", course, "--mode", "tutored", "--from", "2026-03-01", "--to",
      "2026-12-31")
    try program.succeed("session", "open", "S-1")
    let person = try program.succeed(
      "person", "add", "Officer", "--organisation", "MEMBER-A", "--from", "2020-01-01", "--json"
    ).json
    let enrolment = try program.succeed(
      "enrolment", "add", "--person", person["id"]?.string ?? "", "--session", "S-1", "--json"
    ).json
    let id = enrolment["id"]?.string ?? ""
    try program.succeed("result", "record", id, "--score", "8", "--max", "10")
    return id
  }
}

extension JSONValue {
  fileprivate var digits: String { String(decoding: raw, as: UTF8.self) }

  fileprivate func first(_ name: StaticString) -> JSONValue? {
    self[name]?.elements.flatMap { Array($0).first }
  }
}
