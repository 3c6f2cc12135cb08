@testable import HTTPEndpoint
import JSON
import ProgramDriver
import Testing

/// What a refusal points at (RFC 6901), and what it says was done.
@Suite struct RefusalTests {
  @Test(
    arguments: [
      (
        "a session without a last day", "sessions",
        #"{"code": "S", "course": "C", "mode": "tutored", "days": {"from": "2026-01-01"}}"#, 422, "/days/to"
      ),
      (
        "a session of an unknown course", "sessions",
        #"{"code": "S", "course": "NONE", "mode": "tutored", "days": {"from": "2026-01-01", "to": "2026-01-02"}}"#,
        404,
        "/course"
      ),
      (
        "a person in an unknown organisation", "persons",
        #"{"name": "A", "affiliation": {"party": "NONE", "validity": {"from": "2026-01-01"}}}"#, 404,
        "/affiliation/party"
      ),
      ("an offer of an unknown course", "catalogues/TTT/offers", #"{"course": "NONE"}"#, 404, "/course"),
      ("an offer in an unknown catalogue", "catalogues/NONE/offers", #"{"course": "NONE"}"#, 404, nil),
      (
        "a unit with an escape sequence", "persons",
        #"{"name": "A", "affiliation": {"party": "KE", "unit": "\u001b[2J", "validity": {"from": "2026-01-01"}}}"#,
        422,
        "/affiliation/unit"
      ),
      (
        "a post on two lines", "persons",
        #"{"name": "A", "affiliation": {"party": "KE", "post": "A\nB", "validity": {"from": "2026-01-01"}}}"#,
        422,
        "/affiliation/post"
      ),
      (
        "a key's name with a control character", "keys", #"{"name": "a\u0007", "scope": "read"}"#, 422,
        "/name"
      ),
    ] as [(String, String, String, Int, String?)])
  func aRefusalPointsAtTheMember(row: String, path: String, body: String, status: Int, pointer: String?)
    throws
  {
    let house = try ServedHouse()
    _ = try house.send("POST", "/api/v1/catalogues", json: #"{"code": "TTT", "titles": "TTT"}"#)
    _ = try house.send(
      "POST", "/api/v1/parties",
      json:
        #"{"code": "KE", "kind": "member", "region": "ESA", "names": "Kenya", "validity": {"from": "2000-01-01"}}"#
    )
    let answer = try house.send("POST", "/api/v1/\(path)", json: body)
    #expect(answer.status == status, "\(answer.text)")
    let pointers = try answer.json["errors"]?.elements.map { $0.map { $0["pointer"]?.string } } ?? []
    #expect(pointers == (pointer.map { [$0] } ?? []), "\(answer.text)")
  }

  @Test func aParameterThatNamesNothingIsPointedAt() throws {
    let answer = try ServedHouse().send("GET", "/api/v1/sessions?host=NONE")
    #expect(answer.status == 404)
    #expect(try answer.json.list("errors").first?["parameter"]?.string == "host", "\(answer.text)")
  }

  /// "A refused input changes nothing", and does not say that it did.
  @Test(arguments: [false, true]) func aRefusedRosterAddsNobody(isDryRun: Bool) throws {
    let house = try ServedHouse()
    let answer = try house.send(
      "POST", "/api/v1/rosters?source=HR&dryRun=\(isDryRun)", ["Content-Type: text/csv"],
      body: Array("source-id,name,organisation\n1,A,\n2,B,NONE\n".utf8))
    #expect(answer.status == 422)
    let report = try answer.json["report"]
    let counts = ["added", "changed", "unchanged", "refused", "omitted"].map { report?[$0]?.number?.int64 }
    #expect(counts == [0, 0, 0, 1, 1], "\(answer.text)")
    #expect(try house.show("persons").list("items").isEmpty)
  }

  /// The very same edition again changes nothing, as with every other document of ours; another one is refused.
  @Test func anEditionIsLoadedOnce() throws {
    let house = try ServedHouse()
    let body =
      #"{"code": "S", "framework": "F", "year": 2026, "state": "draft", "titles": "Standard", "items": []}"#
    let answers = try [body, body, body.replacing("2026", with: "2027")].map {
      try house.send("POST", "/api/v1/standards", json: $0)
    }
    #expect(answers.map(\.status) == [201, 200, 409])
    #expect(answers[1]["Location"] == nil)
    #expect(answers[1].body == answers[0].body)
  }
}
