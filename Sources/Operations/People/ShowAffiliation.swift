public import People
public import Values

/// One place of a person, as far as whoever asks may know of it.
public struct ShowAffiliation: Inquiry {
  public static let right: Right? = .lookUp

  public let affiliation: AffiliationID

  public init(_ affiliation: AffiliationID) {
    self.affiliation = affiliation
  }

  public func answer(_ reading: Reading) throws -> Affiliation {
    try reading.reached.affiliation(identified: affiliation, on: reading.now.dayInUTC)
  }
}
