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
}

/// What a `standard-edition` document amounts to: the edition, or why it is refused.
public struct StandardEditionReading: Sendable, Hashable {
  /// Nil where a finding is an error.
  public let edition: StandardEditionDocument?
  /// All that was found, in the document's order.
  public let findings: [Finding]
}

extension FindingCode {
  static let editionUnreadable = FindingCode(
    "standard-edition.unreadable", .error, "The file cannot be read as XML.",
    fix: "Correct the file at the place named.")
  static let editionRoot = FindingCode(
    "standard-edition.root", .error,
    "The root element is not standard-edition in the namespace \(RegistrarNamespace.standardEdition).",
    fix: "Write the root element and its xmlns attribute as Schemas/xsd/standard-edition.xsd has them.")
  static let editionUnknown = FindingCode(
    "standard-edition.unknown", .error,
    "An element or attribute stands here that the format does not have: it may be misspelt, and what it says would "
      + "be lost.",
    fix: "Correct its name, or take it out.")
  static let editionAttributeMissing = FindingCode(
    "standard-edition.attribute.missing", .error, "An attribute that the format asks for is absent.",
    fix: "Add the attribute.")
  static let editionAttributeUnusable = FindingCode(
    "standard-edition.attribute.unusable", .error, "An attribute's value is none of those it may have.",
    fix: "Write one of the values that the message names.")
  static let editionTitleMissing = FindingCode(
    "standard-edition.title.missing", .error,
    "An edition and each of its items has a title in one language at least.",
    fix: "Add a title element with xml:lang.")
  static let editionTitleRepeated = FindingCode(
    "standard-edition.title.repeated", .error, "Two titles of the same thing are in the same language.",
    fix: "Keep one of them, or correct its xml:lang.")
  static let editionItemRepeated = FindingCode(
    "standard-edition.item.repeated", .error, "Two items have the same code; capitals do not part codes.",
    fix: "Give each item a code of its own.")

  /// Every code of this room, for `registrar explain`.
  public static let registrarXMLCodes: [FindingCode] = [
    editionUnreadable, editionRoot, editionUnknown, editionAttributeMissing, editionAttributeUnusable,
    editionTitleMissing, editionTitleRepeated, editionItemRepeated,
  ]
}
