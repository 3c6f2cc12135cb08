/// Nothing of that name is in the records, or the actor may not know of it.
public struct NotFound: Explainable, Hashable {
  public let kind: HistoryObject.Kind
  public let name: String

  public init(_ kind: HistoryObject.Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  public var explanation: Explanation {
    Explanation(
      .notFound, "not-found", "there is no \(kind.words) “\(name)”",
      remedy: .step(.list(kind)))
  }
}

/// The actor lacks a right.
public struct NotPermitted: Explainable, Hashable {
  public let right: Right

  public var explanation: Explanation {
    Explanation(
      .notPermitted, "not-permitted", "this needs the right \(right.rawValue)",
      remedy: "use a key whose scope or role has it")
  }
}

/// A code or identity that must be new is taken.
public struct AlreadyExists: Explainable, Hashable {
  public let kind: HistoryObject.Kind
  public let name: String

  public init(_ kind: HistoryObject.Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }

  public var explanation: Explanation {
    Explanation(
      .conflict, "already-exists", "there is \(kind.article) \(kind.words) “\(name)” already",
      remedy: "choose another code")
  }
}

/// A value of the request cannot be used.
public struct UnusableValue: Explainable, Hashable {
  public let field: String
  public let value: String
  public let expected: String

  public init(field: String, value: String, expected: String) {
    self.field = field
    self.value = value
    self.expected = expected
  }

  public var explanation: Explanation {
    Explanation(.unusable, "unusable-value", "\(field) “\(toldValue)” is not \(expected)", field: field)
  }

  /// The value, or its beginning: an answer does not grow with what is sent.
  private var toldValue: String {
    let scalars = value.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 100, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return value }
    return String(scalars[..<end]) + "…"
  }
}

extension HistoryObject.Kind {
  /// The kind in the words of a sentence.
  public var words: String {
    switch self {
    case .party: "organisation"
    case .standardEdition: "edition of a standard"
    case .courseVersion: "course version"
    case .person, .affiliation, .course, .catalogue, .session, .nomination, .enrolment, .assignment, .result,
      .scheme, .certificate, .key, .job, .backup, .forwarding, .webhook, .launch, .report, .accreditation,
      .release, .rubric, .observation, .involvement, .proposal, .evaluation, .commitment:
      rawValue
    case .statementImport: "import of statements"
    case .credentialKey: "key for credentials"
    case .pool: "pool of experts"
    case .fundingProgramme: "funding programme"
    case .onwardTraining: "onward training"
    case .definedReport: "defined report"
    }
  }

  /// The article that goes before the words.
  var article: String {
    switch self {
    case .party, .standardEdition, .affiliation, .enrolment, .assignment, .statementImport,
      .accreditation, .observation, .involvement, .evaluation, .onwardTraining:
      "an"
    case .person, .course, .courseVersion, .catalogue, .session, .nomination, .result, .scheme, .certificate,
      .key, .job, .backup, .forwarding, .webhook, .launch, .credentialKey, .report, .pool, .release, .rubric,
      .proposal, .fundingProgramme, .commitment, .definedReport:
      "a"
    }
  }
}

/// A cursor that no page of this list gave out.
public struct CursorUnusable: Explainable, Hashable {
  public let cursor: String

  public init(cursor: String) {
    self.cursor = cursor
  }

  public var explanation: Explanation {
    Explanation(
      .unusable, "cursor-unusable", "“\(cursor)” is not where a page of this list begins",
      remedy: "use the “next” of the page before, or begin without one", field: "after")
  }
}
