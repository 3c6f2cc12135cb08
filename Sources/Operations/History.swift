public import People
public import Values

/// What a record of history is about.
public struct HistoryObject: Sendable, Hashable {
  /// The kinds of things whose changes are recorded.
  public enum Kind: String, Sendable, CaseIterable {
    case party, person, affiliation
    case standardEdition = "standard-edition"
    case course
    case courseVersion = "course-version"
    case catalogue, session, nomination, enrolment, assignment, result, scheme, certificate, key, job, backup,
      launch
    case statementImport = "statement-import"
    case forwarding, webhook, report, involvement, proposal
    case credentialKey = "credential-key"
    case pool, accreditation, release, rubric, observation
    case fundingProgramme = "funding-programme"
    case evaluation, commitment
    case onwardTraining = "onward-training"
    case definedReport = "defined-report"
  }

  public let kind: Kind
  public let id: UUID

  public init(kind: Kind, id: UUID) {
    self.kind = kind
    self.id = id
  }
}

/// One field that a change touched; nil on either side where there was, or is, no value.
public struct FieldChange: Sendable, Hashable {
  public let field: String
  public let before: String?
  public let after: String?

  public init(_ field: String, from before: String?, to after: String?) {
    self.field = field
    self.before = before
    self.after = after
  }
}

/// A change that a person or a key made: who, when, what, why, before → after. Appended, never altered.
public struct HistoryEntry: Sendable, Hashable {
  /// The place in the order of all changes, from 1.
  public let sequence: Int
  public let at: Instant
  public let actor: String
  /// What was done, `session open`.
  public let action: String
  public let object: HistoryObject
  /// The person concerned, where it is about one.
  public let person: PersonID?
  public let reason: String?
  public let changes: [FieldChange]

  public init(
    sequence: Int, at: Instant, actor: String, action: String, object: HistoryObject, person: PersonID?,
    reason: String?, changes: [FieldChange]
  ) {
    self.sequence = sequence
    self.at = at
    self.actor = actor
    self.action = action
    self.object = object
    self.person = person
    self.reason = reason
    self.changes = changes
  }
}
