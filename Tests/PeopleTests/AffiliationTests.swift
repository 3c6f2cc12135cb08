import People
import Testing
import Values

@Suite struct AffiliationTests {
  private static let party = PartyID(UUID(high: 0, low: 1))
  private static let other = PartyID(UUID(high: 0, low: 2))

  /// The party is there from 2020 to 2029; the person holds the post of an auditor in it in 2024, and an unnamed one in
  /// another party from 2024 on.
  @Test(
    "A post in the party: its name, its days, and what stands against it",
    arguments: [
      ("Auditor", "2020-01-01", "2023-12-31", nil),
      ("Auditor", "2025-01-01", "2029-12-31", nil),
      ("Auditor", "2020-01-01", "2024-01-01", "overlaps"),
      ("Auditor", "2024-12-31", "2029-12-31", "overlaps"),
      ("Auditor", "2024-03-01", "2024-03-01", "overlaps"),
      ("auditor", "2024-03-01", "2024-03-01", nil),
      ("", "2024-03-01", "2024-03-01", nil),
      ("Trainer", "2019-12-31", "2021-01-01", "outside"),
      ("Trainer", "2020-01-01", "2029-12-31", nil),
      ("Trainer", "2020-01-01", "2030-01-01", "outside"),
      ("Trainer", "2020-01-01", nil, "outside"),
    ] as [(String, String, String?, String?)])
  func room(post: String, from: String, to: String?, against: String?) throws {
    let validity = try days("2020-01-01", "2029-12-31")
    let party = try Party(
      id: Self.party, code: #require(PartyCode("KE")), kind: .member, names: LocalizedText("Kenya"),
      region: .esa, validity: validity)
    let held = try days("2024-01-01", "2024-12-31")
    let others = [
      (Self.party, "Auditor", held), (Self.other, "", try days("2024-01-01", nil)),
    ]
    let refusal: Affiliation.Refusal? =
      switch against {
      case "overlaps": .overlaps(held)
      case "outside": .outsideParty(party.code, validity)
      default: nil
      }
    let asked = try days(from, to)
    do {
      try Affiliation.requireRoom(for: post, in: party, on: asked, beside: others)
      #expect(refusal == nil)
    } catch {
      #expect(error == refusal)
    }
  }

  @Test(
    "A place from 2 March 2026 on that ends on a day: its last day as it is, the day, the outcome",
    arguments: [
      (nil, "2026-03-01", nil), (nil, "2026-03-02", "2026-03-02"), (nil, "2026-06-30", "2026-06-30"),
      ("2026-06-30", "2026-06-29", "2026-06-29"), ("2026-06-30", "2026-06-30", nil),
      ("2026-06-30", "2026-07-01", nil),
    ] as [(String?, String, String?)])
  func ending(to: String?, day: String, expected: String?) throws {
    let affiliation = Affiliation(
      id: AffiliationID(UUID(high: 0, low: 3)), person: PersonID(UUID(high: 0, low: 4)), party: Self.party,
      unit: "", post: "", roleLevel: nil, validity: try days("2026-03-02", to),
      recordedAt: Instant(microseconds: 0))
    let day = try #require(Day(day))
    do {
      let days = try affiliation.days(endingOn: day)
      #expect(days.to?.description == expected)
    } catch {
      #expect(expected == nil)
      #expect(
        try error
          == (to.map { .endsAlready(try #require(Day($0))) } ?? .beginsLater(affiliation.validity.from)))
    }
  }

  private func days(_ from: String, _ to: String?) throws -> DayRange {
    let first = try #require(Day(from))
    return try #require(DayRange(from: first, to: to.flatMap { Day($0) }))
  }
}
