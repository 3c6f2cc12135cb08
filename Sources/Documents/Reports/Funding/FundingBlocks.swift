import Enrolment
import People
import Values

/// Puts what is counted of funded sessions into blocks.
struct FundingBlocks {
  private let figures: FundingFigures
  private let parts: [FundingFigures.Group]
  private let hiding: EnrolmentHiding
  private let hidden: [Hiding]
  /// Whether women are hidden among the persons of each sex.
  private let womenAreHidden: Bool
  private let language: LanguageTag
  private let words: ReportWords

  init(
    _ figures: FundingFigures, beside enrolments: EnrolmentFigures, hiding: EnrolmentHiding,
    language: LanguageTag, words: ReportWords
  ) {
    self.figures = figures
    self.hiding = hiding
    womenAreHidden = hiding.hidesWomen(of: enrolments)
    self.language = language
    self.words = words
    parts = figures.parts
    hidden = hiding.hiding(of: parts.map(\.tally), within: figures.whole, hiding.whole)
  }

  var blocks: [ReportBlock] { [seats, targets, targetsByMonth] }

  private var seats: ReportBlock {
    let seatsHidden = hiddenSeats
    let rows = parts.indices.map { place in
      labels(parts[place].donor, parts[place].programme) + [.count(parts[place].sessions.count)]
        + cells(
          parts[place].seats, parts[place].tally.attended, parts[place].used,
          attendedIsHidden: hidden[place].attended, usedIsHidden: seatsHidden[place])
    }
    let total = figures.total
    let totalIsHidden =
      hiding.whole.attended || seatsHidden.contains(true)
      || !hiding.isOwner && hiding.cells.isSmall(figures.whole.attended - total.used)
    return ReportBlock(
      .funding, in: words,
      words.naming("donor") + words.naming("programme") + [
        words.column("sessions", .count(.sessions, isAdditive: false)),
        words.column("seats", .count(.seats, isAdditive: true)),
        words.column("attendances", .count(.attendances, isAdditive: false)),
        words.column("seats-used", .count(.seats, isAdditive: false)),
        words.column("seats-used-percent", .percent(of: .seats)),
      ], rows: rows,
      total: [.code(ReportCodes.total), .empty, .empty, .empty, .count(total.sessions)]
        + cells(
          total.seats, figures.whole.attended, total.used, attendedIsHidden: hiding.whole.attended,
          usedIsHidden: totalIsHidden))
  }

  /// The seats that were used are attendances: they are hidden where those are, and where they, or what parts them from
  /// those, tell of few.
  private var hiddenSeats: [Bool] {
    if hiding.isOwner { return parts.map { _ in false } }
    return hiding.cells.hidden(
      zip(parts, hidden).map { part, hiding in
        SmallCells.Part(
          people: part.seated, rests: [part.unseated],
          isHidden: hiding.attended || self.hiding.cells.isSmall(part.tally.attended - part.used)
            || self.hiding.cells.isSmall(part.used))
      }, wholeIsHidden: hiding.whole.attended)
  }

  private func cells(
    _ seats: Int?, _ attended: Int, _ used: Int, attendedIsHidden: Bool, usedIsHidden: Bool
  ) -> [ReportCell] {
    let attendances: ReportCell = attendedIsHidden ? .suppressed : .count(attended)
    guard let seats else { return [.empty, attendances, .empty, .empty] }
    return [.count(seats), attendances]
      + (usedIsHidden ? [.suppressed, .suppressed] : [.count(used), .share(used, of: seats)])
  }

  private var targets: ReportBlock {
    let womenHidden = hiddenWomen
    let rows = figures.reached.map { reached -> [ReportCell] in
      let target = reached.target
      return labels(target) + [.count(target.value)]
        + (isHidden(target, womenHidden)
          ? [.suppressed, .suppressed] : [.count(reached.actual), .share(reached.actual, of: target.value)])
    }
    return ReportBlock(.fundingTargets, in: words, columns + columnsOfReached, rows: rows)
  }

  /// How each target was reached, month by month.
  private var targetsByMonth: ReportBlock {
    let rows = figures.reached.flatMap { reached in
      reached.byMonth.map { month, actual -> [ReportCell] in
        let target = reached.target
        return labels(target) + [
          .code(month.description), .count(target.value), .count(actual), .share(actual, of: target.value),
        ]
      }
    }
    return ReportBlock(
      .fundingTargetsByMonth, in: words, columns + [words.column("month", .code)] + columnsOfReached,
      rows: rows)
  }

  /// The columns that name a target.
  private var columns: [ReportColumn] {
    words.naming("donor") + words.naming("programme") + words.naming("indicator") + [
      words.column("target-from", .day), words.column("target-to", .day),
    ]
  }

  /// The columns of what is to be reached, and was.
  private var columnsOfReached: [ReportColumn] {
    [
      words.column("target", .count(.indicator, isAdditive: false)),
      words.column("actual", .count(.indicator, isAdditive: false)),
      words.column("actual-percent", .percent(of: .indicator)),
    ]
  }

  /// What was reached over the days of the report is what the programme counts in it, and hidden where that is.
  private func isHidden(_ target: FundingTargetFact, _ womenHidden: [Bool]) -> Bool {
    guard !hiding.isOwner else { return false }
    guard let place = parts.firstIndex(where: { $0.programme?.id == target.programme.id }) else {
      return hiding.whole.row && target.indicator != .sessions
    }
    return switch target.indicator {
    case .sessions: false
    case .attendances: hidden[place].attended
    case .persons: hidden[place].persons
    case .women: womenHidden[place]
    case .completed: hidden[place].completed
    }
  }

  /// Women are told of each programme beside the persons of it, and of all beside those of each sex: hidden there, they are
  /// hidden of every programme.
  private var hiddenWomen: [Bool] {
    let women = Headcount.union(parts.map(\.women))
    let others = Headcount.union(parts.map(\.others))
    return hiding.cells.hidden(
      zip(parts, hidden).map { SmallCells.Part(people: $0.women, rests: [$0.others], isHidden: $1.persons) },
      wholeIsHidden: hiding.whole.persons || womenAreHidden || hiding.cells.isSmall(women)
        || hiding.cells.isSmall(others))
  }

  private func labels(_ target: FundingTargetFact) -> [ReportCell] {
    labels(target.donor, target.programme) + [
      .code(target.indicator.rawValue), .text(words.label(target.indicator)), .day(target.from),
      .day(target.to),
    ]
  }

  private func labels(_ donor: PartyLabel, _ programme: ProgrammeLabel?) -> [ReportCell] {
    [
      .code(donor.code.text), .text(donor.name.text(for: language)),
      .code(programme?.code.text ?? ReportCodes.noProgramme),
      .text(programme?.title.text(for: language) ?? words["programme.none"]),
    ]
  }
}
