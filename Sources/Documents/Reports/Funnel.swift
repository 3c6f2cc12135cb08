import Enrolment

/// From the enrolment to the certificate: how many of the enrolments of a period came how far.
///
/// A certificate of attendance needs no completion, so that the last stage is no part of the one before it.
struct Funnel {
  /// A stage that an enrolment comes to.
  enum Stage: String, CaseIterable {
    case enrolled, attended, completed, passed, certified
  }

  /// Those who came to a stage without a certificate, or have one without coming to it.
  struct Gap: Hashable {
    let stage: Stage
    let isCertified: Bool
  }

  private let figures: EnrolmentFigures
  private let hiding: EnrolmentHiding
  private let certificates: CertificateHiding

  init(_ figures: EnrolmentFigures, _ hiding: EnrolmentHiding, _ certificates: CertificateHiding) {
    self.figures = figures
    self.hiding = hiding
    self.certificates = certificates
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
    case .certified: figures.certified.count
    }
  }

  /// The stages are told elsewhere as well, and hidden where they are there. The certified are told here alone: they are
  /// hidden where they are few, or those who part them from a stage or from the certificates beside it are, and where one
  /// of these is hidden.
  private func isHidden(_ stage: Stage) -> Bool {
    guard !hiding.isOwner else { return false }
    return switch stage {
    case .enrolled: hiding.whole.row
    case .attended: hiding.whole.attended
    case .completed: hiding.whole.completed
    case .passed: hiding.whole.completed || hiding.outcomes.contains(.passed)
    case .certified:
      hiding.cells.isSmall(figures.certified.people) || certificates.tellsApart(figures.certified)
        || figures.apartFromCertified.values.contains(where: hiding.cells.isSmall)
        || [.enrolled, .attended, .completed, .passed].contains { stage in
          isHidden(stage) || hiding.cells.isSmall(abs(count(of: stage) - figures.certified.count))
        }
    }
  }
}

extension EnrolmentFact {
  /// Whether it has come to a stage.
  func hasReached(_ stage: Funnel.Stage) -> Bool {
    switch stage {
    case .enrolled: true
    case .attended: facts.hasAttended
    case .completed: state == .completed
    case .passed: EnrolmentFigures.Outcome(of: self) == .passed
    case .certified: isCertified
    }
  }
}

extension Funnel.Stage {
  fileprivate func row(_ count: Int, of base: Int, _ isHidden: Bool, _ words: ReportWords) -> [ReportCell] {
    [.code(rawValue), .text(words.label(self))]
      + (isHidden ? [.suppressed, .suppressed] : [.count(count), .share(count, of: base)])
  }
}
