import JSON
import Operations
import ProgramDriver
import Testing

/// Rosters over HTTP: what the door itself decides. What becomes of their entries is the operation's affair.
@Suite struct RosterTests {
  private static let roster = "source-id,name\n1,A\n"

  private func send(
    _ query: String = "", type: String = "text/csv", _ roster: String = Self.roster,
    scope: KeyScope = .all, to house: ServedHouse
  ) throws -> HTTPConnection.Answer {
    try house.send(
      "POST", "/api/v1/rosters\(query)", ["Content-Type: \(type)"], body: Array(roster.utf8), scope: scope)
  }

  @Test(arguments: [
    ("", "text/csv; charset=utf-8", 422), ("?source=HR", "text/csv; charset=utf-8", 200),
    ("?source=HR", "text/tab-separated-values", 200), ("?source=HR", "text/csv; charset=windows-1252", 415),
    ("?source=HR", "application/json", 415), ("?source=HR", "application/vnd.ms-excel", 415),
    ("?source=H R", "text/csv", 400), ("?source=HR&dryRun=perhaps", "text/csv", 400),
    ("?source=HR&force=true", "text/csv", 400), ("?source=HR&source=HR", "text/csv", 400),
  ])
  func typesAndParametersAreChecked(_ query: String, _ type: String, _ status: Int) throws {
    let house = try ServedHouse()
    let answer = try send(query.replacing(" ", with: "%20"), type: type, to: house)
    #expect(answer.status == status, "\(answer.text)")
    #expect(try house.show("persons").list("items").isEmpty == (status != 200))
  }

  @Test func whoMayOnlyReadMayOnlyPlan() throws {
    let house = try ServedHouse()
    #expect(try send("?source=HR", scope: .read, to: house).status == 403)
    #expect(try send("?source=HR&dryRun=true", scope: .read, to: house).status == 200)
    #expect(try send("?source=HR&dryRun=true", scope: .xapi, to: house).status == 403)
    #expect(try house.show("persons").list("items").isEmpty)
  }

  @Test func aRefusedRosterIsToldWithItsFindings() throws {
    let house = try ServedHouse()
    let answer = try send("?source=HR&name=officers.csv", "source-id,nme\n1,A\n", to: house)
    #expect(answer.status == 422)
    #expect(try answer.json.text("code") == "roster-refused")
    let findings = try #require(try answer.json.member(named: "report")).list("findings")
    #expect(findings.map { $0.text("code") } == ["roster.column.missing", "roster.column.unknown"])
    #expect(findings.last?.text("file") == "officers.csv")
    #expect(findings.last?.text("message").contains("did you mean “name”?") == true)
  }
}
