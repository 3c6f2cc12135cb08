internal import JSON
internal import Operations
internal import Representations
internal import Values

/// One command under way: what it was given, the records it works on, and where it tells.
struct Errand {
  let given: Given
  let output: Output
  let folders: DataFolders
  let records: OpenRecords
  /// The program's version.
  let version: String
  /// Serves until it is told to end.
  let serving: @Sendable (ServeRequest) throws -> Void

  var surroundings: Surroundings { output.surroundings }

  /// The registrar of the data folder, opened at its first use: what cannot be understood touches no folder.
  var registrar: Registrar {
    get throws { try records.opened.registrar }
  }

  /// Carries out a change as the owner of the data folder.
  func perform<C: Change>(_ change: C) throws -> C.Outcome {
    try registrar.perform(change, as: .owner)
  }

  /// Answers a question as the owner of the data folder.
  func answer<Q: Inquiry>(_ inquiry: Q) throws -> Q.Answer {
    try registrar.answer(inquiry, as: .owner)
  }

  /// The day it is in UTC.
  func today() throws -> Day {
    try registrar.clock().dayInUTC
  }

  /// Tells that something was changed: its name as data (or the record, as JSON), a sentence and what may come next as
  /// messages.
  func changed(_ name: String, _ record: some Representable, _ sentence: String, next: String? = nil) throws {
    if output.isJSON { try output.json(record) } else { try output.lines([name]) }
    try output.say(sentence)
    if let next { try output.next(next) }
  }

  /// Shows a page of a list, as a table or as JSON.
  func list<Item: Representable>(_ page: Page<Item>, _ headings: [String], _ row: (Item) throws -> [String])
    throws
  {
    guard !output.isJSON else { return try output.json(page) }
    if page.items.isEmpty { try output.say("There are none yet.") }
    if !page.items.isEmpty { try output.table(Table(headings, try page.items.map(row))) }
    if let next = page.next { try output.say("More: add --after \(next)") }
  }

  /// Shows one record, as details or as JSON.
  func show(_ record: some Representable, _ lines: () throws -> [String]) throws {
    if output.isJSON { try output.json(record) } else { try output.lines(lines()) }
  }
}

/// The records of one command, opened once, when they are first asked for.
final class OpenRecords {
  private let folders: DataFolders
  /// The absolute path of the data folder.
  let path: String
  private let access: Access
  private var kept: DataFolders.Opened?

  init(_ folders: DataFolders, path: String, access: Access) {
    self.folders = folders
    self.path = path
    self.access = access
  }

  /// The opened folder; throws `DataFolderMissing` where there is none.
  var opened: DataFolders.Opened {
    get throws {
      guard let opened = try openedIfPresent else { throw DataFolderMissing(path: path) }
      return opened
    }
  }

  /// The opened folder; nil where there is none.
  var openedIfPresent: DataFolders.Opened? {
    get throws {
      if let kept { return kept }
      kept = try folders.open(path, access)
      return kept
    }
  }
}
