internal import Catalogue
public import People
public import Reports
public import Values

/// Draws up a certification report over the records as they stood at a cut-off. It is a draft: nothing is kept.
///
/// Drafts are for who owns what is counted. Others would subtract one from another; they read what was issued to them.
///
/// Cost grows with the number of enrolments and certificates; memory with the groups and people counted.
public struct ReportCertification: Inquiry {
  public static let right: Right? = .readReports
  public static let looksBack = true

  public let audience: ReportAudience
  public let party: Reference<Party>?
  public let period: DayRange
  public let timeZone: String
  /// The instant that the records are looked at as of; the present where nil.
  public let cutOff: Instant?
  public let language: LanguageTag
  /// The least number that is shown to who does not own the records.
  public let suppressedBelow: Int
  /// Is told how many enrolments are counted, of how many; what it throws ends the work.
  var note: (@Sendable (_ done: Int, _ total: Int) throws -> Void)?

  public init(
    audience: ReportAudience, party: Reference<Party>?, period: DayRange, timeZone: String, cutOff: Instant?,
    language: LanguageTag, suppressedBelow: Int = ReportParameters.usualThreshold
  ) {
    self.audience = audience
    self.party = party
    self.period = period
    self.timeZone = timeZone
    self.cutOff = cutOff
    self.language = language
    self.suppressedBelow = suppressedBelow
  }

  public func answer(_ reading: Reading) throws -> CertificationReport {
    let party = try reading.reportedParty(party)
    guard reading.grant.reach == .everything || audience.ownsRecords else { throw BeyondOwn.draftOfOthers }
    return try draw(reading, for: party)
  }

  /// Draws it up, whoever asks.
  func draw(_ reading: Reading, for party: Party?) throws -> CertificationReport {
    let cutOff = cutOff ?? reading.now
    let parameters = try ReportParameters(
      audience: audience, party: party, period: period, timeZone: timeZone, cutOff: cutOff,
      language: language, suppressedBelow: suppressedBelow)
    let days = try DaysOfZone(timeZone, reading.calendar)
    var builder = CertificationReportBuilder(
      parameters, terms: try reading.records.fundingTerms(asOf: cutOff),
      words: try reading.languages.words(for: language))
    let total = note == nil ? 0 : try reading.records.enrolmentCount()
    var done = 0
    try note?(done, total)
    try reading.records.eachEnrolment(asOf: cutOff, dayOf: days.day) {
      builder.add($0)
      done += 1
      if done.isMultiple(of: 1000) { try note?(done, total) }
    }
    try reading.records.eachCertificate(asOf: cutOff, dayOf: reading.calendar.day) { builder.add($0) }
    try reading.records.eachExpert(asOf: cutOff, within: period) { builder.add($0) }
    try reading.records.eachEvaluation(asOf: cutOff) { builder.add($0) }
    try reading.records.eachOnwardTraining(asOf: cutOff) { builder.add($0) }
    try reading.records.eachCommitment(asOf: cutOff, on: days.day(of: cutOff)) { builder.add($0) }
    for fact in try reading.records.coverage(asOf: cutOff) { builder.add(fact) }
    return builder.finish()
  }
}

extension Registrar {
  /// Draws a report up as a part of work that is looked after: it says how far it has come, and ends where it was called
  /// off.
  public func drawReport<Outcome>(
    _ asked: ReportCertification, as principal: Principal, on terms: Terms<Outcome>
  ) throws -> CertificationReport {
    var inquiry = asked
    inquiry.note = { try terms.note(done: $0, of: $1) }
    return try answer(inquiry, as: principal)
  }
}

extension Reading {
  /// The party that a report is made out to. Who does not reach everything has only the report made out to the own
  /// party; who may not know of parties learns nothing of others.
  fileprivate func reportedParty(_ reference: Reference<Party>?) throws -> Party? {
    let party = try reference.map { try records.party(named: $0) }
    guard grant.reach != .everything else { return party }
    guard let party else { throw BeyondOwn.partyMissing }
    guard party.id == grant.party else {
      throw OutOfReach(notFound: NotFound(.party, reference?.description ?? ""))
    }
    return party
  }
}

/// Days of one zone, for many instants: each day of the zone is looked up once.
final class DaysOfZone {
  private struct ZoneDay {
    let day: Day
    let begin: Instant
    let end: Instant
  }

  private let zone: String
  private let calendar: Calendar
  /// The days of the zone that a day of UTC touches, as far as they were asked for: seldom more than two.
  private var known: [Day: [ZoneDay]] = [:]

  /// Throws where nobody knows the zone, which reports ask for by that word.
  init(_ zone: String, _ calendar: Calendar) throws {
    self.zone = zone
    self.calendar = calendar
    do {
      _ = try calendar.day(Instant(microseconds: 0), zone)
    } catch let unknown as UnusableValue {
      throw UnusableValue(field: "zone", value: zone, expected: unknown.expected)
    }
  }

  func day(of instant: Instant) throws -> Day {
    let days = known[instant.dayInUTC] ?? []
    if let found = days.first(where: { $0.begin <= instant && instant < $0.end }) { return found.day }
    let day = try calendar.day(instant, zone)
    let begin = try calendar.startOfDay(day, zone)
    let end = try day.adding(days: 1).map { try calendar.startOfDay($0, zone) } ?? instant
    known[instant.dayInUTC, default: []].append(ZoneDay(day: day, begin: begin, end: end))
    return day
  }
}

extension ReportParameters.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .periodWithoutEnd:
      Explanation(.unusable, "period-without-end", "a period has a first and a last day", field: "to")
    case .partyMissing(let audience):
      Explanation(
        .unusable, "party-missing", "a report for the audience \(audience.rawValue) is made out to a party",
        remedy: "name the party by its code", field: "party")
    case .partyNotAllowed(let audience):
      Explanation(
        .unusable, "party-not-allowed", "a report for the \(audience.rawValue) is made out to no party",
        remedy: "leave the party out", field: "party")
    case .thresholdBeyond(let range):
      Explanation(
        .unusable, "threshold-beyond-range",
        "the least number that is shown lies from \(range.lowerBound) to \(range.upperBound)",
        field: "suppressBelow")
    case .partyOfOtherKind(let expected, let found):
      Explanation(
        .unusable, "party-of-other-kind",
        "the party is of kind \(found.rawValue), not \(expected.rawValue)",
        remedy: "name a party of that kind", field: "party")
    }
  }
}
