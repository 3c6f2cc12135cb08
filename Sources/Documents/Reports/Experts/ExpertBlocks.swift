import Accreditation
import People
import Values

/// What is counted of experts, folded one by one.
struct ExpertFigures {
  /// Cases of one category in one state.
  struct Key: Hashable {
    let category: ExpertCategory
    let state: AccreditationState
  }

  /// Cases, and those among them who may be asked and were released.
  struct Group {
    var cases = Tally.none
    var released = Headcount()
  }

  /// The nominations of a period into one pool.
  struct PoolGroup {
    let label: PoolLabel
    /// The stages of the paths that the cases go by, by the versions of the pool.
    private var paths: [Int: [PoolLabel.Stage]] = [:]
    private(set) var nominated = Tally.none
    private(set) var passed: [StageCode: Headcount] = [:]
    private(set) var failed: [StageCode: Headcount] = [:]

    init(label: PoolLabel) { self.label = label }

    /// The stages in the order of the versions and their paths, each with the title of the last version that has it.
    var stages: [PoolLabel.Stage] {
      paths.sorted { $0.key < $1.key }.flatMap(\.value).reduce(into: []) { stages, stage in
        if let place = stages.firstIndex(where: { $0.code == stage.code }) {
          stages[place] = stage
        } else {
          stages.append(stage)
        }
      }
    }

    mutating func add(_ fact: ExpertFact, person: Int) {
      paths[fact.pool.version] = fact.pool.stages
      nominated.add(person)
      for stage in fact.passed { passed[stage, default: Headcount()].insert(person) }
      for stage in fact.failed { failed[stage, default: Headcount()].insert(person) }
    }
  }

  private(set) var whole = Group()
  private(set) var groups: [Key: Group] = [:]
  private(set) var pools: [PoolID: PoolGroup] = [:]
  /// The cases in which something has to be done, by how long after the period's last day.
  private(set) var reviews: [ExpiryTerm: Tally] = [:]
  private(set) var reviewed = Tally.none

  /// Counts a case by its person's number.
  mutating func add(_ fact: ExpertFact, person: Int, in period: ReportParameters) {
    let isAvailable = fact.isHeld(on: period.cutOff.dayInUTC) && fact.isReleased
    whole.add(person, isAvailable)
    groups[Key(category: fact.pool.category, state: fact.state), default: Group()].add(person, isAvailable)
    if let day = fact.nextReview, period.to < day {
      reviews[ExpiryTerm(until: day, from: period.to), default: .none].add(person)
      reviewed.add(person)
    }
    guard !fact.isConverted, period.contains(fact.began) else { return }
    pools[fact.pool.id, default: PoolGroup(label: fact.pool)].add(fact, person: person)
  }
}

extension ExpertFigures.Group {
  fileprivate mutating func add(_ person: Int, _ isAvailable: Bool) {
    cases.add(person)
    if isAvailable { released.insert(person) }
  }
}

/// Puts what is counted of experts into blocks.
struct ExpertBlocks {
  let figures: ExpertFigures
  /// By what rule small figures are hidden; nil for an owner.
  let cells: SmallCells?
  let language: LanguageTag
  let words: ReportWords

  var blocks: [ReportBlock] { [byCategory, funnel, reviews] }

  /// For owners: what stands on a day, less what stood on an earlier one, is what happened to few people between.
  private var byCategory: ReportBlock {
    let rows = ExpertCategory.allCases.flatMap { category -> [[ReportCell]] in
      AccreditationState.allCases.compactMap { state -> [ReportCell]? in
        guard let group = figures.groups[.init(category: category, state: state)] else { return nil }
        return [
          .code(category.rawValue), .text(words.label(category)), .code(state.rawValue),
          .text(words.label(state)),
        ] + counts(of: group)
      }
    }
    return ReportBlock(
      .experts, in: words,
      words.naming("category") + words.naming("standing") + [
        words.column("accreditations", .count(.accreditations, isAdditive: true)),
        words.column("persons", .count(.persons, isAdditive: false)),
        words.column("available", .count(.persons, isAdditive: false)),
      ], rows: rows,
      total: [.code(ReportCodes.total), .empty, .empty, .empty] + counts(of: figures.whole))
  }

  private func counts(of group: ExpertFigures.Group) -> [ReportCell] {
    [.count(group.cases.count), .count(group.cases.persons), .count(group.released.count)]
  }

  private var funnel: ReportBlock {
    let pools = figures.pools.values.sorted { $0.label.code.folded < $1.label.code.folded }
    let hidden =
      cells?.hidden(pools.map { SmallCells.Part(people: $0.nominated.people) }, wholeIsHidden: false)
      ?? pools.map { _ in false }
    let rows = zip(pools, hidden).flatMap { pool, isHidden in stageRows(of: pool, isHidden: isHidden) }
    return ReportBlock(
      .expertsFunnel, in: words,
      words.naming("pool") + [words.column("category", .code)] + words.naming("expert-stage") + [
        words.column("passed", .count(.persons, isAdditive: false)),
        words.column("failed", .count(.persons, isAdditive: false)),
        words.column("nominated-percent", .percent(of: .persons)),
      ], rows: rows)
  }

  /// A row for the nominations, and one for each stage. From an outsider all stages of a pool are hidden where one of them
  /// tells of few people, or leaves few.
  private func stageRows(of pool: ExpertFigures.PoolGroup, isHidden: Bool) -> [[ReportCell]] {
    let base = pool.nominated.persons
    let names: [ReportCell] = [
      .code(pool.label.code.text), .text(pool.label.title.text(for: language)),
      .code(pool.label.category.rawValue),
    ]
    let stagesAreHidden = isHidden || areSmall(pool)
    let first: [ReportCell] = [.code("nominated"), .text(words["expert-stage.nominated"])]
    let began: [ReportCell] =
      isHidden ? [.suppressed, .empty, .suppressed] : [.count(base), .empty, .share(base, of: base)]
    return [names + first + began]
      + pool.stages.map { stage in
        let passed = pool.passed[stage.code]?.count ?? 0
        return names + [.code(stage.code.text), .text(stage.title.text(for: language))]
          + (stagesAreHidden
            ? [.suppressed, .suppressed, .suppressed]
            : [.count(passed), .count(pool.failed[stage.code]?.count ?? 0), .share(passed, of: base)])
      }
  }

  private func areSmall(_ pool: ExpertFigures.PoolGroup) -> Bool {
    guard let cells else { return false }
    var before = pool.nominated.persons
    for stage in pool.stages {
      let (passed, failed) = (pool.passed[stage.code]?.count ?? 0, pool.failed[stage.code]?.count ?? 0)
      let steps = [
        passed, failed, abs(before - passed), abs(before - passed - failed), pool.nominated.persons - passed,
      ]
      if steps.contains(where: cells.isSmall) { return true }
      before = passed
    }
    return false
  }

  /// By when the stage that is due is to be passed, or what is held renewed. For the Secretariat.
  private var reviews: ReportBlock {
    let rows = ExpiryTerm.allCases.compactMap { term -> [ReportCell]? in
      guard let tally = figures.reviews[term] else { return nil }
      return [.code(term.rawValue), .text(words.label(term)), .count(tally.count), .count(tally.persons)]
    }
    return ReportBlock(
      .expertsReviews, in: words,
      words.naming("review") + [
        words.column("accreditations", .count(.accreditations, isAdditive: true)),
        words.column("persons", .count(.persons, isAdditive: false)),
      ], rows: rows,
      total: [
        .code(ReportCodes.total), .empty, .count(figures.reviewed.count), .count(figures.reviewed.persons),
      ])
  }
}
