public import People
public import Values

/// Says that a party belongs to a group, on which days as far as they are known. Said again of the same first day, it takes
/// the place of what was said before: so a last day is added once it is known. Said twice, it changes nothing.
public struct JoinGroup: Change {
  public static let right = Right.changeRecords

  public let party: Reference<Party>
  public let membership: Party.GroupMembership

  public init(party: Reference<Party>, membership: Party.GroupMembership) {
    self.party = party
    self.membership = membership
  }

  public func carryOut(_ work: Work) throws -> Party {
    let party = try work.records.party(named: party)
    try requireInOrder(membership)
    guard !party.groups.contains(membership) else { return party }
    try work.join([membership], party)
    return try work.records.party(named: .id(party.id))
  }
}

/// Throws where the last day lies before the first.
func requireInOrder(_ membership: Party.GroupMembership) throws(UnusableValue) {
  guard let from = membership.from, let to = membership.to, to.lastDay < from.firstDay else { return }
  throw UnusableValue(field: "to", value: to.text, expected: "a day not before \(from)")
}

extension Work {
  /// Records memberships of a party that are not recorded yet.
  func join(_ memberships: [Party.GroupMembership], _ party: Party) throws {
    try records.insert(groups: memberships, of: party.id, at: now)
    try note(
      "organisation group", .party, party.id.uuid,
      memberships.map { membership in
        let days = [membership.from.map { "from \($0)" }, membership.to.map { "to \($0)" }]
        return FieldChange(
          "group", from: nil,
          to: ([membership.group.text] + days.compactMap(\.self)).joined(separator: " "))
      })
  }
}
