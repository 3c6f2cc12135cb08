public import People
public import Values

/// The identity of one edition of a professional standard.
public typealias StandardEditionID = Identifier<StandardEdition>
/// The short name of an edition, `PICARD-2019`.
public typealias StandardEditionCode = Code<StandardEdition>
/// The name of an item within its edition, `OM-K-01`.
public typealias StandardItemCode = Code<StandardItem>

/// The name of a depth within its edition, `applied`.
public typealias StandardDepthCode = Code<StandardDepth>

/// How deeply an item is shown, in an edition's own terms.
public struct StandardDepth: Sendable, Hashable {
  public let code: StandardDepthCode
  public let titles: LocalizedText

  public init(code: StandardDepthCode, titles: LocalizedText) {
    self.code = code
    self.titles = titles
  }
}

/// One edition of a professional standard: versioned data, never constants (domain 1.4).
public struct StandardEdition: Sendable, Hashable {
  /// draft → endorsed → in force → superseded; a superseded edition stays readable and referable.
  public enum State: String, Sendable, CaseIterable {
    case draft, endorsed
    case inForce = "in-force"
    case superseded
  }

  public let id: StandardEditionID
  public let code: StandardEditionCode
  /// The framework that this is an edition of, `PICARD Professional Standards`.
  public let framework: String
  public let year: Int
  public let state: State
  public let titles: LocalizedText
  /// The items in their order; an edition whose item texts the owner has yet to load has none.
  public let items: [StandardItem]
  /// How deeply its items can be shown, from the least to the most; none where the edition knows no depths.
  public let depths: [StandardDepth]

  public init(
    id: StandardEditionID, code: StandardEditionCode, framework: String, year: Int, state: State,
    titles: LocalizedText, items: [StandardItem], depths: [StandardDepth] = []
  ) {
    self.id = id
    self.code = code
    self.framework = framework
    self.year = year
    self.state = state
    self.titles = titles
    self.items = items
    self.depths = depths
  }
}

/// What kind of thing a standard asks of a manager (domain 1.2).
public enum RequirementKind: String, Sendable, CaseIterable {
  case knowledge, skill, behaviour
}

/// One requirement of an edition, at one role level.
public struct StandardItem: Sendable, Hashable {
  public let code: StandardItemCode
  public let level: RoleLevel
  public let kind: RequirementKind
  public let titles: LocalizedText

  public init(code: StandardItemCode, level: RoleLevel, kind: RequirementKind, titles: LocalizedText) {
    self.code = code
    self.level = level
    self.kind = kind
    self.titles = titles
  }
}
