public import Catalogue
public import People
internal import RegistrarXML
public import Values

/// Loads an edition of a professional standard with its items. An edition is never edited: a change is a new edition, and
/// the very same edition a second time changes nothing.
public struct AddStandardEdition: Change {
  public static let right = Right.changeRecords

  public let code: StandardEditionCode
  public let framework: String
  public let year: Int
  public let state: StandardEdition.State
  public let titles: LocalizedText
  public let items: [StandardItem]
  /// How deeply they can be shown, from the least to the most.
  public let depths: [StandardDepth]

  public init(
    code: StandardEditionCode, framework: String, year: Int, state: StandardEdition.State,
    titles: LocalizedText,
    items: [StandardItem], depths: [StandardDepth] = []
  ) {
    self.code = code
    self.framework = framework
    self.year = year
    self.state = state
    self.titles = titles
    self.items = items
    self.depths = depths
  }

  /// An edition that is there, and whether it was so before.
  public struct Outcome: Sendable {
    public let edition: StandardEdition
    public let isNew: Bool
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    if let recorded = try work.records.standardEdition(code) {
      guard states(recorded) else { throw AlreadyExists(.standardEdition, code.description) }
      return Outcome(edition: recorded, isNew: false)
    }
    var codes: Set<StandardItemCode> = []
    for item in items where !codes.insert(item.code).inserted {
      throw UnusableValue(
        field: "item", value: item.code.description, expected: "a code used once in the edition")
    }
    var depthCodes: Set<StandardDepthCode> = []
    for depth in depths where !depthCodes.insert(depth.code).inserted {
      throw UnusableValue(
        field: "depths", value: depth.code.description, expected: "a code used once in the edition")
    }
    let edition = StandardEdition(
      id: work.newIdentifier(), code: code, framework: framework, year: year, state: state, titles: titles,
      items: items, depths: depths)
    try work.records.insert(edition, at: work.now)
    try work.note(
      "standard add", .standardEdition, edition.id.uuid,
      [FieldChange("code", from: nil, to: code.description)])
    return Outcome(edition: edition, isNew: true)
  }

  /// Whether a recorded edition says the very same.
  private func states(_ recorded: StandardEdition) -> Bool {
    recorded
      == StandardEdition(
        id: recorded.id, code: recorded.code, framework: framework, year: year, state: state, titles: titles,
        items: items, depths: depths)
  }
}

/// The editions of standards with their items.
public struct ListStandardEditions: Inquiry {
  public static let right: Right? = .readReference

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<StandardEdition> {
    try page.page(of: reading.records.standardEditions()) { $0.code.folded }
  }
}

/// One edition with its items.
public struct ShowStandardEdition: Inquiry {
  public static let right: Right? = .readReference

  public let edition: StandardEditionCode

  public init(_ edition: StandardEditionCode) {
    self.edition = edition
  }

  public func answer(_ reading: Reading) throws -> StandardEdition {
    try reading.records.standardEdition(named: edition)
  }
}

/// The items of an edition, in its order.
public struct ListStandardItems: Inquiry {
  public static let right: Right? = .readReference

  public let edition: StandardEditionCode
  public let level: RoleLevel?
  public let kind: RequirementKind?
  public let page: PageRequest

  public init(
    edition: StandardEditionCode, level: RoleLevel? = nil, kind: RequirementKind? = nil,
    page: PageRequest = PageRequest()
  ) {
    self.edition = edition
    self.level = level
    self.kind = kind
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<StandardItem> {
    let items = try reading.records.standardEdition(named: edition).items.filter { item in
      (level == nil || item.level == level) && (kind == nil || item.kind == kind)
    }
    return try page.page(of: items) { $0.code.folded }
  }
}

/// An edition as XML of `Schemas/xsd/standard-edition.xsd`.
public struct ExportStandardEdition: Inquiry {
  public static let right: Right? = .readRecords

  public let edition: StandardEditionCode

  public init(_ edition: StandardEditionCode) {
    self.edition = edition
  }

  public func answer(_ reading: Reading) throws -> [UInt8] {
    StandardEditionWriter.write(try reading.records.standardEdition(named: edition))
  }
}
