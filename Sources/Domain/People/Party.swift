public import Values

/// The identity of a party.
public typealias PartyID = Identifier<Party>
/// The short name that people use for a party.
public typealias PartyCode = Code<Party>

/// The short name of a group of parties, `LDC`.
public typealias PartyGroupCode = Code<PartyGroup>

/// What the code of a group of parties is the code of: those that are counted together, such as the least developed
/// countries.
public enum PartyGroup: Sendable {}

/// An organization that takes part in customs capacity building.
public struct Party: Sendable, Hashable {
  /// What kind of organization a party is. One organization may be entered once a kind, each with its dates.
  public enum Kind: String, Sendable, CaseIterable {
    /// A customs administration that belongs to the WCO: not a country (domain 7.1).
    case member
    /// A Regional Office for Capacity Building.
    case rocb
    /// A Regional Training Centre.
    case rtc
    /// A Regional Intelligence Liaison Office.
    case rilo
    /// A Regional Customs Laboratory.
    case rcl
    /// A Regional Dog Training Centre.
    case rdtc
    case university
    case researchCentre = "research-centre"
    case donor
    case serviceProvider = "service-provider"
    /// The WCO Secretariat.
    case secretariat

    /// Whether parties of this kind belong to one region: Members and the regional entities.
    public var hasRegion: Bool {
      switch self {
      case .member, .rocb, .rtc, .rilo, .rcl, .rdtc: true
      case .university, .researchCentre, .donor, .serviceProvider, .secretariat: false
      }
    }
  }

  /// Why a party cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// A Member or a regional entity belongs to a region; none was given.
    case regionMissing(Kind)
    /// Parties of this kind belong to no region; one was given.
    case regionNotAllowed(Kind)
    /// A party has a name.
    case nameMissing
  }

  /// Where a party sits, as far as it is known. Seats move: each has its days.
  public struct Seat: Sendable, Hashable {
    /// The town; nil where it is not known.
    public let place: String?
    /// The administration that it belongs to or is the guest of, as the source names it.
    public let host: String?
    /// From when on, and until when, as far as that is known.
    public let from: PartialDay?
    public let to: PartialDay?
    /// The address of the page that says so.
    public let source: String?

    public init(place: String?, host: String?, from: PartialDay?, to: PartialDay?, source: String?) {
      self.place = place
      self.host = host
      self.from = from
      self.to = to
      self.source = source
    }
  }

  /// That a party belongs to a group, on some days as far as they are known.
  public struct GroupMembership: Sendable, Hashable {
    public let group: PartyGroupCode
    /// From when on, and until when, as far as that is known; a year or a month counts as a whole.
    public let from: PartialDay?
    public let to: PartialDay?
    /// The address of the page that says so.
    public let source: String?

    public init(group: PartyGroupCode, from: PartialDay?, to: PartialDay?, source: String?) {
      self.group = group
      self.from = from
      self.to = to
      self.source = source
    }

    /// Whether the party belongs to it on a day, as far as is known.
    public func holds(on day: Day) -> Bool {
      if let from, day < from.firstDay { return false }
      if let to, to.lastDay < day { return false }
      return true
    }

    /// Those that hold of what was said one after the other: what is said of the same group from the same day on takes the
    /// place of what was said before.
    public static func holding(_ said: [GroupMembership]) -> [GroupMembership] {
      var later: Set<Subject> = []
      return said.reversed().filter { later.insert(Subject(group: $0.group, from: $0.from)).inserted }
        .reversed()
    }

    /// What is said again takes the place of what was said before.
    private struct Subject: Hashable {
      let group: PartyGroupCode
      let from: PartialDay?
    }
  }

  /// Where what is recorded of a party was read.
  public struct Source: Sendable, Hashable {
    /// The address of the page.
    public let address: String
    /// When the page said so, as far as that is known.
    public let asOf: PartialDay?

    public init(address: String, asOf: PartialDay?) {
      self.address = address
      self.asOf = asOf
    }
  }

  public let id: PartyID
  public let code: PartyCode
  public let kind: Kind
  public let names: LocalizedText
  /// The one region of a Member or regional entity; nil for every other kind.
  public let region: Region?
  /// The days on which the party holds this role: membership, designation, or existence.
  public let validity: DayRange
  /// In the order they were entered.
  public let seats: [Seat]
  public let sources: [Source]
  /// The groups that it belongs, belonged or will belong to.
  public let groups: [GroupMembership]

  public init(
    id: PartyID, code: PartyCode, kind: Kind, names: LocalizedText, region: Region?, validity: DayRange,
    seats: [Seat] = [], sources: [Source] = [], groups: [GroupMembership] = []
  ) throws(Refusal) {
    guard !names.isEmpty else { throw .nameMissing }
    if kind.hasRegion, region == nil { throw .regionMissing(kind) }
    if !kind.hasRegion, region != nil { throw .regionNotAllowed(kind) }
    self.id = id
    self.code = code
    self.kind = kind
    self.names = names
    self.region = region
    self.validity = validity
    self.seats = seats
    self.sources = sources
    self.groups = groups
  }
}
