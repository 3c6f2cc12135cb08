import Values

/// How targets were reached month by month, each beside an even pace to it.
struct TargetPicture: Hashable {
  /// One target.
  struct Course: Hashable {
    let label: String
    /// What was reached by the end of each month, from that of its first day on.
    var reached: [Int]
    let target: Int
    /// The first day on which it counts.
    let from: Day
    /// The last one.
    let to: Day
  }

  /// The targets that are drawn, in the order of the table.
  let courses: [Course]
  let targetTitle: String
  let reachedTitle: String
  /// How many rows of the table are not drawn.
  let leftOut: Int

  /// More of them than this are no picture any more.
  static let mostCourses = 6

  /// The targets of a block, whose rows of one target follow one another.
  init(_ block: ReportBlock, pace: String) {
    var all: [Course] = []
    var last: [ReportCell]?
    for (place, row) in block.rows.enumerated() {
      guard let step = Step(block, at: place) else { continue }
      let name = Array(row.prefix(step.naming))
      if name != last { all.append(step.course) }
      all[all.count - 1].reached.append(step.reached)
      last = name
    }
    courses = Array(all.prefix(TargetPicture.mostCourses))
    leftOut = all.dropFirst(TargetPicture.mostCourses).reduce(0) { $0 + $1.reached.count }
    targetTitle = pace
    reachedTitle = block.title(of: "actual")
  }

  var height: Int { TargetPicture.top + courses.count * TargetPicture.step }

  func draw(on canvas: inout some PictureCanvas, _ words: ReportWords) {
    canvas.line(.trend, [(1, 9), (25, 9)])
    canvas.dot(.dot, x: 13, y: 9)
    canvas.text(reachedTitle, .label, x: 32, y: 14)
    canvas.line(.trendPart, [(201, 9), (225, 9)])
    canvas.text(targetTitle, .label, x: 232, y: 14)
    for (place, course) in courses.enumerated() {
      course.draw(on: &canvas, under: TargetPicture.top + place * TargetPicture.step, words)
    }
  }

  private static let top = 30
  private static let step = 176
}

/// A row of the table.
private struct Step {
  /// How many cells name its target.
  let naming: Int
  let reached: Int
  private let label: String
  private let target: Int
  private let from: Day
  private let to: Day

  init?(_ block: ReportBlock, at place: Int) {
    let row = block.rows[place]
    func cell(_ name: String) -> ReportCell? {
      block.columns.firstIndex { $0.name == name }.map { row[$0] }
    }
    guard let naming = block.columns.firstIndex(where: { $0.name == "month" }),
      case .count(let reached) = cell("actual"),
      case .count(let target) = cell("target"), case .day(let from) = cell("target-from"),
      case .day(let to) = cell("target-to")
    else { return nil }
    (self.naming, self.reached, self.target) = (naming, reached, target)
    (self.from, self.to) = (from, to)
    label = "\u{2068}\(cell("programme-name")?.word ?? "")\u{2069}: \(cell("indicator-name")?.word ?? "")"
  }

  /// The target, as yet without what was reached of it.
  var course: TargetPicture.Course {
    TargetPicture.Course(label: label, reached: [], target: target, from: from, to: to)
  }
}

extension TargetPicture.Course {
  /// Draws the two lines between an upper edge and the months beneath them.
  fileprivate func draw(on canvas: inout some PictureCanvas, under top: Int, _ words: ReportWords) {
    let ground = top + Self.ground
    canvas.text(Picture.label(label), .label, x: 0, y: top + 14)
    canvas.line(.axis, [(0, ground), (Self.width, ground)])
    canvas.line(.trendPart, [(0, ground), (Self.width, y(target, over: ground))])
    canvas.line(.trend, [(0, ground)] + reached.indices.map { (x($0), y(reached[$0], over: ground)) })
    for place in reached.indices { canvas.dot(.dot, x: x(place), y: y(reached[place], over: ground)) }
    drawFigures(on: &canvas, over: ground, words)
    canvas.text(from.description, .tick, x: 0, y: ground + 18)
    canvas.text(to.description, .tick, x: Self.width, y: ground + 18, anchor: .end)
  }

  /// The target behind its line's end, and what was reached at last: above the line where it is beyond the pace, else
  /// below it.
  private func drawFigures(on canvas: inout some PictureCanvas, over ground: Int, _ words: ReportWords) {
    canvas.text(
      words.number(target), .figurePart, x: Self.width + 8, y: y(target, over: ground) + 5)
    let place = reached.count - 1
    let isAbove = reached[place] * length >= target * (place + 1)
    let edge = y(reached[place], over: ground)
    canvas.text(
      words.number(reached[place]), .figure, x: x(place), y: isAbove ? edge - 9 : min(edge + 18, ground - 4),
      anchor: x(place) < 40 ? .start : .end)
  }

  /// The months from the first one to the end.
  private var length: Int { Month(of: from).distance(to: Month(of: to)) + 1 }

  /// The end of a month.
  private func x(_ place: Int) -> Int { (place + 1) * Self.width / length }

  private func y(_ count: Int, over ground: Int) -> Int {
    ground - count * Self.height / max(target, reached.max() ?? 0, 1)
  }

  /// Room is left behind the lines for the target.
  private static let width = 420
  private static let ground = 136
  private static let height = 96
}
