import ContentPackaging
import Enrolment
import Operations
import People
import Testing
import Values

/// “Bad input … changes nothing”: a table is taken whole or not at all, however much else there is to be said of it.
@Suite struct TableRefusalTests {
  private static let head = "code,donor,from,to,title\n"

  @Test("a row that cannot be used refuses the table, also behind more findings than are told")
  func behindAllThatIsTold() throws {
    let house = try House()
    let since = try #require(Day("2020-01-01"))
    let validity = try #require(DayRange(from: since, to: nil))
    _ = try house.perform(
      AddParty(
        code: try #require(PartyCode("D")), kind: .donor, names: LocalizedText("Donor"), region: nil,
        validity: validity))
    func take(_ rows: [String]) throws -> RecordsReport {
      try house.registrar.importFundingProgrammes(
        Array((Self.head + rows.joined(separator: "\n")).utf8), name: "programmes.csv", as: .owner)
    }
    let first = try take((1...1100).map { "P\($0),D,2026-01-01,2026-12-31,First" })
    #expect(first.isAccepted && first.counts == .init(added: 1100))
    let others = (1...1100).map { "P\($0),D,2026-01-01,2026-12-31,Other" }
    let told = try take(others)
    #expect(told.isAccepted && told.counts == .init(unchanged: 1100) && told.findings.count == 1001)
    let second = try take(others + ["NEW,D,2026-01-01,2026-12-31,New", "BAD,D,2026-02-30,2026-12-31,Bad"])
    #expect(!second.isAccepted && second.counts == .init())
    #expect(second.findings.filter { $0.severity == .error }.map(\.line) == [1103])
    let code = try #require(FundingProgrammeCode("NEW"))
    #expect(throws: NotFound.self) { try house.answer(ShowFundingProgramme(.code(code))) }
  }
}
