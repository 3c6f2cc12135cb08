internal import Catalogue
internal import Certification
internal import Enrolment
internal import Values

/// A check under way over one snapshot of the records: what it looks at, and what it has found. The subjects are in the
/// files beside this one.
final class Checking {
  let records: any Records
  let origin: String
  let calendar: Calendar
  let now: Instant
  let rules: VersionRules

  private(set) var faults: [CheckReport.Fault] = []
  private(set) var warnings: [CheckReport.Fault] = []
  /// The enrolments whose progress is not what their records say.
  var misleading: [EnrolmentID] = []
  /// How many enrolments were looked at.
  var enrolments = 0
  /// How many statements were looked at.
  var statements = 0
  /// Whether a record is not what it was when it was recorded.
  var isAltered = false

  init(records: any Records, origin: String, calendar: Calendar, now: Instant, rules: VersionRules) {
    self.records = records
    self.origin = origin
    self.calendar = calendar
    self.now = now
    self.rules = rules
  }

  func fault(_ kind: String, _ message: String) {
    faults.append(.init(kind: kind, message: message))
  }

  func warn(_ kind: String, _ message: String) {
    warnings.append(.init(kind: kind, message: message))
  }

  /// Looks at everything that a list has, page by page. What cannot be read, or leads to what is not there, is a fault,
  /// and the check goes on; a failure of the world ends it.
  ///
  /// - Parameter name: what an item is called in a fault.
  func each<Item>(
    _ list: (PageRequest) throws -> Page<Item>, _ name: (Item) -> String, _ look: (Item) throws -> Void
  ) throws {
    var request: PageRequest? = PageRequest(limit: 1000)
    while let next = request {
      request = nil
      try tellingTheUnreadable("") {
        let page = try list(next)
        for item in page.items { try tellingTheUnreadable("\(name(item)): ") { try look(item) } }
        request = page.next.map { PageRequest(after: $0, limit: 1000) }
      }
    }
  }

  private func tellingTheUnreadable(_ name: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let refusal as any Explainable {
      guard refusal.explanation.category != .temporary else { throw refusal }
      fault("database", name + refusal.explanation.message)
    } catch {
      fault("database", name + "\(error)")
    }
  }
}

/// Whether some event leads to a state.
func leads<Event: CaseIterable, State: Equatable>(
  to state: State, _ after: (Event) throws -> State
) -> Bool {
  Event.allCases.contains { event in
    do {
      return try after(event) == state
    } catch {
      return false
    }
  }
}
