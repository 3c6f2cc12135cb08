public import Accreditation
public import People
public import Values

/// A party makes one of its people available for missions on some days.
public struct ReleaseExpert: Change {
  public static let right = Right.nominate

  public let person: PersonID
  public let party: Reference<Party>
  public let days: DayRange

  public init(person: PersonID, party: Reference<Party>, days: DayRange) {
    self.person = person
    self.party = party
    self.days = days
  }

  public func carryOut(_ work: Work) throws -> ExpertRelease {
    let person = try work.reached.person(identified: person)
    let party = try work.records.party(named: party)
    try work.grant.requireActing(for: party)
    guard days.to != nil else { throw ReleaseRefused.withoutEnd }
    let hasPlace = try work.records.affiliations(of: person.id).contains {
      $0.party == party.id && $0.validity.covers(days)
    }
    guard hasPlace else { throw AccreditationRefused.notOwnPerson(party.code, on: days.from) }
    let release = ExpertRelease(
      id: work.newIdentifier(), person: person.id, party: party.id, days: days, recordedAt: work.now,
      endedAt: nil)
    try work.records.insert(release)
    try work.note(
      "release add", .release, release.id.uuid, person: person.id,
      [FieldChange("days", from: nil, to: "\(days.from)/\(days.to?.description ?? "")")])
    return release
  }
}

/// Takes a release back; said twice, it changes nothing.
public struct EndRelease: Change {
  public static let right = Right.nominate

  public let release: ReleaseID
  public let reason: String?

  public init(release: ReleaseID, reason: String?) {
    self.release = release
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> ExpertRelease {
    let release = try work.reached.release(identified: release)
    try work.grant.requireActing(for: work.records.party(named: .id(release.party)))
    guard release.endedAt == nil else { return release }
    try work.records.end(release.id, at: work.now)
    try work.note(
      "release end", .release, release.id.uuid, person: release.person, reason: reason,
      [FieldChange("state", from: "stands", to: "ended")])
    return try work.records.release(release.id) ?? release
  }
}

/// Why somebody cannot be released.
public enum ReleaseRefused: Explainable, Hashable {
  /// A release has a last day.
  case withoutEnd

  public var explanation: Explanation {
    switch self {
    case .withoutEnd: Explanation(.unusable, "end-missing", "a release has a last day", field: "days")
    }
  }
}

/// The releases within reach, in the order they were recorded.
public struct ListReleases: Inquiry {
  public static let right: Right? = .lookUp

  public let person: PersonID?
  public let page: PageRequest

  public init(person: PersonID? = nil, page: PageRequest = PageRequest()) {
    self.person = person
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<ExpertRelease> {
    try reading.records.releases(
      of: person.map { try reading.reached.person(identified: $0).id }, within: reading.grant.reach,
      page: page)
  }
}

/// One release.
public struct ShowRelease: Inquiry {
  public static let right: Right? = .lookUp

  public let release: ReleaseID

  public init(_ release: ReleaseID) {
    self.release = release
  }

  public func answer(_ reading: Reading) throws -> ExpertRelease {
    try reading.reached.release(identified: release)
  }
}
