internal import Values
internal import People

/// What a change has at hand: the records in their transaction, who acts, and sources of time and identity.
public struct Work {
  let records: any WritableRecords
  let principal: Principal
  let origin: String
  let calendar: Calendar
  let rules: VersionRules
  /// Where the records are reached; nil while nobody serves them.
  var served: ServedAddresses.Pair?
  /// 128 secure random bits, for secrets and public codes.
  let random: @Sendable () -> UUID
  /// The random part of new identifiers, which are no secrets.
  let identifierBits: @Sendable () -> UUID
  /// Is told how far work that takes long has come; throws where it was called off.
  var progress: @Sendable (_ done: Int, _ total: Int) throws -> Void = { _, _ in }

  /// How far the actor's rights go.
  var grant: Grant { principal.grant }

  /// The instant of this transaction.
  var now: Instant { records.now }

  /// A new identifier, which sorts behind all that were made before.
  func newIdentifier<Subject>() -> Identifier<Subject> {
    Identifier(UUID(version7At: records.nextInstant().microseconds, random: identifierBits().low))
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
