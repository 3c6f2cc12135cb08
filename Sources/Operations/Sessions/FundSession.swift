public import Enrolment
public import People
public import Values

/// Says that a donor pays for seats in a session: the donor's reports are made of such sessions. Said twice, it changes
/// nothing.
public struct FundSession: Change {
  public static let right = Right.changeRecords

  public let session: Reference<Session>
  public let donor: Reference<Party>

  public init(session: Reference<Session>, donor: Reference<Party>) {
    self.session = session
    self.donor = donor
  }

  public func carryOut(_ work: Work) throws -> SessionFunding {
    let session = try work.reached.session(named: session)
    let donor = try work.records.party(named: donor)
    guard donor.kind == .donor else { throw FundingRefused.noDonor(donor.code, donor.kind) }
    if let earlier = try work.records.funding(of: session.id).first(where: { $0.donor == donor.id }) {
      return earlier
    }
    let funding = SessionFunding(session: session.id, donor: donor.id, recordedAt: work.now)
    try work.records.insert(funding)
    try work.note(
      "session fund", .session, session.id.uuid,
      [FieldChange("donor", from: nil, to: donor.code.description)])
    return funding
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
    return SessionFunding(
      session: funding.session, donor: funding.donor, recordedAt: funding.recordedAt, endedAt: work.now)
  }
}

/// Why funding cannot be recorded or taken back.
public enum FundingRefused: Explainable, Hashable {
  case noDonor(PartyCode, Party.Kind)
  case notFunded(SessionCode, PartyCode)

  public var explanation: Explanation {
    switch self {
    case .noDonor(let code, let kind):
      Explanation(
        .unusable, "party-of-other-kind", "\(code) is a \(kind.rawValue), not a donor", field: "donor")
    case .notFunded(let session, let donor):
      Explanation(.conflict, "not-funded", "\(donor) does not pay for seats in session \(session)")
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
