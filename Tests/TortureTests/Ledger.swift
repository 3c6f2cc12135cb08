import Synchronization

/// What the program acknowledged; nothing in it may ever be lost.
final class Ledger: Sendable {
  struct Entries: Sendable {
    var statements: [String] = []
    /// Every batch that was sent, whether it was answered or not.
    var batches: [(ids: [String], isAcknowledged: Bool)] = []
    var courses: [String] = []
    /// Where documents are had, with the last number that was acknowledged.
    var documents: [String: Int] = [:]
    /// Statements with an attachment whose contents are made of their id.
    var attachments: [String] = []
    var certificates: [String] = []
  }

  private let state = Mutex(Entries())

  var entries: Entries { state.withLock { $0 } }

  func note(_ change: (inout sending Entries) -> Void) {
    state.withLock { change(&$0) }
  }
}

/// The figures of the whole run.
struct Tally {
  var rounds = 0
  var statements = 0
  var batches = 0
  var imports = 0
  var awards = 0
  var lost = 0
  var torn = 0
  var slowestRestartMicroseconds: Int64 = 0

  var line: String {
    "rounds \(rounds), acknowledged statements \(statements), batches \(batches), imports \(imports), "
      + "awards \(awards), lost \(lost), torn \(torn), slowest restart \(slowestRestartMicroseconds / 1000) ms"
  }
}
