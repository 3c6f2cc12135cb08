internal import Values
public import XAPI

/// Statements as they are stored, one a line, oldest first, with those that were voided: a piece of an export.
///
/// A line is the statement octet by octet as it is given back, but that a line break between its tokens is a space. The
/// contents of attachments are named beside the lines.
public struct ExportStatements: Inquiry {
  public static let right: Right? = .exchange

  /// How many statements a piece has at the most.
  static let mostInPiece = 64

  let filter: StatementFilter
  let until: Instant
  let after: Instant?

  /// Some of the statements.
  public struct Piece: Sendable {
    /// Each statement with the line feed behind it.
    public let lines: [UInt8]
    let count: Int
    /// The contents that came with these statements.
    public let attachments: [FoundAttachment]
    /// When the last of them was stored; nil where there is none left.
    let last: Instant?
  }

  public func answer(_ reading: Reading) throws -> Piece {
    let found = try reading.records.statements(
      StatementSelection(
        conditions: try filter.conditions.map(StatementTermDigest.of), since: filter.since, until: until,
        ascending: true, after: after, limit: ExportStatements.mostInPiece, includesVoided: true))
    var lines: [UInt8] = []
    for statement in found { lines += statement.bytes.onOneLine + [UInt8(ascii: "\n")] }
    return Piece(
      lines: lines, count: found.count, attachments: try reading.attachments(of: found),
      last: found.last?.stored)
  }
}

/// An export under way. Memory does not grow with it; what is stored after it began is not part of it.
public struct StatementExport: Sendable {
  private let registrar: Registrar
  private let principal: Principal
  private let filter: StatementFilter
  private let until: Instant
  private var after: Instant?
  /// How many statements were given so far.
  public private(set) var count = 0

  fileprivate init(
    _ registrar: Registrar, _ principal: Principal, _ filter: StatementFilter, until: Instant
  ) {
    (self.registrar, self.principal, self.filter, self.until) = (registrar, principal, filter, until)
  }

  /// The next piece; nil where none is left.
  public mutating func next() throws -> ExportStatements.Piece? {
    let piece = try registrar.answer(
      ExportStatements(filter: filter, until: until, after: after), as: principal)
    guard let last = piece.last else { return nil }
    after = last
    count += piece.count
    return piece
  }
}

extension Registrar {
  /// Begins to write out the statements that a filter finds, as JSON lines. How many it asks for and in which order does
  /// not count: all that are found are written, oldest first.
  public func exportStatements(
    _ filter: StatementFilter, as principal: Principal
  ) throws -> StatementExport {
    try permit(.exchange, to: principal, doing: ExportStatements.name)
    let now = try store.dividingInstant()
    return StatementExport(self, principal, filter, until: min(filter.until ?? now, now))
  }
}

extension [UInt8] {
  /// The same JSON text without line breaks: they stand between its tokens only, since a string has none (RFC 8259 §7).
  var onOneLine: [UInt8] {
    let isBroken = contains { $0 == 0x0A || $0 == 0x0D }
    return isBroken ? map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } : self
  }
}
