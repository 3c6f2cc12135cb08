internal import Values
internal import People

/// What a change has at hand: the records in their transaction, who acts, and sources of time and identity.
public struct Work {
  let records: any WritableRecords
  let principal: Principal
  let origin: String
  let calendar: Calendar
  let rules: VersionRules
  /// 128 secure random bits, for secrets and public codes.
  let random: @Sendable () -> UUID
  /// The random part of new identifiers, which are no secrets.
  let identifierBits: @Sendable () -> UUID

  /// The instant of this transaction.
  var now: Instant { records.now }

  /// A new time-ordered identifier.
  func newIdentifier<Subject>() -> Identifier<Subject> {
    let bits = identifierBits()
    return Identifier(UUID(version7At: now.microseconds / 1000, random: (bits.high, bits.low)))
  }

  /// Appends to the history what was done, to what, and what changed by it.
  func note(
    _ action: String, _ kind: HistoryObject.Kind, _ id: UUID, person: PersonID? = nil, reason: String? = nil,
    _ changes: [FieldChange]
  ) throws {
    try records.append(
      HistoryEntry(
        sequence: 0, at: now, actor: principal.label, action: action,
        object: HistoryObject(kind: kind, id: id),
        person: person, reason: reason, changes: changes))
  }
}
