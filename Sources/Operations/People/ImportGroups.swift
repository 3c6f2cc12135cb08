internal import ContentPackaging
internal import People
internal import Rosters
internal import Values

extension Registrar {
  /// Says of each row of a table that an organisation belongs to a group: all of them or none. The second time nothing is
  /// changed; said again of the same first day, it takes the place of what was said before, but takes no last day away.
  ///
  /// - Parameters:
  ///   - name: the name that findings are given under.
  ///   - knownOnly: whether rows are left out whose organisations are not recorded: a list of the world's countries is
  ///     then taken for those that are here.
  public func importGroups(
    _ bytes: [UInt8], name: String, knownOnly: Bool = false, isDryRun: Bool = false, as principal: Principal,
    on terms: Terms<RecordsReport> = .none
  ) throws -> RecordsReport {
    try take(bytes, name: name, isDryRun: isDryRun, as: principal, on: terms) {
      ImportGroups(table: $0, found: $1, knownOnly: knownOnly)
    }
  }
}

/// Records who belongs to which group, of a table.
struct ImportGroups: TableImport {
  static let needed = ["organisation", "group"]
  static let columns = needed + ["from", "to", "source"]

  /// What is said again takes the place of what was said before.
  private struct Subject: Hashable {
    let organisation: PartyCode
    let group: PartyGroupCode
    let from: PartialDay?
  }

  let table: RecordTable
  let found: [Finding]
  let knownOnly: Bool

  func plan(in reached: ReachedRecords) throws -> RecordsPlan<JoinGroup> {
    var subjects = RowSubjects<Subject>()
    var plan = RecordsPlan<JoinGroup>(table, found: found)
    try plan.planRows { row in
      let code: PartyCode = try row.code("organisation")
      let membership = try membership(row)
      try requireInOrder(membership)
      try subjects.claim(
        Subject(organisation: code, group: membership.group, from: membership.from), for: row)
      guard let party = try reached.records.party(code) else {
        if knownOnly { return .leftOut }
        throw NotFound(.party, code.text)
      }
      let said = party.groups.first { $0.group == membership.group && $0.from == membership.from }
      if said == membership { return .unchanged }
      try require(membership, toKeepTheEndOf: said)
      let step = JoinGroup(party: .id(party.id), membership: membership)
      return said == nil ? .add(step) : .change(step)
    }
    return plan
  }

  /// Throws where a last day is recorded and the row has none: who left a group before a list was written down again has
  /// not come back.
  private func require(
    _ membership: Party.GroupMembership, toKeepTheEndOf said: Party.GroupMembership?
  ) throws(RowDiffers) {
    guard membership.to == nil, let to = said?.to else { return }
    throw RowDiffers(message: "\(membership.group) is recorded to \(to), and the row has no last day")
  }

  private func membership(_ row: RecordTable.Row) throws(CellUnusable) -> Party.GroupMembership {
    let day = "a year, a month or a day like 2026-06-30"
    return Party.GroupMembership(
      group: try row.code("group"), from: try row.optional("from", day) { PartialDay($0) },
      to: try row.optional("to", day) { PartialDay($0) },
      source: try row.optional("source", "an address of http or https") { $0.isPageAddress ? $0 : nil })
  }
}
