import Accreditation
import Certification
import Operations
import SQLiteStore
import Testing
import Values

/// “a plainly marked demonstration data set dated (recorded instants too) from 2024-01-01 to 2026-06-30, with
/// certificates in every state; the same records for the same seed, keys, secrets and public codes apart”.
@Suite struct DemoTests {
  @Test func theSameSeedGivesTheSameRecords() throws {
    let one = try generated(seed: 7)
    let same = try generated(seed: 7)
    let other = try generated(seed: 8)
    #expect(try history(of: one) == history(of: same))
    #expect(try history(of: one) != history(of: other))
  }

  @Test func certificatesAreInEveryState() throws {
    let house = try generated(seed: 7)
    try house.clock.set("2026-07-01T00:00:00Z")
    let page = try house.answer(ListCertificates(page: PageRequest(limit: 1000)))
    #expect(Set(page.items.map(\.state)) == Set(CertificateState.allCases))
    // Many were issued at one instant: pages join all the same.
    var listed: [String] = []
    var request: PageRequest? = PageRequest(limit: 7)
    while let next = request {
      let found = try house.answer(ListCertificates(page: next))
      listed += found.items.map(\.certificate.number.text)
      request = found.next.map { PageRequest(after: $0, limit: 7) }
    }
    #expect(listed == page.items.map(\.certificate.number.text))
  }

  @Test func expertsAreInEveryState() throws {
    let house = try generated(seed: 7)
    let cases = try house.answer(ListAccreditations(page: PageRequest(limit: 1000))).items
    #expect(
      Set(cases.map(\.progress.state)) == Set(AccreditationState.allCases))
  }

  @Test func everythingIsDatedWithinTheThirtyMonths() throws {
    let instants = try history(of: generated(seed: 7)).map(\.at)
    let first = try #require(instants.min())
    let last = try #require(instants.max())
    #expect(first.dayInUTC.description == "2024-01-01")
    // The last month's certificates are awarded on the 24th, and what becomes of earlier ones follows.
    #expect(("2026-06-24"..."2026-06-30").contains(last.dayInUTC.description))
  }

  @Test func whatWasGeneratedIsSound() throws {
    let house = try generated(seed: 7)
    #expect(try house.registrar.check(databaseFaults: house.store.faults(), as: .owner).faults == [])
  }

  @Test func everyDecisionFollowsFromItsRecords() throws {
    let house = try generated(seed: 7)
    let recomputation = try house.registrar.recomputeCertificates(as: .owner)
    #expect(recomputation.differences == [])
    #expect(recomputation.decisions > 100)
  }

  private func generated(seed: UInt64) throws -> House {
    let house = try House()
    let plan = try #require(DemoPlan(members: 6, persons: 300, seed: seed))
    let summary = try house.registrar.generateDemo(plan, as: .owner)
    #expect(summary.persons == 300)
    #expect(summary.sessions == 30)
    return house
  }

  private func history(of house: House) throws -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    var request = PageRequest(limit: 1000)
    while true {
      let page = try house.answer(ReadHistory(page: request))
      entries += page.items
      guard let next = page.next else { return entries }
      request = PageRequest(after: next, limit: 1000)
    }
  }
}
