/// What every format says beside the figures.
extension CertificationReport {
  /// Which records the report is made of.
  var scope: String { ReportWords.scope(parameters.audience) }

  /// What is suppressed, by what rule; or that nothing is.
  var suppression: String {
    switch parameters.audience {
    case .directorate, .member: ReportWords.noSuppression
    case .university: "\(ReportWords.suppressionRule) \(ReportWords.awardsAreOwn)"
    case .donor, .rocb: ReportWords.suppressionRule
    }
  }

  /// The number below which figures are suppressed; nil where none are.
  var suppressionThreshold: Int? {
    parameters.isForOwner ? nil : SmallCells.threshold
  }
}

extension ReportBlock {
  /// The title by which people know the block.
  public var title: String { ReportWords.title(name) }
  /// What is counted, by which day, persons or attendances.
  public var definition: String { ReportWords.definition(name) }
}

extension ReportColumn.Kind {
  /// The kind's name in machine formats.
  var name: String {
    switch self {
    case .code: "code"
    case .text: "text"
    case .day: "day"
    case .count: "count"
    case .percent: "percent"
    }
  }

  /// What is counted, or what the percentage is of; nil for words and days.
  var unit: ReportColumn.Unit? {
    switch self {
    case .code, .text, .day: nil
    case .count(let unit, _), .percent(let unit): unit
    }
  }

  /// Whether the rows add up to the total; nil for words and days.
  var isAdditive: Bool? {
    switch self {
    case .code, .text, .day: nil
    case .count(_, let isAdditive): isAdditive
    case .percent: false
    }
  }
}

extension ReportCell {
  /// Tenths as a decimal: 667 is `66.7`, 1000 is `100.0`.
  static func decimal(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}
