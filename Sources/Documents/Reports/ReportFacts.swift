public import Catalogue
public import Certification
public import Enrolment
public import People
public import Values

/// A party as it is shown in a report.
public struct PartyLabel: Sendable, Hashable {
  public let id: PartyID
  public let code: PartyCode
  public let name: LocalizedText
  /// The region held at the time that counts; nil for parties that belong to none.
  public let region: Region?

  public init(id: PartyID, code: PartyCode, name: LocalizedText, region: Region?) {
    self.id = id
    self.code = code
    self.name = name
    self.region = region
  }
}

/// A course as it is shown in a report: one for all its versions and language variants (domain 7.4, 23).
public struct CourseLabel: Sendable, Hashable {
  public let id: CourseID
  public let code: CourseCode
  public let title: LocalizedText

  public init(id: CourseID, code: CourseCode, title: LocalizedText) {
    self.id = id
    self.code = code
    self.title = title
  }
}

/// A certification scheme as it is shown in a report.
public struct SchemeLabel: Sendable, Hashable {
  public let id: SchemeID
  public let code: SchemeCode
  public let title: LocalizedText

  public init(id: SchemeID, code: SchemeCode, title: LocalizedText) {
    self.id = id
    self.code = code
    self.title = title
  }
}

/// One enrolment as it stood at the cut-off. All days are days of the report's zone.
public struct EnrolmentFact: Sendable, Hashable {
  public let person: PersonID
  /// The person's name; used in the list of a Member's own officers and nowhere else, so nil will do elsewhere.
  public let name: String?
  public let sex: Person.Sex
  /// The party that the person was affiliated to when the session started, even after moving (domain 7.4, 10).
  public let party: PartyLabel?
  /// The role level of that affiliation.
  public let roleLevel: RoleLevel?
  public let course: CourseLabel
  public let version: CourseVersionID
  public let session: SessionCode
  /// The party that delivers the session.
  public let host: PartyID?
  public let mode: Session.Mode
  /// The language of delivery.
  public let language: LanguageTag
  public let state: EnrolmentState
  /// Whether the course was passed, not only completed.
  public let isPassed: Bool
  /// The day on which the enrolment was recorded.
  public let enrolledOn: Day
  public let startedOn: Day?
  /// The day on which it came into a state that learning no longer moves.
  public let endedOn: Day?

  public init(
    person: PersonID, name: String?, sex: Person.Sex, party: PartyLabel?, roleLevel: RoleLevel?,
    course: CourseLabel, version: CourseVersionID, session: SessionCode, host: PartyID?, mode: Session.Mode,
    language: LanguageTag, state: EnrolmentState, isPassed: Bool, enrolledOn: Day, startedOn: Day?,
    endedOn: Day?
  ) {
    self.person = person
    self.name = name
    self.sex = sex
    self.party = party
    self.roleLevel = roleLevel
    self.course = course
    self.version = version
    self.session = session
    self.host = host
    self.mode = mode
    self.language = language
    self.state = state
    self.isPassed = isPassed
    self.enrolledOn = enrolledOn
    self.startedOn = startedOn
    self.endedOn = endedOn
  }
}

/// One certificate as it stood at the cut-off. All days are days of the report's zone.
public struct CertificateFact: Sendable, Hashable {
  public let number: CertificateNumber
  public let person: PersonID
  /// The holder's name as certified; used in lists of own people and own awards and nowhere else.
  public let name: String?
  /// The party that the holder was affiliated to when the session started.
  public let party: PartyLabel?
  /// The party that issued it.
  public let issuer: PartyID
  public let scheme: SchemeLabel
  public let kind: SchemeVersion.Kind
  public let issuedOn: Day
  /// The last day on which it holds; nil where it never ends.
  public let lastDay: Day?
  public let state: CertificateState
  /// The day on which it came into that state; for `expired` the day after the last one.
  public let stateSince: Day

  public init(
    number: CertificateNumber, person: PersonID, name: String?, party: PartyLabel?, issuer: PartyID,
    scheme: SchemeLabel, kind: SchemeVersion.Kind, issuedOn: Day, lastDay: Day?, state: CertificateState,
    stateSince: Day
  ) {
    self.number = number
    self.person = person
    self.name = name
    self.party = party
    self.issuer = issuer
    self.scheme = scheme
    self.kind = kind
    self.issuedOn = issuedOn
    self.lastDay = lastDay
    self.state = state
    self.stateSince = stateSince
  }
}

/// One item of a standard and the course versions that are mapped to it. Items are shown in the order they are added.
public struct CoverageFact: Sendable, Hashable {
  public let edition: StandardEditionCode
  public let item: StandardItem
  /// The mapped versions that were published at the cut-off.
  public let publishedVersions: [CourseVersionID]
  /// The mapped versions that once were published or are not yet: their completions count, they do not.
  public let otherVersions: [CourseVersionID]

  public init(
    edition: StandardEditionCode, item: StandardItem, publishedVersions: [CourseVersionID],
    otherVersions: [CourseVersionID]
  ) {
    self.edition = edition
    self.item = item
    self.publishedVersions = publishedVersions
    self.otherVersions = otherVersions
  }
}
