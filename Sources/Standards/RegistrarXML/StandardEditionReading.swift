public import Catalogue
public import ContentPackaging
public import Values

/// One edition of a professional standard as its XML states it, before it is given an identity.
public struct StandardEditionDocument: Sendable, Hashable {
  /// The short name by which the edition is referred to.
  public let code: StandardEditionCode
  /// The framework that this is an edition of.
  public let framework: String
  /// The year of the edition.
  public let year: Int
  /// Where the edition stands in its life.
  public let state: StandardEdition.State
  /// The edition's titles by language, one at least.
  public let titles: LocalizedText
  /// The items in the document's order, no code twice.
  public let items: [StandardItem]
  /// How deeply they can be shown, no code twice.
  public let depths: [StandardDepth]
}

/// What a `standard-edition` document amounts to: the edition, or why it is refused.
public struct StandardEditionReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let edition: StandardEditionDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

extension FindingCode {
  static let editionDepthRepeated = FindingCode(
    "standard-edition.depth.repeated", .error, "Two depths have the same code; capitals do not part codes.",
    fix: "Give each depth a code of its own.")
  static let editionItemRepeated = FindingCode(
    "standard-edition.item.repeated", .error, "Two items have the same code; capitals do not part codes.",
    fix: "Give each item a code of its own.")
}
