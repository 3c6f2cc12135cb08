import Certification
import Enrolment
import People
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
  func officers(language: LanguageTag, words: ReportWords) -> ReportBlock {
    let rows = enrolments.map { (key: $0.orderingKey, fact: $0) }.sorted { $0.key < $1.key }.map {
      $0.fact.row(language, words)
    }
    let columns =
      words.naming("person") + words.naming("course") + [
        words.column("session", .code), words.column("state", .code), words.column("result", .code),
        words.column("enrolled-on", .day), words.column("started-on", .day), words.column("ended-on", .day),
      ]
    return ReportBlock(.ownOfficers, in: words, columns, rows: rows)
  }

  /// Certificates by their holder's name, and those of one holder by number.
  func certificates(_ name: BlockName, language: LanguageTag, words: ReportWords) -> ReportBlock {
    let rows = certificates.map { (key: $0.orderingKey, fact: $0) }.sorted { $0.key < $1.key }.map {
      $0.fact.row(language, words)
    }
    let columns =
      words.naming("person") + [words.column("number", .code)] + words.naming("scheme") + [
        words.column("kind", .code), words.column("issued-on", .day), words.column("valid-to", .day),
        words.column("state", .code), words.column("state-since", .day),
      ]
    return ReportBlock(name, in: words, columns, rows: rows)
  }
}

/// Texts compared octet by octet, so that the order is the same everywhere.
struct OrderingKey: Comparable {
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
    OrderingKey(texts: [name?.orderingText ?? "", person.description, enrolledOn.description, session.folded])
  }

  fileprivate func row(_ language: LanguageTag, _ words: ReportWords) -> [ReportCell] {
    [
      .code(person.description), words.cell(name),
      .code(course.code.text), .text(course.title.text(for: language)),
      .code(session.text), .code(state.rawValue),
      EnrolmentFigures.Outcome(of: self).map { .code($0.rawValue) } ?? .empty,
      .day(enrolledOn), startedOn.map { .day($0) } ?? .empty, endedOn.map { .day($0) } ?? .empty,
    ]
  }
}

extension CertificateFact {
  fileprivate var orderingKey: OrderingKey {
    OrderingKey(texts: [name?.orderingText ?? "", person.description, number.text])
  }

  fileprivate func row(_ language: LanguageTag, _ words: ReportWords) -> [ReportCell] {
    [
      .code(person.description), words.cell(name),
      .code(number.text), .code(scheme.code.text), .text(scheme.title.text(for: language)),
      .code(kind.rawValue), .day(issuedOn), lastDay.map { .day($0) } ?? .empty,
      .code(state.rawValue), .day(stateSince),
    ]
  }
}
