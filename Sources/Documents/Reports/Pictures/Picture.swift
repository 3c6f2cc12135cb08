/// What is shown of a block beside its table, in figures and words that stand in the table too.
enum Picture: Hashable {
  /// A bar for each row, one below the other.
  case bars(BarPicture)
  /// A line over months.
  case trend(TrendPicture)
  /// Two lines over months for each target.
  case targets(TargetPicture)
  /// A field for each pair of values, the darker the more of it is covered.
  case heatMap(HeatMapPicture)
}

extension Picture {
  /// The width that all measures refer to. Letters of 13 are still read where the page is as narrow as a telephone.
  static let width = 480

  var height: Int {
    switch self {
    case .bars(let bars): bars.height
    case .trend: TrendPicture.height
    case .targets(let targets): targets.height
    case .heatMap(let map): map.height
    }
  }

  func draw(on canvas: inout some PictureCanvas, _ words: ReportWords) {
    switch self {
    case .bars(let bars): bars.draw(on: &canvas, words)
    case .trend(let trend): trend.draw(on: &canvas, words)
    case .targets(let targets): targets.draw(on: &canvas, words)
    case .heatMap(let map): map.draw(on: &canvas, words)
    }
  }

  /// That some rows are not drawn; nil where all are.
  func note(_ words: ReportWords) -> String? {
    let leftOut =
      switch self {
      case .bars(let bars): bars.leftOut
      case .targets(let targets): targets.leftOut
      case .heatMap(let map): map.leftOut
      case .trend: 0
      }
    return leftOut > 0 ? words.filled("picture.more", ["count": words.number(leftOut)]) : nil
  }

  /// A label that fits across the picture: cut where it is longer, and ends with `…` then. Letters of the East are twice as
  /// wide.
  static func label(_ text: String) -> String {
    var room = 72
    guard
      let end = text.unicodeScalars.firstIndex(where: { scalar in
        room -= scalar.value < 0x1100 ? 1 : 2
        return room < 0
      })
    else { return text }
    return String(text.unicodeScalars[..<end]) + "…"
  }
}

/// A figure that is drawn, or that may not be told.
enum Amount: Hashable {
  case known(Int)
  case suppressed

  /// Nil for a cell that is no count.
  init?(_ cell: ReportCell?) {
    switch cell {
    case .count(let count): self = .known(count)
    case .suppressed: self = .suppressed
    case .code, .text, .day, .percent, .mean, .empty, nil: return nil
    }
  }

  /// What is drawn: nothing of what may not be told.
  var length: Int {
    switch self {
    case .known(let count): count
    case .suppressed: 0
    }
  }
}

extension CertificationReport {
  /// What is drawn beside a block's table; nil where nothing is, and where there are no records.
  func picture(of block: ReportBlock) -> Picture? {
    guard !block.rows.isEmpty, case .certification(let name) = block.name else { return nil }
    switch name {
    case .funnel: return .bars(BarPicture(block, label: "stage-name", whole: "enrolments"))
    case .enrolmentsByRegion:
      return .bars(BarPicture(block, label: "region-name", whole: "attendances", part: "completed"))
    case .enrolmentsByCourse:
      guard self.block(.enrolmentsByRegion) == nil else { return nil }
      return .bars(BarPicture(block, label: "course-name", whole: "attendances", part: "completed"))
    case .certificatesExpiring:
      return .bars(BarPicture(block, label: "expiry-name", whole: "certificates"))
    case .onwardTrainingBySex:
      return .bars(BarPicture(block, label: "sex-name", whole: "people-trained"))
    case .fundingTargets:
      return .bars(
        BarPicture(
          block, label: "indicator-name", days: ("target-from", "target-to"), whole: "target", part: "actual")
      )
    case .fundingTargetsByMonth: return .targets(TargetPicture(block, pace: words["picture.pace"]))
    case .enrolmentsByMonth: return .trend(TrendPicture(block))
    case .coverageByKind: return .heatMap(HeatMapPicture(block))
    case .enrolmentsByState, .results, .activityInPeriod, .enrolmentsByMember, .enrolmentsByGroup,
      .enrolmentsBySex,
      .enrolmentsByMode, .enrolmentsByLanguage, .enrolmentsByRoleLevel, .enrolmentsByDonor, .funding,
      .certificates, .certificatesByScheme,
      .coverage, .experts, .expertsFunnel, .expertsReviews, .evaluations, .onwardTraining, .commitments,
      .ownOfficers, .ownOfficersCertificates,
      .ownAwards:
      return nil
    }
  }
}

extension ReportBlock {
  /// The cells of a column, in the order of the rows; none where there is no such column.
  func cells(of column: String) -> [ReportCell] {
    guard let place = columns.firstIndex(where: { $0.name == column }) else { return [] }
    return rows.map { $0[place] }
  }

  /// The title of a column; empty where there is none.
  func title(of column: String) -> String {
    columns.first { $0.name == column }?.title ?? ""
  }
}

extension ReportCell {
  /// A word of the report; empty for figures.
  var word: String {
    switch self {
    case .code(let text), .text(let text): text
    case .day, .count, .percent, .mean, .suppressed, .empty: ""
    }
  }
}
