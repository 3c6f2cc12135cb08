import Accreditation
import Assessment
import Certification
import Enrolment
import Evaluation
import Operations
import People
import Reports
import Synchronization
import Values

/// What comes of asking, as far as rights go.
enum Verdict: Character, Sendable {
  /// It is done, or refused for what the records say.
  case allowed = "+"
  /// 403, exit 6: the role is told that it may not.
  case notPermitted = "-"
  /// 404, exit 4: answered as if there were no such thing.
  case notFound = "0"
}

/// One thing that can be asked: as a command, as a request, as an operation; and who may.
struct RightsRow: Sendable, CustomStringConvertible {
  /// The command's words; what is not typed but only sent has the words that it would have in parentheses.
  let command: String
  /// Method and pattern of the route; nil where only a command asks it.
  let route: String?
  /// For each role in the order of `Role.allCases` two signs: of its own, of somebody else's.
  let verdicts: String
  /// What follows the path, `?name=$value`.
  let query: String
  let json: String?
  /// What is sent where that is not JSON.
  let content: Content?
  let operation: @Sendable (Subject) throws -> Act

  /// A body of a media type, with names in it that stand for something.
  struct Content: Sendable {
    let type: String
    let text: String
  }

  init(
    _ command: String, _ route: String?, _ verdicts: String, _ query: String = "", json: String? = nil,
    content: Content? = nil, _ operation: @escaping @Sendable (Subject) throws -> Act
  ) {
    self.command = command
    self.route = route
    self.verdicts = verdicts
    self.query = query
    self.json = json
    self.content = content
    self.operation = operation
  }

  var description: String { "\(command) | \(route ?? "")" }

  /// The verdict for a role, on its own or on somebody else's; nil where the row is not whole.
  func verdict(for role: Role, isOwn: Bool) -> Verdict? {
    let columns = verdicts.split(separator: " ")
    guard columns.count == Role.allCases.count, let place = Role.allCases.firstIndex(of: role),
      columns[place].count == 2, let sign = isOwn ? columns[place].first : columns[place].last
    else { return nil }
    return Verdict(rawValue: sign)
  }
}

/// An operation, ready to be carried out by somebody.
struct Act: Sendable {
  let carryOut: @Sendable (Registrar, Principal) throws -> Void

  static func change<C: Change>(_ change: C) -> Act {
    Act { _ = try $0.perform(change, as: $1) }
  }

  static func inquiry<Q: Inquiry & Sendable>(_ inquiry: Q) -> Act {
    Act { _ = try $0.answer(inquiry, as: $1) }
  }
}

/// What something is asked about: a role's own side, or the other one.
struct Subject: Sendable {
  let role: Role
  let side: Side
  /// The side that the role belongs to.
  let own: Side
  let key: KeyID
  /// A job that the key asked for, or another key did.
  var job = JobID(UUID(high: 0, low: 1))
  let package: String

  var delivery: Delivery { side.delivery(for: role) }
  var party: String { side.party(of: role) }
  /// The report that was issued to the role's party; a training centre has none, and asks for the Member's.
  var report: ReportID {
    side.reports[party] ?? side.reports[side.member] ?? ReportID(UUID(high: 0, low: 1))
  }
  /// The role's own enrolment, whichever side is asked about.
  var ownEnrolment: String { own.delivery(for: role).enrolment.id.description }

  /// An identifier that nothing has.
  static let nothing = "00000000-0000-0000-0000-000000000001"

  /// A code that nothing has yet.
  var new: String { "NEW-\(Subject.count.wrappingAdd(1, ordering: .relaxed).newValue)" }
  private static let count = Atomic(0)

  /// A text with what the names in it stand for.
  func filling(_ text: String) -> String {
    let values = [
      ("$party", party), ("$member", side.member), ("$donor", side.donor),
      ("$programme", side.programme), ("$host", delivery.host),
      ("$session", delivery.session.code.text), ("$personID", delivery.person.id.description),
      ("$affiliation", delivery.affiliation.id.description),
      ("$nomination", delivery.nomination.id.description), ("$ownEnrolment", ownEnrolment),
      ("$enrolment", delivery.enrolment.id.description), ("$result", delivery.result.id.description),
      ("$certificate", delivery.certificate.number.text), ("$scheme", delivery.scheme),
      ("$accreditation", delivery.accreditation.id.description),
      ("$involvement", delivery.involvement.id.description), ("$proposal", delivery.proposal.id.description),
      ("$observation", delivery.observation.id.description),
      ("$evaluation", delivery.evaluation.id.description), ("$answer", delivery.answer.id.description),
      ("$commitment", delivery.commitment.id.description), ("$training", delivery.training.id.description),
      ("$release", delivery.release.id.description), ("$launch", delivery.launch.id.description),
      ("$assignment", delivery.assignment.id.description), ("$assessor", side.assessor.id.description),
      ("$audience", audience.rawValue), ("$report", report.description), ("$key", key.description),
      ("$new", new),
      ("$job", job.description),
    ]
    return values.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// The path of a route, about this subject.
  func path(of pattern: String) -> String {
    let values = [
      ("{party}", party), ("{standard}", "STANDARD"), ("{course}", "ORIGIN"), ("{number}", "1"),
      ("{activity}", "1"),
      ("{catalogue}", "TTT"), ("{person}", "$personID"), ("{affiliation}", "$affiliation"),
      ("{session}", "$session"),
      ("{nomination}", "$nomination"), ("{enrolment}", "$enrolment"), ("{result}", "$result"),
      ("{scheme}", "$scheme"), ("{certificate}", "$certificate"), ("{assignment}", "$assignment"),
      ("{involvement}", "$involvement"), ("{proposal}", "$proposal"), ("{upload}", Subject.nothing),
      ("{donor}", "$donor"), ("{programme}", side.programme),
      ("{evaluation}", "$evaluation"), ("{answer}", "$answer"), ("{commitment}", "$commitment"),
      ("{training}", "$training"), ("{launch}", "$launch"), ("{key}", "$key"), ("{job}", "$job"),
      ("{pool}", "TOA-PCA"), ("{accreditation}", "$accreditation"), ("{release}", "$release"),
      ("{rubric}", "LESSON"), ("{observation}", "$observation"),
      ("{definition}", "QUARTERLY"), ("{report}", "$report"), ("{document}", "report.xml"),
      ("{forwarding}", "LRS"), ("{webhook}", "PORTAL"),
    ]
    return filling(values.reduce(pattern) { $0.replacing($1.0, with: $1.1) })
  }
}
