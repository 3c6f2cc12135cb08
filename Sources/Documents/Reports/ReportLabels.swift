public import Catalogue
public import Certification
public import People
public import Values

/// A party as it is shown in a report.
public struct PartyLabel: Sendable, Hashable {
  /// By which people of one party are counted together.
  public let id: PartyID
  /// The short name, by which rows are ordered.
  public let code: PartyCode
  /// The name, shown in the asked language where there is one.
  public let name: LocalizedText
  /// The region held at the time that counts; nil for parties that belong to none.
  public let region: Region?

  /// A party with its names and its region.
  public init(id: PartyID, code: PartyCode, name: LocalizedText, region: Region?) {
    self.id = id
    self.code = code
    self.name = name
    self.region = region
  }
}

/// A course as it is shown in a report: one for all its versions and language variants (domain 7.4, 23).
public struct CourseLabel: Sendable, Hashable {
  /// By which enrolments on one course are counted together.
  public let id: CourseID
  /// The short name, by which rows are ordered.
  public let code: CourseCode
  /// The title, shown in the asked language where there is one.
  public let title: LocalizedText

  /// A course with its titles.
  public init(id: CourseID, code: CourseCode, title: LocalizedText) {
    self.id = id
    self.code = code
    self.title = title
  }
}

/// A certification scheme as it is shown in a report.
public struct SchemeLabel: Sendable, Hashable {
  /// By which certificates of one scheme are counted together.
  public let id: SchemeID
  /// The short name, by which rows are ordered.
  public let code: SchemeCode
  /// The title, shown in the asked language where there is one.
  public let title: LocalizedText

  /// A scheme with its titles.
  public init(id: SchemeID, code: SchemeCode, title: LocalizedText) {
    self.id = id
    self.code = code
    self.title = title
  }
}
