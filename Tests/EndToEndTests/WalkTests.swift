@testable import CommandLine
@testable import HTTPEndpoint
import Arguments
import JSON
import ProgramDriver
import Testing

/// "Every step exists on the command line and over HTTP, and both call the same operation."
@Suite struct WalkTests {
  @Test func everyStepComesToTheSameAtBothDoors() throws {
    let typed = try inEmptyFolder { program, folder in
      try walk(TypedSteps(program: program), folder, program)
    }
    let sent = try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let history = try walk(
        SentSteps(connection: connection, zip: try Package.cmi5().zip), folder, program)
      #expect(try server.stop() == .exit(0))
      return history
    }
    #expect(typed.count > 50)
    #expect(sent == typed, "both doors leave the same records")
  }

  /// What is not a step of the work but the care of the program and its folder.
  @Test func everyCommandIsWalkedButThoseOfTheFoldersOwner() {
    let walked = Set(Walk.steps.map { Array($0.words.prefix(3)) })
    let missing = Entry.all.flatMap(\.commands).map(\.words).filter { path in
      !walked.contains { $0.starts(with: path) }
    }
    #expect(
      Set(missing) == [
        ["serve"], ["explain"], ["check"], ["catalogue", "import"], ["demo", "generate"],
        ["demo", "prepare"], ["completions"],
        ["manual"], ["words"], ["backup"], ["restore"], ["migrate"], ["settings", "check"],
        ["settings", "unit"], ["assignment", "add"], ["assignment", "end"], ["assignment", "list"],
        ["assignment", "show"],
        ["result", "annul"], ["result", "second"], ["course", "audience"], ["key", "show"],
        ["key", "refusals"], ["job", "list"], ["job", "show"], ["job", "cancel"],
        // Launching needs a server; `LaunchTests` walks these at both doors.
        ["enrolment", "launch"], ["enrolment", "launches"], ["enrolment", "abandon"], ["enrolment", "waive"],
        // `FundingTests` walks these at both doors.
        ["session", "fund"], ["session", "funding"], ["session", "unfund"],
        ["funding-programme", "add"], ["funding-programme", "list"], ["funding-programme", "show"],
        ["funding-programme", "target"], ["funding-programme", "end-target"],
        // `EvaluationDoorTests` walks these at both doors.
        ["organisation", "group"],
        ["evaluation", "ask"], ["evaluation", "list"], ["evaluation", "show"], ["evaluation", "answer"],
        ["evaluation", "answers"], ["evaluation", "annul"], ["evaluation", "import"],
        ["commitment", "make"], ["commitment", "list"], ["commitment", "end"],
        ["onward-training", "record"], ["onward-training", "list"], ["onward-training", "annul"],
        ["onward-training", "import"],
        // `TableImportTests` walks these at both doors.
        ["funding-programme", "import"], ["funding-programme", "import-targets"],
        ["session", "import-funding"], ["organisation", "import-groups"], ["commitment", "import"],
        // Issued reports, which `IssuedReportTests` walks at both doors.
        ["report", "issue"], ["report", "list"], ["report", "show"], ["report", "reproduce"],
        // Held against the figures by `RecountTests`.
        ["report", "learners"],
        // Walked by the table of rights.
        ["report", "session"], ["report", "experts"], ["report", "expiring"], ["report", "transcript"],
        ["report", "assessors"], ["report", "completions"], ["report", "define"], ["report", "defined"],
        ["report", "run"], ["report", "undefine"], ["course", "tools"], ["course", "approve-tool"],
        ["course", "withdraw-tool"], ["enrolment", "tool"],
        // What was imported, as `ImportPackageTests` looks at it and hands it out.
        ["course", "preview"], ["course", "export"],
        // JSON lines, which have a test of their own.
        ["statement", "export"], ["statement", "import"],
        // Deliveries, which have tests of their own.
        ["forwarding", "add"], ["forwarding", "list"], ["forwarding", "show"], ["forwarding", "set-aside"],
        ["forwarding", "pause"], ["forwarding", "resume"], ["forwarding", "remove"], ["webhook", "add"],
        ["webhook", "list"], ["webhook", "show"], ["webhook", "deliveries"], ["webhook", "redeliver"],
        ["webhook", "resume"], ["webhook", "remove"],
        // Files and keys, which `CredentialTests` has at both doors.
        ["certificate", "bundle"], ["certificate", "export"], ["certificate", "trust"],
        ["person", "transcript"],
        ["credential-key", "list"],
        ["credential-key", "rotate"],
      ])
  }

  /// What a command shows as a part of something else.
  @Test func everyRouteOfTheRecordsIsWalked() {
    let walked = Set(
      Walk.steps.compactMap { step in
        let path = String(step.target.prefix { $0 != "?" })
        guard case .route(let route, _) = RouteTable.shared.find(step.method, path) else {
          return String?.none
        }
        return "\(route.method) \(route.pattern.text)"
      })
    let missing = RouteTable.shared.routes.filter { $0.family == .records }
      .map { "\($0.method) \($0.pattern.text)" }.filter { !walked.contains($0) }
    #expect(
      Set(missing) == [
        "GET /api/v1/courses/{course}/versions", "GET /api/v1/courses/{course}/versions/{number}",
        "GET /api/v1/courses/{course}/versions/{number}/preview",
        "GET /api/v1/courses/{course}/versions/{number}/package",
        "GET /api/v1/keys/{key}",
        // For a person who holds a key, which nobody at a terminal does.
        "GET /api/v1/me",
        // What the API says of itself.
        "GET /api/openapi.json",
        // Walked by the table of rights.
        "GET /api/v1/affiliations/{affiliation}", "GET /api/v1/assignments", "POST /api/v1/assignments",
        "POST /api/v1/assignments/{assignment}/end",
        "GET /api/v1/assignments/{assignment}",
        "POST /api/v1/results/{result}/annul", "POST /api/v1/results/{result}/second-marks",
        "POST /api/v1/courses/{course}/audience", "GET /api/v1/refusals", "GET /api/v1/jobs",
        "GET /api/v1/forwardings", "POST /api/v1/forwardings", "GET /api/v1/forwardings/{forwarding}",
        "GET /api/v1/forwardings/{forwarding}/set-aside", "POST /api/v1/forwardings/{forwarding}/pause",
        "POST /api/v1/forwardings/{forwarding}/resume", "POST /api/v1/forwardings/{forwarding}/remove",
        "GET /api/v1/webhooks", "POST /api/v1/webhooks", "GET /api/v1/webhooks/{webhook}",
        "GET /api/v1/webhooks/{webhook}/deliveries", "POST /api/v1/webhooks/{webhook}/redeliver",
        "POST /api/v1/webhooks/{webhook}/resume", "POST /api/v1/webhooks/{webhook}/remove",
        "GET /api/v1/exports/statements", "POST /api/v1/imports/statements",
        "POST /api/v1/reports/certification",
        "GET /api/v1/reports/assessors", "GET /api/v1/reports/completions", "GET /api/v1/reports/experts",
        "GET /api/v1/reports/expiring", "GET /api/v1/reports/session", "GET /api/v1/reports/transcript",
        "GET /api/v1/defined-reports", "POST /api/v1/defined-reports",
        "GET /api/v1/defined-reports/{definition}", "POST /api/v1/defined-reports/{definition}/end",
        "POST /api/v1/defined-reports/{definition}/runs",
        "GET /api/v1/courses/{course}/tools", "POST /api/v1/courses/{course}/tools/approve",
        "POST /api/v1/courses/{course}/tools/withdraw", "GET /api/v1/enrolments/{enrolment}/tools/{activity}",
        // Walked by `UploadTests`: a terminal has the file itself.
        "POST /api/v1/uploads", "GET /api/v1/uploads/{upload}", "PATCH /api/v1/uploads/{upload}",
        "POST /api/v1/uploads/{upload}/cancel", "POST /api/v1/uploads/{upload}/import",
        // Walked by `IssuedReportTests`.
        "GET /api/v1/reports", "POST /api/v1/reports", "GET /api/v1/reports/{report}",
        "POST /api/v1/reports/{report}/corrections", "GET /api/v1/reports/{report}/reproduction",
        "GET /api/v1/reports/{report}/documents/{document}", "GET /api/v1/reports/learners",
        // Walked by `FundingTests`.
        "GET /api/v1/sessions/{session}/funding", "POST /api/v1/sessions/{session}/funding",
        "POST /api/v1/sessions/{session}/funding/{donor}/end",
        "GET /api/v1/funding-programmes", "POST /api/v1/funding-programmes",
        "GET /api/v1/funding-programmes/{programme}", "POST /api/v1/funding-programmes/{programme}/targets",
        "POST /api/v1/funding-programmes/{programme}/targets/end",
        // Walked by `EvaluationDoorTests`.
        "POST /api/v1/parties/{party}/groups",
        "GET /api/v1/evaluations", "POST /api/v1/evaluations", "GET /api/v1/evaluations/{evaluation}",
        "GET /api/v1/evaluations/{evaluation}/answers", "POST /api/v1/evaluations/{evaluation}/answers",
        "POST /api/v1/evaluations/{evaluation}/answers/{answer}/annul",
        "POST /api/v1/evaluations/{evaluation}/answers/import", "GET /api/v1/commitments",
        "POST /api/v1/commitments", "GET /api/v1/commitments/{commitment}",
        "GET /api/v1/onward-trainings/{training}", "POST /api/v1/commitments/{commitment}/end",
        "GET /api/v1/onward-trainings", "POST /api/v1/onward-trainings",
        "POST /api/v1/onward-trainings/{training}/annul", "POST /api/v1/imports/onward-trainings",
        "GET /api/v1/jobs/{job}", "GET /api/v1/jobs/{job}/outcome", "POST /api/v1/jobs/{job}/cancel",
        // Walked by `TableImportTests`.
        "POST /api/v1/imports/funding-programmes", "POST /api/v1/imports/funding-targets",
        "POST /api/v1/imports/session-funding", "POST /api/v1/imports/groups",
        "POST /api/v1/imports/commitments",
        // Walked by `LaunchTests`.
        "GET /api/v1/enrolments/{enrolment}/launches", "POST /api/v1/enrolments/{enrolment}/launches",
        "GET /api/v1/launches/{launch}", "POST /api/v1/enrolments/{enrolment}/abandon",
        "POST /api/v1/enrolments/{enrolment}/waivers",
        // Had by `CredentialTests`.
        "GET /api/v1/sessions/{session}/certificates.zip", "GET /api/v1/persons/{person}/transcript",
        "GET /api/v1/credential-keys",
        "POST /api/v1/credential-keys",
      ])
  }

  /// Takes every step at one door and says what history has of it, in the names that were kept.
  private func walk(_ door: some StepDoor, _ folder: TemporaryFolder, _ program: Program) throws -> [String] {
    var kept = Keepsakes([
      "packageFile": try folder.write("course.zip", Package.cmi5().zip),
      "standardFile": try folder.write("standard.xml", Array(standard.utf8)),
      "rosterFile": try folder.write("roster.csv", Array("source-id,name\n1,Officer R\n".utf8)),
      "organisationsFile": try folder.write("organisations.xml", Array(organisations.utf8)),
      "rubricFile": try folder.write("rubric.xml", Array(Walk.rubric.utf8)),
      "poolFile": try folder.write("pool.xml", Array(Walk.pool.utf8)),
      "secondPoolFile": try folder.write("pool-2.xml", Array(Walk.secondPool.utf8)),
      "schemeFile": try folder.write("scheme.xml", Array(scheme.utf8)),
    ])
    for step in Walk.steps { try take(step, at: door, &kept) }
    let history = try program.succeed("history", "--json").text.split(separator: "\n")
    #expect(try program.run(["check"]).status == 0)
    return try history.map { line in
      let entry = try JSONDocument(Array(line.utf8)).root
      return kept.hiding(
        ["action", "changes", "reason"].map { entry.text(at: $0) ?? "" }.joined(separator: " "))
      // When a door makes itself a key, and when what was awarded is signed, is the door's own affair.
    }.filter { entry in
      !["key create", "credential-key rotate", "certificate sign"].contains { entry.hasPrefix($0) }
    }
  }

  private func take(_ step: Step, at door: some StepDoor, _ kept: inout Keepsakes) throws {
    let answer = try door.take(step, kept)
    let place = "\(door.name): \(step.words.joined(separator: " ")): \(answer.text)"
    switch step.outcome {
    case .refused(let refusal, let message):
      let status = door is SentSteps ? refusal.httpStatus : Int(refusal.exitStatus)
      #expect(answer.ending == .refused(status), "\(place)")
      #expect(answer.message == kept.filling(message), "\(place)")
      #expect(!answer.text.contains(door is SentSteps ? "registrar " : "/api/v1"), "\(place)")
    case .done(let members):
      #expect(answer.ending == .done, "\(place)")
      for (pointer, expected) in members {
        let found = answer.record?.text(at: pointer)
        let isAsExpected = expected == "…" ? found != nil && found != "null" : found == kept.filling(expected)
        #expect(isAsExpected, "\(pointer): \(found ?? "nothing"): \(place)")
      }
    }
    for (name, pointer) in step.keeps { kept.keep(try #require(answer.record?.text(at: pointer)), as: name) }
  }

  private let organisations = """
    <organisations xmlns="urn:registrar:organisations:1">
      <organisation code="ROCB-X" kind="rocb" region="ESA"><name>Office</name><seat place="Town"/></organisation>
    </organisations>
    """

  private let scheme = """
    <scheme xmlns="urn:registrar:scheme:1" code="IMPORTED" issuer="SECRETARIAT"><title>Imported</title>
      <version number="1" kind="completion" course="ORIGIN" time-zone="UTC"/></scheme>
    """

  private let standard = """
    <standard-edition xmlns="urn:registrar:standard-edition:1" code="STANDARD-2026" framework="EXAMPLE" year="2026"
      state="in-force"><title xml:lang="en">Standards</title>
      <item code="OM-1" level="operational-manager" kind="knowledge"><title xml:lang="en">Origin</title></item>
    </standard-edition>
    """
}
