import JSON
import ProgramDriver
import Testing

/// What a request for a report says wrong is told by the request's own words.
@Suite struct ReportRequestTests {
  private static let days = "from=2026-01-01&to=2026-12-31"
  private static let members = #""from": "2026-01-01", "to": "2026-12-31", "zone": "Nowhere""#

  @Test(
    "an unknown zone is pointed at where the request names it",
    arguments: [
      ("certification?audience=directorate&\(days)"), ("learners?\(days)"), ("completions?\(days)"),
    ])
  func zoneOfAQuery(query: String) throws {
    let answer = try ServedHouse().send("GET", "/api/v1/reports/\(query)&zone=Nowhere")
    #expect(answer.status == 400, "\(answer.text)")
    #expect(try answer.json.list("errors").first?.text("parameter") == "zone")
    #expect(try answer.json.text("detail").hasPrefix("zone “Nowhere” is not "))
  }

  @Test(
    "so it is in a body",
    arguments: [
      ("reports/certification", #"{"audience": "directorate", \#(members)}"#),
      ("reports", #"{"audience": "directorate", \#(members)}"#),
      (
        "defined-reports",
        #"{"code": "Q", "audience": "directorate", "period": "last-quarter", "zone": "Nowhere"}"#
      ),
    ])
  func zoneOfABody(path: String, body: String) throws {
    let answer = try ServedHouse().send("POST", "/api/v1/\(path)", json: body)
    #expect(answer.status == 422, "\(answer.text)")
    #expect(try answer.json.list("errors").first?.text("pointer") == "/zone")
  }

  @Test("a block that another audience has is refused with those that this report has")
  func blockOfOthers() throws {
    let path = "/api/v1/reports/certification?audience=directorate&\(Self.days)&format=csv&block="
    let answer = try ServedHouse().send("GET", path + "own-officers")
    #expect(answer.status == 400, "\(answer.text)")
    let flaws = try answer.json.list("errors")
    let flaw = try #require(flaws.first)
    #expect(flaw.text("parameter") == "block")
    #expect(flaw.text("detail").contains("blocks: enrolments-by-state, results, funnel, "))
    #expect(!flaw.text("detail").contains("own-officers"))
  }

  @Test(
    "a party that does not fit the audience is refused with what mends it",
    arguments: [
      ("member", "", "party-missing", "name the party by its code"),
      ("directorate", "&party=MEMBER-A", "party-not-allowed", "leave the party out"),
      ("donor", "&party=MEMBER-A", "party-of-other-kind", "name a party of that kind"),
    ])
  func party(audience: String, party: String, code: String, remedy: String) throws {
    let house = try ServedHouse()
    _ = try house.make(
      "parties",
      #"{"code": "MEMBER-A", "kind": "member", "region": "ESA", "names": "Member A", "validity": {"from": "2020-01-01"}}"#
    )
    let path = "/api/v1/reports/certification?audience=\(audience)\(party)&\(Self.days)"
    let answer = try house.send("GET", path)
    #expect(answer.status == 400, "\(answer.text)")
    #expect(try answer.json.text("code") == code)
    #expect(try answer.json.text("remedy") == remedy)
    #expect(try answer.json.list("errors").first?.text("parameter") == "party")
  }

  @Test("a report that was taken back is not run, also by its identifier, and the description knows why")
  func takenBack() throws {
    let house = try ServedHouse()
    let body = #"{"code": "Q", "audience": "directorate", "period": "last-quarter"}"#
    let report = try house.make("defined-reports", body).text("id")
    let path = "/api/v1/defined-reports/\(report)"
    #expect(try house.send("POST", "\(path)/end", json: #"{"reason": "not read"}"#).status == 200)
    let answer = try house.send("POST", "\(path)/runs", json: "{}")
    #expect(answer.status == 409, "\(answer.text)")
    #expect(try answer.json.text("code") == "defined-report-ended")
    #expect(try house.show("reports").list("items").isEmpty)
  }

  @Test("what is refused is told by its beginning, however long it is", arguments: [301, 100_000])
  func longSignatory(count: Int) throws {
    let house = try ServedHouse()
    let name = String(repeating: "x", count: count)
    let body = #"{"audience": "directorate", "period": "2026", "signatory": "\#(name)"}"#
    let answer = try house.send("POST", "/api/v1/reports", json: body)
    #expect(answer.status == 422)
    #expect(
      answer.text.contains("“" + name.prefix(100) + "…” is not a name and a function"), "\(answer.text)")
    #expect(answer.body.count < 1000)
    #expect(try house.show("reports").list("items").isEmpty)
  }
}
