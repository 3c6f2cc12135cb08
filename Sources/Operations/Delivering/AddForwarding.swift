public import Catalogue
public import People
public import Values
internal import XAPI

/// Has statements forwarded to another record store, from now until it is paused or removed.
public struct AddForwarding: Change {
  public static let right = Right.exchange

  public let code: ForwardingCode
  /// The other store's xAPI endpoint, `https://lrs.example/xapi`.
  public let url: String
  public let user: String
  /// What is sent as the password of HTTP Basic. It is kept as it is, in the database that only its owner may read.
  public let secret: String
  public let verbs: [String]
  public let activities: [String]
  public let course: Reference<Course>?
  public let member: Reference<Party>?
  /// Only statements stored after this instant; all where nil.
  public let since: Instant?

  public init(
    code: ForwardingCode, url: String, user: String, secret: String, verbs: [String] = [],
    activities: [String] = [], course: Reference<Course>? = nil, member: Reference<Party>? = nil,
    since: Instant? = nil
  ) {
    self.code = code
    self.url = url
    self.user = user
    self.secret = secret
    self.verbs = verbs
    self.activities = activities
    self.course = course
    self.member = member
    self.since = since
  }

  public func carryOut(_ work: Work) throws -> Forwarding {
    guard try work.records.forwarding(code) == nil else { throw AlreadyExists(.forwarding, code.text) }
    let url = try TargetAddress(url, field: "url").text
    try check(user, "user")
    guard (1...1000).contains(secret.utf8.count), secret.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw UnusableValue(
        field: "secret", value: "…", expected: "a text of 1 to 1,000 octets without control characters")
    }
    for (iris, field) in [(verbs, "verbs"), (activities, "activities")] {
      for iri in iris { try check(iri, field) }
    }
    let filter = ForwardingFilter(
      verbs: verbs, activities: activities, course: try course.map { try work.records.course(named: $0).id },
      member: try member.map { try work.records.party(named: $0).id })
    let forwarding = Forwarding(
      id: work.newIdentifier(), code: code, url: url, user: user, filter: filter, createdAt: work.now,
      state: Forwarding.State(
        place: since ?? Instant(microseconds: 0), sent: 0, sentAt: nil, setAside: 0, failures: 0,
        failure: nil,
        nextAttemptAt: nil, pause: nil))
    try work.records.insert(forwarding, secret: secret)
    try work.note(
      "forwarding add", .forwarding, forwarding.id.uuid,
      [FieldChange("code", from: nil, to: code.text), FieldChange("url", from: nil, to: url)])
    return forwarding
  }

  private func check(_ text: String, _ field: String) throws {
    guard isFit(text), field != "user" || !text.utf8.contains(UInt8(ascii: ":")) else {
      throw UnusableValue(field: field, value: text, expected: "a text of 1 to 1,000 visible characters")
    }
  }

  private func isFit(_ text: String) -> Bool {
    (1...1000).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}

/// Lets nothing more be forwarded until it is resumed.
public struct PauseForwarding: Change {
  public static let right = Right.exchange

  public let forwarding: Reference<Forwarding>
  public let reason: String?

  public init(_ forwarding: Reference<Forwarding>, reason: String?) {
    self.forwarding = forwarding
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Forwarding {
    let forwarding = try work.records.forwarding(named: forwarding)
    guard forwarding.state.pause == nil else { return forwarding }
    let told = reason ?? "it was paused by hand"
    let state = forwarding.state.paused(Forwarding.Pause(at: work.now, reason: told))
    try work.records.setState(state, of: forwarding.id)
    try work.note(
      "forwarding pause", .forwarding, forwarding.id.uuid, reason: reason,
      [FieldChange("state", from: "active", to: "paused")])
    return try work.records.forwarding(named: .id(forwarding.id))
  }
}

/// Goes on with what was paused, and tries at once what waits for another attempt.
public struct ResumeForwarding: Change {
  public static let right = Right.exchange

  public let forwarding: Reference<Forwarding>
  public let reason: String?

  public init(_ forwarding: Reference<Forwarding>, reason: String?) {
    self.forwarding = forwarding
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Forwarding {
    let forwarding = try work.records.forwarding(named: forwarding)
    try work.records.setState(forwarding.state.resumed, of: forwarding.id)
    if forwarding.state.pause != nil {
      try work.note(
        "forwarding resume", .forwarding, forwarding.id.uuid, reason: reason,
        [FieldChange("state", from: "paused", to: "active")])
    }
    return try work.records.forwarding(named: .id(forwarding.id))
  }
}

/// Ends a forwarding for good; its secret is removed. What the other store has it keeps.
public struct RemoveForwarding: Change {
  public static let right = Right.exchange

  public let forwarding: Reference<Forwarding>
  public let reason: String?

  public init(_ forwarding: Reference<Forwarding>, reason: String?) {
    self.forwarding = forwarding
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Forwarding {
    let forwarding = try work.records.forwarding(named: forwarding)
    try work.records.remove(forwarding.id)
    try work.note(
      "forwarding remove", .forwarding, forwarding.id.uuid, reason: reason,
      [FieldChange("code", from: forwarding.code.text, to: nil)])
    return forwarding
  }
}

/// The forwardings, without their secrets, in the order they were added.
public struct ListForwardings: Inquiry {
  public static let right: Right? = .exchange

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Forwarding> {
    try page.page(of: reading.records.forwardings()) { $0.id.description }
  }
}

/// One forwarding, without its secret.
public struct ShowForwarding: Inquiry {
  public static let right: Right? = .exchange

  public let forwarding: Reference<Forwarding>

  public init(_ forwarding: Reference<Forwarding>) {
    self.forwarding = forwarding
  }

  public func answer(_ reading: Reading) throws -> Forwarding {
    try reading.records.forwarding(named: forwarding)
  }
}

/// The statements that a forwarding set aside, each with its reason.
public struct ListSetAside: Inquiry {
  public static let right: Right? = .exchange

  public let forwarding: Reference<Forwarding>
  public let page: PageRequest

  public init(_ forwarding: Reference<Forwarding>, page: PageRequest = PageRequest()) {
    self.forwarding = forwarding
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<SetAsideStatement> {
    let forwarding = try reading.records.forwarding(named: forwarding)
    return try reading.records.setAside(of: forwarding.id, page: page)
  }
}

extension Records {
  func forwarding(named reference: Reference<Forwarding>) throws -> Forwarding {
    let found =
      switch reference {
      case .id(let id): try forwarding(id)
      case .code(let code): try forwarding(code)
      }
    guard let found else { throw NotFound(.forwarding, reference.description) }
    return found
  }
}

extension Forwarding.State {
  func paused(_ pause: Forwarding.Pause) -> Forwarding.State {
    Forwarding.State(
      place: place, sent: sent, sentAt: sentAt, setAside: setAside, failures: failures, failure: failure,
      nextAttemptAt: nil, pause: pause)
  }

  /// The same, with nothing that stands against the next attempt.
  var resumed: Forwarding.State {
    Forwarding.State(
      place: place, sent: sent, sentAt: sentAt, setAside: setAside, failures: 0, failure: failure,
      nextAttemptAt: nil, pause: nil)
  }

  /// The same after a failed attempt.
  func failed(_ reason: String, nextAttemptAt: Instant) -> Forwarding.State {
    Forwarding.State(
      place: place, sent: sent, sentAt: sentAt, setAside: setAside, failures: failures + 1, failure: reason,
      nextAttemptAt: nextAttemptAt, pause: pause)
  }

  /// The same with statements settled up to a place, some of which the other store took.
  func settled(upTo place: Instant, sent count: Int, at now: Instant) -> Forwarding.State {
    Forwarding.State(
      place: place, sent: sent + count, sentAt: count > 0 ? now : sentAt, setAside: setAside, failures: 0,
      failure: nil, nextAttemptAt: nil, pause: pause)
  }
}
