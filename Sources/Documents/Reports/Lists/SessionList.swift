import Certification
public import Enrolment
import People
import Values

/// A session as it is reported on: what it was, who paid for seats, and who took part.
public struct SessionFacts: Sendable {
  public let session: Session
  public let course: CourseLabel
  /// The party that delivers it.
  public let host: PartyLabel?
  /// Those that pay for seats in it.
  public let donors: [PartyLabel]
  public let enrolments: [EnrolmentFact]
  /// The certificates that were awarded on these enrolments.
  public let certificates: [CertificateFact]

  public init(
    session: Session, course: CourseLabel, host: PartyLabel?, donors: [PartyLabel],
    enrolments: [EnrolmentFact], certificates: [CertificateFact]
  ) {
    self.session = session
    self.course = course
    self.host = host
    self.donors = donors
    self.enrolments = enrolments
    self.certificates = certificates
  }
}

extension ListReport {
  /// The report on a session: what news of it hold (domain 5.1), and the list of who attended.
  public static func session(_ facts: SessionFacts, _ setting: Setting) -> ListReport {
    ListReport(
      kind: .session, setting: setting, subject: facts.course.title.text(for: setting.language),
      particulars: facts.particulars(setting),
      blocks: [facts.participants(setting), facts.administrations(setting)])
  }
}

extension SessionFacts {
  fileprivate func particulars(_ setting: ListReport.Setting) -> [ListReport.Particular] {
    let head = [
      setting.particular("session", session.code.text),
      setting.particular("course", course.code.text, course.title.text(for: setting.language)),
      setting.particular("mode", session.mode.rawValue, setting.words.label(session.mode)),
      setting.particular("language", session.language.text),
      setting.particular("time-zone", session.timeZone),
    ]
    let seats = session.capacity.map { [setting.particular("capacity", String($0))] } ?? []
    let parties =
      (host.map { [setting.particular("host", $0)] } ?? [])
      + donors.sorted { $0.code.folded < $1.code.folded }.enumerated().map { place, donor in
        ListReport.Particular(
          name: "donor-\(place + 1)", title: setting.words.column("donor"), value: donor.code.text,
          text: donor.name.text(for: setting.language))
      }
    return head + seats + parties
  }

  /// By name; who has one name with others by identifier. Of certificates those are named that still say something of the
  /// session: neither revoked nor replaced by another.
  fileprivate func participants(_ setting: ListReport.Setting) -> ReportBlock {
    let words = setting.words
    let numbers = Dictionary(grouping: certificates.filter { $0.state.certifies }, by: \.person)
      .mapValues { $0.map(\.number.text).sorted().joined(separator: " ") }
    let rows = enrolments.sorted { $0.listingKey < $1.listingKey }.map { fact in
      setting.cells(fact.person, fact.name) + setting.cells(fact.party) + [
        fact.roleLevel.map { .code($0.rawValue) } ?? .empty, .code(fact.state.rawValue),
        .code(fact.facts.hasAttended ? "yes" : "no"),
        EnrolmentFigures.Outcome(of: fact).map { .code($0.rawValue) } ?? .empty,
        fact.isCertified ? numbers[fact.person].map { .code($0) } ?? .empty : .empty,
      ]
    }
    let columns =
      words.naming("person") + words.naming("member") + [
        words.column("role-level", .code), words.column("state", .code), words.column("attended", .code),
        words.column("result", .code), words.column("number", .code, titled: "certificate"),
      ]
    return ReportBlock(.list(.participants), in: words, columns, rows: rows)
  }

  /// How many came of each administration, by code; who has no party stands last.
  fileprivate func administrations(_ setting: ListReport.Setting) -> ReportBlock {
    let words = setting.words
    var (people, whole, groups) = (
      PersonNumbers(), Tally.none, [PartyID?: (label: PartyLabel?, tally: Tally)]()
    )
    for fact in enrolments {
      let person = people.number(of: fact.person)
      whole.add(person, of: fact)
      groups[fact.party?.id, default: (fact.party, .none)].tally.add(person, of: fact)
    }
    let rows = groups.values.sorted { ($0.label?.code.folded ?? "~") < ($1.label?.code.folded ?? "~") }
      .map { setting.cells($0.label) + $0.tally.countsAndCompletion(.nothing) }
    return ReportBlock(
      .list(.administrations), in: words, words.naming("member") + words.countingCompleted(), rows: rows,
      total: [.code(ReportCodes.total), .empty] + whole.countsAndCompletion(.nothing))
  }
}

extension CertificateState {
  /// Whether what it certified was neither taken back nor is told by another certificate.
  fileprivate var certifies: Bool {
    switch self {
    case .issued, .suspended, .expired: true
    case .revoked, .replaced: false
    }
  }
}
