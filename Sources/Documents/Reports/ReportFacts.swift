public import Catalogue
public import Certification
public import Enrolment
public import People
public import Values

/// One enrolment as it stood at the cut-off. All days are days of the report's zone.
public struct EnrolmentFact: Sendable, Hashable {
  /// Who it is: by this, and never by name, people are counted once.
  public let person: PersonID
  /// The person's name; used in the list of a Member's own officers and nowhere else, so nil will do elsewhere.
  public let name: PersonName?
  /// The sex recorded for the person; unknown is a value of its own.
  public let sex: Person.Sex
  /// The party that the person was affiliated to when the session started, even after moving (domain 7.4, 10).
  public let party: PartyLabel?
  /// The groups that this party belonged to on the session's first day.
  public let groups: Set<PartyGroupCode>
  /// The role level of that affiliation.
  public let roleLevel: RoleLevel?
  /// The course that was taken.
  public let course: CourseLabel
  /// The version of the course that was taken.
  public let version: CourseVersionID
  /// The session that was taken part in.
  public let session: SessionCode
  /// The party that delivers the session.
  public let host: PartyID?
  /// The donors that pay for seats in the session.
  public let donors: Set<PartyLabel>
  /// How the session was delivered.
  public let mode: Session.Mode
  /// The language of delivery.
  public let language: LanguageTag
  /// The state at the cut-off.
  public let state: EnrolmentState
  /// Whether it was attended, and passed.
  public let facts: EnrolmentFacts
  /// Whether a certificate was awarded on it, whatever became of that.
  public let isCertified: Bool
  /// The day on which the enrolment was recorded.
  public let enrolledOn: Day
  /// The day on which learning was first recorded to have begun; nil where nothing shows that it has.
  public let startedOn: Day?
  /// The day on which it came into a state that learning no longer moves.
  public let endedOn: Day?

  /// An enrolment as it stood at the cut-off.
  public init(
    person: PersonID, name: PersonName?, sex: Person.Sex, party: PartyLabel?,
    groups: Set<PartyGroupCode> = [],
    roleLevel: RoleLevel?, course: CourseLabel, version: CourseVersionID, session: SessionCode,
    host: PartyID?,
    donors: Set<PartyLabel> = [], mode: Session.Mode,
    language: LanguageTag, state: EnrolmentState, facts: EnrolmentFacts, isCertified: Bool = false,
    enrolledOn: Day, startedOn: Day?, endedOn: Day?
  ) {
    self.person = person
    self.name = name
    self.sex = sex
    self.party = party
    self.groups = groups
    self.roleLevel = roleLevel
    self.course = course
    self.version = version
    self.session = session
    self.host = host
    self.donors = donors
    self.mode = mode
    self.language = language
    self.state = state
    self.facts = facts
    self.isCertified = isCertified
    self.enrolledOn = enrolledOn
    self.startedOn = startedOn
    self.endedOn = endedOn
  }
}

/// One certificate as it stood at the cut-off. All days are days of the report's zone.
public struct CertificateFact: Sendable, Hashable {
  /// The number that is printed on it, unique for ever.
  public let number: CertificateNumber
  /// Who it is: by this, and never by name, people are counted once.
  public let person: PersonID
  /// The holder's name as certified; used in lists of own people and own awards and nowhere else.
  public let name: PersonName?
  /// The party that the holder was affiliated to when the session started.
  public let party: PartyLabel?
  /// The party that issued it.
  public let issuer: PartyID
  /// The donors that pay for seats in the session that led to it.
  public let donors: Set<PartyID>
  /// The scheme that it was awarded under.
  public let scheme: SchemeLabel
  /// What it attests.
  public let kind: SchemeVersion.Kind
  /// The day of issue; one that replaces another keeps the other's.
  public let issuedOn: Day
  /// The day on which it took the place of another that says the same; nil where it was awarded.
  public let replacingSince: Day?
  /// Whether it renews another; then it is not issued anew.
  public let isRenewal: Bool
  /// The first day on which it holds, where that is later than the day of issue.
  public let firstDay: Day?
  /// The last day on which it holds; nil where it never ends.
  public let lastDay: Day?
  /// The state at the cut-off.
  public let state: CertificateState
  /// The day on which it came into that state; for `expired` the day after the last one.
  public let stateSince: Day
  /// Whether it was suspended when it came into that state.
  public let wasSuspended: Bool

  /// A certificate as it stood at the cut-off.
  public init(
    number: CertificateNumber, person: PersonID, name: PersonName?, party: PartyLabel?, issuer: PartyID,
    donors: Set<PartyID> = [], scheme: SchemeLabel, kind: SchemeVersion.Kind, issuedOn: Day,
    replacingSince: Day?, isRenewal: Bool = false, firstDay: Day? = nil, lastDay: Day?,
    state: CertificateState, stateSince: Day, wasSuspended: Bool = false
  ) {
    self.number = number
    self.person = person
    self.name = name
    self.party = party
    self.issuer = issuer
    self.donors = donors
    self.scheme = scheme
    self.kind = kind
    self.issuedOn = issuedOn
    self.replacingSince = replacingSince
    self.isRenewal = isRenewal
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.state = state
    self.stateSince = stateSince
    self.wasSuspended = wasSuspended
  }
}

/// One item of a standard and the course versions that are mapped to it. Items are shown in the order they are added.
public struct CoverageFact: Sendable, Hashable {
  /// The edition that the item belongs to.
  public let edition: StandardEditionCode
  /// The item, with its level and kind.
  public let item: StandardItem
  /// The mapped versions that were published at the cut-off.
  public let publishedVersions: [CourseVersionID]
  /// How many courses these are of: language variants are one course (domain 7.4, 23).
  public let publishedCourses: Int
  /// The mapped versions that once were published or are not yet: their completions count, they do not.
  public let otherVersions: [CourseVersionID]

  /// An item with the versions that are mapped to it.
  public init(
    edition: StandardEditionCode, item: StandardItem, publishedVersions: [CourseVersionID],
    publishedCourses: Int, otherVersions: [CourseVersionID]
  ) {
    self.edition = edition
    self.item = item
    self.publishedVersions = publishedVersions
    self.publishedCourses = publishedCourses
    self.otherVersions = otherVersions
  }
}
