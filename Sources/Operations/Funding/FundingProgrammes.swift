public import Enrolment
public import People
public import Values

/// Enters a donor's programme, under which it pays for seats and agrees on targets.
public struct AddFundingProgramme: Change {
  public static let right = Right.changeRecords

  public let code: FundingProgrammeCode
  public let donor: Reference<Party>
  public let titles: LocalizedText
  public let days: DayRange

  public init(code: FundingProgrammeCode, donor: Reference<Party>, titles: LocalizedText, days: DayRange) {
    self.code = code
    self.donor = donor
    self.titles = titles
    self.days = days
  }

  public func carryOut(_ work: Work) throws -> FundingProgramme {
    guard try work.records.fundingProgramme(code) == nil else {
      throw AlreadyExists(.fundingProgramme, code.text)
    }
    let programme = try FundingProgramme(
      id: work.newIdentifier(), code: code, donor: work.records.donor(named: donor).id, titles: titles,
      days: days, recordedAt: work.now)
    try work.records.insert(programme)
    try work.note(
      "funding-programme add", .fundingProgramme, programme.id.uuid,
      [FieldChange("code", from: nil, to: code.text)])
    return programme
  }
}

/// The funding programmes of a donor, of all where none is named, in the order of their codes.
public struct ListFundingProgrammes: Inquiry {
  public static let right: Right? = .readRecords

  public let donor: Reference<Party>?
  public let page: PageRequest

  public init(donor: Reference<Party>? = nil, page: PageRequest = PageRequest()) {
    self.donor = donor
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<FundingProgramme> {
    let donor = try donor.map { try reading.records.donor(named: $0).id }
    return try page.page(of: reading.records.fundingProgrammes(of: donor)) { $0.code.text }
  }
}

/// A funding programme with the targets that hold.
public struct ShowFundingProgramme: Inquiry {
  public static let right: Right? = .readRecords

  public struct Answer: Sendable {
    public let programme: FundingProgramme
    /// In the order of their days and indicators.
    public let targets: [FundingTarget]
  }

  public let programme: Reference<FundingProgramme>

  public init(_ programme: Reference<FundingProgramme>) {
    self.programme = programme
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let programme = try reading.records.fundingProgramme(named: programme)
    return Answer(programme: programme, targets: try reading.records.targets(of: programme.id))
  }
}

/// Sets what is to be reached under a programme within some days. Said twice, it changes nothing; another number takes the
/// place of the one before, and reports as of an earlier cut-off still have that one.
public struct SetFundingTarget: Change {
  public static let right = Right.changeRecords

  public let programme: Reference<FundingProgramme>
  public let indicator: FundingIndicator
  public let days: DayRange
  public let value: Int

  public init(
    programme: Reference<FundingProgramme>, indicator: FundingIndicator, days: DayRange, value: Int
  ) {
    self.programme = programme
    self.indicator = indicator
    self.days = days
    self.value = value
  }

  public func carryOut(_ work: Work) throws -> FundingTarget {
    let programme = try work.records.fundingProgramme(named: programme)
    let target = try FundingTarget(
      of: programme, indicator: indicator, days: days, value: value, recordedAt: work.now)
    let earlier = try work.records.target(of: programme.id, indicator, within: days)
    if let earlier, earlier.value == value { return earlier }
    if let earlier { try work.records.end(earlier, at: work.now) }
    try work.records.insert(target)
    try work.note(
      "funding-programme target", .fundingProgramme, programme.id.uuid,
      [FieldChange(target.field, from: earlier.map { String($0.value) }, to: String(value))])
    return target
  }
}

/// Takes a target back, with a reason. Reports as of an earlier cut-off still have it.
public struct EndFundingTarget: Change {
  public static let right = Right.changeRecords

  public let programme: Reference<FundingProgramme>
  public let indicator: FundingIndicator
  public let days: DayRange
  public let reason: String

  public init(
    programme: Reference<FundingProgramme>, indicator: FundingIndicator, days: DayRange, reason: String
  ) {
    self.programme = programme
    self.indicator = indicator
    self.days = days
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> FundingTarget {
    let programme = try work.records.fundingProgramme(named: programme)
    try requireReason(reason, to: "take a target back")
    guard let target = try work.records.target(of: programme.id, indicator, within: days) else {
      throw FundingRefused.noTarget(programme.code, indicator)
    }
    try work.records.end(target, at: work.now)
    try work.note(
      "funding-programme end-target", .fundingProgramme, programme.id.uuid, reason: reason,
      [FieldChange(target.field, from: String(target.value), to: nil)])
    return target.ended(at: work.now)
  }
}

extension FundingTarget {
  /// What it is called in the history: `persons 2026-01-01 to 2026-12-31`.
  fileprivate var field: String {
    "\(indicator.rawValue) \(days.from) to \(days.to?.description ?? "…")"
  }
}

extension Records {
  func fundingProgramme(named reference: Reference<FundingProgramme>) throws -> FundingProgramme {
    let found =
      switch reference {
      case .id(let id): try fundingProgramme(id)
      case .code(let code): try fundingProgramme(code)
      }
    guard let found else { throw NotFound(.fundingProgramme, reference.description) }
    return found
  }

  /// A party that is a donor.
  func donor(named reference: Reference<Party>) throws -> Party {
    let party = try party(named: reference)
    guard party.kind == .donor else { throw FundingRefused.noDonor(party.code, party.kind) }
    return party
  }
}

extension FundingProgramme.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .titleMissing:
      Explanation(.unusable, "name-missing", "a funding programme has a title", field: "titles")
    case .endMissing:
      Explanation(.unusable, "end-missing", "a funding programme has a last day", field: "to")
    }
  }
}

extension FundingTarget.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .valueNotPositive(let value):
      Explanation(
        .unusable, "number-not-positive", "a target is a number from 1, not \(value)", field: "value")
    case .endMissing:
      Explanation(.unusable, "end-missing", "a target is to be reached by a last day", field: "to")
    case .outsideProgramme(let days):
      Explanation(
        .unusable, "outside-programme",
        "the programme goes from \(days.from) to \(days.to?.description ?? "…"); its targets lie within these days",
        field: "days")
    }
  }
}

extension SessionFunding.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .seatsNotPositive(let seats):
      Explanation(
        .unusable, "number-not-positive", "who pays for seats pays for 1 at least, not \(seats)",
        field: "seats")
    }
  }
}
