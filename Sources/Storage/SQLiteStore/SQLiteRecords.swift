internal import Operations
internal import SQLite
internal import Values

/// The records as one connection sees them. The subjects are in the files beside this one.
protocol ConnectedRecords: Records {
  var connection: Connection { get }
}

/// A reader's snapshot.
struct SQLiteRecords: ConnectedRecords {
  let connection: Connection
}

/// The writer's transaction.
final class SQLiteWritableRecords: ConnectedRecords, WritableRecords {
  let connection: Connection
  let now: Instant
  private let timeline: Timeline
  /// Whether the timeline is not that of the other records, so that an instant of it may lie before those that are sealed.
  let isApart: Bool

  init(connection: Connection, timeline: Timeline, isApart: Bool = false) {
    self.connection = connection
    self.isApart = isApart
    self.timeline = timeline
    now = timeline.next()
  }

  func nextInstant() -> Instant {
    timeline.next()
  }
}

extension ConnectedRecords {
  /// One page of a list that is asked for with one row more than it may have, to learn whether there is a next page.
  func page<Item>(_ rows: [Item], _ request: PageRequest, cursor: (Item) -> String) -> Page<Item> {
    guard rows.count > request.limit else { return Page(items: rows, next: nil) }
    let items = Array(rows.prefix(request.limit))
    return Page(items: items, next: items.last.map(cursor))
  }

  /// The identifier that a page begins behind; the least one where the list begins at its start.
  func identifierCursor(_ request: PageRequest) throws -> UUID {
    guard let text = request.after else { return UUID(high: 0, low: 0) }
    guard let uuid = UUID(text) else { throw CursorUnusable(cursor: text) }
    return uuid
  }
}
