import Typesetting
import Values

/// How a text of a report is set.
enum SheetStyle {
  /// What kind of document it is, whom it is for, and the days.
  case kind, title, period
  /// The title of a block.
  case heading
  case text
  /// What explains a figure.
  case note
  case foot
  /// A cell of a table: at its head, in a row, in the total.
  case head, cell, total
  /// A text in a picture, quiet or not, on a light field or a dark one.
  case label, tick, figure, figurePart, fieldOnLight, fieldOnDark

  /// What it is in the document's structure (ISO 32000 14.8.4).
  var tag: String {
    switch self {
    case .title: "H1"
    case .heading: "H2"
    case .kind, .period, .text, .note, .foot, .head, .cell, .total, .label, .tick, .figure, .figurePart,
      .fieldOnLight, .fieldOnDark:
      "P"
    }
  }

  func textStyle(_ words: ReportWords) -> TextStyle {
    TextStyle(
      families: "Noto Sans, Noto Sans Arabic, Noto Sans CJK SC", size: size, weight: weight, colour: colour,
      language: words.language.text, isRightToLeft: words.isRightToLeft)
  }

  /// In points.
  private var size: Double {
    switch self {
    case .title: 20
    case .heading: 13
    case .period: 11
    case .kind: 10
    case .text: 9
    case .cell, .total, .label, .figure, .figurePart, .fieldOnLight, .fieldOnDark: 8.5
    case .note, .head, .tick: 8
    case .foot: 7.5
    }
  }

  private var weight: TextStyle.Weight {
    switch self {
    case .title, .heading, .total: .bold
    case .kind, .head, .figure, .figurePart, .fieldOnLight, .fieldOnDark: .semibold
    case .period, .text, .note, .foot, .cell, .label, .tick: .regular
    }
  }

  private var colour: Colour {
    switch self {
    case .kind: .accent
    case .note, .foot, .tick: .quiet
    case .figurePart: .second
    case .title, .period, .heading, .text, .head, .cell, .total, .label, .figure, .fieldOnLight: .ink
    case .fieldOnDark: .paper
    }
  }
}

/// The colours of the stylesheet, for paper.
extension Colour {
  static let ink = Colour(hex: 0x1B2430)
  static let quiet = Colour(hex: 0x4C5A6B)
  static let hairline = Colour(hex: 0xC9D1DA)
  static let accent = Colour(hex: 0x0B5C93)
  static let pale = Colour(hex: 0xD7E8F5)
  static let second = Colour(hex: 0xA34700)
  static let axis = Colour(hex: 0x6B7887)
  static let paper = Colour(hex: 0xFFFFFF)
}
