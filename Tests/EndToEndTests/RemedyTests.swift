@testable import CommandLine
@testable import HTTPEndpoint
import Arguments
import Operations
import Testing
import Values

/// Each door says in its own terms how a step is taken that mends a refusal.
@Suite struct RemedyTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let remedy: Remedy
    let command: String
    let request: String
    var testDescription: String { command }

    init(_ step: Remedy.Step, _ command: String, _ request: String) {
      (remedy, self.command, self.request) = (.step(step), command, request)
    }
  }

  static let steps: [Row] =
    lists + [
      Row(
        .showActivities, "registrar course show COURSE lists the activities",
        "GET /api/v1/courses/{course} lists the activities"),
      Row(.publish(code("ORIGIN")), "registrar course publish ORIGIN", "POST /api/v1/courses/ORIGIN/publish"),
      Row(.openSession(code("S-1")), "registrar session open S-1", "POST /api/v1/sessions/S-1/open"),
      Row(.openSession(nil), "registrar session open SESSION", "POST /api/v1/sessions/{session}/open"),
      Row(
        .endorseNomination, "registrar nomination endorse NOMINATION",
        "POST /api/v1/nominations/{nomination}/endorse"),
      Row(
        .affiliate(code("MEMBER-A"), from: firstDay),
        "registrar person affiliate PERSON --organisation MEMBER-A --from 2026-03-01",
        "POST /api/v1/persons/{person}/affiliations with the party MEMBER-A and a validity from 2026-03-01"),
      Row(
        .correctResult, "registrar result correct RESULT --reason TEXT corrects a recorded result",
        "POST /api/v1/results/{result}/corrections corrects a recorded result"),
      Row(
        .lookAtPlan, "registrar import PACKAGE --dry-run shows the plan",
        "POST /api/v1/imports?dryRun=true shows the plan"),
      Row(
        .agreeToPlan(hash: "5f1e"),
        "registrar import PACKAGE --dry-run shows the plan; with --apply 5f1e it is agreed to",
        "POST /api/v1/imports?dryRun=true shows the plan; with apply=5f1e in its place it is agreed to"),
    ]

  static let lists: [Row] = [
    list(.party, "organisation list", "parties"), list(.person, "person list", "persons"),
    list(.affiliation, "person show PERSON", "persons/{person}"),
    list(.standardEdition, "standard list", "standards"), list(.course, "course list", "courses"),
    list(.courseVersion, "course show COURSE", "courses/{course}/versions"),
    list(.catalogue, "catalogue list", "catalogues"), list(.session, "session list", "sessions"),
    list(.nomination, "nomination list", "nominations"), list(.enrolment, "enrolment list", "enrolments"),
    list(.result, "result list ENROLMENT", "enrolments/{enrolment}/results"),
    list(.scheme, "scheme list", "schemes"), list(.certificate, "certificate list", "certificates"),
    list(.assignment, "assignment list", "assignments"), list(.key, "key list", "keys"),
    list(.job, "job list", "jobs"),
    list(.launch, "enrolment launches ENROLMENT", "enrolments/{enrolment}/launches"),
    list(.backup, "history", "history"), list(.statementImport, "history", "history"),
    list(.forwarding, "forwarding list", "forwardings"), list(.webhook, "webhook list", "webhooks"),
    list(.credentialKey, "credential-key list", "credential-keys"),
    list(.report, "report list", "reports"), list(.pool, "pool list", "pools"),
    list(.accreditation, "accreditation list", "accreditations"),
    list(.release, "release list", "releases"), list(.rubric, "rubric list", "rubrics"),
    list(.observation, "observation list", "observations"),
    list(.involvement, "involvement list", "involvements"),
    list(.proposal, "certificate proposals", "proposals"),
    list(.fundingProgramme, "funding-programme list", "funding-programmes"),
    list(.evaluation, "evaluation list", "evaluations"),
    list(.commitment, "commitment list", "commitments"),
    list(.onwardTraining, "onward-training list", "onward-trainings"),
    list(.definedReport, "report defined", "defined-reports"),
  ]

  private static func code<Subject>(_ text: String) -> Code<Subject> {
    guard let code = Code<Subject>(text) else { preconditionFailure("“\(text)” is a code") }
    return code
  }

  private static var firstDay: Day {
    guard let day = Day("2026-03-01") else { preconditionFailure("a day of the calendar") }
    return day
  }

  private static func list(_ kind: HistoryObject.Kind, _ command: String, _ path: String) -> Row {
    Row(
      .list(kind), "registrar \(command) shows what there is", "GET /api/v1/\(path) shows what there is")
  }

  @Test(arguments: steps)
  func aStepIsACommandAtOneDoorAndARequestAtTheOther(_ row: Row) {
    expect(row)
  }

  @Test func everyKindCanBeLookedAt() {
    #expect(RemedyTests.lists.count == HistoryObject.Kind.allCases.count)
  }

  @Test func wordsAreTheSameAtBothDoors() {
    let remedy: Remedy = "choose another code"
    #expect(remedy.toldAsCommand == "choose another code")
    #expect(remedy.toldAsRequest == "choose another code")
  }

  /// The words are those of the row, the command is one of the grammar, and the request leads to a route.
  private func expect(_ row: Row) {
    #expect(row.remedy.toldAsCommand == row.command)
    #expect(row.remedy.toldAsRequest == row.request)
    let words = row.command.split(separator: " ").map(String.init).dropFirst()
    let isCommand = [Array(words.prefix(1)), Array(words.prefix(2))].contains { Grammar.verb(at: $0) != nil }
    #expect(isCommand, "\(row.command)")
    let request = row.request.split(separator: " ").map(String.init)
    let path = String(request[1].prefix { $0 != "?" })
    guard case .route = RouteTable.shared.find(request[0], path) else {
      Issue.record("no route: \(row.request)")
      return
    }
  }
}
