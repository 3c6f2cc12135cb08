import Typesetting

/// The sheets of a report: what is written stands below what was, and goes on on the next sheet where there is no room. Each
/// sheet has a foot that names the report, and its number. Used by one thread.
final class ReportSheets {
  private static let size = (width: 595.28, height: 841.89)
  private static let margin = (side: 44.0, top: 46.0, bottom: 56.0)
  /// How many letters are shown of a text, and in a cell of a table.
  private static let mostLetters = (text: 4000, cell: 400)
  /// How much of a sheet a text takes, and a cell of a table, in points: what is longer is cut there.
  private static let mostHeight = (text: 620.0, cell: 150.0)

  let page: PDFPage
  let words: ReportWords
  private let foot: String
  private var number = 1
  /// How far down the sheet is written, in points.
  private(set) var y = margin.top

  /// - Parameter foot: what stands at the foot of each sheet.
  init(_ information: PDFPage.Information, foot: String, _ words: ReportWords) throws {
    page = try PDFPage(
      width: ReportSheets.size.width, height: ReportSheets.size.height, information)
    self.foot = foot
    self.words = words
  }

  /// How far down a sheet may be written, in points.
  static let end = size.height - margin.bottom

  /// The room between the margins.
  var width: Double { ReportSheets.size.width - 2 * ReportSheets.margin.side }

  /// Begins another sheet where less is left than this. Says whether it did.
  @discardableResult
  func require(_ height: Double) throws -> Bool {
    guard y + height > ReportSheets.end, y > ReportSheets.margin.top else { return false }
    writeFoot()
    try page.turn()
    number += 1
    y = ReportSheets.margin.top
    return true
  }

  func space(_ height: Double) { y += height }

  /// Begins a part that the contents list, where there is so much room for it.
  func beginPart(_ title: String, keeping height: Double) throws {
    try require(height + 30)
    page.list(title, page: number, top: y - 8)
    try write(title, as: .heading, below: 7)
  }

  /// Writes a paragraph, and leaves room below it.
  func write(_ text: String, as style: SheetStyle, below: Double) throws {
    let set = set(text, style, column: width)
    try require(set.height)
    page.tagged(style.tag) { page.draw(set, at: Point(left(0, width), y)) }
    y += set.height + below
  }

  /// A name and its value beside it.
  func fact(_ name: String, _ value: String) throws {
    let indent = 150.0
    let name = cell(name, .note, column: indent - 10, isNumber: false)
    let value = set(value, .text, column: width - indent)
    try require(max(name.height, value.height))
    let line = max(name.baseline, value.baseline)
    page.tagged("P") {
      page.draw(name, at: Point(left(0, indent - 10), y + line - name.baseline))
      page.draw(value, at: Point(left(indent, width - indent), y + line - value.baseline))
    }
    y += max(name.height, value.height) + 3
  }

  /// A line across the sheet.
  func rule(_ colour: Colour, width thickness: Double, below: Double) {
    line(colour, width: thickness)
    y += below
  }

  /// A line across the sheet, where what comes next stands.
  func line(_ colour: Colour, width thickness: Double) {
    let side = ReportSheets.margin.side
    page.stroke(Path([Point(side, y), Point(side + width, y)]), colour, width: thickness)
  }

  /// How much room a picture takes.
  func height(of picture: Picture) -> Double { Double(picture.height) * PDFCanvas.scale }

  func draw(_ picture: Picture) {
    let width = Double(Picture.width) * PDFCanvas.scale
    page.tagged("Figure") {
      var canvas = PDFCanvas(on: self, at: Point(left(0, width), y))
      picture.draw(on: &canvas, words)
    }
    y += height(of: picture) + 4
  }

  /// How much room paragraphs take, each with some below it.
  func height(of paragraphs: [String], as style: SheetStyle, below: Double) -> Double {
    paragraphs.reduce(0) { $0 + set($1, style, column: width).height + below }
  }

  /// A text in a style, broken at a column.
  func set(_ text: String, _ style: SheetStyle, column: Double) -> SetText {
    page.set(
      ReportSheets.fit(text, ReportSheets.mostLetters.text), style.textStyle(words), column: column,
      height: ReportSheets.mostHeight.text)
  }

  /// A text of a picture, on one line: cut where it is wider than the picture.
  func label(_ text: String, _ style: SheetStyle) -> SetText {
    let room = Double(Picture.width) * PDFCanvas.scale
    let whole = page.set(ReportSheets.fit(text, ReportSheets.mostLetters.cell), style.textStyle(words))
    return whole.width <= room ? whole : line(of: text, style, column: room)
  }

  /// A text on one line, cut where it is wider than the column.
  func line(of text: String, _ style: SheetStyle, column: Double) -> SetText {
    page.set(
      ReportSheets.fit(text, ReportSheets.mostLetters.cell), style.textStyle(words), column: column,
      height: 0)
  }

  /// A text of a cell; numbers stand at the right of the column in every language, ones under ones.
  func cell(
    _ text: String, _ style: SheetStyle, column: Double, isNumber: Bool, scale: Double = 1
  ) -> SetText {
    var whole = style.textStyle(words)
    if isNumber, !words.isRightToLeft { whole.alignment = .trailing }
    whole.size *= scale
    return page.set(
      ReportSheets.fit(text, ReportSheets.mostLetters.cell), whole, column: column,
      height: ReportSheets.mostHeight.cell)
  }

  /// Where something so wide stands that begins so far from the beginning of the line: from the right where words run so.
  func left(_ distance: Double, _ width: Double) -> Double {
    let side = ReportSheets.margin.side
    return words.isRightToLeft ? side + self.width - distance - width : side + distance
  }

  /// The octets of all sheets.
  func finish() throws -> [UInt8] {
    writeFoot()
    return try page.finish()
  }

  private func writeFoot() {
    let line = ReportSheets.end + 26
    let name = self.line(of: foot, .foot, column: width - 60)
    page.draw(name, at: Point(left(0, width - 60), line - name.baseline))
    let number = label(words.number(number), .foot)
    page.draw(number, at: Point(left(width - number.width, number.width), line - number.baseline))
  }

  /// The text, cut where it is too long, and kept together where parts of it run from right to left: its neighbours do not
  /// change places with it (Unicode Standard Annex 9, isolates).
  private static func fit(_ text: String, _ most: Int) -> String {
    let scalars = text.unicodeScalars
    let isLong = text.utf8.count > most && scalars.count > most
    let cut = isLong ? String(String.UnicodeScalarView(scalars.prefix(most - 1))) + "…" : text
    return scalars.prefix(most).contains(where: runsFromRight) ? "\u{2068}\(cut)\u{2069}" : cut
  }

  /// Whether it is a letter of Hebrew, Arabic or their kin, by the blocks that they stand in.
  private static func runsFromRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EEFF: true
    default: false
    }
  }
}
