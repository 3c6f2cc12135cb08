public import People
public import Values

/// Ends a person's place in a party: the day is the last on which it holds. Enrolments in sessions that started by then go on
/// being counted by it, and reports as of an earlier instant count all as before.
public struct EndAffiliation: Change {
  public static let right = Right.enterPeople

  public let affiliation: AffiliationID
  public let lastDay: Day
  public let reason: String

  public init(affiliation: AffiliationID, lastDay: Day, reason: String) {
    self.affiliation = affiliation
    self.lastDay = lastDay
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Affiliation {
    let affiliation = try work.reached.affiliation(identified: affiliation, on: work.now.dayInUTC)
    try work.grant.requireActing(for: work.records.party(named: .id(affiliation.party)))
    try requireReason(reason, to: "end a place")
    _ = try affiliation.days(endingOn: lastDay)
    try work.records.end(affiliation.id, on: lastDay, at: work.now)
    try work.note(
      "person affiliation end", .affiliation, affiliation.id.uuid, person: affiliation.person, reason: reason,
      [FieldChange("to", from: affiliation.validity.to?.description, to: lastDay.description)])
    return try work.records.affiliation(affiliation.id) ?? affiliation
  }
}
