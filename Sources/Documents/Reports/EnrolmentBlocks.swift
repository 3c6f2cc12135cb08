import Catalogue
import Enrolment
import People
import Values

/// Puts the figures of enrolments into blocks. Rows stand in an order that does not depend on the order of the facts.
struct EnrolmentBlocks {
  /// One group of a breakdown: the cells that name it, and what was counted in it.
  private struct Group {
    let labels: [ReportCell]
    let tally: Tally
  }

  private let figures: EnrolmentFigures
  private let hiding: EnrolmentHiding
  private let certificates: CertificateHiding
  private let language: LanguageTag
  private let words: ReportWords

  init(
    _ figures: EnrolmentFigures, hiding: EnrolmentHiding, beside certificates: CertificateHiding,
    language: LanguageTag, words: ReportWords
  ) {
    self.figures = figures
    self.hiding = hiding
    self.certificates = certificates
    self.language = language
    self.words = words
  }

  /// All blocks that are made of enrolments, coverage and lists of names apart.
  var blocks: [ReportBlock] {
    [
      byState, results, Funnel(figures, hiding, certificates).block(words), activity, byMonth, byRegion,
      byMember, GroupBlock(figures, hiding: hiding, words: words).block(),
      breakdown(.enrolmentsBySex, "sex", Person.Sex.allCases, figures.sexes) { words.label($0) },
      breakdown(.enrolmentsByMode, "mode", Session.Mode.allCases, figures.modes) { words.label($0) },
      byLanguage, byRoleLevel, byCourse, byDonor,
    ]
  }

  /// The course versions whose completions may not be told.
  var hiddenVersions: Set<CourseVersionID> {
    let courses = coursesInOrder
    let hidden = hiding.hiding(of: courses.map(\.tally), within: figures.whole, hiding.whole)
    return hiding.hiddenVersions(of: Array(zip(courses, hidden)).map { (course: $0, hiding: $1) })
  }

  private var byState: ReportBlock {
    let rows = zip(figures.statesInOrder, hiding.states).map { row, hiding in
      [.code(row.state.rawValue), .text(words.label(row.state))] + row.tally.enrolmentCounts(hiding)
    }
    let total = [.code(ReportCodes.total), .empty] + figures.whole.enrolmentCounts(hiding.whole)
    return ReportBlock(
      .enrolmentsByState, in: words, words.naming("state") + words.countingEnrolments(isPartition: true),
      rows: rows, total: total)
  }

  private var results: ReportBlock {
    let judged = figures.outcomes.values.reduce(0) { $0 + $1.count }
    let isBaseHidden = !hiding.outcomes.isEmpty
    let rows = EnrolmentFigures.Outcome.allCases.compactMap { outcome -> [ReportCell]? in
      guard let tally = figures.outcomes[outcome] else { return nil }
      let share = isBaseHidden ? ReportCell.suppressed : .share(tally.count, of: judged)
      return [.code(outcome.rawValue), .text(words.label(outcome))]
        + tally.counts(
          isHidden: hiding.outcomes.contains(outcome), personsAreHidden: hiding.personsOfOutcomes) + [share]
    }
    let percent = words.column("percent", .percent(of: .attendances), titled: "result-percent")
    return ReportBlock(
      .results, in: words, words.naming("result") + words.counting(isPartition: true) + [percent], rows: rows)
  }

  private var activity: ReportBlock {
    let rows = EnrolmentFigures.Event.allCases.compactMap { event -> [ReportCell]? in
      guard let tally = figures.events[event] else { return nil }
      return [.code(event.rawValue), .text(words.label(event))] + tally.enrolmentCounts(.nothing)
    }
    return ReportBlock(
      .activityInPeriod, in: words, words.naming("event") + words.countingEnrolments(isPartition: false),
      rows: rows)
  }

  /// Months without an enrolment have no row.
  private var byMonth: ReportBlock {
    let groups = figures.months.sorted { $0.key < $1.key }.map { month, tally in
      Group(labels: [.code(month.description)], tally: tally)
    }
    return breakdown(.enrolmentsByMonth, [words.column("month", .code)], groups)
  }

  private var byRegion: ReportBlock {
    let rows = hiding.regions(of: figures).map { region, tally, hiding in
      let labels: [ReportCell] = [
        .code(region?.rawValue ?? ReportCodes.unrecorded),
        .text(region.map { words.label($0) } ?? words.notRecorded),
      ]
      return labels + tally.countsAndCompletion(hiding)
    }
    return ReportBlock(
      .enrolmentsByRegion, in: words, words.naming("region") + words.countingCompleted(), rows: rows,
      total: total(labels: 2))
  }

  /// Members stand by region, and within it by code: a region's Members share what the region counts.
  private var byMember: ReportBlock {
    let rows = hiding.regions(of: figures).flatMap { region, tally, whole -> [[ReportCell]] in
      let members = parties(in: region)
      return self.rows(
        of: members, hiding: hiding.hiding(of: members.map(\.tally), within: tally, whole))
    }
    let region = words.column("region", .code)
    return ReportBlock(
      .enrolmentsByMember, in: words, [region] + words.naming("member") + words.countingCompleted(),
      rows: rows,
      total: total(labels: 3))
  }

  /// By code; who has no party stands last, `~` being behind every character of a code.
  private func parties(in region: Region?) -> [Group] {
    figures.parties.values.filter { $0.label?.region == region }
      .sorted { ($0.label?.code.folded ?? "~") < ($1.label?.code.folded ?? "~") }
      .map { party in
        let code = party.label?.code.text ?? ReportCodes.unrecorded
        let name = party.label?.name.text(for: language) ?? words.notRecorded
        return Group(
          labels: [region.map { .code($0.rawValue) } ?? .empty, .code(code), .text(name)], tally: party.tally)
      }
  }

  private var byLanguage: ReportBlock {
    let tags = figures.languages.keys.sorted { $0.text < $1.text }
    let groups = tags.compactMap { tag in
      figures.languages[tag].map { Group(labels: [.code(tag.text)], tally: $0) }
    }
    return breakdown(.enrolmentsByLanguage, [words.column("language", .code)], groups)
  }

  private var byRoleLevel: ReportBlock {
    breakdown(.enrolmentsByRoleLevel, "role-level", RoleLevel.allCases + [nil], figures.roleLevels) {
      $0.map { words.label($0) }
    }
  }

  private var byCourse: ReportBlock {
    let groups = coursesInOrder.map { course in
      Group(
        labels: [.code(course.label.code.text), .text(course.label.title.text(for: language))],
        tally: course.tally)
    }
    return breakdown(.enrolmentsByCourse, words.naming("course"), groups)
  }

  /// By code, those that nobody pays for last. It is for the Secretariat, from whom nothing is hidden.
  private var byDonor: ReportBlock {
    let groups = figures.donors.values.sorted {
      ($0.label?.code.folded ?? "~") < ($1.label?.code.folded ?? "~")
    }
    let rows = groups.map { donor in
      [
        .code(donor.label?.code.text ?? ReportCodes.noDonor),
        .text(donor.label?.name.text(for: language) ?? words["donor.none"]), .count(donor.sessions.count),
      ] + donor.tally.countsAndCompletion(.nothing)
    }
    let sessions = groups.reduce(into: Set<SessionCode>()) { $0.formUnion($1.sessions) }
    return ReportBlock(
      .enrolmentsByDonor, in: words,
      words.naming("donor") + [words.column("sessions", .count(.sessions, isAdditive: false))]
        + words.countingCompleted(isPartition: false),
      rows: rows,
      total: [.code(ReportCodes.total), .empty, .count(sessions.count)]
        + figures.whole.countsAndCompletion(.nothing))
  }

  private var coursesInOrder: [EnrolmentFigures.CourseGroup] {
    figures.courses.values.sorted { $0.label.code.folded < $1.label.code.folded }
  }

  /// A breakdown by a closed set of values; those that do not occur have no row.
  private func breakdown<Value: RawRepresentable<String> & Hashable>(
    _ name: BlockName, _ column: String, _ values: [Value], _ tallies: [Value: Tally],
    label: (Value) -> String
  ) -> ReportBlock {
    let groups = values.compactMap { value in
      tallies[value].map { Group(labels: [.code(value.rawValue), .text(label(value))], tally: $0) }
    }
    return breakdown(name, words.naming(column), groups)
  }

  /// A breakdown by a closed set of values of which one may be missing.
  private func breakdown<Value: RawRepresentable<String> & Hashable>(
    _ name: BlockName, _ column: String, _ values: [Value?], _ tallies: [Value?: Tally],
    label: (Value?) -> String?
  ) -> ReportBlock {
    let groups = values.compactMap { value in
      tallies[value].map { tally in
        Group(
          labels: [
            .code(value?.rawValue ?? ReportCodes.unrecorded), .text(label(value) ?? words.notRecorded),
          ], tally: tally)
      }
    }
    return breakdown(name, words.naming(column), groups)
  }

  private func breakdown(_ name: BlockName, _ columns: [ReportColumn], _ groups: [Group]) -> ReportBlock {
    let hidden = hiding.hiding(of: groups.map(\.tally), within: figures.whole, hiding.whole)
    return ReportBlock(
      name, in: words, columns + words.countingCompleted(), rows: rows(of: groups, hiding: hidden),
      total: total(labels: columns.count))
  }

  private func rows(of groups: [Group], hiding: [Hiding]) -> [[ReportCell]] {
    zip(groups, hiding).map { $0.labels + $0.tally.countsAndCompletion($1) }
  }

  private func total(labels: Int) -> [ReportCell] {
    [.code(ReportCodes.total)] + Array(repeating: .empty, count: labels - 1)
      + figures.whole.countsAndCompletion(hiding.whole)
  }
}
