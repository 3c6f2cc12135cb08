public import Values

/// A score as its source gave it, exact, inside its scale (domain 7.4, 9; xAPI 2.4.5.1).
public struct Score: Sendable, Hashable {
  /// Why four numbers are no score.
  public enum Refusal: Error, Hashable, Sendable {
    /// A score has a scaled or a raw value.
    case valueMissing
    /// The scaled value lies outside −1 to 1.
    case scaledOutOfRange(ExactDecimal)
    /// The least possible value is not below the greatest.
    case scaleEmpty(minimum: ExactDecimal, maximum: ExactDecimal)
    /// The raw value lies outside its scale.
    case rawOutOfRange(raw: ExactDecimal, minimum: ExactDecimal?, maximum: ExactDecimal?)
    /// The scaled value is not what the raw one comes to on its scale; the minimum is 0 where none is given.
    case contradictory(
      scaled: ExactDecimal, raw: ExactDecimal, minimum: ExactDecimal?, maximum: ExactDecimal)
  }

  /// From −1 to 1.
  public let scaled: ExactDecimal?
  public let raw: ExactDecimal?
  public let minimum: ExactDecimal?
  public let maximum: ExactDecimal?

  /// A score whose values agree: one that is scaled and raw on a scale is what the raw value comes to, rounded to the
  /// places that the scaled one was given with.
  public init(
    scaled: ExactDecimal? = nil, raw: ExactDecimal? = nil, minimum: ExactDecimal? = nil,
    maximum: ExactDecimal? = nil
  ) throws(Refusal) {
    try self.init(normalised: scaled, raw: raw, minimum: minimum, maximum: maximum)
    guard let scaled, let raw, let maximum, let share = Score.share(of: raw, from: minimum, to: maximum),
      !ExactDecimal.ratio(share.reached, to: share.span, roundsTo: scaled)
    else { return }
    throw .contradictory(scaled: scaled, raw: raw, minimum: minimum, maximum: maximum)
  }

  /// A score whose scaled value its source may have normalised, so that it need not be what the raw one comes to: that
  /// of a statement (xAPI 1.0.3 Data 2.4.5.1: "as modified by scaling and/or normalization"), or one recorded before.
  public init(
    normalised scaled: ExactDecimal?, raw: ExactDecimal?, minimum: ExactDecimal?, maximum: ExactDecimal?
  ) throws(Refusal) {
    guard scaled != nil || raw != nil else { throw .valueMissing }
    if let scaled, scaled < ExactDecimal(-1) || ExactDecimal(1) < scaled { throw .scaledOutOfRange(scaled) }
    if let minimum, let maximum, maximum <= minimum { throw .scaleEmpty(minimum: minimum, maximum: maximum) }
    if let raw {
      let isBelow = minimum.map { raw < $0 } ?? false
      let isAbove = maximum.map { $0 < raw } ?? false
      if isBelow || isAbove { throw .rawOutOfRange(raw: raw, minimum: minimum, maximum: maximum) }
    }
    self.scaled = scaled
    self.raw = raw
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether the score can be set against a scaled threshold: it is scaled, or raw on a scale with a maximum.
  public var isComparable: Bool { ratio != nil }

  /// Whether the score reaches a scaled threshold, decided exactly; nil where it cannot be compared.
  ///
  /// A raw score counts as `(raw − minimum) / (maximum − minimum)`, the minimum 0 where none is given.
  public func reaches(_ threshold: ExactDecimal) -> Bool? {
    ratio.map { ExactDecimal.ratio($0.reached, to: $0.span, reaches: threshold) }
  }

  /// Whether the score is as good as another or better, each on its own scale, decided exactly; nil where they
  /// cannot be compared.
  public func isAtLeast(_ other: Score) -> Bool? {
    guard let ratio, let asked = other.ratio else { return nil }
    return ExactDecimal.ratio(ratio.reached, to: ratio.span, reaches: asked.reached, of: asked.span)
  }

  /// The scaled value for display, six places unless the source gave it; nil where there is no scale.
  public var displayScaled: ExactDecimal? {
    scaled ?? ratio.flatMap { ExactDecimal.displayRatio($0.reached, to: $0.span) }
  }

  /// How much of how long a scale was reached; nil where the scale has no maximum or is empty, or where 18 digits
  /// cannot hold the two.
  private var ratio: (reached: ExactDecimal, span: ExactDecimal)? {
    if let scaled { return (scaled, ExactDecimal(1)) }
    guard let raw, let maximum else { return nil }
    return Score.share(of: raw, from: minimum, to: maximum)
  }

  private static func share(
    of raw: ExactDecimal, from minimum: ExactDecimal?, to maximum: ExactDecimal
  ) -> (reached: ExactDecimal, span: ExactDecimal)? {
    let start = minimum ?? ExactDecimal(0)
    guard let reached = ExactDecimal.difference(raw, start),
      let span = ExactDecimal.difference(maximum, start), ExactDecimal(0) < span
    else { return nil }
    return (reached, span)
  }
}
