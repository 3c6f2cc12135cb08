import People
import Testing
import Values

@Suite struct PartyTests {
  @Test(
    "Members and regional entities belong to a region; nobody else does",
    arguments: [
      (.member, true), (.rocb, true), (.rtc, true), (.rilo, true), (.rcl, true), (.rdtc, true),
      (.university, false), (.researchCentre, false), (.donor, false), (.serviceProvider, false),
      (.secretariat, false),
    ] as [(Party.Kind, Bool)])
  func regions(kind: Party.Kind, hasRegion: Bool) throws {
    #expect(kind.hasRegion == hasRegion)
    #expect(try refusal(kind, region: .esa) == (hasRegion ? nil : .regionNotAllowed(kind)))
    #expect(try refusal(kind, region: nil) == (hasRegion ? .regionMissing(kind) : nil))
  }

  @Test func everyKindHasARow() {
    #expect(Party.Kind.allCases.count == 11)
  }

  @Test("A party has a name", arguments: [LocalizedText([]), LocalizedText("")])
  func nameMissing(names: LocalizedText) throws {
    #expect(try refusal(.donor, region: nil, names: names) == .nameMissing)
  }

  @Test("The six regions of the WCO", arguments: ["AMS", "AP", "ESA", "EUR", "MENA", "WCA"])
  func sixRegions(code: String) throws {
    let region = try #require(Region(rawValue: code))
    #expect(!region.name.isEmpty)
    #expect(Region.allCases.count == 6)
  }

  private func refusal(
    _ kind: Party.Kind, region: Region?, names: LocalizedText = LocalizedText("A party")
  ) throws -> Party.Refusal? {
    let validity = try #require(Day("2020-01-01").flatMap { DayRange(from: $0, to: nil) })
    let code = try #require(PartyCode("P-1"))
    let id = PartyID(UUID(high: 0, low: 1))
    do throws(Party.Refusal) {
      _ = try Party(id: id, code: code, kind: kind, names: names, region: region, validity: validity)
      return nil
    } catch {
      return error
    }
  }
}
