import People
import Values

/// The enrolments by the groups that the parties belonged to when the sessions started, `LDC`.
///
/// A party may belong to several groups and to none, so that groups overlap. The same figures are told by party and by
/// region: a group, less the parties and regions of it that are shown, is what its hidden parties come to. So:
///
/// 1. Of each region that is told, and of those that are not told together, the sum over the hidden parties is known. Where
///    a group has some of them and not the others, both parts become known, over all such regions together: each has to be
///    nobody, or enough people.
/// 2. So has what parts them from what is known of a party that belonged to a group for a time, and of a group before it.
/// 3. So has whatever else follows from all these sums together (`KnownSums`).
/// 4. The group itself, and all others, are enough people or nobody.
/// 5. The persons are told of all groups or of none: of none where those who were of several parties of a group, or of
///    several without being so in one group, are few.
struct GroupBlock {
  /// What a party has in one set of groups.
  private struct Cell {
    let groups: Set<PartyGroupCode>
    let tally: Tally
    let hiding: Hiding
  }

  /// One of the figures of a row, and who they are that it tells of.
  private enum Aspect {
    case enrolments, attendances, completions

    func isHidden(_ hiding: Hiding) -> Bool {
      switch self {
      case .enrolments: hiding.row
      case .attendances: hiding.attended
      case .completions: hiding.completed
      }
    }

    func people(_ tally: Tally) -> [Headcount] {
      switch self {
      case .enrolments: [tally.people]
      case .attendances: [tally.attendees, tally.absentees]
      case .completions: [tally.completers, tally.unfinished, tally.uncompleted]
      }
    }
  }

  private let figures: EnrolmentFigures
  private let hiding: EnrolmentHiding
  private let words: ReportWords
  private var cells: [Cell] = []
  /// The cells of each region, with what is hidden of their sum.
  private var regions: [(cells: Set<Int>, hiding: Hiding)] = []
  /// The cells of each party that is in several of them, with what is hidden of their sum.
  private var parted: [(cells: Set<Int>, hiding: Hiding)] = []

  init(_ figures: EnrolmentFigures, hiding: EnrolmentHiding, words: ReportWords) {
    self.figures = figures
    self.hiding = hiding
    self.words = words
    for (region, tally, whole) in hiding.regions(of: figures) { add(region, tally, whole) }
  }

  func block() -> ReportBlock {
    let groups = groups
    let rows = groups.isEmpty ? [] : rows(of: groups)
    return ReportBlock(
      .enrolmentsByGroup, in: words, words.naming("group") + words.countingCompleted(isPartition: false),
      rows: rows,
      total: [.code(ReportCodes.total), .empty] + figures.whole.countsAndCompletion(hiding.whole))
  }

  /// Takes in what a region's parties have.
  private mutating func add(_ region: Region?, _ tally: Tally, _ whole: Hiding) {
    let first = cells.count
    let parties = figures.parties.filter { $0.value.label?.region == region }
      .sorted { ($0.value.label?.code.folded ?? "~") < ($1.value.label?.code.folded ?? "~") }
    let hidings = hiding.hiding(of: parties.map(\.value.tally), within: tally, whole)
    for (party, hiding) in zip(parties, hidings) {
      let own = figures.memberships.filter { $0.key.party == party.key }
        .sorted { $0.key.order < $1.key.order }
      if own.count > 1 { parted.append((Set(cells.count..<cells.count + own.count), hiding)) }
      // What a party has in some of its groups is told nowhere else.
      let ofCell = own.count > 1 ? Hiding(row: true, persons: true, attended: true, completed: true) : hiding
      cells += own.map { Cell(groups: $0.key.groups, tally: $0.value, hiding: ofCell) }
    }
    regions.append((Set(first..<cells.count), whole))
  }

  private func rows(of groups: [PartyGroupCode]) -> [[ReportCell]] {
    var told: [(cells: Set<Int>, hiding: Hiding)] = []
    let repeatedAreTold = repeatedAreTold(of: groups)
    return (groups + [nil]).compactMap { group in
      let own = places(of: group)
      guard !own.isEmpty else { return nil }
      let tally = tally(of: own)
      let hiding = hiding(of: tally, own, beside: told, repeatedAreTold)
      told.append((own, hiding))
      let labels: [ReportCell] =
        group.map { [.code($0.text), .text(words.label($0))] }
        ?? [.code(ReportCodes.noGroup), .text(words["group.none"])]
      return labels + tally.countsAndCompletion(hiding)
    }
  }

  private var groups: [PartyGroupCode] {
    figures.memberships.keys.reduce(into: Set<PartyGroupCode>()) { $0.formUnion($1.groups) }
      .sorted { $0.folded < $1.folded }
  }

  /// The cells of a group, or of none.
  private func places(of group: PartyGroupCode?) -> Set<Int> {
    Set(
      cells.indices.filter { place in
        group.map { cells[place].groups.contains($0) } ?? cells[place].groups.isEmpty
      })
  }

  private func tally(of places: Set<Int>) -> Tally {
    places.sorted().reduce(into: Tally.none) { $0.formUnion(cells[$1].tally) }
  }

  /// Whether the persons of the groups, beside those of their parties, tell of few who were of several.
  private func repeatedAreTold(of groups: [PartyGroupCode]) -> Bool {
    func repeated(_ places: Set<Int>) -> Int {
      places.reduce(0) { $0 + cells[$1].tally.persons } - tally(of: places).persons
    }
    let all = repeated(Set(cells.indices))
    let ofGroups = (groups + [nil]).map { repeated(places(of: $0)) }
    return ofGroups.contains { one in
      hiding.cells.isSmall(one) || hiding.cells.isSmall(all - one)
        || ofGroups.contains { hiding.cells.isSmall(one - $0) }
    }
  }

  private func hiding(
    of tally: Tally, _ own: Set<Int>, beside told: [(cells: Set<Int>, hiding: Hiding)],
    _ repeatedAreTold: Bool
  ) -> Hiding {
    guard !hiding.isOwner else { return .nothing }
    let row = hiding.whole.row || !isSafe(own, beside: told, .enrolments)
    let attended = row || hiding.whole.attended || !isSafe(own, beside: told, .attendances)
    let completed = attended || hiding.whole.completed || !isSafe(own, beside: told, .completions)
    let persons =
      row || hiding.whole.persons || repeatedAreTold || cells.contains { $0.hiding.persons }
      || hiding.cells.isSmall(figures.whole.persons - tally.persons)
    return Hiding(row: row, persons: persons, attended: attended, completed: completed)
  }

  /// Whether a sum over some cells, told beside the others, tells of nobody or of enough people.
  private func isSafe(
    _ own: Set<Int>, beside told: [(cells: Set<Int>, hiding: Hiding)], _ aspect: Aspect
  ) -> Bool {
    let others = Set(cells.indices).subtracting(own)
    let isMany: ([Headcount]) -> Bool = { !hiding.cells.isSmall(.union($0)) }
    guard areMany(own, aspect, by: isMany), areMany(others, aspect, by: isMany) else { return false }
    let (ours, theirs) = parted(by: own, aspect)
    let known =
      parted.filter { !aspect.isHidden($0.hiding) }.map(\.cells)
      + told.filter { !aspect.isHidden($0.hiding) }.map { parted(by: $0.cells, aspect).ours }
    let pieces = known.flatMap { known in
      [
        ours.intersection(known), ours.subtracting(known), known.subtracting(ours),
        theirs.intersection(known), theirs.subtracting(known),
      ]
    }
    return ([ours, theirs] + pieces + following(from: own, beside: told, aspect))
      .allSatisfy { areMany($0, aspect, by: hiding.cells.areSafe) }
  }

  /// The hidden cells whose sums follow where a group is told beside the others, and do not without it.
  private func following(
    from own: Set<Int>, beside told: [(cells: Set<Int>, hiding: Hiding)], _ aspect: Aspect
  ) -> Set<Set<Int>> {
    let hidden = hidden(aspect)
    let known =
      sums(aspect)
      + (parted + told).filter { !aspect.isHidden($0.hiding) }.map { $0.cells.intersection(hidden) }
    return KnownSums(known + [own.intersection(hidden)]).told.subtracting(KnownSums(known).told)
  }

  private func hidden(_ aspect: Aspect) -> Set<Int> {
    Set(cells.indices.filter { aspect.isHidden(cells[$0].hiding) })
  }

  /// The hidden cells of each region that is told, and those of all others: what they come to is known.
  private func sums(_ aspect: Aspect) -> [Set<Int>] {
    let hidden = hidden(aspect)
    let untold = regions.filter { aspect.isHidden($0.hiding) }.reduce(into: Set<Int>()) {
      $0.formUnion($1.cells)
    }
    return regions.filter { !aspect.isHidden($0.hiding) }.map { $0.cells.intersection(hidden) } + [untold]
  }

  /// Of the hidden cells whose sums are known, those that a group has and those that it has not, where it parts a sum.
  private func parted(by own: Set<Int>, _ aspect: Aspect) -> (ours: Set<Int>, theirs: Set<Int>) {
    var (ours, theirs): (Set<Int>, Set<Int>) = ([], [])
    for sum in sums(aspect) where !sum.isDisjoint(with: own) && !sum.isSubset(of: own) {
      ours.formUnion(sum.intersection(own))
      theirs.formUnion(sum.subtracting(own))
    }
    return (ours, theirs)
  }

  /// Whether a rule holds for each kind of people whom some cells tell of.
  private func areMany(_ places: Set<Int>, _ aspect: Aspect, by rule: ([Headcount]) -> Bool) -> Bool {
    let people = places.map { aspect.people(cells[$0].tally) }
    return aspect.people(.none).indices.allSatisfy { kind in rule(people.map { $0[kind] }) }
  }
}

extension Tally {
  /// Counts everything of another tally too.
  fileprivate mutating func formUnion(_ other: Tally) {
    self = Tally(self, with: other)
  }
}

extension EnrolmentFigures.MembershipKey {
  /// The codes of the groups, by which cells of one party are ordered.
  fileprivate var order: String { groups.map(\.folded).sorted().joined(separator: " ") }
}

extension ReportWords {
  /// A group's name where one is known, else its code.
  fileprivate func label(_ group: PartyGroupCode) -> String {
    let key = "group.\(group.folded)"
    return ReportWords.english[key] == key ? group.text : self[key]
  }
}
