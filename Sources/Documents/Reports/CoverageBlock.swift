import Catalogue
import People
import Values

extension ReportBlock {
  /// Which items of the standards are taught, and how often that was completed.
  ///
  /// An item's completions are hidden where those of any version mapped to it are: items share versions, so that one
  /// item less another may be a single version.
  static func coverage(
    _ facts: [CoverageFact], figures: EnrolmentFigures, hiddenVersions: Set<CourseVersionID>,
    language: LanguageTag, words: ReportWords
  ) -> ReportBlock {
    let completions = figures.completionsByVersion
    let rows = facts.map { fact in
      let versions = Set(fact.publishedVersions).union(fact.otherVersions)
      let completed = versions.reduce(0) { $0 + (completions[$1] ?? 0) }
      let isHidden = !versions.isDisjoint(with: hiddenVersions)
      return [
        .code(fact.edition.text), .code(fact.item.level.rawValue), .code(fact.item.kind.rawValue),
        .code(fact.item.code.text), .text(fact.item.titles.text(for: language)),
        .count(fact.publishedCourses), isHidden ? ReportCell.suppressed : .count(completed),
      ]
    }
    return ReportBlock(.coverage, in: words, columns(words), rows: rows)
  }

  private static func columns(_ words: ReportWords) -> [ReportColumn] {
    [
      words.column("edition", .code), words.column("role-level", .code),
      words.column("kind", .code, titled: "requirement"), words.column("item", .code),
      words.column("item-name", .text),
      words.column("course-versions", .count(.courseVersions, isAdditive: false)),
      words.column("completed", .count(.attendances, isAdditive: false)),
    ]
  }

  /// How many items of each level and kind are taught by a published version: where the standards are covered, and where
  /// they are not. It tells of nobody.
  static func coverageByKind(_ facts: [CoverageFact], words: ReportWords) -> ReportBlock {
    var groups: [CoverageGroup] = []
    for fact in facts {
      let place = groups.firstIndex { $0.holds(fact) }
      let isCovered = !fact.publishedVersions.isEmpty
      if let place { groups[place].add(isCovered) } else { groups.append(CoverageGroup(fact, isCovered)) }
    }
    let rows = groups.map { $0.row(words) }
    let columns =
      [words.column("edition", .code)] + words.naming("role-level") + words.naming("requirement") + [
        words.column("items", .count(.standardItems, isAdditive: true)),
        words.column("covered", .count(.standardItems, isAdditive: true)),
        words.column("covered-percent", .percent(of: .standardItems)),
        words.column("gaps", .count(.standardItems, isAdditive: true)),
      ]
    let (items, covered) = groups.reduce((0, 0)) { ($0.0 + $1.items, $0.1 + $1.covered) }
    return ReportBlock(
      .coverageByKind, in: words, columns, rows: rows,
      total: [.code(ReportCodes.total), .empty, .empty, .empty, .empty]
        + CoverageGroup.counts(covered, of: items))
  }
}

/// The items of one level and kind of an edition.
private struct CoverageGroup {
  let edition: StandardEditionCode
  let level: RoleLevel
  let kind: RequirementKind
  private(set) var items = 1
  private(set) var covered: Int

  init(_ fact: CoverageFact, _ isCovered: Bool) {
    (edition, level, kind) = (fact.edition, fact.item.level, fact.item.kind)
    covered = isCovered ? 1 : 0
  }

  func holds(_ fact: CoverageFact) -> Bool {
    edition == fact.edition && level == fact.item.level && kind == fact.item.kind
  }

  mutating func add(_ isCovered: Bool) {
    items += 1
    covered += isCovered ? 1 : 0
  }

  func row(_ words: ReportWords) -> [ReportCell] {
    [
      .code(edition.text), .code(level.rawValue), .text(words.label(level)), .code(kind.rawValue),
      .text(words.label(kind)),
    ] + CoverageGroup.counts(covered, of: items)
  }

  static func counts(_ covered: Int, of items: Int) -> [ReportCell] {
    [.count(items), .count(covered), .share(covered, of: items), .count(items - covered)]
  }
}

extension EnrolmentFigures {
  /// The completed enrolments of each version that has any.
  fileprivate var completionsByVersion: [CourseVersionID: Int] {
    var completions: [CourseVersionID: Int] = [:]
    for course in courses.values {
      for (version, tally) in course.versions { completions[version] = tally.completed }
    }
    return completions
  }
}
