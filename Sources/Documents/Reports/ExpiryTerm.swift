import Values

/// How long after a day a certificate still holds.
enum ExpiryTerm: String, CaseIterable {
  case withinThreeMonths = "within-3-months"
  case withinSixMonths = "within-6-months"
  case withinTwelveMonths = "within-12-months"
  case withinTwoYears = "within-24-months"
  case later
  case never

  /// The term of one whose last day is known, or that never ends. A day that the target month lacks is its last one.
  init(until lastDay: Day?, from day: Day) {
    guard let lastDay else {
      self = .never
      return
    }
    let bounded = ExpiryTerm.allCases.first { term in
      term.months.flatMap { day.adding(months: $0) }.map { lastDay <= $0 } ?? false
    }
    self = bounded ?? .later
  }

  /// The months that the term reaches; nil where it has no end.
  private var months: Int? {
    switch self {
    case .withinThreeMonths: 3
    case .withinSixMonths: 6
    case .withinTwelveMonths: 12
    case .withinTwoYears: 24
    case .later, .never: nil
    }
  }
}
