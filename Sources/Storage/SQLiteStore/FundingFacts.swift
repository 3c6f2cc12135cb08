internal import Enrolment
internal import Operations
internal import People
internal import Reports
internal import SQLite
internal import Values

extension ConnectedRecords {
  func fundingTerms(asOf cutOff: Instant) throws -> FundingTerms {
    let labels = ReportLabels(self, asOf: cutOff)
    let seats = try connection.all(
      """
      SELECT session.code, donor, programme, seats, session.first_day FROM session_funding
      JOIN session ON session.id = session_funding.session
      WHERE session_funding.recorded_at <= \(cutOff) AND (ended_at IS NULL OR ended_at > \(cutOff))
      ORDER BY session_funding.session, donor
      """
    ) { row -> FundedSeatsFact in
      let programme: FundingProgrammeID? = try row.identifierOrNil(2)
      return FundedSeatsFact(
        session: try row.code(0), startsOn: try row.day(4), donor: try labels.party(row.identifier(1)),
        programme: try programme.map(labels.programme), seats: try row.integerOrNil(3).map(Int.init))
    }
    let targets = try targets(asOf: cutOff).map { target -> FundingTargetFact in
      guard let to = target.days.to, let programme = try fundingProgramme(target.programme) else {
        throw StoredValueUnreadable(
          what: "a target of a funding programme", value: target.programme.description)
      }
      return FundingTargetFact(
        donor: try labels.party(programme.donor), programme: try labels.programme(programme.id),
        indicator: target.indicator, from: target.days.from, to: to, value: target.value)
    }
    return FundingTerms(seats: seats, targets: targets)
  }
}
