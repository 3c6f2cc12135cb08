public import Accreditation
internal import People
public import Reports
public import Values

/// The register of experts as it stands, with who is available on some days: the Secretariat's, and a Member's of those
/// whom it put forward.
public struct ReportExperts: Inquiry {
  public static let right: Right? = .readReports

  public let category: ExpertCategory?
  public let subject: SubjectCode?
  /// The days on all of which it is asked who is available; nobody's availability is told where nil.
  public let period: DayRange?
  public let language: LanguageTag

  public init(category: ExpertCategory?, subject: SubjectCode?, period: DayRange?, language: LanguageTag) {
    self.category = category
    self.subject = subject
    self.period = period
    self.language = language
  }

  public func answer(_ reading: Reading) throws -> ListReport {
    switch reading.grant.reach {
    case .everything, .officers: break
    case .region, .sessions, .university, .queue, .person, .expert, .nothing: throw BeyondOwn.draftOfOthers
    }
    let days = try period.map { try $0.closed() }
    let setting = try reading.setting(days: days, cutOff: nil, language: language)
    let available = try period.map { Set(try experts(availableOn: $0, reading).map(\.accreditation.id)) }
    let facts = try experts(availableOn: nil, reading).map { expert in
      ListedExpert(
        person: expert.accreditation.person, name: expert.name,
        party: PartyLabel(try reading.records.party(named: .id(expert.accreditation.nominatedBy))),
        pool: expert.pool.text, category: expert.category, subject: expert.subject?.text,
        language: expert.accreditation.language, standing: expert.standing,
        since: expert.accreditation.progress.heldSince,
        isAvailable: available.map { $0.contains(expert.accreditation.id) })
    }
    return .experts(facts, setting)
  }

  private func experts(availableOn days: DayRange?, _ reading: Reading) throws -> [RegisteredExpert] {
    try everyPage { page in
      try reading.records.experts(
        ExpertFilter(category: category, subject: subject, available: days), on: reading.now.dayInUTC,
        within: reading.grant.reach, page: page)
    }
  }
}
