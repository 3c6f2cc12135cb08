internal import Certification
public import People
public import Reports
public import Values

/// The certificates that end on some days and still hold at a cut-off, by name: all of them for the Secretariat, those of
/// the own officers for a Member.
public struct ReportExpiring: Inquiry {
  public static let right: Right? = .readReports
  public static let looksBack = true

  /// Only those of people who belonged to this party when their session started; everybody's where nil.
  public let party: Reference<Party>?
  public let period: DayRange
  /// The instant that the records are looked at as of; the present where nil.
  public let cutOff: Instant?
  public let language: LanguageTag

  public init(party: Reference<Party>?, period: DayRange, cutOff: Instant?, language: LanguageTag) {
    self.party = party
    self.period = period
    self.cutOff = cutOff
    self.language = language
  }

  public func answer(_ reading: Reading) throws -> ListReport {
    let party = try reading.listedParty(party)
    let days = try period.closed()
    let setting = try reading.setting(days: days, cutOff: cutOff, language: language)
    let certificates = try reading.records.certificates(
      of: .lastDay(days), asOf: setting.cutOff, dayOf: reading.calendar.day)
    return try .expiring(
      certificates.filter { fact in fact.state.isLive && (party.map { $0.id == fact.party?.id } ?? true) },
      renewals: reading.records.renewals(ofThoseEnding: days, asOf: setting.cutOff),
      of: party.map { PartyLabel($0) }, setting)
  }
}
