/// What a picture is drawn on. Places are counted from the beginning of the line and from the upper edge; what is written
/// from right to left is drawn mirrored.
protocol PictureCanvas {
  /// A rectangle by its corner at the beginning of the line.
  mutating func rectangle(_ style: PictureStyle, x: Int, y: Int, width: Int, height: Int)
  /// A text that stands on a line.
  mutating func text(_ text: String, _ style: PictureStyle, x: Int, y: Int, anchor: PictureAnchor)
  /// A line through points.
  mutating func line(_ style: PictureStyle, _ points: [(x: Int, y: Int)])
  /// A dot about a place.
  mutating func dot(_ style: PictureStyle, x: Int, y: Int)
}

/// Whether a text begins at its place, is centred on it, or ends at it.
enum PictureAnchor: String {
  case start, middle, end
}

/// How something is drawn: its name in the stylesheet.
enum PictureStyle: String {
  case label, figure, tick, bar, axis, trend, dot
  case figurePart = "figure-part"
  case barWhole = "bar-whole"
  case trendPart = "trend-part"
  case dotPart = "dot-part"
  /// Six steps of one colour, from none to all.
  case shade0 = "shade-0"
  case shade1 = "shade-1"
  case shade2 = "shade-2"
  case shade3 = "shade-3"
  case shade4 = "shade-4"
  case shade5 = "shade-5"
  case fieldDark = "field-dark"
  case fieldLight = "field-light"
}

extension PictureCanvas {
  /// A text that begins at a place.
  mutating func text(_ text: String, _ style: PictureStyle, x: Int, y: Int) {
    self.text(text, style, x: x, y: y, anchor: .start)
  }

  /// A square about a place.
  mutating func square(_ style: PictureStyle, x: Int, y: Int) {
    rectangle(style, x: x - 4, y: y - 4, width: 8, height: 8)
  }
}
