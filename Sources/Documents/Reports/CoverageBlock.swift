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
    language: LanguageTag
  ) -> ReportBlock {
    let completions = figures.completionsByVersion
    let rows = facts.map { fact in
      let versions = Set(fact.publishedVersions).union(fact.otherVersions)
      let completed = versions.reduce(0) { $0 + (completions[$1] ?? 0) }
      let isHidden = !versions.isDisjoint(with: hiddenVersions)
      return [
        .code(fact.edition.text), .code(fact.item.level.rawValue), .code(fact.item.kind.rawValue),
        .code(fact.item.code.text), .text(fact.item.titles.text(for: language)),
        .count(Set(fact.publishedVersions).count), isHidden ? ReportCell.suppressed : .count(completed),
      ]
    }
    return ReportBlock(.coverage, columns, rows: rows)
  }

  private static let columns = [
    ReportColumn(name: "edition", title: "Edition", kind: .code),
    ReportColumn(name: "role-level", title: "Role level", kind: .code),
    ReportColumn(name: "kind", title: "Kind of requirement", kind: .code),
    ReportColumn(name: "item", title: "Item code", kind: .code),
    ReportColumn(name: "item-name", title: "Item", kind: .text),
    ReportColumn(
      name: "course-versions", title: "Published course versions",
      kind: .count(.courseVersions, isAdditive: false)),
    ReportColumn(
      name: "completed", title: "Completed attendances", kind: .count(.attendances, isAdditive: false)),
  ]
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
