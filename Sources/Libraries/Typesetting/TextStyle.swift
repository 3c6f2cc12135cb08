/// How a text is set.
public struct TextStyle: Sendable, Hashable {
  /// How heavy the letters are.
  public enum Weight: Int32, Sendable {
    case regular = 400
    case medium = 500
    case semibold = 600
    case bold = 700
  }

  /// Where lines stand that are shorter than the column; `leading` is where a line of the text begins.
  public enum Alignment: Sendable {
    case leading, centred, trailing
  }

  /// Families to take the letters from, the first that has one: `Noto Serif, Noto Naskh Arabic`.
  public var families: String
  /// In points.
  public var size: Double
  public var weight: Weight
  public var colour: Colour
  public var alignment: Alignment
  /// Between letters, in points. Scripts whose letters join have none.
  public var letterSpacing: Double
  /// The language (BCP 47) that the text is in: it decides between forms that scripts share.
  public var language: String
  /// Whether lines run from right to left.
  public var isRightToLeft: Bool
  /// Whether a text takes its direction from its own first letter instead.
  public var adoptsDirection = false

  public init(
    families: String, size: Double, weight: Weight = .regular, colour: Colour,
    alignment: Alignment = .leading,
    letterSpacing: Double = 0, language: String, isRightToLeft: Bool = false
  ) {
    self.families = families
    self.size = size
    self.weight = weight
    self.colour = colour
    self.alignment = alignment
    self.letterSpacing = letterSpacing
    self.language = language
    self.isRightToLeft = isRightToLeft
  }

  /// The same at another size.
  public func sized(_ size: Double) -> TextStyle {
    var style = self
    style.size = size
    return style
  }
}
