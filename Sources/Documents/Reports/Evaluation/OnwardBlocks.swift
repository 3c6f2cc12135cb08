import Catalogue
import Evaluation
import People
import Values

/// Puts what is counted of onward training and commitments into blocks.
///
/// A figure tells of trainers and of those whom they trained: it is hidden where either are few, and so are others with it,
/// until what is hidden tells of many of either.
struct OnwardBlocks {
  let figures: OnwardFigures
  /// By what rule small figures are hidden; nil for an owner.
  let cells: SmallCells?
  let language: LanguageTag
  let words: ReportWords

  var blocks: [ReportBlock] { [byCourse, bySex, byState] }

  private var courses: [(label: CourseLabel, group: OnwardFigures.Group)] {
    figures.courses.values.sorted { $0.label.code.folded < $1.label.code.folded }
  }

  private var coursesAsParts: [SmallCells.Part] {
    courses.map {
      SmallCells.Part(
        people: $0.group.trainings.people, rests: [$0.group.everybody], isHidden: isSmall($0.group))
    }
  }

  private var sexes: [Person.Sex] { Person.Sex.allCases.filter { figures.whole.trained[$0] != nil } }

  private var sexesAsParts: [SmallCells.Part] {
    sexes.map { SmallCells.Part(people: figures.whole.people[$0] ?? Headcount()) }
  }

  /// Whether all trainings together are hidden: by course and by sex.
  private var isHidden: Bool {
    isSmall(figures.whole)
      || cells.map { $0.tellsOfEach(coursesAsParts) || $0.tellsOfEach(sexesAsParts) } ?? false
  }

  private func isSmall(_ group: OnwardFigures.Group) -> Bool {
    cells.map { $0.isSmall(group.trainings.people) || $0.isSmall(group.everybody) } ?? false
  }

  private var byCourse: ReportBlock {
    let courses = courses
    let isHidden = isHidden
    let hidden = hiding(coursesAsParts, isHidden)
    let personsAreHidden =
      cells?.isTold(ofFewBy: courses.map(\.group.trainings), within: figures.whole.trainings) ?? false
    let rows = zip(courses, hidden).map { course, isHidden in
      [.code(course.label.code.text), .text(course.label.title.text(for: language))]
        + course.group.cells(isHidden: isHidden, personsAreHidden: personsAreHidden)
    }
    return ReportBlock(
      .onwardTraining, in: words,
      words.naming("course") + [
        words.column("trainers", .count(.persons, isAdditive: false)),
        words.column("trainings", .count(.trainings, isAdditive: true)),
        words.column("people-trained", .count(.trained, isAdditive: true)),
      ], rows: rows,
      total: [.code(ReportCodes.total), .empty]
        + figures.whole.cells(isHidden: isHidden, personsAreHidden: false))
  }

  private var bySex: ReportBlock {
    let total = figures.whole.total
    let isHidden = isHidden
    let hidden = hiding(sexesAsParts, isHidden)
    let rows = zip(sexes, hidden).map { sex, isHidden -> [ReportCell] in
      let count = figures.whole.trained[sex] ?? 0
      return [.code(sex.rawValue), .text(words.label(sex))]
        + (isHidden ? [.suppressed, .suppressed] : [.count(count), .share(count, of: total)])
    }
    return ReportBlock(
      .onwardTrainingBySex, in: words,
      words.naming("sex") + [
        words.column("people-trained", .count(.trained, isAdditive: true)),
        words.column("trained-percent", .percent(of: .trained)),
      ], rows: rows,
      total: [.code(ReportCodes.total), .empty, isHidden ? .suppressed : .count(total), .empty])
  }

  private var byState: ReportBlock {
    let states = Commitment.State.allCases.compactMap { state in
      figures.states[state].map { (state: state, group: $0) }
    }
    let whole = figures.commitments
    let parts = states.map { SmallCells.Part(people: $0.group.commitments.people) }
    let isHidden = cells.map { $0.isSmall(whole.commitments.people) || $0.tellsOfEach(parts) } ?? false
    let few = hiding(parts, isHidden)
    let trainers = zip(states, few).map { row, isHidden in
      SmallCells.Part(
        people: row.group.trained > 0 ? row.group.commitments.people : Headcount(), isHidden: isHidden)
    }
    let hidden = hiding(trainers, isHidden)
    let personsAreHidden =
      cells?.isTold(ofFewBy: states.map(\.group.commitments), within: whole.commitments) ?? false
    let rows = zip(states, hidden).map { row, isHidden in
      [.code(row.state.rawValue), .text(words.label(row.state))]
        + row.group.cells(isHidden: isHidden, personsAreHidden: personsAreHidden)
    }
    return ReportBlock(
      .commitments, in: words,
      words.naming("commitment") + [
        words.column("commitments", .count(.commitments, isAdditive: true)),
        words.column("trainers", .count(.persons, isAdditive: false)),
        words.column("people-promised", .count(.trained, isAdditive: true)),
        words.column("people-trained", .count(.trained, isAdditive: true)),
        words.column("promised-percent", .percent(of: .trained)),
      ], rows: rows,
      total: [.code(ReportCodes.total), .empty]
        + whole.cells(
          isHidden: isHidden, personsAreHidden: false, trainedIsHidden: tellsOfFew(trainers, hidden)))
  }

  /// Whether a total leaves what few people did. Nobody was trained by those who did not begin, so that they are nobody
  /// here, and what is hidden beside them is what the others did.
  private func tellsOfFew(_ parts: [SmallCells.Part], _ hidden: [Bool]) -> Bool {
    let concealed = zip(parts, hidden).filter { $0.people.count > 0 && $1 }.map(\.0.people)
    return concealed.count == 1 || cells?.isSmall(.union(concealed)) ?? false
  }

  private func hiding(_ parts: [SmallCells.Part], _ wholeIsHidden: Bool) -> [Bool] {
    cells?.hidden(parts, wholeIsHidden: wholeIsHidden) ?? parts.map { _ in false }
  }
}

extension OnwardFigures.Group {
  /// Trainers, trainings, people trained.
  fileprivate func cells(isHidden: Bool, personsAreHidden: Bool) -> [ReportCell] {
    if isHidden { return [.suppressed, .suppressed, .suppressed] }
    return [
      personsAreHidden ? .suppressed : .count(trainings.persons), .count(trainings.count), .count(total),
    ]
  }
}

extension OnwardFigures.CommitmentGroup {
  fileprivate func cells(
    isHidden: Bool, personsAreHidden: Bool, trainedIsHidden: Bool = false
  ) -> [ReportCell] {
    if isHidden { return Array(repeating: .suppressed, count: 5) }
    return [
      .count(commitments.count), personsAreHidden ? .suppressed : .count(commitments.persons),
      .count(promised),
    ] + (trainedIsHidden ? [.suppressed, .suppressed] : [.count(trained), .share(trained, of: promised)])
  }
}
