/// A bar for each row of a block, and in it a part of what the bar stands for.
struct BarPicture: Hashable {
  /// One row.
  struct Bar: Hashable {
    let label: String
    let whole: Amount
    /// What of the whole is marked; nil where nothing is.
    let part: Amount?
  }

  /// The bars, in the order of the table.
  let bars: [Bar]
  /// What the bars stand for.
  let wholeTitle: String
  /// What is marked in them; nil where nothing is.
  let partTitle: String?
  /// How many rows of the table are not drawn.
  let leftOut: Int

  /// More bars than this are no picture any more.
  static let mostBars = 20

  /// The bars of a block by the columns that name a row and give its figures.
  ///
  /// - Parameter days: the columns of a first and a last day that tell rows of one name apart.
  init(
    _ block: ReportBlock, label: String, days: (from: String, to: String)? = nil, whole: String,
    part: String? = nil
  ) {
    let names = block.cells(of: label).map(\.word)
    let spans = days.map { zip(block.cells(of: $0.from), block.cells(of: $0.to)).map(BarPicture.span) }
    let labels = names.indices.map { place in spans.map { "\(names[place]), \($0[place])" } ?? names[place] }
    let wholes = block.cells(of: whole).map { Amount($0) }
    let parts = part.map { block.cells(of: $0).map { Amount($0) } }
    let all = labels.indices.compactMap { place in
      wholes[place].map { Bar(label: labels[place], whole: $0, part: parts?[place]) }
    }
    bars = Array(all.prefix(BarPicture.mostBars))
    leftOut = all.count - bars.count
    wholeTitle = block.title(of: whole)
    partTitle = part.map(block.title)
  }

  /// Two days as a text whose parts stay in their order, also between letters written from right to left.
  private static func span(_ from: ReportCell, _ to: ReportCell) -> String {
    guard case .day(let from) = from, case .day(let to) = to else { return "" }
    return "\u{2066}\(from)\u{2069} – \u{2066}\(to)\u{2069}"
  }

  var height: Int { top + bars.count * BarPicture.step + 4 }

  func draw(on canvas: inout some PictureCanvas, _ words: ReportWords) {
    drawLegend(on: &canvas)
    let longest = bars.map { max($0.whole.length, $0.part?.length ?? 0) }.max() ?? 0
    for (place, bar) in bars.enumerated() {
      let y = top + place * BarPicture.step
      let length = BarPicture.length(bar.whole.length, of: longest)
      canvas.text(Picture.label(bar.label), .label, x: 0, y: y + 14)
      canvas.rectangle(bar.part == nil ? .bar : .barWhole, x: 0, y: y + 20, width: length, height: 16)
      if let part = bar.part {
        canvas.rectangle(
          .bar, x: 0, y: y + 20, width: BarPicture.length(part.length, of: longest), height: 16)
      }
      // A part beyond the whole hides where that ends.
      if let part = bar.part, part.length > bar.whole.length, length > 2 {
        canvas.rectangle(.barWhole, x: length - 2, y: y + 20, width: 2, height: 16)
      }
      let reach = max(length, BarPicture.length(bar.part?.length ?? 0, of: longest))
      canvas.text(words.figure(of: bar), .figure, x: reach + 8, y: y + 33)
    }
  }

  private var top: Int { partTitle == nil ? 0 : 24 }

  private func drawLegend(on canvas: inout some PictureCanvas) {
    guard let partTitle else { return }
    canvas.rectangle(.barWhole, x: 1, y: 3, width: 14, height: 12)
    canvas.text(wholeTitle, .label, x: 22, y: 14)
    canvas.rectangle(.bar, x: 201, y: 3, width: 14, height: 12)
    canvas.text(partTitle, .label, x: 222, y: 14)
  }

  /// A bar of 1 is still seen; one of 0 is a line.
  private static func length(_ count: Int, of longest: Int) -> Int {
    longest == 0 || count == 0 ? 1 : max(3, count * longestBar / longest)
  }

  private static let step = 44
  /// Room is left behind the longest bar for its figure.
  private static let longestBar = 340
}

extension ReportWords {
  /// A bar's figures, as they stand in the table; that both may not be told is said once.
  func figure(of bar: BarPicture.Bar) -> String {
    guard let part = bar.part, part != .suppressed || bar.whole != .suppressed else {
      return figure(bar.whole)
    }
    return filled("picture.of", ["part": figure(part), "whole": figure(bar.whole)])
  }

  /// A figure, or that it may not be told.
  func figure(_ amount: Amount) -> String {
    switch amount {
    case .known(let count): number(count)
    case .suppressed: self["suppressed"]
    }
  }

  /// A whole number as people read it: thousands parted by a narrow space from 10 000 on, in every language.
  func number(_ number: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count > 4 else { return digits }
    let head = digits.utf8.count % 3
    var groups = head == 0 ? [] : [String(digits.prefix(head))]
    var rest = digits.dropFirst(head)
    while !rest.isEmpty {
      groups.append(String(rest.prefix(3)))
      rest = rest.dropFirst(3)
    }
    return groups.joined(separator: "\u{202F}")
  }

  /// Hundredths of a mean, `4.25`, with the sign for decimals that the language has.
  func decimal(hundredths: Int) -> String {
    ReportCell.decimal(hundredths: hundredths).replacing(".", with: self["decimal-sign"])
  }

  /// Tenths of a percent, `66.7 %`, with the sign for decimals that the language has.
  func percentage(tenths: Int) -> String {
    "\(tenths / 10)\(self["decimal-sign"])\(tenths % 10)\u{202F}%"
  }
}
