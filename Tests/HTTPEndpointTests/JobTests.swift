@testable import HTTPEndpoint
import Foundation
import JSON
import Operations
import ProgramDriver
import Testing

/// Long work that is not waited for (RFC 7240 §4.1, `Prefer: respond-async`).
@Suite struct JobTests {
  private static let async = "Prefer: respond-async"
  private static let zip = "Content-Type: application/zip"
  private static let csv = "Content-Type: text/csv"

  private func take(
    _ path: String, _ headers: [String], _ body: [UInt8]?, _ house: ServedHouse, method: String = "POST",
    key: Key? = nil
  ) throws -> String {
    let connection = try HTTPConnection(port: house.port, key: try key ?? house.key())
    let answer = try connection.send(
      method, "/api/v1/\(path)", headers + [JobTests.async], body: body)
    guard answer.status == 202 else { throw DriverError("\(answer.status) \(answer.text)") }
    #expect(answer["Preference-Applied"] == "respond-async")
    let location = try #require(answer["Location"])
    #expect(try location == "/api/v1/jobs/\(answer.json.text("id"))")
    #expect(try ["waiting", "working", "done", "refused"].contains(answer.json.text("state")))
    return location
  }

  /// The job once it has ended.
  private func ended(_ location: String, _ house: ServedHouse) throws -> JSONValue {
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end {
      let job = try house.send("GET", location).json
      if !["waiting", "working"].contains(job.text("state")) { return job }
      Thread.sleep(forTimeInterval: 0.005)
    }
    throw DriverError("the job does not end")
  }

  @Test func anImportIsDoneAndToldAsItWouldHaveBeen() throws {
    let (house, waited) = (try ServedHouse(), try ServedHouse())
    let zip = try Package.cmi5().zip
    let location = try take("imports?name=a.zip", [JobTests.zip], zip, house)
    let job = try ended(location, house)
    #expect(job.text("state") == "done")
    #expect(job.text("task") == "POST /api/v1/imports")
    #expect(!job.text("startedAt").isEmpty && !job.text("endedAt").isEmpty)
    let outcome = try #require(job.member(named: "outcome"))
    #expect(outcome["status"]?.number?.int64 == 201)
    let told = try house.send("GET", outcome.text("address"))
    let direct = try waited.send("POST", "/api/v1/imports?name=a.zip", [JobTests.zip], body: zip)
    #expect(told.status == direct.status)
    #expect(told["Location"] == direct["Location"])
    #expect(told["Content-Type"] == direct["Content-Type"])
    #expect(
      try told.json.member(named: "plan")?.text("hash") == direct.json.member(named: "plan")?.text("hash"))
    #expect(try house.show("courses").list("items").count == 1)
  }

  @Test func aRosterAndAReportAreJobsToo() throws {
    let house = try ServedHouse()
    let roster = try take(
      "rosters?source=HR", [JobTests.csv], Array("source-id,name\n1,A\n2,B\n".utf8), house)
    #expect(try ended(roster, house).text("state") == "done")
    #expect(try house.send("GET", roster + "/outcome").json["added"]?.number?.int64 == 2)
    let query = "reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31"
    for (format, type) in [
      ("json", "application/json"), ("xml", "application/xml"), ("html", "text/html; charset=utf-8"),
      ("pdf", "application/pdf"),
    ] {
      let body = """
        {"audience": "directorate", "from": "2026-01-01", "to": "2026-12-31", "format": "\(format)",
         "cutOff": "2026-03-01T00:00:00Z"}
        """
      let report = try take(
        "reports/certification", ["Content-Type: application/json"], Array(body.utf8), house)
      #expect(try ended(report, house).text("state") == "done")
      let told = try house.send("GET", report + "/outcome")
      let direct = try house.send("GET", "/api/v1/\(query)&format=\(format)&cut-off=2026-03-01T00:00:00Z")
      #expect(told.status == 200)
      #expect(told["Content-Type"] == type)
      #expect(told.body == direct.body)
    }
  }

  @Test func theOutcomeIsDescribedInEveryFormatOfAReport() throws {
    let paths = try ServedHouse().send("GET", "/api/openapi.json").json["paths"]
    let outcome = paths?.member(named: "/api/v1/jobs/{job}/outcome")?["get"]?["responses"]?["200"]
    let types = try #require(outcome?["content"]?.members).map(\.name.string)
    for type in ["application/pdf", "text/html", "text/csv", "application/xml", "application/json"] {
      #expect(types.contains(type), "\(types)")
    }
  }

  /// "A GET changes nothing": it makes no job, whatever it prefers.
  /// “Long reports are jobs: … resumable download with ETag and range” (RFC 9110 §14).
  @Test func theOutcomeOfAReportIsReadOnFromWhereItBrokeOff() throws {
    let house = try ServedHouse()
    let body = #"{"audience": "directorate", "period": "2026", "format": "xml"}"#
    let location = try take(
      "reports/certification", ["Content-Type: application/json"], Array(body.utf8), house)
    #expect(try ended(location, house).text("state") == "done")
    let address = "\(location)/outcome"
    let whole = try house.send("GET", address)
    let tag = try #require(whole["ETag"])
    #expect(whole.status == 200 && whole["Accept-Ranges"] == "bytes" && whole.text.hasPrefix("<?xml"))
    let count = whole.body.count
    for (range, condition, status, expected) in [
      ("bytes=100-", tag, 206, Array(whole.body.dropFirst(100))),
      ("bytes=0-9", tag, 206, Array(whole.body.prefix(10))),
      ("bytes=100-", "\"another\"", 200, Array(whole.body)), ("bytes=\(count)-", tag, 416, []),
    ] {
      let part = try house.send("GET", address, ["Range: \(range)", "If-Range: \(condition)"])
      #expect(
        part.status == status && (status == 416 || Array(part.body) == expected), "\(range) \(condition)")
      if status == 206 { #expect(part["ETag"] == tag) }
    }
  }

  @Test(arguments: ["GET", "HEAD"]) func aLookIsWaitedFor(method: String) throws {
    let house = try ServedHouse()
    let connection = try HTTPConnection(port: house.port, key: try house.key())
    let answer = try connection.send(
      method, "/api/v1/reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31&format=json",
      [JobTests.async])
    #expect(answer.status == 200)
    #expect(answer["Preference-Applied"] == nil)
    #expect(try house.show("jobs").list("items").isEmpty)
  }

  /// What is asked by POST is answered as what is asked by GET; what is wrong is a member.
  @Test(arguments: [
    ("as XML", #""from": "2026-01-01", "to": "2026-12-31", "format": "xml""#, 200, ""),
    ("a block", #""from": "2026-01-01", "to": "2026-12-31", "format": "csv", "block": "results""#, 200, ""),
    ("CSV of no block", #""from": "2026-01-01", "to": "2026-12-31", "format": "csv""#, 422, "/block"),
    (
      "a block of XML", #""from": "2026-01-01", "to": "2026-12-31", "format": "xml", "block": "results""#,
      422, "/block"
    ),
    ("days turned round", #""from": "2026-12-31", "to": "2026-01-01""#, 422, "/to"),
    ("no last day", #""from": "2026-12-31""#, 422, "/to"),
    (
      "the query's spelling", #""from": "2026-01-01", "to": "2026-12-31", "cut-off": "2026-03-01T00:00:00Z""#,
      422, "/cut-off"
    ),
  ])
  func aReportByPOST(row: String, members: String, status: Int, pointer: String) throws {
    let house = try ServedHouse()
    let answer = try house.send(
      "POST", "/api/v1/reports/certification", json: #"{"audience": "directorate", \#(members)}"#)
    #expect(answer.status == status, "\(answer.text)")
    if status != 200 {
      #expect(try answer.json.list("errors").first?["pointer"]?.string == pointer, "\(answer.text)")
    }
    #expect(try house.show("jobs").list("items").isEmpty)
  }

  /// The true outcome: a refusal is one, with its findings.
  @Test func whatIsRefusedIsToldSo() throws {
    let house = try ServedHouse()
    let location = try take("imports", [JobTests.zip], Array("no package".utf8), house)
    let job = try ended(location, house)
    #expect(job.text("state") == "refused")
    #expect(job.member(named: "outcome")?["status"]?.number?.int64 == 422)
    let told = try house.send("GET", location + "/outcome")
    #expect(told.status == 422)
    #expect(told["Content-Type"] == "application/problem+json")
    #expect(try told.json.member(named: "report")?["accepted"]?.boolean == false)
    // What the query says wrong is not taken on at all.
    let refused = try house.send(
      "POST", "/api/v1/imports?dryRun=perhaps", [JobTests.zip, JobTests.async], body: Package.cmi5().zip)
    #expect(refused.status == 400)
    #expect(try house.show("jobs").list("items").count == 1)
  }

  @Test func whatFailsIsToldSo() throws {
    struct Broken: Error {}
    let house = try ServedHouse(packages: FailingOpener(error: Broken()))
    let location = try take("imports", [JobTests.zip], Package.cmi5().zip, house)
    let job = try ended(location, house)
    #expect(job.text("state") == "failed")
    #expect(try house.send("GET", location + "/outcome").status == 500)
    #expect(house.failures.all.count == 1)
  }

  @Test func aJobThatWaitsOrWorksCanBeCalledOff() throws {
    let gate = Gate()
    let house = try ServedHouse(packages: SlowOpener(gate: gate))
    let zip = try Package.cmi5().zip
    let working = try (0..<2).map { _ in try take("imports", [JobTests.zip], zip, house) }
    while gate.waiting < 2 { usleep(1000) }
    let waiting = try take("imports", [JobTests.zip], zip, house)
    #expect(try house.send("GET", waiting).json.text("state") == "waiting")
    #expect(try house.send("GET", waiting + "/outcome").status == 409)
    #expect(try house.send("GET", working[0] + "/outcome").json.text("code") == "job-not-ended")
    for job in working + [waiting] {
      let cancelled = try house.send("POST", job + "/cancel", json: "{}")
      #expect(cancelled.status == 200, "\(cancelled.text)")
      #expect(try cancelled.json.text("state") == "cancelled")
      #expect(try house.send("POST", job + "/cancel").status == 200, "said twice")
    }
    gate.open()
    Thread.sleep(forTimeInterval: 0.1)
    #expect(try house.show("courses").list("items").isEmpty)
    #expect(try house.send("GET", working[0]).json.text("state") == "cancelled")
    #expect(try house.send("GET", working[0] + "/outcome").json.text("code") == "job-without-outcome")
    // What is done is done.
    let done = try take("imports", [JobTests.zip], zip, house)
    #expect(try ended(done, house).text("state") == "done")
    let late = try house.send("POST", done + "/cancel", json: "{}")
    #expect(late.status == 409)
    #expect(try house.show("courses").list("items").count == 1)
  }

  /// A repair takes nothing from what is under way beside it.
  @Test func aRepairLeavesWhatIsUnderWay() throws {
    let gate = Gate()
    let house = try ServedHouse(packages: SlowOpener(gate: gate))
    let zip = try Package.cmi5().zip
    let jobs = try (0..<3).map { _ in try take("imports", [JobTests.zip], zip, house) }
    while gate.waiting < 2 { usleep(1000) }
    let report = try house.registrar.repair(databaseFaults: [], as: .owner)
    #expect(report.repaired.isEmpty && report.warnings.isEmpty && report.faults.isEmpty)
    gate.open()
    for job in jobs { #expect(try ended(job, house).text("state") == "done") }
    #expect(try house.show("courses").list("items").count == 1)
  }

  /// Imports, and repairs all the while: nothing that an import keeps is taken from it.
  @Test func repairsTakeNothingFromImportsBesideThem() throws {
    let house = try ServedHouse()
    let packages = try (1...6).map { try Package.cmi5($0).zip }
    try onThreads(4) { thread in
      for number in 0..<6 {
        guard thread > 0 else {
          _ = try house.registrar.repair(databaseFaults: [], as: .owner)
          continue
        }
        let answer = try house.send(
          "POST", "/api/v1/imports", [JobTests.zip], body: packages[(thread + number) % 6])
        #expect([200, 201, 503].contains(answer.status), "\(answer.text)")
      }
    }
    let report = try house.registrar.check(databaseFaults: [], as: .owner)
    #expect(report.faults.isEmpty && report.warnings.isEmpty, "\(report)")
  }

  /// A roster is one transaction: called off in the middle of it, nothing of it is recorded.
  @Test func aRosterThatIsCalledOffRecordsNothing() throws {
    let house = try ServedHouse()
    let rows = (0..<20_000).map { "\($0),Officer \($0)\n" }.joined()
    let location = try take(
      "rosters?source=HR", [JobTests.csv], Array(("source-id,name\n" + rows).utf8), house)
    let end = ContinuousClock.now + .seconds(20)
    var seen: Int64?
    while ContinuousClock.now < end, seen == nil {
      let job = try house.send("GET", location).json
      if job.text("state") == "done" { break }
      seen = job.member(named: "progress")?["done"]?.number?.int64
    }
    #expect(seen != nil, "it tells how far it has come")
    let cancelled = try house.send("POST", location + "/cancel", json: "{}")
    #expect(cancelled.status == 200, "\(cancelled.text)")
    #expect(try house.send("GET", location).json.text("state") == "cancelled")
    #expect(try house.show("persons").list("items").isEmpty)
  }

  @Test func onlyWhoAskedAndAdministratorsSeeAJob() throws {
    let house = try ServedHouse()
    let reader = try house.key(.read)
    let mine = try take(
      "imports?dryRun=true", [JobTests.zip], Package.cmi5().zip, house, key: reader)
    let theirs = try take("imports?dryRun=true", [JobTests.zip], Package.cmi5().zip, house)
    func status(_ path: String, _ scope: KeyScope, method: String = "GET") throws -> Int {
      try house.send(method, path, scope: scope).status
    }
    #expect(try status(mine, .read) == 200)
    #expect(try status(mine, .all) == 200)
    #expect(try status(theirs, .read) == 404)
    #expect(try status(theirs + "/outcome", .read) == 404)
    #expect(try status(theirs + "/cancel", .read, method: "POST") == 404)
    #expect(try status(mine, .xapi) == 403)
    #expect(try house.send("GET", "/api/v1/jobs", scope: .read).json.list("items").count == 1)
    #expect(try house.send("GET", "/api/v1/jobs", scope: .all).json.list("items").count == 2)
  }

  @Test func theSameRequestIsOneJob() throws {
    let house = try ServedHouse()
    let headers = [JobTests.zip, "Idempotency-Key: one"]
    let first = try take("imports", headers, Package.cmi5().zip, house)
    #expect(try take("imports", headers, Package.cmi5().zip, house) == first)
    _ = try ended(first, house)
    #expect(try take("imports", headers, Package.cmi5().zip, house) == first)
    #expect(try house.show("jobs").list("items").count == 1)
  }

  @Test(arguments: [
    ("respond-async", true), ("wait=10, Respond-Async", true), ("respond-async; x=1", true),
    ("return=minimal", false), ("respond-asynchronously", false), ("", false), ("x;respond-async", false),
  ])
  func aPreferenceIsReadAsRFC7240HasIt(_ value: String, _ isTaken: Bool) throws {
    let house = try ServedHouse()
    let answer = try house.send(
      "POST", "/api/v1/imports?dryRun=true", [JobTests.zip, "Prefer: \(value)"], body: Package.cmi5().zip)
    #expect(answer.status == (isTaken ? 202 : 200))
  }

  /// What a server had taken on and not carried out when it ended is interrupted.
  @Test func whatAnEarlierServerLeftIsInterrupted() throws {
    let gate = Gate()
    let house = try ServedHouse(packages: SlowOpener(gate: gate))
    let job = try take("imports", [JobTests.zip], Package.cmi5().zip, house)
    while gate.waiting < 1 { usleep(1000) }
    try house.registrar.settleRequests()
    #expect(try house.send("GET", job).json.text("state") == "interrupted")
    gate.open()
    Thread.sleep(forTimeInterval: 0.1)
    #expect(try house.send("GET", job).json.text("state") == "interrupted")
    #expect(try house.show("courses").list("items").isEmpty)
  }
}
