internal import Enrolment
internal import People
internal import Values

// What the demonstration's donor pays under, and what is to be reached.
extension DemoGeneration {
  /// A programme over the three years, with targets for each.
  func addProgramme(of donor: PartyCode, _ work: Work) throws -> FundingProgrammeCode {
    let code = known(FundingProgrammeCode("DEMO-PROGRAMME"))
    _ = try AddFundingProgramme(
      code: code, donor: .code(donor), titles: LocalizedText("Demonstration programme", language: .english),
      days: known(DayRange(from: day(2024, 1, 1), to: day(2026, 12, 31)))
    ).carryOut(work)
    for year in 2024...2026 {
      let days = known(DayRange(from: day(year, 1, 1), to: day(year, 12, 31)))
      for (indicator, share) in [(FundingIndicator.persons, 6), (.women, 12), (.completed, 8)] {
        _ = try SetFundingTarget(
          programme: .code(code), indicator: indicator, days: days, value: max(1, plan.persons / share)
        ).carryOut(work)
      }
    }
    return code
  }
}
