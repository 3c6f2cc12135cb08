import JSON
import Operations
import ProgramDriver
import Synchronization
import Testing

/// From a package to a certificate, a report and the history, over HTTP alone.
@Suite struct StoryTests {
  @Test func aPackageBecomesACertificateAndAReport() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    #expect(try scene.state == "enrolled")
    try scene.say("completed", of: 0)
    #expect(try scene.state == "started")

    let verdict = try house.show("enrolments/\(scene.enrolment)/eligibility?scheme=ORIGIN")
    #expect(verdict["eligible"]?.boolean == false)
    let early = try house.send(
      "POST", "/api/v1/certificates", json: #"{"enrolment": "\#(scene.enrolment)", "scheme": "ORIGIN"}"#)
    #expect(early.status == 409)
    #expect(try early.json.text("code") == "not-eligible")

    let certificate = try scene.earnCertificate()
    #expect(try scene.state == "completed")
    let again = try house.send(
      "POST", "/api/v1/certificates", json: #"{"enrolment": "\#(scene.enrolment)", "scheme": "ORIGIN"}"#)
    #expect(try again.json.text("code") == "already-certified")
    #expect(certificate.text("number") == "ORIGIN-2026-000001")
    #expect(
      certificate.text("verifyURL") == "http://127.0.0.1:\(house.port)/verify/\(certificate.text("code"))")
    #expect(try house.show("certificates/\(certificate.text("code"))").text("id") == certificate.text("id"))
    #expect(try house.show("certificates?person=\(scene.person)").list("items").count == 1)

    let report = "/api/v1/reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31"
    #expect(try house.send("GET", report)["Content-Type"] == "application/xml")
    #expect(try house.send("GET", report, ["Accept: application/json"]).json.kind == .object)
    #expect(try house.send("GET", report + "&format=csv").status == 400)
    let block = try house.send("GET", report + "&format=csv&block=certificates")
    #expect(block["Content-Type"] == "text/csv; charset=utf-8; header=present")
    #expect(block.text.hasPrefix("record,"))
    #expect(try house.send("GET", report, ["Accept: image/png"]).status == 406)

    let actions = try house.show("history?limit=1000").list("items").map { $0.text("action") }
    #expect(actions.contains("certificate award"))
    let first = try house.show("history?limit=1")
    #expect(try house.show("history?limit=1&after=\(first.text("next"))").list("items").count == 1)
    #expect(house.failures.all.isEmpty)
  }

  /// "cmi5 allowed" statements "are not considered in … completion rules" (cmi5 §7.1.3).
  @Test func aStatementThatCmi5OnlyAllowsShowsThatTheUnitWasBegun() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    try scene.say("completed", of: 0, isDefined: false)
    try scene.say("completed", of: 1, isDefined: false)
    try scene.say("passed", of: 1, scaled: "0.9", isDefined: false)
    try scene.say("mastered", of: 1, scaled: "0.9")
    let shown = try house.show("enrolments/\(scene.enrolment)")
    #expect(shown.text("state") == "started")
    for activity in shown.member(named: "progress")?.list("activities") ?? [] {
      #expect(activity.member(named: "startedAt")?.isNull == false)
      #expect(activity.member(named: "completedAt")?.isNull == true)
      #expect(activity.text("success") == "unknown")
      #expect(activity.member(named: "score")?.isNull == true)
    }
  }

  /// "A certificate of attendance requires attendance only" (domain 7.4, 6).
  @Test(
    "Neither the session's end nor withdrawing takes attendance away",
    arguments: [
      (true, "sessions/SPRING/cancel"), (false, "sessions/SPRING/cancel"), (true, "enrolments/$/withdraw"),
      (false, "enrolments/$/no-show"),
    ])
  func attendanceIsAFactOfItsOwn(hasBegun: Bool, end: String) throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    try house.make(
      "schemes",
      #"{"code": "ATTENDED", "titles": "Attended", "issuer": "MEMBER-A", "course": "\#(scene.course)", "kind": "attendance"}"#
    )
    if hasBegun { try scene.say("completed", of: 0, isDefined: false) }
    try house.make(end.replacing("$", with: scene.enrolment), "{}")
    let shown = try house.show("enrolments/\(scene.enrolment)")
    #expect(shown.member(named: "attended")?.boolean == hasBegun)
    #expect(shown.list("transitions").last?.member(named: "attended")?.boolean == hasBegun)
    let verdict = try house.show("enrolments/\(scene.enrolment)/eligibility?scheme=ATTENDED")
    #expect(verdict.member(named: "eligible")?.boolean == hasBegun)
    let award = try house.send(
      "POST", "/api/v1/certificates",
      json: #"{"enrolment": "\#(scene.enrolment)", "scheme": "ATTENDED"}"#)
    #expect(award.status == (hasBegun ? 201 : 409))
    let report = "/api/v1/reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31"
    let block = try house.send("GET", report + "&format=csv&block=enrolments-by-sex").text
    #expect(block.contains("\r\ntotal,total,,1,\(hasBegun ? 1 : 0),1,0,"))
  }

  @Test func aResultIsRecordedAndCorrected() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let recorded = try house.make(
      "enrolments/\(scene.enrolment)/results",
      #"{"activity": "2", "score": {"raw": 50, "max": 100}, "assessedOn": "2026-03-02"}"#)
    let result = try #require(recorded.member(named: "result"))
    #expect(result.text("outcome") == "failed")
    let corrected = try house.make(
      "results/\(result.text("id"))/corrections",
      #"{"score": {"raw": 90, "max": 100}, "reason": "typed 50 for 90"}"#)
    #expect(corrected.member(named: "result")?.text("outcome") == "passed")
    #expect(try house.show("enrolments/\(scene.enrolment)/results").list("items").count == 2)
  }

  @Test func aCertificateIsReplacedInTheNewNameAndOnlyWhileItsEvidenceHolds() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let recorded = try house.make(
      "enrolments/\(scene.enrolment)/results", #"{"activity": "2", "score": {"raw": 90, "max": 100}}"#)
    try scene.say("completed", of: 0)
    let certificate = try house.make(
      "certificates", #"{"enrolment": "\#(scene.enrolment)", "scheme": "ORIGIN"}"#)
    let renamed = try house.make(
      "persons/\(scene.person)/rename", #"{"name": "Officer Other", "reason": "marriage"}"#)
    #expect(renamed.text("name") == "Officer Other")
    let unnamed = try house.send(
      "POST", "/api/v1/persons/\(scene.person)/rename", json: #"{"name": "Officer Other"}"#)
    #expect(unnamed.status == 422)
    let next = try house.make("certificates/\(certificate.text("code"))/replace", #"{"reason": "marriage"}"#)
    #expect(next.text("replaces") == certificate.text("id"))
    #expect(next.member(named: "facts")?.text("holder") == "Officer Other")
    let result = recorded.member(named: "result")?.text("id") ?? ""
    try house.make("results/\(result)/annul", #"{"reason": "the task was known"}"#)
    let refused = try house.send(
      "POST", "/api/v1/certificates/\(next.text("code"))/replace", json: #"{"reason": "lost"}"#)
    #expect(refused.status == 409)
    #expect(try refused.json.text("code") == "evidence-withdrawn")
    #expect(try house.show("certificates/\(next.text("code"))").text("state") == "issued")
  }

  @Test(
    "What a voided statement had moved is as the other records say, ended or not",
    arguments: [
      (["completed"], "", "enrolled"), (["completed", "passed"], "", "started"),
      (["completed"], "withdraw", "withdrawn"),
    ])
  func aVoidedStatementNoLongerSpeaks(verbs: [String], ending: String, state: String) throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    for verb in verbs { try scene.say(verb, of: 1, scaled: verb == "passed" ? "0.85" : nil) }
    if !ending.isEmpty { try house.make("enrolments/\(scene.enrolment)/\(ending)", "{}") }
    let last = try house.xapi("GET", "/xapi/statements?limit=1").json.list("statements")[0].text("id")
    #expect(try house.xapi("POST", "/xapi/statements", voiding(last)).status == 200)
    let shown = try house.show("enrolments/\(scene.enrolment)")
    #expect(shown.text("state") == state)
    let second = try #require(shown.member(named: "progress")?.list("activities").last)
    #expect(second.member(named: "score")?.isNull == true)
    #expect(second.member(named: "startedAt")?.isNull == (verbs.count == 1))
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test func aCorrectionNamesTheCertificateThatItPutsInDoubt() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let recorded = try house.make(
      "enrolments/\(scene.enrolment)/results", #"{"activity": "2", "score": {"raw": 90, "max": 100}}"#)
    #expect(recorded.list("doubts").isEmpty)
    try scene.say("completed", of: 0)
    let certificate = try house.make(
      "certificates", #"{"enrolment": "\#(scene.enrolment)", "scheme": "ORIGIN"}"#)
    #expect(try house.show("certificates?inDoubt=true").list("items").isEmpty)
    let result = recorded.member(named: "result")?.text("id") ?? ""
    let corrected = try house.make(
      "results/\(result)/corrections", #"{"score": {"raw": 10, "max": 100}, "reason": "misread"}"#)
    let sentence =
      "certificate ORIGIN-2026-000001 is in force on evidence that no longer holds (the enrolment is not "
      + "completed (it is started)); suspend or revoke it"
    #expect(corrected.list("doubts").map { $0.text("sentence") } == [sentence])
    #expect(corrected.list("doubts").map { $0.text("certificate") } == ["ORIGIN-2026-000001"])
    let listed = try house.show("certificates?inDoubt=true").list("items")
    #expect(listed.map { $0.member(named: "doubt")?.text("sentence") } == [sentence])
    let code = certificate.text("code")
    #expect(try house.show("certificates/\(code)").member(named: "doubt")?.text("sentence") == sentence)
    #expect(try house.show("certificates/\(code)").text("state") == "issued", "people decide")
    try house.make("certificates/\(code)/revoke", #"{"reason": "not earned"}"#)
    #expect(try house.show("certificates?inDoubt=true").list("items").isEmpty)
    #expect(try house.show("certificates/\(code)").member(named: "doubt")?.isNull == true)
  }

  /// In Kiritimati the last day ends while it is still that day in UTC.
  @Test func aCertificateIsInForceByTheDayOfItsOwnZone() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    _ = try scene.earnCertificate()
    house.clock.advance(hours: 2)
    try house.make(
      "schemes",
      #"{"code": "FAR", "titles": "Far", "issuer": "MEMBER-A", "course": "\#(scene.course)", "kind": "completion", "validityMonths": 1, "timeZone": "Pacific/Kiritimati"}"#
    )
    let certificate = try house.make(
      "certificates", #"{"enrolment": "\#(scene.enrolment)", "scheme": "FAR"}"#)
    #expect(certificate.member(named: "facts")?.text("lastDay") == "2026-04-02")
    house.clock.advance(days: 30)
    for (hours, state) in [(22, "issued"), (2, "expired")] as [(Int64, String)] {
      house.clock.advance(hours: hours)
      let code = certificate.text("code")
      #expect(try house.show("certificates/\(code)").text("state") == state)
      #expect(try house.show("certificates?scheme=FAR").list("items").map { $0.text("state") } == [state])
      let verified = try house.send("GET", "/verify/\(code)", ["Accept: application/json"], scope: nil)
      #expect(try verified.json.text("state") == state)
      let verdict = try house.show("enrolments/\(scene.enrolment)/eligibility?scheme=FAR")
      #expect(verdict["eligible"]?.boolean == (state == "expired"))
    }
  }

  /// "Attempt: open > submitted > graded > final" (domain 7.3).
  @Test(
    "Who failed may try again, until the attempt is the last one or the session is closed",
    arguments: ["final", "closed"])
  func aFailedAttempt(end: String) throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    func record(_ verdict: String, isFinal: Bool = false) throws -> (status: Int, json: JSONValue) {
      let answer = try house.send(
        "POST", "/api/v1/enrolments/\(scene.enrolment)/results",
        json: #"{"observed": "\#(verdict)", "final": \#(isFinal)}"#)
      return (answer.status, try answer.json)
    }
    #expect(try record("unsatisfactory").json.member(named: "enrolment")?.text("state") == "started")
    if end == "final" {
      let last = try record("unsatisfactory", isFinal: true).json
      #expect(last.member(named: "result")?.member(named: "attempt")?.number?.int64 == 2)
      #expect(last.member(named: "enrolment")?.text("state") == "failed")
    } else {
      for step in ["confirm", "start", "deliver", "report", "close"] {
        try house.make("sessions/SPRING/\(step)", "{}")
      }
    }
    #expect(try scene.state == "failed")
    try scene.say("completed", of: 0)
    #expect(try record("satisfactory").status == 409)
    #expect(try scene.state == "failed")
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }

  @Test func aStateThatCannotBeLeftThatWayIsAConflict() throws {
    let house = try ServedHouse()
    _ = try Scene(house)
    for step in ["sessions/SPRING/open", "sessions/SPRING/close"] {
      let answer = try house.send("POST", "/api/v1/\(step)", json: "{}")
      #expect(answer.status == 409)
      #expect(try answer.json.text("code") == "wrong-state")
    }
  }

  @Test func aSeatThatFallsFreeGoesToTheFirstWhoWaits() throws {
    let house = try ServedHouse()
    let scene = try Scene(house, capacity: 1)
    let second = try Scene.addOfficer(2, to: house)
    let waiting = try house.make("enrolments", #"{"person": "\#(second)", "session": "SPRING"}"#)
    #expect(waiting.text("state") == "waiting")
    let seats = try house.show("sessions/SPRING").member(named: "seats")
    #expect(seats?["taken"]?.number?.int64 == 1)
    #expect(seats?["waiting"]?.number?.int64 == 1)
    try house.make("enrolments/\(scene.enrolment)/withdraw", #"{"reason": "ill"}"#)
    #expect(try house.show("enrolments/\(waiting.text("id"))").text("state") == "enrolled")
  }

  @Test func aVersionIsPublishedMappedAndListed() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    try house.make(
      "standards",
      """
      {"code": "PICARD-2019", "framework": "PICARD", "year": 2019, "state": "in-force", "titles": {"en": "Standards"},
       "items": [{"code": "OM-1", "level": "operational-manager", "kind": "knowledge", "titles": {"en": "Origin"}}]}
      """)
    let mapped = try house.make(
      "courses/\(scene.course)/mappings", #"{"edition": "PICARD-2019", "items": ["OM-1"]}"#)
    #expect(mapped.list("mapping").map { $0.text("item") } == ["OM-1"])
    let again = try house.send("POST", "/api/v1/courses/\(scene.course)/publish")
    #expect(again.status == 409, "the version is published already")
    #expect(try house.show("courses/\(scene.course)/versions/1").text("state") == "published")
    #expect(try house.show("courses/\(scene.course)/versions").list("items").count == 1)
    #expect(try house.show("standards/picard-2019").list("items").count == 1)
    #expect(try house.show("catalogues/TTT").list("offers").count == 1)
  }

  /// Row 76: "200 parallel “issue” for one case: one certificate", and one number.
  @Test func twoHundredAwardsForOneCaseAreOneCertificate() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    try scene.say("completed", of: 0)
    try scene.say("completed", of: 1)
    try scene.say("passed", of: 1, scaled: "0.85")
    let answers = Mutex<[Int: Int]>([:])
    try onThreads(50) { _ in
      for _ in 0..<4 {
        let answer = try house.send(
          "POST", "/api/v1/certificates", json: #"{"enrolment": "\#(scene.enrolment)", "scheme": "ORIGIN"}"#)
        answers.withLock { $0[answer.status, default: 0] += 1 }
      }
    }
    #expect(answers.withLock(\.self) == [201: 1, 409: 199])
    let certificates = try house.show("certificates?person=\(scene.person)").list("items")
    #expect(certificates.map { $0.text("number") } == ["ORIGIN-2026-000001"])
    let places = try house.registrar.store.read { records in
      try records.statusLists().reduce(0) { try $0 + records.takenPlaces(in: $1) }
    }
    #expect(places == 1, "and one place in the lists of states")
    try house.make("certificates/ORIGIN-2026-000001/revoke", #"{"reason": "obtained by error"}"#)
    let next = try house.make("certificates", #"{"enrolment": "\#(scene.enrolment)", "scheme": "ORIGIN"}"#)
    #expect(next.text("number") == "ORIGIN-2026-000002", "a refused award takes no number")
  }

  /// Row 75: 500 clients for 30 seats.
  @Test func thirtySeatsAreGivenToTheFirstThirty() throws {
    let house = try ServedHouse()
    _ = try Scene(house)
    try house.make(
      "sessions",
      #"{"code": "FULL", "course": "\#(try house.show("courses").list("items")[0].text("code"))", "mode": "tutored", "capacity": 30, "days": {"from": "2026-03-01", "to": "2026-03-31"}}"#
    )
    try house.make("sessions/FULL/open", "{}")
    let persons = try (1...500).map { number in
      try house.make("persons", #"{"name": "Officer \#(number)"}"#).text("id")
    }
    try onThreads(100) { thread in
      for number in 0..<5 {
        let body = #"{"person": "\#(persons[thread * 5 + number])", "session": "FULL"}"#
        guard try house.send("POST", "/api/v1/enrolments", json: body).status == 201 else {
          throw DriverError("enrolment refused")
        }
      }
    }
    let all = try house.show("enrolments?session=FULL&limit=1000").list("items")
    let seated = all.filter { $0.text("state") == "enrolled" }
    #expect(all.count == 500)
    #expect(seated.count == 30)
    #expect(all.prefix(30).allSatisfy { $0.text("state") == "enrolled" }, "who came first has a seat")
    #expect(all.dropFirst(30).allSatisfy { $0.text("state") == "waiting" })
  }
}
