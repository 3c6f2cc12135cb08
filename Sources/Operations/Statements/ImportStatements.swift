public import ContentPackaging
internal import Cryptography
internal import JSON
internal import Values
internal import XAPI

/// Statements to be imported, as JSON lines.
public struct StatementImport {
  /// The name that findings are given under, `statements.jsonl`.
  public let name: String
  /// Read and compare only; nothing is stored.
  public let isDryRun: Bool
  /// How many octets there are; nil where that is not known.
  public let sizeBytes: Int?
  /// The next octets, at most so many; none only at the end.
  public let read: (_ count: Int) throws -> [UInt8]
  /// What reads the contents of an attachment, by the SHA-2 that its statement states: the next octets, at most so many;
  /// none only at the end. Nil where the contents are not at hand.
  public let contents: Contents

  public typealias Contents = (_ sha2: String) throws -> ((_ count: Int) throws -> [UInt8])?

  public init(
    name: String, isDryRun: Bool, sizeBytes: Int?, contents: @escaping Contents = { _ in nil },
    read: @escaping (_ count: Int) throws -> [UInt8]
  ) {
    self.name = name
    self.isDryRun = isDryRun
    self.sizeBytes = sizeBytes
    self.contents = contents
    self.read = read
  }

  /// How many octets a line may have: as many as statements that are sent.
  public static let mostLineBytes = 16 << 20
}

/// What came of an import of statements.
public struct StatementImportReport: Sendable {
  public let isDryRun: Bool
  /// How many lines held something.
  public internal(set) var lines = 0
  /// How many statements were, or would be, stored.
  public internal(set) var stored = 0
  /// How many were there already and say the same.
  public internal(set) var alreadyStored = 0
  /// How many have the id of another statement that is stored.
  public internal(set) var conflicts = 0
  /// How many lines hold no statement that can be stored.
  public internal(set) var refused = 0
  /// What is wrong with which line: the first of them, `mostFindings` at the most.
  public internal(set) var findings: [Finding] = []

  /// How many findings are told; the rest is counted.
  public static let mostFindings = 1000

  /// Whether every line is in the records now, or would be.
  public var isWhole: Bool { conflicts == 0 && refused == 0 }
}

extension Registrar {
  /// Stores statements that another record store, or this one, wrote as JSON lines.
  ///
  /// Each line is validated as one that is sent to the record store, and stored by the same operation, which moves
  /// progress. It keeps everything that it says but `stored`, which is when it is stored here. It also keeps the
  /// authority that it brings: who imports owns the records, and answers for where the lines came from (xAPI 1.0.3 Data
  /// 2.4.9 leaves that to a store which trusts its source); one without is vouched for by who imports.
  ///
  /// Lines stand for themselves. One that cannot be used is told with its number and changes nothing, and the others are
  /// stored, in their order, some hundreds in each transaction. A statement that is there already changes nothing, so the
  /// same import again goes on where the last one was stopped, whatever stopped it. The contents of attachments lie
  /// beside the lines: a statement that has some which are not at hand, and does not say where else they are, is refused.
  ///
  /// - Parameter progress: told after each transaction how many octets were read and how many lines.
  public func importStatements(
    _ request: StatementImport, as principal: Principal, on terms: Terms<StatementImportReport> = .none,
    progress: (_ octets: Int, _ lines: Int) throws -> Void = { _, _ in }
  ) throws -> StatementImportReport {
    try permit(.exchange, to: principal, doing: "import statements")
    var importing = StatementImporting(self, principal, request)
    let report = try importing.run { octets, lines in
      if let size = request.sizeBytes { try terms.note(done: octets, of: size) }
      try progress(octets, lines)
    }
    guard !request.isDryRun else { return report }
    try perform(EndStatementImport(id: importing.id, report: report), as: principal)
    return try perform(TellStatementImport(report: report), as: principal, on: terms)
  }
}

/// Statements on their way in, some hundreds at a time.
private struct StatementImporting {
  private struct Entry {
    let line: Int
    let statement: Statement
    /// The contents of its attachments; one that brings some is stored alone.
    let contents: [ArrivedAttachment]
  }

  /// How many statements, and about how many octets, share a transaction.
  private static let mostInBatch = (statements: 400, octets: 4 << 20)

  private let registrar: Registrar
  private let principal: Principal
  private let request: StatementImport
  /// What the history knows the import by.
  let id: UUID
  private var report: StatementImportReport
  private var batch: [Entry] = []
  private var batchOctets = 0
  private var isBegun = false

  init(_ registrar: Registrar, _ principal: Principal, _ request: StatementImport) {
    (self.registrar, self.principal, self.request) = (registrar, principal, request)
    id = UUID(version7At: registrar.clock().microseconds, random: registrar.random().low)
    report = StatementImportReport(isDryRun: request.isDryRun)
  }

  mutating func run(progress: (_ octets: Int, _ lines: Int) throws -> Void) throws -> StatementImportReport {
    var reading = LineReading(limit: StatementImport.mostLineBytes, read: request.read)
    while let line = try reading.next() {
      try take(line)
      guard isFull else { continue }
      try flush()
      try progress(reading.octetsRead, report.lines)
    }
    try flush()
    try progress(reading.octetsRead, report.lines)
    return report
  }

  private var isFull: Bool {
    batch.count >= StatementImporting.mostInBatch.statements
      || batchOctets >= StatementImporting.mostInBatch.octets || batch.last?.contents.isEmpty == false
  }

  private mutating func take(_ line: LineReading.Line) throws {
    guard let octets = line.octets else {
      report.lines += 1
      return refuse(
        line.number, .statementLineTooLong, "the line has more than \(StatementImport.mostLineBytes) octets")
    }
    guard octets.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return }
    report.lines += 1
    do {
      let statement = try Statement.storedElsewhere(JSONDocument(octets).root)
      guard statement.id != nil else {
        return refuse(line.number, .statementWithoutID, "the statement has no id")
      }
      let contents = try contents(of: statement)
      try Statement.checkAttachments(of: [statement], with: contents)
      if !contents.isEmpty { try flush() }
      batch.append(Entry(line: line.number, statement: statement, contents: contents))
      batchOctets += octets.count
    } catch let error as JSONError {
      refuse(line.number, .statementLineMalformed, "\(error.reason.message)", column: error.column)
    } catch let violation as StatementViolation {
      refuse(line.number, .statementUnusable, "\(violation)")
    } catch let difference as AttachmentDiffers {
      refuse(line.number, .statementUnusable, "the contents at hand do not have the SHA-2 \(difference.sha2)")
    }
  }

  private func contents(of statement: Statement) throws -> [ArrivedAttachment] {
    var (found, asked) = ([ArrivedAttachment](), Set<String>())
    for attachment in statement.attachments where asked.insert(attachment.sha2).inserted {
      guard let read = try request.contents(attachment.sha2),
        let digest = Hexadecimal.decode(attachment.sha2),
        var arriving = try ArrivingAttachment(digest: digest, in: registrar.content)
      else { continue }
      while case let octets = try read(1 << 20), !octets.isEmpty { try arriving.take(octets) }
      found.append(try arriving.arrived())
    }
    return found
  }

  private mutating func refuse(_ line: Int, _ code: FindingCode, _ message: String, column: Int = 1) {
    if code == .statementConflict { report.conflicts += 1 } else { report.refused += 1 }
    guard report.findings.count < StatementImportReport.mostFindings else { return }
    report.findings.append(Finding(code, message, file: request.name, line: line, column: column))
  }

  /// Stores what was gathered: together, or one by one where that is refused for one of them.
  private mutating func flush() throws {
    let entries = batch
    (batch, batchOctets) = ([], 0)
    guard !entries.isEmpty else { return }
    try begin()
    // What comes with contents comes alone, and they can be kept once.
    guard entries.count > 1 else { return try countOneByOne(entries) }
    do {
      try count(entries)
    } catch is StatementConflict {
      try countOneByOne(entries)
    } catch is VoidingRefused {
      try countOneByOne(entries)
    }
  }

  private mutating func countOneByOne(_ entries: [Entry]) throws {
    for entry in entries {
      do {
        try count([entry])
      } catch let conflict as StatementConflict {
        refuse(entry.line, .statementConflict, conflict.explanation.message)
      } catch let refusal as VoidingRefused {
        refuse(entry.line, .statementUnusable, refusal.explanation.message)
      }
    }
  }

  private mutating func count(_ entries: [Entry]) throws {
    let statements = entries.map(\.statement)
    let newCount =
      try request.isDryRun
      ? registrar.answer(CompareStatements(statements: statements), as: principal)
      : record(statements, with: entries.flatMap(\.contents)).newCount
    report.stored += newCount
    report.alreadyStored += entries.count - newCount
  }

  private func record(
    _ statements: [Statement], with contents: [ArrivedAttachment]
  ) throws -> StoreStatements.Outcome {
    guard contents.isEmpty else {
      return try registrar.record(statements, with: contents, as: principal, trustingSender: true)
    }
    return try registrar.record(
      registrar.storeStatements(statements, [:], principal, trustingSender: true), as: principal)
  }

  private mutating func begin() throws {
    guard !isBegun, !request.isDryRun else { return }
    isBegun = true
    try registrar.perform(BeginStatementImport(id: id, file: request.name), as: principal)
  }
}

/// How many of some statements are not there yet. Throws what storing them would throw.
private struct CompareStatements: Inquiry {
  static let right: Right? = .exchange

  let statements: [Statement]

  func answer(_ reading: Reading) throws -> Int {
    try statements.count { statement in
      guard let id = statement.id, try reading.records.same(as: statement, id) == nil else { return false }
      try reading.records.refuseVoidingOfVoiding(statement)
      return true
    }
  }
}

/// Notes that statements are being imported, and by whom: the lines themselves keep the authority that they bring.
private struct BeginStatementImport: Change {
  static let right = Right.exchange

  let id: UUID
  let file: String

  func carryOut(_ work: Work) throws {
    try work.note("statement import begin", .statementImport, id, [FieldChange("file", from: nil, to: file)])
  }
}

/// Notes what came of it.
private struct EndStatementImport: Change {
  static let right = Right.exchange

  let id: UUID
  let report: StatementImportReport

  func carryOut(_ work: Work) throws {
    guard report.stored > 0 else { return }
    let counts = [
      ("stored", report.stored), ("alreadyStored", report.alreadyStored), ("conflicts", report.conflicts),
      ("refused", report.refused),
    ]
    try work.note(
      "statement import end", .statementImport, id,
      counts.map { FieldChange($0, from: nil, to: String($1)) })
  }
}

/// What came of it as the outcome of a change, which is told again and ends a job. The lines are stored whatever is told.
private struct TellStatementImport: Change {
  static let right = Right.exchange

  let report: StatementImportReport

  func carryOut(_ work: Work) throws -> StatementImportReport { report }
}

extension Statement {
  /// A statement that a record store gave back: by the rules of the edition that it says it is of, where it keeps them,
  /// so that it is stored as it was; else by those of xAPI 2.0, which allow more.
  fileprivate static func storedElsewhere(_ value: JSONValue) throws(StatementViolation) -> Statement {
    let isOfVersion1 = value["version"]?.string.map { $0.utf8.starts(with: "1.0".utf8) } ?? false
    guard isOfVersion1 else { return try Statement(validating: value, by: .version2) }
    do {
      return try Statement(validating: value, by: .version1)
    } catch {
      return try Statement(validating: value, by: .version2)
    }
  }
}
