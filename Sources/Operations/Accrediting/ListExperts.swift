public import Accreditation
public import People
public import Values

/// The register: who holds a standing in a pool on a day, within reach, in the order the cases were recorded.
public struct ListExperts: Inquiry {
  public static let right: Right? = .lookUp

  public let category: ExpertCategory?
  public let subject: SubjectCode?
  public let language: LanguageTag?
  public let standing: Standing?
  /// The party that nominated.
  public let party: Reference<Party>?
  /// Only those who are released on all these days, and on a mission on none.
  public let available: DayRange?
  /// The day on which the standing is held; today (UTC) where nil.
  public let on: Day?
  public let page: PageRequest

  public init(
    category: ExpertCategory? = nil, subject: SubjectCode? = nil, language: LanguageTag? = nil,
    standing: Standing? = nil, party: Reference<Party>? = nil, available: DayRange? = nil, on: Day? = nil,
    page: PageRequest = PageRequest()
  ) {
    self.category = category
    self.subject = subject
    self.language = language
    self.standing = standing
    self.party = party
    self.available = available
    self.on = on
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<RegisteredExpert> {
    let filter = ExpertFilter(
      category: category, subject: subject, language: language, standing: standing,
      party: try party.map { try reading.records.party(named: $0).id }, available: available)
    return try reading.records.experts(
      filter, on: on ?? reading.now.dayInUTC, within: reading.grant.reach, page: page)
  }
}
