public import Accreditation
internal import People
public import Reports
public import Values

/// The register of experts as it stood at a cut-off, with who was available on some days: the Secretariat's, and a Member's
/// of those whom it put forward.
public struct ReportExperts: Inquiry {
  public static let right: Right? = .readReports
  public static let looksBack = true

  public let category: ExpertCategory?
  public let subject: SubjectCode?
  /// The days on all of which it is asked who is available; nobody's availability is told where nil.
  public let period: DayRange?
  /// The instant that the records are looked at as of; the present where nil.
  public let cutOff: Instant?
  public let language: LanguageTag

  public init(
    category: ExpertCategory?, subject: SubjectCode?, period: DayRange?, cutOff: Instant?,
    language: LanguageTag
  ) {
    self.category = category
    self.subject = subject
    self.period = period
    self.cutOff = cutOff
    self.language = language
  }

  public func answer(_ reading: Reading) throws -> ListReport {
    switch reading.grant.reach {
    case .everything, .officers: break
    case .region, .sessions, .university, .queue, .person, .expert, .nothing: throw BeyondOwn.draftOfOthers
    }
    let days = try period.map { try $0.closed() }
    let setting = try reading.setting(days: days, cutOff: cutOff, language: language)
    let available = try period.map { try reading.records.peopleAvailable(on: $0, asOf: setting.cutOff) }
    var parties: [PartyID: PartyLabel] = [:]
    var facts: [ListedExpert] = []
    try reading.records.eachAccreditation(within: reading.grant.reach, asOf: setting.cutOff) {
      accreditation, pool, _, _ in
      guard isAsked(pool), let standing = accreditation.standing(on: setting.cutOff.dayInUTC) else { return }
      let party =
        try parties[accreditation.nominatedBy]
        ?? PartyLabel(reading.records.party(named: .id(accreditation.nominatedBy)))
      parties[accreditation.nominatedBy] = party
      facts.append(
        ListedExpert(
          person: accreditation.person,
          name: try reading.records.name(of: accreditation.person, asOf: setting.cutOff), party: party,
          pool: pool.code, poolTitle: pool.titles, category: pool.category, subject: pool.subject?.text,
          language: accreditation.language, standing: standing, since: accreditation.progress.heldSince,
          until: accreditation.progress.heldUntil,
          isAvailable: available.map { $0.contains(accreditation.person) }))
    }
    return .experts(facts, setting)
  }

  private func isAsked(_ pool: ExpertPool) -> Bool {
    (category == nil || category == pool.category) && (subject == nil || subject == pool.subject)
  }
}
