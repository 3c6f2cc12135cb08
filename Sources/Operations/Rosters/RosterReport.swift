public import ContentPackaging
public import Enrolment
public import People
internal import RegistrarXML
internal import Rosters
public import Values

/// What came of a roster: what was found, and what was or would be done with each entry.
public struct RosterReport: Sendable {
  /// What an entry comes to.
  public enum Result: String, Sendable, CaseIterable {
    /// The person was not known yet.
    case added
    /// The person was known; a place, a nomination or an enrolment is new.
    case changed
    /// Everything it says is recorded already.
    case unchanged
    /// A finding says why nothing is done with it.
    case refused
    /// It could be taken and is not, since the roster is refused.
    case omitted
  }

  /// One entry.
  public struct Entry: Sendable {
    /// The row as a spreadsheet counts, or the place among the persons of a document.
    public let number: Int
    public let identity: SourceIdentity
    public let result: Result
    /// The person; nil where nobody is entered (yet).
    public let person: PersonID?
    /// The sessions that the entry enrols in, each with what its seats admit.
    public let enrolments: [(session: SessionCode, admission: Seats.Admission)]
  }

  /// Whether the roster was, or would be, taken.
  public let isAccepted: Bool
  public let isDryRun: Bool
  /// Those entries that could be read, in the roster's order.
  public let entries: [Entry]
  /// How many entries are refused, those that could not even be read included.
  public let refused: Int
  public let findings: [Finding]

  /// Of a roster with more bytes than `RosterRequest.mostBytes`, of which nothing was read.
  ///
  /// - Parameter name: the name that the finding is given under.
  public static func tooLarge(_ name: String) -> RosterReport {
    RosterReport(refused: RosterReader.tooLarge(file: name).findings)
  }

  /// How many entries come to a result.
  public func count(of result: Result) -> Int {
    result == .refused ? refused : entries.count { $0.result == result }
  }

  /// How many places on waiting lists are given.
  public var waiting: Int {
    entries.reduce(0) { count, entry in count + entry.enrolments.count { $0.admission != .seat } }
  }
}

extension RosterReport {
  /// Of a roster that cannot be read.
  init(refused findings: [Finding]) {
    self.init(isAccepted: false, isDryRun: false, entries: [], refused: 0, findings: findings)
  }

  init(_ outcome: RosterOutcome, of roster: ReadRoster, isDryRun: Bool, found: [Finding]) {
    self.init(
      isAccepted: outcome.isTaken, isDryRun: isDryRun,
      entries: outcome.plan.entries.map { Entry($0, of: outcome) },
      refused: outcome.plan.refused + roster.document.unusableEntries,
      findings: inOrder(found + outcome.plan.findings))
  }
}

extension RosterReport.Entry {
  init(_ planned: PlannedEntry, of outcome: RosterOutcome) {
    let identity = planned.entry.identity.value
    let isOmitted = !outcome.isTaken && (planned.result == .added || planned.result == .changed)
    self.init(
      number: planned.entry.number, identity: identity, result: isOmitted ? .omitted : planned.result,
      person: planned.person ?? outcome.persons[identity],
      enrolments: outcome.isTaken ? planned.admissions : [])
  }
}

/// Findings in the order of the file; of one place, as they were found.
private func inOrder(_ findings: [Finding]) -> [Finding] {
  findings.enumerated().sorted { one, other in
    let left = (one.element.line ?? 0, one.element.column ?? 0, one.offset)
    let right = (other.element.line ?? 0, other.element.column ?? 0, other.offset)
    return left < right
  }.map(\.element)
}
