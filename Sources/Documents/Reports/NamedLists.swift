import Certification
import Enrolment
import Values

/// The lists that name people: a Member's own officers, and what they or a university's graduates hold.
///
/// Memory and cost grow with the number of rows, which is the number of own records.
struct NamedLists {
  private var enrolments: [EnrolmentFact] = []
  private var certificates: [CertificateFact] = []

  mutating func add(_ fact: EnrolmentFact) {
    enrolments.append(fact)
  }

  mutating func add(_ fact: CertificateFact) {
    certificates.append(fact)
  }

  /// Own officers by name; those of one name by their identifier, each with the enrolments in their order in time.
  func officers(language: LanguageTag) -> ReportBlock {
    let rows = enrolments.map { (key: $0.orderingKey, fact: $0) }.sorted { $0.key < $1.key }.map {
      $0.fact.row(language)
    }
    let columns =
      .naming("person", "Person") + .naming("course", "Course") + [
        ReportColumn(name: "session", title: "Session", kind: .code),
        ReportColumn(name: "state", title: "State", kind: .code),
        ReportColumn(name: "result", title: "Result", kind: .code),
        ReportColumn(name: "enrolled-on", title: "Enrolled on", kind: .day),
        ReportColumn(name: "started-on", title: "Started on", kind: .day),
        ReportColumn(name: "ended-on", title: "Ended on", kind: .day),
      ]
    return ReportBlock(.ownOfficers, columns, rows: rows)
  }

  /// Certificates by their holder's name, and those of one holder by number.
  func certificates(_ name: BlockName, language: LanguageTag) -> ReportBlock {
    let rows = certificates.map { (key: $0.orderingKey, fact: $0) }.sorted { $0.key < $1.key }.map {
      $0.fact.row(language)
    }
    let columns =
      .naming("person", "Person")
      + [ReportColumn(name: "number", title: "Number", kind: .code)]
      + .naming("scheme", "Scheme") + [
        ReportColumn(name: "kind", title: "Kind", kind: .code),
        ReportColumn(name: "issued-on", title: "Issued on", kind: .day),
        ReportColumn(name: "valid-to", title: "Valid to", kind: .day),
        ReportColumn(name: "state", title: "State", kind: .code),
        ReportColumn(name: "state-since", title: "In this state since", kind: .day),
      ]
    return ReportBlock(name, columns, rows: rows)
  }
}

/// Texts compared octet by octet, so that the order is the same everywhere.
private struct OrderingKey: Comparable {
  let texts: [String]

  static func < (one: OrderingKey, other: OrderingKey) -> Bool {
    for (left, right) in zip(one.texts, other.texts) where !left.utf8.elementsEqual(right.utf8) {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return one.texts.count < other.texts.count
  }
}

extension EnrolmentFact {
  fileprivate var orderingKey: OrderingKey {
    OrderingKey(texts: [name ?? "", person.description, enrolledOn.description, session.folded])
  }

  fileprivate func row(_ language: LanguageTag) -> [ReportCell] {
    [
      .code(person.description), name.map { .text($0) } ?? .empty,
      .code(course.code.text), .text(course.title.text(for: language)),
      .code(session.text), .code(state.rawValue),
      EnrolmentFigures.Outcome(of: self).map { .code($0.rawValue) } ?? .empty,
      .day(enrolledOn), startedOn.map { .day($0) } ?? .empty, endedOn.map { .day($0) } ?? .empty,
    ]
  }
}

extension CertificateFact {
  fileprivate var orderingKey: OrderingKey {
    OrderingKey(texts: [name ?? "", person.description, number.text])
  }

  fileprivate func row(_ language: LanguageTag) -> [ReportCell] {
    [
      .code(person.description), name.map { .text($0) } ?? .empty,
      .code(number.text), .code(scheme.code.text), .text(scheme.title.text(for: language)),
      .code(kind.rawValue), .day(issuedOn), lastDay.map { .day($0) } ?? .empty,
      .code(state.rawValue), .day(stateSince),
    ]
  }
}
