public import Certification
import Enrolment
public import People
public import Values

/// One person's record as it is reported on.
public struct TranscriptFacts: Sendable {
  public let person: PersonID
  /// The name that the person bore at the cut-off.
  public let name: PersonName
  public let enrolments: [EnrolmentFact]
  public let certificates: [CertificateFact]

  public init(
    person: PersonID, name: PersonName, enrolments: [EnrolmentFact], certificates: [CertificateFact]
  ) {
    self.person = person
    self.name = name
    self.enrolments = enrolments
    self.certificates = certificates
  }
}

extension ListReport {
  /// What one person took part in and holds, in the order in which it came about.
  public static func transcript(_ facts: TranscriptFacts, _ setting: Setting) -> ListReport {
    ListReport(
      kind: .transcript, setting: setting, subject: setting.words.text(of: facts.name),
      particulars: [setting.particular("person", facts.person.description)],
      blocks: [facts.transcript(setting), facts.holdings(setting)])
  }

  /// The certificates that hold and end on some days, by that day.
  ///
  /// - Parameter renewals: by their numbers, those of the certificates that go on from them.
  public static func expiring(
    _ certificates: [CertificateFact], renewals: [CertificateNumber: CertificateNumber],
    of party: PartyLabel?,
    _ setting: Setting
  ) -> ListReport {
    let words = setting.words
    let rows = certificates.sorted { $0.expiryKey < $1.expiryKey }.map { fact in
      [setting.cell(fact.lastDay), .code(fact.number.text)] + setting.cells(fact.person, fact.name)
        + setting.cells(fact.party) + [
          .code(fact.scheme.code.text), .text(fact.scheme.title.text(for: setting.language)),
          .code(fact.state.rawValue), renewals[fact.number].map { .code($0.text) } ?? .empty,
        ]
    }
    let columns =
      [words.column("valid-to", .day), words.column("number", .code)] + words.naming("person")
      + words.naming("member") + words.naming("scheme") + [
        words.column("state", .code), words.column("renewed-by", .code),
      ]
    return ListReport(
      kind: .expiring, setting: setting,
      subject: party?.name.text(for: setting.language) ?? words["audience.directorate"],
      particulars: party.map { [setting.particular("member", $0)] } ?? [],
      blocks: [ReportBlock(.list(.expiringCertificates), in: words, columns, rows: rows)])
  }
}

extension TranscriptFacts {
  fileprivate func transcript(_ setting: ListReport.Setting) -> ReportBlock {
    let words = setting.words
    let rows = enrolments.sorted { $0.timeKey < $1.timeKey }.map { fact in
      [
        .code(fact.course.code.text), .text(fact.course.title.text(for: setting.language)),
        .code(fact.session.text), .code(fact.mode.rawValue), .day(fact.enrolledOn),
        setting.cell(fact.endedOn), .code(fact.state.rawValue),
        EnrolmentFigures.Outcome(of: fact).map { .code($0.rawValue) } ?? .empty,
      ]
    }
    let columns =
      words.naming("course") + [
        words.column("session", .code), words.column("mode", .code), words.column("enrolled-on", .day),
        words.column("ended-on", .day), words.column("state", .code), words.column("result", .code),
      ]
    return ReportBlock(.list(.transcript), in: words, columns, rows: rows)
  }

  fileprivate func holdings(_ setting: ListReport.Setting) -> ReportBlock {
    let words = setting.words
    let rows = certificates.sorted { ($0.issuedOn, $0.number.text) < ($1.issuedOn, $1.number.text) }.map {
      fact -> [ReportCell] in
      [
        .code(fact.number.text), .code(fact.scheme.code.text),
        .text(fact.scheme.title.text(for: setting.language)), .code(fact.kind.rawValue),
        .day(fact.issuedOn), setting.cell(fact.lastDay), .code(fact.state.rawValue),
      ]
    }
    let columns =
      [words.column("number", .code)] + words.naming("scheme") + [
        words.column("kind", .code), words.column("issued-on", .day), words.column("valid-to", .day),
        words.column("state", .code),
      ]
    return ReportBlock(.list(.holdings), in: words, columns, rows: rows)
  }
}

extension EnrolmentFact {
  fileprivate var timeKey: OrderingKey {
    OrderingKey(texts: [enrolledOn.description, session.folded])
  }

  /// By name, and of one name by identifier.
  var listingKey: OrderingKey {
    OrderingKey(texts: [name?.orderingText ?? "", person.description, enrolledOn.description])
  }
}

extension CertificateFact {
  fileprivate var expiryKey: OrderingKey {
    OrderingKey(texts: [lastDay?.description ?? "", name?.orderingText ?? "", number.text])
  }
}
