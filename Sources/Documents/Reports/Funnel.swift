/// From the enrolment to the certificate: how many of the enrolments of a period came how far.
///
/// A certificate of attendance needs no completion, so that the last stage is no part of the one before it.
struct Funnel {
  /// A stage that an enrolment comes to.
  enum Stage: String, CaseIterable {
    case enrolled, attended, completed, passed, certified
  }

  private let figures: EnrolmentFigures
  private let hiding: EnrolmentHiding

  init(_ figures: EnrolmentFigures, _ hiding: EnrolmentHiding) {
    self.figures = figures
    self.hiding = hiding
  }

  func block(_ words: ReportWords) -> ReportBlock {
    let columns =
      words.naming("stage") + [
        words.column("enrolments", .count(.enrolments, isAdditive: false)),
        words.column("percent", .percent(of: .enrolments), titled: "enrolled-percent"),
      ]
    let base = figures.whole.count
    let rows = base == 0 ? [] : Stage.allCases.map { $0.row(count(of: $0), of: base, isHidden($0), words) }
    return ReportBlock(.funnel, in: words, columns, rows: rows)
  }

  private func count(of stage: Stage) -> Int {
    switch stage {
    case .enrolled: figures.whole.count
    case .attended: figures.whole.attended
    case .completed: figures.whole.completed
    case .passed: figures.outcomes[.passed]?.count ?? 0
    case .certified: figures.certified
    }
  }

  /// The stages are told elsewhere as well, and hidden where they are there. The certified are told here alone: they are
  /// hidden where they, or what they leave of a stage that is told, are few, and where that stage is hidden.
  private func isHidden(_ stage: Stage) -> Bool {
    guard !hiding.isOwner else { return false }
    return switch stage {
    case .enrolled: hiding.whole.row
    case .attended: hiding.whole.attended
    case .completed: hiding.whole.completed
    case .passed: hiding.whole.completed || hiding.outcomes.contains(.passed)
    case .certified:
      hiding.cells.isSmall(figures.certified)
        || [.enrolled, .attended, .completed, .passed].contains { stage in
          isHidden(stage) || hiding.cells.isSmall(abs(count(of: stage) - figures.certified))
        }
    }
  }
}

extension Funnel.Stage {
  fileprivate func row(_ count: Int, of base: Int, _ isHidden: Bool, _ words: ReportWords) -> [ReportCell] {
    [.code(rawValue), .text(words.label(self))]
      + (isHidden ? [.suppressed, .suppressed] : [.count(count), .share(count, of: base)])
  }
}
