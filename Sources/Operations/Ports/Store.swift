public import Values

/// Where the records are kept. One conformer per engine; all of them pass the same contract (`StoreContractTests`).
public protocol Store: Sendable {
  /// The latest instant that any record bears, or a later one; nil while there is none.
  var latestInstant: Instant? { get }

  /// How the store fares. Costs next to nothing.
  var status: StoreStatus { get }

  /// The present, as an instant that divides the records: whatever bears an earlier one is durable and seen by every
  /// later `read`, whatever is yet to be recorded bears a later one. It waits for what is being recorded.
  func dividingInstant() throws -> Instant

  /// The last step of the schema that the records have gone through, and the last that the program knows.
  func schema() throws -> (taken: Int, known: Int)

  /// Where the chain of seals had come when the records were closed last, as it was noted beside them.
  func notedHead() throws -> NotedHead

  /// Writes the files of the records anew, so that nothing that was removed from them is left there; nothing is recorded
  /// meanwhile. Cost: that of copying all records, and room for them twice over.
  ///
  /// - Returns: whether all of it is gone; false where somebody still reads what was there before.
  func clearRemoved() throws -> Bool

  /// Shows a snapshot: whatever is written meanwhile, the body sees one state. It changes nothing.
  func read<Output>(_ body: (any Records) throws -> Output) throws -> Output

  /// Carries out a body on the single writer and returns when its changes are durable.
  ///
  /// A body that throws changes nothing, and does not disturb those that share its commit.
  func write<Output: Sendable>(_ body: @escaping @Sendable (any WritableRecords) throws -> Output) throws
    -> Output

  /// As `write(_:)`, but the records bear instants of a timeline of their own: for demonstration data.
  func write<Output: Sendable>(
    dated timeline: Timeline, _ body: @escaping @Sendable (any WritableRecords) throws -> Output
  ) throws -> Output

  /// As `write(_:)`, without waiting: `completion` is called once, on the writer's thread, when the changes are
  /// durable or the body or the commit failed.
  func write<Output: Sendable>(
    _ body: @escaping @Sendable (any WritableRecords) throws -> Output,
    completion: @escaping @Sendable (Result<Output, any Error>) -> Void)
}

/// Everything that can be asked of the records.
public protocol Records: PartyRecords, StandardRecords, CourseRecords, SessionRecords, EnrolmentRecords,
  CertificateRecords, DecidingRecords, StatementRecords, KeyRecords, HistoryRecords, ReportRecords,
  ReachRecords,
  RefusedAttemptRecords, AssignmentRecords, AnswerRecords,
  ActivityDefinitionRecords, DocumentRecords, JobRecords, AttachmentRecords, LaunchRecords, SealRecords,
  ForwardingRecords, WebhookRecords, CredentialRecords, IssuedReportRecords, AccreditationRecords,
  ObservationRecords, UploadRecords, FundingRecords, EvaluationRecords, DefinedReportRecords, ErasureRecords
{}

/// Everything that can be asked of and added to the records, inside one transaction.
public protocol WritableRecords: Records, WritablePartyRecords, WritableStandardRecords,
  WritableCourseRecords,
  WritableSessionRecords, WritableEnrolmentRecords, WritableCertificateRecords, WritableDecidingRecords,
  WritableStatementRecords,
  WritableKeyRecords, WritableHistoryRecords, WritableRefusedAttemptRecords,
  WritableAssignmentRecords, WritableAnswerRecords,
  WritableActivityDefinitionRecords, WritableDocumentRecords, WritableJobRecords, WritableAttachmentRecords,
  WritableLaunchRecords, WritableForwardingRecords, WritableWebhookRecords,
  WritableCredentialRecords, WritableIssuedReportRecords, WritableAccreditationRecords,
  WritableObservationRecords, WritableUploadRecords, WritableFundingRecords, WritableEvaluationRecords,
  WritableDefinedReportRecords, WritableErasureRecords
{
  /// When this transaction happens: never before, nor equal to, that of an earlier one, whatever the clock does.
  var now: Instant { get }

  /// A later instant than any given out before, for records that each need one of their own.
  func nextInstant() -> Instant
}

/// One page of a list, in the list's stated order.
public struct Page<Item: Sendable>: Sendable {
  public let items: [Item]
  /// Where the next page begins; nil on the last one.
  public let next: String?

  public init(items: [Item], next: String?) {
    self.items = items
    self.next = next
  }
}

/// Which page of a list is asked for.
public struct PageRequest: Sendable, Hashable {
  /// What `next` said on the page before; nil for the first page.
  public let after: String?
  /// How many items at the most, 1 to 1,000.
  public let limit: Int

  /// The limit is brought into its range.
  public init(after: String? = nil, limit: Int = 100) {
    self.after = after
    self.limit = min(max(limit, 1), 1000)
  }
}

extension PageRequest {
  /// The page of a list that is had as a whole.
  ///
  /// - Parameter place: what tells one item from all others, for the cursor.
  func page<Item>(of items: [Item], at place: (Item) -> String) throws -> Page<Item> {
    var rest = items[...]
    if let after {
      guard let last = items.firstIndex(where: { place($0).utf8.elementsEqual(after.utf8) }) else {
        throw CursorUnusable(cursor: after)
      }
      rest = items[(last + 1)...]
    }
    let page = rest.prefix(limit)
    return Page(items: Array(page), next: page.count < rest.count ? page.last.map(place) : nil)
  }
}

/// How a store fares.
public struct StoreStatus: Sendable, Hashable {
  /// How many commits were made durable since it was opened.
  public let commits: Int
  /// How many changes shared them.
  public let changes: Int
  /// How many changes wait for the next commit.
  public let waitingChanges: Int
  /// The length of the write-ahead log in pages.
  public let logPages: Int
  /// Why nothing more is written; nil while all is well.
  public let failure: String?

  public init(commits: Int, changes: Int, waitingChanges: Int, logPages: Int, failure: String?) {
    self.commits = commits
    self.changes = changes
    self.waitingChanges = waitingChanges
    self.logPages = logPages
    self.failure = failure
  }
}
