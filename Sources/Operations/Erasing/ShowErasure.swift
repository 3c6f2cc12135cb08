public import People
public import Values

/// What an erasure of a person would take away and leave, and what stands against it; or, of a person who was made
/// unknown, when that was.
public struct ShowErasure: Inquiry {
  public static let right: Right? = .readRecords

  public let person: PersonID

  public init(_ person: PersonID) {
    self.person = person
  }

  public struct Answer: Sendable {
    public let person: PersonID
    /// Nil of who is known.
    public let erasure: Erasure?
    /// What has to end first.
    public let underWay: [UnderWay]
    public let extent: ErasureExtent
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let person = try reading.reached.person(identified: person)
    let erasure = try reading.records.erasure(of: person.id)
    return Answer(
      person: person.id, erasure: erasure,
      underWay: erasure == nil ? try reading.underWay(of: person.id) : [],
      extent: try reading.records.extent(of: ErasedAgents(of: person, reading).known))
  }
}

/// Who was made unknown, in the order in which it happened: identifiers, which say nothing to who has no earlier copy of
/// the records.
public struct ListErasures: Inquiry {
  public static let right: Right? = .readRecords

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Erasure> {
    try reading.records.erasures(page: page)
  }
}
