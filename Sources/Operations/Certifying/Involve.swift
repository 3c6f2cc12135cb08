public import Certification
public import Enrolment
public import People
public import Values

/// Declares what somebody was or is to one person, or to everyone in a session. Said twice, it changes nothing.
public struct DeclareInvolvement: Change {
  public static let right = Right.assignAssessors

  /// With whom.
  public enum Subject: Sendable, Hashable {
    case session(Reference<Session>)
    case person(PersonID)
  }

  public let person: PersonID
  public let duty: Duty
  public let subject: Subject

  public init(person: PersonID, duty: Duty, subject: Subject) {
    self.person = person
    self.duty = duty
    self.subject = subject
  }

  public func carryOut(_ work: Work) throws -> Involvement {
    let person = try work.reached.person(identified: person).id
    let subject: Involvement.Subject =
      switch self.subject {
      case .session(let session): .session(try work.reached.session(named: session).id)
      case .person(let other): .person(try work.reached.person(identified: other).id)
      }
    let holding = try work.records.involvements(of: person).first {
      $0.duty == duty && $0.subject == subject && $0.endedAt == nil
    }
    if let holding { return holding }
    let involvement = try Involvement(
      id: work.newIdentifier(), person: person, duty: duty, subject: subject, recordedAt: work.now,
      endedAt: nil)
    try work.records.insert(involvement)
    try work.note(
      "involvement declare", .involvement, involvement.id.uuid, person: person,
      [FieldChange("duty", from: nil, to: duty.rawValue)])
    return involvement
  }
}

/// Ends an involvement: from then on it keeps nobody from deciding. What was decided before is judged as it held then.
public struct EndInvolvement: Change {
  public static let right = Right.assignAssessors

  public let involvement: InvolvementID
  public let reason: String

  public init(involvement: InvolvementID, reason: String) {
    self.involvement = involvement
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Involvement {
    let found = try work.reached.involvement(identified: involvement)
    try work.grant.requireOther(than: found.person)
    guard reason.isVisible else { throw Involvement.Refusal.reasonMissing }
    guard found.endedAt == nil else { return found }
    try work.records.end(found.id, at: work.now)
    try work.note(
      "involvement end", .involvement, found.id.uuid, person: found.person, reason: reason,
      [FieldChange("state", from: "holds", to: "ended")])
    return try work.reached.involvement(identified: involvement)
  }
}

/// Every involvement, in the order they were recorded.
public struct ListInvolvements: Inquiry {
  public static let right: Right? = .readRecords

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Involvement> {
    try reading.records.involvements(page: page)
  }
}

/// One involvement.
public struct ShowInvolvement: Inquiry {
  public static let right: Right? = .lookUp

  public let involvement: InvolvementID

  public init(_ involvement: InvolvementID) {
    self.involvement = involvement
  }

  public func answer(_ reading: Reading) throws -> Involvement {
    try reading.reached.involvement(identified: involvement)
  }
}

extension ReachedRecords {
  /// An involvement lies where whoever it is declared of does.
  fileprivate func involvement(identified id: InvolvementID) throws -> Involvement {
    let notFound = NotFound(.involvement, id.description)
    guard let found = try records.involvement(id) else { throw notFound }
    guard try records.lies(found.person, within: reach) else { throw OutOfReach(notFound: notFound) }
    return found
  }
}
