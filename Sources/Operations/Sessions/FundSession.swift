public import Enrolment
public import People
public import Values

/// Says that a donor pays for seats in a session, for how many and under which programme: the donor's reports are made of
/// such sessions. Said twice, it changes nothing; said otherwise, it takes the place of what was said before.
public struct FundSession: Change {
  public static let right = Right.changeRecords

  public let session: Reference<Session>
  public let donor: Reference<Party>
  /// How many seats; nil where the number is not known.
  public let seats: Int?
  /// One of the donor's programmes; nil where it pays under none.
  public let programme: Reference<FundingProgramme>?

  public init(
    session: Reference<Session>, donor: Reference<Party>, seats: Int? = nil,
    programme: Reference<FundingProgramme>? = nil
  ) {
    self.session = session
    self.donor = donor
    self.seats = seats
    self.programme = programme
  }

  public func carryOut(_ work: Work) throws -> SessionFunding {
    let subjects = try subjects(in: work.reached)
    let funding = try SessionFunding(
      session: subjects.session.id, donor: subjects.donor.id, seats: seats,
      programme: subjects.programme?.id, recordedAt: work.now)
    if let earlier = subjects.earlier {
      if subjects.isRecorded(seats: seats) { return earlier }
      try work.records.end(earlier, at: work.now)
    }
    try work.records.insert(funding)
    try work.note(
      "session fund", .session, funding.session.uuid, changes(to: funding, subjects, work))
    return funding
  }

  /// What it is about, and what was said of it before.
  struct Subjects {
    let session: Session
    let donor: Party
    let programme: FundingProgramme?
    let earlier: SessionFunding?

    /// Whether the same is recorded.
    func isRecorded(seats: Int?) -> Bool {
      earlier.map { $0.seats == seats && $0.programme == programme?.id } ?? false
    }
  }

  /// Throws unless all of them are there, and the programme is the donor's.
  func subjects(in reached: ReachedRecords) throws -> Subjects {
    let session = try reached.session(named: session)
    let donor = try reached.records.donor(named: donor)
    let programme = try programme.map { try reached.records.fundingProgramme(named: $0) }
    if let programme, programme.donor != donor.id {
      throw FundingRefused.programmeOfOther(programme.code, donor.code)
    }
    let earlier = try reached.records.funding(of: session.id).first { $0.donor == donor.id }
    return Subjects(session: session, donor: donor, programme: programme, earlier: earlier)
  }

  private func changes(
    to funding: SessionFunding, _ subjects: Subjects, _ work: Work
  ) throws -> [FieldChange] {
    let (earlier, donor) = (subjects.earlier, subjects.donor.code.text)
    let before = try earlier?.programme.map { try work.records.fundingProgramme(named: .id($0)).code.text }
    return [
      FieldChange("donor", from: earlier.map { _ in donor }, to: donor),
      FieldChange("seats", from: earlier?.seats.map(String.init), to: funding.seats.map(String.init)),
      FieldChange("programme", from: before, to: subjects.programme?.code.text),
    ].filter { $0.before != $0.after || $0.field == "donor" }
  }
}

/// Takes back that a donor pays for seats in a session. Reports as of an earlier cut-off still count it.
public struct EndFunding: Change {
  public static let right = Right.changeRecords

  public let session: Reference<Session>
  public let donor: Reference<Party>
  public let reason: String?

  public init(session: Reference<Session>, donor: Reference<Party>, reason: String?) {
    self.session = session
    self.donor = donor
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> SessionFunding {
    let session = try work.reached.session(named: session)
    let donor = try work.records.party(named: donor)
    guard let funding = try work.records.funding(of: session.id).first(where: { $0.donor == donor.id }) else {
      throw FundingRefused.notFunded(session.code, donor.code)
    }
    try work.records.end(funding, at: work.now)
    try work.note(
      "session unfund", .session, session.id.uuid, reason: reason,
      [FieldChange("donor", from: donor.code.description, to: nil)])
    return try SessionFunding(
      session: funding.session, donor: funding.donor, seats: funding.seats, programme: funding.programme,
      recordedAt: funding.recordedAt, endedAt: work.now)
  }
}

/// Why funding cannot be recorded or taken back.
public enum FundingRefused: Explainable, Hashable {
  case noDonor(PartyCode, Party.Kind)
  case notFunded(SessionCode, PartyCode)
  /// The programme is another donor's.
  case programmeOfOther(FundingProgrammeCode, PartyCode)
  /// No such target holds.
  case noTarget(FundingProgrammeCode, FundingIndicator)

  public var explanation: Explanation {
    switch self {
    case .noDonor(let code, let kind):
      Explanation(
        .unusable, "party-of-other-kind", "\(code) is a \(kind.rawValue), not a donor", field: "donor")
    case .notFunded(let session, let donor):
      Explanation(.conflict, "not-funded", "\(donor) does not pay for seats in session \(session)")
    case .programmeOfOther(let programme, let donor):
      Explanation(
        .unusable, "programme-of-other-donor", "\(programme) is not a funding programme of \(donor)",
        remedy: .step(.list(.fundingProgramme)), field: "programme")
    case .noTarget(let programme, let indicator):
      Explanation(
        .conflict, "no-target", "no target for \(indicator.rawValue) on these days holds under \(programme)",
        remedy: .step(.list(.fundingProgramme)))
    }
  }
}

/// The donors that pay for seats in a session, in the order they were recorded.
public struct ListFunding: Inquiry {
  public static let right: Right? = .lookUp

  public let session: Reference<Session>

  public init(session: Reference<Session>) {
    self.session = session
  }

  public func answer(_ reading: Reading) throws -> Page<SessionFunding> {
    let session = try reading.reached.session(named: session)
    return Page(items: try reading.records.funding(of: session.id), next: nil)
  }
}
