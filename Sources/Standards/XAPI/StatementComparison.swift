import JSON
import Values

extension Statement {
  /// Whether two statements say the same, so that sending the second is no attempt to change the first
  /// (xAPI 1.0.3 Data 2.3.1).
  ///
  /// Left out is what is no part of the statement itself: what the record store sets (`stored`, `authority`, `version`,
  /// and `id` and `timestamp` where one of the two has none), a verb's display, activities' definitions, attachments.
  /// Equal are: instants however written, durations to 0.01 s, numbers by value, one context activity
  /// and an array of it, members of a group in any order, objects in any order, types stated or implied.
  public func isSame(as other: Statement) -> Bool {
    if let id, let otherID = other.id, id != otherID { return false }
    if let timestamp, let otherTimestamp = other.timestamp, timestamp != otherTimestamp { return false }
    let left = Comparand(value: value, actor: actor, object: object, context: context)
    let right = Comparand(
      value: other.value, actor: other.actor, object: other.object, context: other.context)
    return left.isSame(
      as: right, leavingOut: ["id", "timestamp", "stored", "authority", "version", "attachments"])
  }
}

/// A statement or SubStatement, as it was sent and as it was understood.
private struct Comparand {
  let value: JSONValue
  let actor: Actor
  let object: StatementObject
  let context: StatementContext?

  func isSame(as other: Comparand, leavingOut names: [StaticString]) -> Bool {
    value.isSame(as: other.value, leavingOut: names) { name, mine, others in
      switch name {
      case "actor": actor.isSame(as: other.actor)
      case "verb": mine.isSame(as: others, leavingOut: ["display"]) { $1.isEquivalent(to: $2) }
      case "object": isSameObject(mine, as: other, others)
      case "result": isSameResult(mine, others)
      case "context": isSameContext(mine, as: other, others)
      case "timestamp": isSameInstant(mine, others)
      default: mine.isEquivalent(to: others)
      }
    }
  }

  private func isSameObject(_ mine: JSONValue, as other: Comparand, _ others: JSONValue) -> Bool {
    switch (object, other.object) {
    case (.activity, .activity): isSameActivity(mine, others)
    case (.actor(let actor), .actor(let otherActor)): actor.isSame(as: otherActor)
    case (.statementReference(let id), .statementReference(let otherID)): id == otherID
    case (.subStatement(let part), .subStatement(let otherPart)):
      Comparand(value: mine, actor: part.actor, object: part.object, context: part.context).isSame(
        as: Comparand(
          value: others, actor: otherPart.actor, object: otherPart.object, context: otherPart.context),
        leavingOut: ["attachments"])
    default: false
    }
  }

  private func isSameContext(_ mine: JSONValue, as other: Comparand, _ others: JSONValue) -> Bool {
    mine.isSame(as: others) { name, value, otherValue in
      switch name {
      case "registration": context?.registration == other.context?.registration
      case "statement": context?.statement == other.context?.statement
      case "instructor": context?.instructor.isSame(as: other.context?.instructor) == true
      case "team":
        context?.team.map(Actor.group).isSame(as: other.context?.team.map(Actor.group)) == true
      case "contextActivities": isSameContextActivities(value, otherValue)
      default: value.isEquivalent(to: otherValue)
      }
    }
  }
}

private func isSameResult(_ one: JSONValue, _ other: JSONValue) -> Bool {
  one.isSame(as: other) { name, value, otherValue in
    guard name == "duration", let duration = value.string, let otherDuration = otherValue.string else {
      return value.isEquivalent(to: otherValue)
    }
    return cutToHundredths(duration) == cutToHundredths(otherDuration)
  }
}

private func isSameActivity(_ one: JSONValue, _ other: JSONValue) -> Bool {
  one.isSame(as: other, leavingOut: ["objectType", "definition"]) { $1.isEquivalent(to: $2) }
}

private func isSameContextActivities(_ one: JSONValue, _ other: JSONValue) -> Bool {
  one.isSame(as: other) { _, value, otherValue in
    value.elementsOrSelf.elementsEqual(otherValue.elementsOrSelf, by: isSameActivity)
  }
}

private func isSameInstant(_ one: JSONValue, _ other: JSONValue) -> Bool {
  guard let text = one.text, let otherText = other.text else { return false }
  return Instant(timestamp: text.utf8, by: .version1) == Instant(timestamp: otherText.utf8, by: .version1)
}

/// A duration's octets without decimals of the second beyond two, and without needless zeros among those
/// (Data 4.6: precision beyond 0.01 s is no part of a comparison).
private func cutToHundredths(_ duration: String) -> [UInt8] {
  let octets = Array(duration.utf8)
  guard octets.last == UInt8(ascii: "S"),
    let point = octets.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
  else { return octets }
  var decimals = octets[(point + 1)...].dropLast().prefix(2)
  while decimals.last == UInt8(ascii: "0") { decimals.removeLast() }
  return Array(octets[..<point]) + (decimals.isEmpty ? [] : [UInt8(ascii: ".")]) + decimals
    + [UInt8(ascii: "S")]
}

extension JSONValue {
  /// Compares two objects whose possible properties are few: each but those left out is in both, and passes the test.
  fileprivate func isSame(
    as other: JSONValue, leavingOut names: [StaticString] = [],
    _ test: (JSONText, JSONValue, JSONValue) -> Bool
  ) -> Bool {
    guard let mine = properties(without: names), let others = other.properties(without: names),
      mine.count == others.count
    else { return false }
    return mine.allSatisfy { member in
      others.contains { $0.name == member.name && test(member.name, member.value, $0.value) }
    }
  }

  private func properties(without names: [StaticString]) -> [JSONMember]? {
    members?.filter { member in !names.contains { member.name == $0 } }
  }

  /// An array's elements, or any other value as the only one.
  fileprivate var elementsOrSelf: [JSONValue] { elements.map(Array.init) ?? [self] }
}

extension Actor {
  /// Equal but for the order in which a group's members are named. Time n log n in the members.
  fileprivate func isSame(as other: Actor) -> Bool {
    switch (self, other) {
    case (.agent(let agent), .agent(let otherAgent)): agent.isSame(as: otherAgent)
    case (.group(let group), .group(let otherGroup)):
      group.identity == otherGroup.identity && isSameName(group.name, otherGroup.name)
        && group.membersInOrder.elementsEqual(otherGroup.membersInOrder) { $0.isSame(as: $1) }
    default: false
    }
  }
}

extension Actor? {
  fileprivate func isSame(as other: Actor?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return self.isSame(as: other)
  }
}

extension Agent {
  fileprivate func isSame(as other: Agent) -> Bool {
    identity == other.identity && isSameName(name, other.name)
  }

  /// Octets that order agents alike wherever they stand.
  fileprivate var sortingKey: [UInt8] { Array(identity.canonicalText.utf8) + [0] + Array((name ?? "").utf8) }
}

extension Group {
  fileprivate var membersInOrder: [Agent] {
    members.map { (agent: $0, key: $0.sortingKey) }
      .sorted { one, other in one.key.lexicographicallyPrecedes(other.key) }
      .map(\.agent)
  }
}

private func isSameName(_ one: String?, _ other: String?) -> Bool {
  guard let one, let other else { return one == nil && other == nil }
  return haveSameOctets(one, other)
}
