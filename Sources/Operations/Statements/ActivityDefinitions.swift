internal import Cryptography
internal import JSON
internal import Synchronization
internal import Values
internal import XAPI

/// What a statement says of an activity, on its way into the records.
struct SentDefinition: Sendable {
  let activity: String
  let definition: ActivityDefinition
  let digest: Digest
}

/// A definition that is part of what the records say of an activity since an instant.
struct RecordedDefinition: Sendable {
  let activity: String
  let digest: Digest
  let since: Instant
}

/// Definitions that are known to be recorded, so that a statement that repeats one costs a digest and nothing more.
///
/// Bounded: when it holds 10,000 activities it starts again from none; of one activity it knows 16 definitions, and
/// activities with an IRI of more than 2,000 octets it does not know.
final class KnownDefinitions: Sendable {
  private struct Known {
    let since: Instant
    var digests: [Digest]
  }

  private static let mostActivities = 10_000
  private static let mostDigests = 16
  private static let mostOctets = 2000

  /// By the activities' terms, which are told apart octet by octet.
  private let state = Mutex<[StatementTerm: Known]>([:])

  /// Those of a statement's definitions that may say something new.
  func unknown(in statement: Statement) throws -> [SentDefinition] {
    let described = statement.describedActivities
    guard !described.isEmpty else { return [] }
    var digesting = try SHA256()
    var sent: [SentDefinition] = []
    for activity in described {
      try digesting.update(activity.definition.value.raw.span)
      sent.append(
        SentDefinition(
          activity: activity.id, definition: activity.definition, digest: try digesting.finish()))
    }
    return state.withLock { known in
      sent.filter { known[StatementTerm(.activity, $0.activity)]?.digests.contains($0.digest) != true }
    }
  }

  /// To be told what became durable. What was recorded earlier than a later change of the same activity says nothing.
  func note(_ recorded: [RecordedDefinition]) {
    guard !recorded.isEmpty else { return }
    state.withLock { state in
      for definition in recorded where definition.activity.utf8.count <= KnownDefinitions.mostOctets {
        let term = StatementTerm(.activity, definition.activity)
        if state[term] == nil, state.count >= KnownDefinitions.mostActivities { state.removeAll() }
        var known = state[term] ?? Known(since: definition.since, digests: [])
        if definition.since < known.since { continue }
        if definition.since > known.since { known = Known(since: definition.since, digests: []) }
        if known.digests.count >= KnownDefinitions.mostDigests { known.digests.removeFirst() }
        known.digests.append(definition.digest)
        state[term] = known
      }
    }
  }
}

extension Work {
  /// Adds what a statement, stored at an instant, says of activities to what is known of them.
  func take(_ definitions: [SentDefinition], storedAt stored: Instant) throws -> [RecordedDefinition] {
    try definitions.map { sent in
      let known = try records.definition(of: sent.activity)
      let since = try known.map { try add(sent, to: $0, storedAt: stored) } ?? keep(sent, since: stored)
      return RecordedDefinition(activity: sent.activity, digest: sent.digest, since: since)
    }
  }

  private func keep(_ sent: SentDefinition, since stored: Instant) throws -> Instant {
    try records.keep(
      StoredActivityDefinition(
        activity: sent.activity, bytes: Array(sent.definition.value.raw), since: stored))
    return stored
  }

  private func add(
    _ sent: SentDefinition, to known: StoredActivityDefinition, storedAt stored: Instant
  ) throws -> Instant {
    let definition = try known.definition()
    if definition.includes(sent.definition) { return known.since }
    let completed = definition.completed(by: sent.definition)
    try records.keep(StoredActivityDefinition(activity: sent.activity, bytes: completed, since: stored))
    return stored
  }
}

extension StoredActivityDefinition {
  /// The definition read again; it was validated when it came.
  func definition() throws -> ActivityDefinition {
    ActivityDefinition(validated: try JSONDocument(bytes).root)
  }
}
