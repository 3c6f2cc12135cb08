public import People
public import Values

/// Gives a person another name, with a reason. What was certified keeps the name that it was certified in; the name
/// before stays in the records, and reports as of an earlier cut-off tell it.
public struct RenamePerson: Change {
  public static let right = Right.enterPeople

  public let person: PersonID
  public let name: String
  public let reason: String

  public init(person: PersonID, name: String, reason: String) {
    self.person = person
    self.name = name
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Person {
    let person = try work.reached.person(identified: person)
    try work.requireOwn(person)
    try work.grant.requireOther(than: person.id)
    try requireReason(reason, to: "rename a person")
    let renamed = try person.renamed(to: name)
    guard !name.utf8.elementsEqual(person.name.utf8) else {
      throw UnusableValue(field: "name", value: name, expected: "another name than the present one")
    }
    try work.records.rename(person.id, to: renamed.name, at: work.now)
    try work.note(
      "person rename", .person, person.id.uuid, person: person.id, reason: reason,
      [FieldChange("name", from: person.name, to: renamed.name)])
    return renamed
  }
}

extension Work {
  /// Throws unless the actor acts for any party, or for one that the person has a place in today.
  fileprivate func requireOwn(_ person: Person) throws {
    guard grant.reach != .everything else { return }
    let isOwn = try records.affiliations(of: person.id).contains {
      $0.party == grant.party && $0.validity.contains(now.dayInUTC)
    }
    guard isOwn else { throw BeyondOwn.notOwnPerson }
  }
}
