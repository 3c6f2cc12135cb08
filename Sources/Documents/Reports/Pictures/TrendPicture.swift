/// Two figures of each month: how many, and how many of them came to something.
struct TrendPicture: Hashable {
  /// One month of the table.
  struct Point: Hashable {
    let month: Month
    let whole: Amount
    let part: Amount
  }

  /// The months that the table has, in its order.
  let points: [Point]
  let wholeTitle: String
  let partTitle: String

  static let height = 250

  func draw(on canvas: inout some PictureCanvas, _ words: ReportWords) {
    drawLegend(on: &canvas)
    canvas.line(.axis, [(0, TrendPicture.ground), (Picture.width, TrendPicture.ground)])
    draw(wholes: points.map(\.whole), on: &canvas, words)
    draw(parts: points.map(\.part), on: &canvas, words)
    for place in ticks {
      canvas.text(
        points[place].month.description, .tick, x: x(place), y: TrendPicture.ground + 18,
        anchor: anchor(place))
    }
  }

  /// The first month and the last, and those between that stand apart from the ones before and from the last.
  var ticks: [Int] {
    guard let last = points.indices.last, last > 0 else { return Array(points.indices) }
    let between = (1..<last).reduce(into: [0]) { told, place in
      let isApart =
        x(place) - x(told[told.count - 1]) >= TrendPicture.tickRoom
        && x(last) - x(place) >= TrendPicture.tickRoom
      if isApart { told.append(place) }
    }
    return between + [last]
  }

  private func drawLegend(on canvas: inout some PictureCanvas) {
    canvas.line(.trend, [(1, 9), (25, 9)])
    canvas.dot(.dot, x: 13, y: 9)
    canvas.text(wholeTitle, .label, x: 32, y: 14)
    canvas.line(.trendPart, [(201, 9), (225, 9)])
    canvas.square(.dotPart, x: 213, y: 9)
    canvas.text(partTitle, .label, x: 232, y: 14)
  }

  private func draw(wholes amounts: [Amount], on canvas: inout some PictureCanvas, _ words: ReportWords) {
    for run in runs(of: amounts) { canvas.line(.trend, run.map { (x($0), y(amounts[$0])) }) }
    let told = labelled(of: amounts)
    for place in amounts.indices where amounts[place] != .suppressed {
      canvas.dot(.dot, x: x(place), y: y(amounts[place]))
      guard told.contains(place) else { continue }
      canvas.text(
        words.figure(amounts[place]), .figure, x: x(place), y: y(amounts[place]) - 9, anchor: anchor(place))
    }
  }

  private func draw(parts amounts: [Amount], on canvas: inout some PictureCanvas, _ words: ReportWords) {
    for run in runs(of: amounts) { canvas.line(.trendPart, run.map { (x($0), y(amounts[$0])) }) }
    let told = labelled(of: amounts)
    for place in amounts.indices where amounts[place] != .suppressed {
      canvas.square(.dotPart, x: x(place), y: y(amounts[place]))
      guard told.contains(place) else { continue }
      // Below its point, so that it does not meet the other line's figure.
      canvas.text(
        words.figure(amounts[place]), .figurePart, x: x(place),
        y: min(y(amounts[place]) + 18, TrendPicture.ground - 4), anchor: anchor(place))
    }
  }

  /// The stretches of months that follow one another and may be told.
  private func runs(of amounts: [Amount]) -> [[Int]] {
    amounts.indices.reduce(into: [[Int]]()) { runs, place in
      guard amounts[place] != .suppressed else { return }
      if let last = runs.last?.last, last == place - 1 {
        runs[runs.count - 1].append(place)
      } else {
        runs.append([place])
      }
    }
  }

  /// Places whose figures are told: all where they are few, else the first, the last and the greatest.
  private func labelled(of amounts: [Amount]) -> Set<Int> {
    guard points.count > 12 else { return Set(points.indices) }
    let greatest = amounts.indices.max { amounts[$0].length < amounts[$1].length }
    return Set([0, points.count - 1] + (greatest.map { [$0] } ?? []))
  }

  private func anchor(_ place: Int) -> PictureAnchor {
    guard points.count > 1 else { return .middle }
    return place == 0 ? .start : place == points.count - 1 ? .end : .middle
  }

  /// Months stand where the calendar has them, so that one without a row leaves a gap.
  private func x(_ place: Int) -> Int {
    guard let first = points.first?.month, let last = points.last?.month, last > first else {
      return Picture.width / 2
    }
    return 6 + first.distance(to: points[place].month) * (Picture.width - 12) / first.distance(to: last)
  }

  private func y(_ amount: Amount) -> Int {
    let greatest = points.map(\.whole.length).max() ?? 0
    guard greatest > 0 else { return TrendPicture.ground }
    return TrendPicture.ground - amount.length * (TrendPicture.ground - TrendPicture.ceiling) / greatest
  }

  private static let ground = 222
  private static let ceiling = 46
  /// From one labelled month to the next, so that labels do not meet: the first begins at its month, the last ends there.
  private static let tickRoom = 84
}

extension TrendPicture {
  /// The months of a block, with what was enrolled and completed.
  init(_ block: ReportBlock) {
    let (wholes, parts) = (block.cells(of: "enrolments"), block.cells(of: "completed"))
    points = block.cells(of: "month").enumerated().compactMap { place, cell in
      guard let month = Month(cell.word), let whole = Amount(wholes[place]), let part = Amount(parts[place])
      else { return nil }
      return Point(month: month, whole: whole, part: part)
    }
    wholeTitle = block.title(of: "enrolments")
    partTitle = block.title(of: "completed")
  }
}
