import Typesetting

/// A picture on a sheet: mirrored where words run from right to left.
struct PDFCanvas: PictureCanvas {
  /// Points for each of the picture's measures.
  static let scale = 0.68

  private let sheets: ReportSheets
  private let origin: Point

  /// - Parameter origin: its upper left corner.
  init(on sheets: ReportSheets, at origin: Point) {
    self.sheets = sheets
    self.origin = origin
  }

  func rectangle(_ style: PictureStyle, x: Int, y: Int, width: Int, height: Int) {
    let left = sheets.words.isRightToLeft ? Picture.width - x - width : x
    let corner = Point(
      origin.x + Double(left) * PDFCanvas.scale, origin.y + Double(y) * PDFCanvas.scale)
    let path = Path(
      Area(
        x: corner.x, y: corner.y, width: Double(width) * PDFCanvas.scale,
        height: Double(height) * PDFCanvas.scale))
    sheets.page.fill(path, style.ground)
    if let edge = style.edge {
      sheets.page.stroke(path, edge, width: 0.7, dashes: style == .shade0 ? [3, 2] : [])
    }
  }

  func text(_ text: String, _ style: PictureStyle, x: Int, y: Int, anchor: PictureAnchor) {
    let set = sheets.label(text, style.letters)
    let place = place(x, y)
    let left =
      switch anchor {
      case .middle: place.x - set.width / 2
      case .start: sheets.words.isRightToLeft ? place.x - set.width : place.x
      case .end: sheets.words.isRightToLeft ? place.x : place.x - set.width
      }
    if style == .figure || style == .figurePart {
      let behind = Area(
        x: left - 1, y: place.y - set.baseline + 2, width: set.width + 2, height: set.height - 4)
      sheets.page.fill(Path(behind), .paper, opacity: 0.8)
    }
    sheets.page.draw(set, at: Point(left, place.y - set.baseline))
  }

  func line(_ style: PictureStyle, _ points: [(x: Int, y: Int)]) {
    sheets.page.stroke(
      Path(points.map { place($0.x, $0.y) }), style.ground, width: style == .axis ? 0.7 : 1.7,
      dashes: style == .trendPart ? [4, 2.7] : [])
  }

  func dot(_ style: PictureStyle, x: Int, y: Int) {
    sheets.page.fill(.circle(place(x, y), radius: 4 * PDFCanvas.scale), style.ground)
  }

  private func place(_ x: Int, _ y: Int) -> Point {
    let fromLeft = sheets.words.isRightToLeft ? Picture.width - x : x
    return Point(origin.x + Double(fromLeft) * PDFCanvas.scale, origin.y + Double(y) * PDFCanvas.scale)
  }
}

extension PictureStyle {
  /// What it is filled or drawn with, as in the stylesheet.
  fileprivate var ground: Colour {
    switch self {
    case .bar, .trend, .dot: .accent
    case .barWhole: .pale
    case .trendPart, .dotPart, .figurePart: .second
    case .axis: .axis
    case .shade0: .paper
    case .shade1: Colour(hex: 0xE3EEF8)
    case .shade2: Colour(hex: 0xC0D9EC)
    case .shade3: Colour(hex: 0x8FBFE0)
    case .shade4: Colour(hex: 0x1F6BA8)
    case .shade5: Colour(hex: 0x0B3C6B)
    case .label, .figure, .tick, .fieldDark, .fieldLight: .ink
    }
  }

  /// The line around it; nil where there is none.
  fileprivate var edge: Colour? {
    switch self {
    case .barWhole: .accent
    case .shade0, .shade1, .shade2, .shade3: .axis
    case .bar, .axis, .trend, .trendPart, .dot, .dotPart, .shade4, .shade5, .label, .figure, .figurePart,
      .tick,
      .fieldDark, .fieldLight:
      nil
    }
  }

  /// How a text in it is set.
  fileprivate var letters: SheetStyle {
    switch self {
    case .tick: .tick
    case .figure: .figure
    case .figurePart: .figurePart
    case .fieldDark: .fieldOnLight
    case .fieldLight: .fieldOnDark
    case .label, .bar, .barWhole, .axis, .trend, .trendPart, .dot, .dotPart, .shade0, .shade1, .shade2,
      .shade3,
      .shade4, .shade5:
      .label
    }
  }
}
