public import People
public import Values

/// Who a report is for: it decides which records are counted, who is named and what is suppressed (domain 5.3).
public enum ReportAudience: String, Sendable, CaseIterable {
  /// The Secretariat's directorate: every record, nobody named, nothing suppressed, for it owns all of it.
  case directorate
  /// A Member: its own officers only, by name, nothing suppressed.
  case member
  /// A university: those it teaches or sent, and its own awards by name; small cells suppressed elsewhere.
  case university
  /// A donor: the sessions that it pays for, as aggregates, small cells suppressed.
  case donor
  /// A regional office: the people of its region, as aggregates, small cells suppressed.
  case rocb

  /// Whether it owns all that its report counts, so that nothing is suppressed.
  public var ownsRecords: Bool {
    switch self {
    case .directorate, .member: true
    case .university, .donor, .rocb: false
    }
  }

  /// The kind of party that a report for this audience is made out to; nil where it is made out to none.
  public var partyKind: Party.Kind? {
    switch self {
    case .directorate: nil
    case .member: .member
    case .university: .university
    case .donor: .donor
    case .rocb: .rocb
    }
  }
}

/// What a certification report is asked for. Two reports with the same parameters over the same records are the same
/// bytes: there is no clock and no chance in it.
public struct ReportParameters: Sendable, Hashable {
  /// Why parameters name no report.
  public enum Refusal: Error, Hashable, Sendable {
    /// A period has a first and a last day; only the first was given.
    case periodWithoutEnd
    /// A report for this audience is made out to one party.
    case partyMissing(ReportAudience)
    /// A report for this audience is made out to no party.
    case partyNotAllowed(ReportAudience)
    /// The party is of another kind than the audience's.
    case partyOfOtherKind(expected: Party.Kind, found: Party.Kind)
    /// Nothing, or next to nothing, would be suppressed, or all would be.
    case thresholdBeyond(ClosedRange<Int>)
  }

  /// Who the report is for.
  public let audience: ReportAudience
  /// The party that the report is made out to; nil for the directorate.
  public let party: Party?
  /// The first day of the period.
  public let from: Day
  /// The last day of the period, inclusive.
  public let to: Day
  /// The name of the zone that all days of the report are meant in, `UTC` or `Africa/Nairobi`.
  public let timeZone: String
  /// The records are counted as they stood at this instant.
  public let cutOff: Instant
  /// The language in which titles of courses, schemes and parties are asked for.
  public let language: LanguageTag
  /// The least number that is shown to who does not own the records.
  public let suppressedBelow: Int

  /// What may be the least number that is shown: 2 would hide single people only, and tell of pairs.
  public static let thresholds = 3...100
  /// The least number that is shown where nobody says otherwise.
  public static let usualThreshold = 5

  /// Parameters that fit together; throws a `Refusal` that names what does not.
  public init(
    audience: ReportAudience, party: Party?, period: DayRange, timeZone: String, cutOff: Instant,
    language: LanguageTag = .english, suppressedBelow: Int = usualThreshold
  ) throws(Refusal) {
    guard let to = period.to else { throw .periodWithoutEnd }
    guard ReportParameters.thresholds.contains(suppressedBelow) else {
      throw .thresholdBeyond(ReportParameters.thresholds)
    }
    try ReportParameters.check(party, for: audience)
    self.audience = audience
    self.party = party
    self.from = period.from
    self.to = to
    self.timeZone = timeZone
    self.cutOff = cutOff
    self.language = language
    self.suppressedBelow = suppressedBelow
  }

  /// Whether the day lies in the period, its first and last day included.
  public func contains(_ day: Day?) -> Bool {
    guard let day else { return false }
    return from <= day && day <= to
  }

  private static func check(_ party: Party?, for audience: ReportAudience) throws(Refusal) {
    switch (audience.partyKind, party) {
    case (nil, nil): return
    case (nil, .some): throw .partyNotAllowed(audience)
    case (.some, nil): throw .partyMissing(audience)
    case (.some(let expected), .some(let party)):
      if party.kind != expected { throw .partyOfOtherKind(expected: expected, found: party.kind) }
    }
  }
}
