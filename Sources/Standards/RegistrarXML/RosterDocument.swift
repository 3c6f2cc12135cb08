public import Enrolment
public import People
public import Values
public import XML

/// People whom somebody puts on a list: who they are, where they belong, what they are nominated for and enrolled in.
public struct RosterDocument: Sendable, Hashable {
  /// The people in the list's order. The same person may stand in several entries, for several sessions.
  public let entries: [RosterEntry]
  /// How many more entries there are that cannot be used, each with a finding.
  public let unusableEntries: Int

  public init(entries: [RosterEntry], unusableEntries: Int) {
    self.entries = entries
    self.unusableEntries = unusableEntries
  }
}

/// What a roster says of one person. What is nil is not said.
public struct RosterEntry: Sendable, Hashable {
  /// Where the entry stands: `row[3]` of a table as a spreadsheet counts, the third `person` of a document.
  public let path: String
  /// Its number in the path.
  public let number: Int
  public let place: Place
  public let identity: Stated<SourceIdentity>
  /// The full name as it is to stand on a certificate.
  public let name: Stated<String>
  public let sex: Stated<Person.Sex>?
  public let language: Stated<LanguageTag>?
  public let mailboxes: [Stated<String>]
  public let affiliations: [RosterAffiliation]
  public let nominations: [RosterNomination]
  /// The sessions to be enrolled in; where the entry nominates for one, that nomination leads to the enrolment.
  public let enrolments: [Stated<SessionCode>]

  public init(
    path: String, number: Int, place: Place, identity: Stated<SourceIdentity>, name: Stated<String>,
    sex: Stated<Person.Sex>?, language: Stated<LanguageTag>?, mailboxes: [Stated<String>],
    affiliations: [RosterAffiliation], nominations: [RosterNomination], enrolments: [Stated<SessionCode>]
  ) {
    self.path = path
    self.number = number
    self.place = place
    self.identity = identity
    self.name = name
    self.sex = sex
    self.language = language
    self.mailboxes = mailboxes
    self.affiliations = affiliations
    self.nominations = nominations
    self.enrolments = enrolments
  }
}

/// A place in an organisation, as a roster says it.
public struct RosterAffiliation: Sendable, Hashable {
  public let organisation: Stated<PartyCode>
  /// The unit and the post, as the organisation names them; empty where nothing is said.
  public let unit: String
  public let post: String
  public let roleLevel: RoleLevel?
  /// The first day; nil where nobody said it.
  public let from: Stated<Day>?
  /// The last day, not before the first.
  public let to: Stated<Day>?

  public init(
    organisation: Stated<PartyCode>, unit: String, post: String, roleLevel: RoleLevel?, from: Stated<Day>?,
    to: Stated<Day>?
  ) {
    self.organisation = organisation
    self.unit = unit
    self.post = post
    self.roleLevel = roleLevel
    self.from = from
    self.to = to
  }
}

/// A nomination, as a roster says it.
public struct RosterNomination: Sendable, Hashable {
  public let session: Stated<SessionCode>
  /// The organisation that puts the person forward.
  public let organisation: Stated<PartyCode>

  public init(session: Stated<SessionCode>, organisation: Stated<PartyCode>) {
    self.session = session
    self.organisation = organisation
  }
}
