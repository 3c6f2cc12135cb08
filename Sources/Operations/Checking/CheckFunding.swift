internal import Enrolment
internal import People
internal import Values

extension Checking {
  /// Programmes are donors', targets lie within their programmes, and who pays under a programme is its donor.
  func checkFunding() throws {
    try each({ try $0.page(of: records.fundingProgrammes(of: nil)) { $0.code.text } }, { "\($0.code)" }) {
      programme in
      if try records.party(programme.donor)?.kind != .donor {
        fault("funding", "funding programme \(programme.code) is of no donor")
      }
      for target in try records.targets(of: programme.id) where !programme.days.covers(target.days) {
        fault(
          "funding",
          "a target for \(target.indicator.rawValue) lies outside the days of funding programme \(programme.code)"
        )
      }
    }
    try each(
      { try records.sessions(SessionFilter(), within: .everything, page: $0) }, { "session \($0.code)" }
    ) { session in
      for funding in try records.funding(of: session.id) {
        guard let id = funding.programme else { continue }
        if try records.fundingProgramme(id)?.donor != funding.donor {
          fault("funding", "session \(session.code) is paid for under a programme of another donor")
        }
      }
    }
  }
}
