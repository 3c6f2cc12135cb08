internal import JSON
public import Values
public import XAPI

/// Statements that a query finds, one page of them.
public struct FindStatements: Inquiry {
  public static let right: Right? = .readStatements

  /// How many statements a page has at the most, and where a query names no limit.
  public static let mostPerPage = 100

  public let filter: StatementFilter
  /// Goes on behind the statement stored at this instant.
  public let after: Instant?
  public let presentation: StatementPresentation
  /// Whether the contents of attachments are asked for.
  public let includesAttachments: Bool

  public init(
    filter: StatementFilter, after: Instant?, presentation: StatementPresentation = .exact,
    includesAttachments: Bool = false
  ) {
    self.filter = filter
    self.after = after
    self.presentation = presentation
    self.includesAttachments = includesAttachments
  }

  /// A page of statements.
  public struct Answer: Sendable {
    public let statements: [FoundStatement]
    /// Whether more match behind the last one.
    public let hasMore: Bool
    /// The contents of their attachments, each once; none where they were not asked for.
    public let attachments: [FoundAttachment]
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let filter = try reading.principal.narrowed(filter, in: reading.records, at: reading.now)
    let limit = filter.limit == 0 ? FindStatements.mostPerPage : min(filter.limit, FindStatements.mostPerPage)
    let found = try reading.records.statements(
      StatementSelection(
        conditions: try filter.conditions.map(StatementTermDigest.of), since: filter.since,
        until: filter.until, ascending: filter.isAscending, after: after, limit: limit + 1))
    let page = try found.prefix(limit).map { try reading.present($0, presentation) }
    let attachments = try includesAttachments ? reading.attachments(of: found.prefix(limit)) : []
    return Answer(statements: page, hasMore: found.count > limit, attachments: attachments)
  }
}

/// One statement by its id.
public struct GetStatement: Inquiry {
  public static let right: Right? = .readStatements

  public let id: UUID
  /// Whether a voided statement is asked for, or one that is not.
  public let isVoided: Bool
  public let presentation: StatementPresentation
  /// Whether the contents of attachments are asked for.
  public let includesAttachments: Bool

  public init(
    id: UUID, isVoided: Bool, presentation: StatementPresentation = .exact,
    includesAttachments: Bool = false
  ) {
    self.id = id
    self.isVoided = isVoided
    self.presentation = presentation
    self.includesAttachments = includesAttachments
  }

  /// A statement with the contents of its attachments, each once; none where they were not asked for.
  public struct Found: Sendable {
    public let statement: FoundStatement
    public let attachments: [FoundAttachment]
  }

  public func answer(_ reading: Reading) throws -> Found? {
    try reading.principal.requireOpen(in: reading.records, at: reading.now)
    guard let found = try reading.records.statement(id), found.isVoided == isVoided,
      try reading.principal.reads(found)
    else { return nil }
    return Found(
      statement: try reading.present(found, presentation),
      attachments: try includesAttachments ? reading.attachments(of: [found]) : [])
  }
}

extension Reading {
  /// A statement as it is to be given back. Only the canonical format asks the records for more.
  fileprivate func present(
    _ found: FoundStatement, _ presentation: StatementPresentation
  ) throws -> FoundStatement {
    switch presentation.format {
    case .exact: found
    case .ids: found.with(try found.parsed().identifiersOnly())
    case .canonical:
      found.with(
        try found.parsed().canonical(in: presentation.languages) { activity in
          try records.definition(of: activity)?.definition()
        })
    }
  }
}

extension FoundStatement {
  fileprivate func with(_ bytes: [UInt8]) -> FoundStatement {
    FoundStatement(id: id, stored: stored, isVoided: isVoided, bytes: bytes)
  }

  /// The statement read again from what is stored; it was validated when it came.
  func parsed() throws -> Statement {
    try Statement(kept: JSONDocument(bytes).root)
  }
}
