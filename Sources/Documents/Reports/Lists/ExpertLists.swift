public import Accreditation
public import People
public import Values

/// An expert as one is reported on.
public struct ListedExpert: Sendable, Hashable {
  public let person: PersonID
  public let name: PersonName
  /// The party that put the expert forward.
  public let party: PartyLabel
  public let pool: PoolCode
  public let poolTitle: LocalizedText
  public let category: ExpertCategory
  /// The subject that the category is parted by; nil where it is not.
  public let subject: String?
  public let language: LanguageTag
  public let standing: Standing
  /// The day since when the standing is held.
  public let since: Day?
  /// The last day on which it holds; nil where it does not end by itself.
  public let until: Day?
  /// Whether the expert is released on all days that were asked for and on no mission on any; nil where none were.
  public let isAvailable: Bool?

  public init(
    person: PersonID, name: PersonName, party: PartyLabel, pool: PoolCode, poolTitle: LocalizedText,
    category: ExpertCategory, subject: String?, language: LanguageTag, standing: Standing, since: Day?,
    until: Day?,
    isAvailable: Bool?
  ) {
    self.person = person
    self.name = name
    self.party = party
    self.pool = pool
    self.poolTitle = poolTitle
    self.category = category
    self.subject = subject
    self.language = language
    self.standing = standing
    self.since = since
    self.until = until
    self.isAvailable = isAvailable
  }
}

/// What was given to an assessor, and what the assessor assessed on some days.
public struct AssessorLoad: Sendable {
  /// Nil for the results of which it is not known who assessed.
  public let assessor: (id: PersonID, name: PersonName)?
  /// Sessions with enrolments that are given to the assessor at the cut-off.
  public let sessions: Int
  /// Enrolments with a result of the assessor that holds.
  public let enrolments: Int
  /// Different people among these.
  public let persons: Int
  /// Results that hold, and how many of them are a pass or a failure; those beyond them are completions.
  public let results: Int
  public let passed: Int
  public let failed: Int
  /// Results of others that the assessor marked a second time.
  public let secondMarks: Int

  public init(
    assessor: (id: PersonID, name: PersonName)?, sessions: Int, enrolments: Int, persons: Int, results: Int,
    passed: Int, failed: Int, secondMarks: Int
  ) {
    self.assessor = assessor
    self.sessions = sessions
    self.enrolments = enrolments
    self.persons = persons
    self.results = results
    self.passed = passed
    self.failed = failed
    self.secondMarks = secondMarks
  }
}

extension ListReport {
  /// The register of experts by pool and name.
  public static func experts(_ facts: [ListedExpert], _ setting: Setting) -> ListReport {
    let words = setting.words
    let rows = facts.sorted { $0.orderingKey < $1.orderingKey }.map { fact in
      [
        .code(fact.pool.text), .text(fact.poolTitle.text(for: setting.language)),
        .code(fact.category.rawValue), .text(words.label(fact.category)),
        fact.subject.map { .code($0) } ?? .empty,
      ] + setting.cells(fact.person, fact.name) + setting.cells(fact.party) + [
        .code(fact.language.text), .code(fact.standing.rawValue), setting.cell(fact.since),
        setting.cell(fact.until), fact.isAvailable.map { .code($0 ? "yes" : "no") } ?? .empty,
      ]
    }
    let columns =
      words.naming("pool") + words.naming("category") + [words.column("subject", .code)]
      + words.naming("person")
      + words.naming("member") + [
        words.column("language", .code), words.column("standing", .code),
        words.column("since", .day, titled: "state-since"), words.column("valid-to", .day),
        words.column("available", .code, titled: "is-available"),
      ]
    return ListReport(
      kind: .experts, setting: setting, subject: words["list.experts.subject"], particulars: [],
      blocks: [ReportBlock(.list(.expertRegister), in: words, columns, rows: rows)])
  }

  /// The load of assessors, by name; the results of which it is not known who assessed stand last.
  public static func assessors(_ loads: [AssessorLoad], _ setting: Setting) -> ListReport {
    let words = setting.words
    let rows = loads.sorted { $0.orderingKey < $1.orderingKey }.map { load -> [ReportCell] in
      [
        .code(load.assessor?.id.description ?? ReportCodes.unrecorded),
        .text(load.assessor.map { words.text(of: $0.name) } ?? words.notRecorded), .count(load.sessions),
        .count(load.enrolments), .count(load.persons), .count(load.results), .count(load.passed),
        .count(load.failed), .count(load.secondMarks),
      ]
    }
    let columns =
      words.naming("person") + [
        words.column("sessions", .count(.sessions, isAdditive: false), titled: "assigned-sessions"),
        words.column("enrolments", .count(.enrolments, isAdditive: false), titled: "assessed-enrolments"),
        words.column("persons", .count(.persons, isAdditive: false)),
        words.column("results", .count(.results, isAdditive: true)),
        words.column("passed", .count(.results, isAdditive: true), titled: "results-passed"),
        words.column("failed", .count(.results, isAdditive: true), titled: "results-failed"),
        words.column("second-marks", .count(.results, isAdditive: true)),
      ]
    return ListReport(
      kind: .assessors, setting: setting, subject: words["audience.directorate"], particulars: [],
      blocks: [ReportBlock(.list(.assessors), in: words, columns, rows: rows)])
  }
}

extension ListedExpert {
  fileprivate var orderingKey: OrderingKey {
    OrderingKey(texts: [pool.folded, name.orderingText, person.description, language.text])
  }
}

extension AssessorLoad {
  fileprivate var orderingKey: OrderingKey {
    OrderingKey(texts: assessor.map { ["0", $0.name.orderingText, $0.id.description] } ?? ["1"])
  }
}
