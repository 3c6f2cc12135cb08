import Catalogue
import Enrolment
import People

/// Which figures of one row are hidden.
struct Hiding: Hashable {
  /// The enrolments.
  let row: Bool
  /// The persons among the enrolments.
  let persons: Bool
  /// The attendances.
  let attended: Bool
  /// The completed attendances and their percentage.
  let completed: Bool

  static let nothing = Hiding(row: false, persons: false, attended: false, completed: false)
}

/// Decides what is hidden in the breakdowns of enrolments. For an owner nothing is.
struct EnrolmentHiding {
  /// Whether the reader owns what is counted.
  let isOwner: Bool
  /// By what rule parts of a whole are hidden.
  let cells: SmallCells
  /// What is hidden of all enrolments together.
  let whole: Hiding
  /// What is hidden of each state, in the order of the states that occur.
  let states: [Hiding]
  /// The outcomes that are hidden.
  let outcomes: Set<EnrolmentFigures.Outcome>
  /// Whether the persons of the outcomes are hidden.
  let personsOfOutcomes: Bool

  init(of figures: EnrolmentFigures, isOwner: Bool, cells: SmallCells) {
    self.isOwner = isOwner
    self.cells = cells
    let occurring = figures.statesInOrder
    guard !isOwner else {
      whole = .nothing
      states = occurring.map { _ in .nothing }
      outcomes = []
      personsOfOutcomes = false
      return
    }
    let parts = occurring.map { row in
      SmallCells.Part(
        people: row.tally.people, isLeast: EnrolmentHiding.isOneEach(figures.leastParts(of: row)))
    }
    let isHidden =
      cells.isSmall(figures.whole.people) || cells.tellsOfEach(parts)
      || figures.breakdowns.contains(where: EnrolmentHiding.isOneEach)
    let rows = cells.hidden(parts, wholeIsHidden: isHidden)
    let hiddenStates = Set(zip(occurring, rows).filter(\.1).map(\.0.state))
    let attendance = AttendanceHiding(
      of: figures, hiddenStates: hiddenStates, wholeIsHidden: isHidden, cells: cells)
    let personsAreHidden = cells.isTold(ofFewBy: occurring.map(\.tally), within: figures.whole)
    states = zip(occurring, rows).map { row, isHidden in
      Hiding(
        row: isHidden, persons: isHidden || personsAreHidden,
        attended: isHidden || attendance.isHidden(row.state), completed: false)
    }
    personsOfOutcomes =
      personsAreHidden
      || cells.isTold(
        ofFewBy: EnrolmentHiding.completions.compactMap { figures.outcomes[$0] },
        within: figures.states[.completed] ?? .none)
    whole = Hiding(
      row: isHidden, persons: isHidden, attended: attendance.whole,
      completed: isHidden || hiddenStates.contains(.completed))
    outcomes = EnrolmentHiding.outcomes(
      figures, completedIsHidden: whole.completed, failedIsHidden: hiddenStates.contains(.failed),
      cells: cells)
  }

  /// What is hidden of groups that share the enrolments of a whole between them. The persons are told of all groups or of
  /// none: of none where those of the whole are hidden.
  ///
  /// - Parameter isOneEach: of each group that has parts of its own, whether these are one person each: it is hidden, for it
  ///   would tell of all of them.
  func hiding(of groups: [Tally], isOneEach: [Bool]? = nil, within whole: Tally, _ hiding: Hiding) -> [Hiding]
  {
    if isOwner { return groups.map { _ in .nothing } }
    let rows = cells.hidden(
      groups.indices.map { place in
        let isLeast = isOneEach?[place]
        return SmallCells.Part(people: groups[place].people, isLeast: isLeast, isHidden: isLeast ?? false)
      }, wholeIsHidden: hiding.row)
    let attended = cells.hidden(
      zip(groups, rows).map { group, isHidden in
        SmallCells.Part(
          people: group.attendees, rests: [group.absentees], isLeast: false, isHidden: isHidden)
      }, wholeIsHidden: hiding.attended)
    let completed = cells.hidden(
      zip(groups, rows).map { group, isHidden in
        SmallCells.Part(
          people: group.completers,
          rests: [group.uncompleted] + (hiding.attended ? [] : [group.unfinished]), isLeast: false,
          isHidden: isHidden)
      }, wholeIsHidden: hiding.completed)
    let personsAreHidden = hiding.persons || cells.isTold(ofFewBy: groups, within: whole)
    return groups.indices.map {
      Hiding(
        row: rows[$0], persons: rows[$0] || personsAreHidden, attended: attended[$0],
        completed: completed[$0])
    }
  }

  /// The regions that occur, with what is hidden of each.
  func regions(of figures: EnrolmentFigures) -> [(region: Region?, tally: Tally, hiding: Hiding)] {
    let regions = figures.regionsInOrder
    let isOneEach = regions.map { region in
      EnrolmentHiding.isOneEach(figures.parties.filter { $0.key.region == region.region }.map(\.value.tally))
    }
    let hiding = hiding(of: regions.map(\.tally), isOneEach: isOneEach, within: figures.whole, whole)
    return zip(regions, hiding).map { (region: $0.region, tally: $0.tally, hiding: $1) }
  }

  /// Whether women may not be told of beside the persons of each sex.
  func hidesWomen(of figures: EnrolmentFigures) -> Bool {
    let sexes = Person.Sex.allCases.compactMap { sex in figures.sexes[sex].map { (sex: sex, tally: $0) } }
    let hidden = hiding(of: sexes.map(\.tally), within: figures.whole, whole)
    return zip(sexes, hidden).contains { $0.sex == .female && $1.persons }
  }

  /// The versions whose completions are hidden, each course's under its own whole.
  func hiddenVersions(
    of courses: [(course: EnrolmentFigures.CourseGroup, hiding: Hiding)]
  ) -> Set<CourseVersionID> {
    var hidden: Set<CourseVersionID> = []
    for (course, hiding) in courses where !isOwner {
      let versions = course.versions.sorted { $0.key < $1.key }
      let parts = versions.map { SmallCells.Part(people: $0.value.people, isLeast: false) }
      let isHidden = cells.hidden(parts, wholeIsHidden: hiding.completed)
      hidden.formUnion(zip(versions, isHidden).filter(\.1).map(\.0.key))
    }
    return hidden
  }

  /// Whether groups are one person each: as many rows as people tell of every one.
  fileprivate static func isOneEach(_ groups: [Tally]) -> Bool {
    !groups.isEmpty && groups.allSatisfy { $0.persons == 1 }
  }

  /// What the completed share between them.
  fileprivate static let completions: [EnrolmentFigures.Outcome] = [.passed, .completedWithoutPass]

  /// Passed, and completed without a pass, share the completed; failed is a state of its own.
  private static func outcomes(
    _ figures: EnrolmentFigures, completedIsHidden: Bool, failedIsHidden: Bool, cells: SmallCells
  ) -> Set<EnrolmentFigures.Outcome> {
    let parts = completions.map { SmallCells.Part(people: figures.outcomes[$0]?.people ?? Headcount()) }
    let isHidden = cells.hidden(parts, wholeIsHidden: completedIsHidden)
    let hidden = Set(zip(completions, isHidden).filter(\.1).map(\.0))
    return failedIsHidden ? hidden.union([.failed]) : hidden
  }
}

extension EnrolmentFigures {
  /// The states that occur, in the order of an enrolment's life.
  var statesInOrder: [(state: EnrolmentState, tally: Tally)] {
    EnrolmentState.allCases.compactMap { state in states[state].map { (state, $0) } }
  }

  /// The regions that occur, in their order; who has none stands last.
  var regionsInOrder: [(region: Region?, tally: Tally)] {
    (Region.allCases + [nil]).compactMap { region in regions[region].map { (region, $0) } }
  }

  /// What is told of the enrolments in a state: those completed are told by their outcomes too.
  fileprivate func leastParts(of row: (state: EnrolmentState, tally: Tally)) -> [Tally] {
    row.state == .completed ? EnrolmentHiding.completions.compactMap { outcomes[$0] } : [row.tally]
  }

  /// The groups that share all enrolments between them, of each way to tell them apart but by state.
  fileprivate var breakdowns: [[Tally]] {
    [
      Array(months.values), Array(regions.values), parties.values.map(\.tally),
      Array(sexes.values), Array(modes.values), Array(languages.values), Array(roleLevels.values),
      courses.values.map(\.tally),
    ]
  }
}
