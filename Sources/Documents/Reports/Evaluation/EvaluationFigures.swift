import Evaluation
import People

/// What is counted of evaluations, folded one by one.
struct EvaluationFigures {
  /// Marks are put together only where they are of one level, of one kind of respondent and on one scale.
  struct Key: Hashable {
    let level: EvaluationLevel
    let respondents: RespondentRole
    let highestMark: Int
  }

  /// What was counted of evaluations.
  struct Group {
    var evaluations = 0
    var asked = 0
    var answers = 0
    var sum = 0
    var marks = 0
    /// Who answered. Nobody knows who is behind two anonymous answers: they are taken to be one person where they may be,
    /// one of each evaluation.
    var people = Headcount()
    /// Who was asked and did not answer, in the same way.
    var silent = Headcount()

    static let none = Group()
  }

  private(set) var whole = Group.none
  private(set) var groups: [Key: Group] = [:]
  private var persons = PersonNumbers()

  mutating func add(_ fact: EvaluationFact) {
    let people = fact.answers.enumerated().map { place, answer in
      // Those who are known have even numbers, those who are not odd ones.
      answer.respondent.map { persons.number(of: $0) * 2 } ?? place * 2 + 1
    }
    let key = Key(level: fact.level, respondents: fact.respondents, highestMark: fact.highestMark)
    whole.add(fact, people)
    groups[key, default: .none].add(fact, people)
  }

  /// The groups by level, respondents and scale.
  var inOrder: [(key: Key, group: Group)] {
    EvaluationLevel.allCases.flatMap { level in
      RespondentRole.allCases.flatMap { role in
        groups.filter { $0.key.level == level && $0.key.respondents == role }
          .sorted { $0.key.highestMark < $1.key.highestMark }.map { (key: $0.key, group: $0.value) }
      }
    }
  }
}

extension EvaluationFigures.Group {
  fileprivate mutating func add(_ fact: EvaluationFact, _ people: [Int]) {
    evaluations += 1
    asked += fact.asked
    answers += fact.answers.count
    for answer in fact.answers {
      sum += answer.sum
      marks += answer.marks
    }
    for person in people { self.people.insert(person) }
    for place in 0..<max(0, fact.asked - fact.answers.count) { silent.insert(place) }
  }
}

extension ReportBlock {
  /// How many of those asked answered, at each level, and with what marks. The forms are those of whoever filled them in:
  /// only the Secretariat, which keeps them, sees few of them.
  static func evaluations(_ figures: EvaluationFigures, _ cells: SmallCells?, words: ReportWords)
    -> ReportBlock
  {
    let groups = figures.inOrder
    let whole = figures.whole
    let parts = groups.map(\.group.part)
    let isHidden =
      cells.map { $0.isSmall(whole.people) || $0.isSmall(whole.silent) || $0.tellsOfEach(parts) } ?? false
    let hidden = cells?.hidden(parts, wholeIsHidden: isHidden) ?? groups.map { _ in false }
    let rows = zip(groups, hidden).map { group, isHidden in
      [
        .code(group.key.level.rawValue), .text(words.label(group.key.level)),
        .code(group.key.respondents.rawValue), .text(words.label(group.key.respondents)),
        .code("1-\(group.key.highestMark)"),
      ] + group.group.cells(isHidden: isHidden)
        + [isHidden ? .suppressed : .mean(group.group.sum, of: group.group.marks)]
    }
    return ReportBlock(
      .evaluations, in: words, columns(words), rows: rows,
      total: [.code(ReportCodes.total), .empty, .empty, .empty, .empty] + whole.cells(isHidden: isHidden)
        + [.empty])
  }

  private static func columns(_ words: ReportWords) -> [ReportColumn] {
    words.naming("level") + words.naming("respondents") + [
      words.column("scale", .code), words.column("evaluations", .count(.evaluations, isAdditive: true)),
      words.column("asked", .count(.forms, isAdditive: true)),
      words.column("answers", .count(.forms, isAdditive: true)),
      words.column("answers-percent", .percent(of: .forms)), words.column("mean", .mean(of: .marks)),
    ]
  }
}

extension EvaluationFigures.Group {
  /// As many evaluations as people who were asked tell that one was asked in each.
  fileprivate var part: SmallCells.Part {
    SmallCells.Part(people: people, rests: [silent], isLeast: asked == evaluations)
  }

  fileprivate func cells(isHidden: Bool) -> [ReportCell] {
    [.count(evaluations)]
      + (isHidden
        ? [.suppressed, .suppressed, .suppressed]
        : [.count(asked), .count(answers), .share(answers, of: asked)])
  }
}
