internal import CMI5
internal import Catalogue
internal import Cryptography
internal import Enrolment
internal import JSON
internal import People
internal import Values
internal import XAPI

/// The statements that one request takes to another store, in the order they were stored.
struct ForwardedBatch {
  /// The statements; none where none of those gone through is to be sent.
  let statements: [FoundStatement]
  /// The contents of the attachments of the only one; nil where there are none.
  let attachments: [FoundAttachment]
  /// When the last one was stored of those gone through: whatever is stored up to then is settled with the batch.
  let place: Instant
  /// Whether more may be stored behind.
  let hasMore: Bool

  /// How many statements a request takes at the most.
  static let mostStatements = 50
  /// About how many octets of statements a request takes.
  static let mostOctets = 1 << 20
  /// How many octets of attachments a request takes.
  static let mostAttachmentOctets = 32 << 20

  /// The edition of xAPI that the request is in: that which its statements say they are of.
  let edition: XAPIVersion
}

extension Reading {
  /// What is to be sent next; nil where nothing is stored behind the forwarding's place.
  ///
  /// - Parameter limit: how many statements at the most.
  func batch(of forwarding: Forwarding, limit: Int) throws -> ForwardedBatch? {
    let found = try records.statements(
      StatementSelection(
        conditions: conditions(of: forwarding.filter), since: forwarding.state.place, until: nil,
        ascending: true, after: nil, limit: limit, includesVoided: true))
    guard let last = found.last else {
      // None that is looked for: whatever else is stored is gone through with that.
      guard let end = try records.lastStored(), end > forwarding.state.place else { return nil }
      return ForwardedBatch(statements: [], attachments: [], place: end, hasMore: false, edition: .version1)
    }
    var chosen = ChosenStatements()
    for statement in found where try passes(statement, forwarding.filter) {
      let contents = try attachments(of: [statement])
      guard chosen.take(statement, contents) else { break }
    }
    return chosen.batch(behind: last.stored, hasMore: true)
  }

  /// What voids another statement is always among those that are found: what the other one says is looked at then.
  private func conditions(of filter: ForwardingFilter) throws -> [[Int64]] {
    var conditions: [[StatementTerm]] = []
    if !filter.verbs.isEmpty {
      conditions.append((filter.verbs + [Statement.voidedVerb]).map { StatementTerm(.verb, $0) })
    }
    if !filter.activities.isEmpty {
      conditions.append(
        filter.activities.map { StatementTerm(.activity, $0) } + [StatementTerm(.verb, Statement.voidedVerb)])
    }
    return try conditions.map(StatementTermDigest.of)
  }

  /// Whether a statement meets the conditions that its terms do not tell. What voids another one meets those that the
  /// other one meets; where that one is yet to come, it is sent.
  private func passes(_ found: FoundStatement, _ filter: ForwardingFilter) throws -> Bool {
    guard filter != ForwardingFilter() else { return true }
    let statement = try found.parsed()
    guard let target = statement.voidedStatement else {
      return try passes(statement, storedAt: found.stored, filter)
    }
    guard let voided = try records.statement(target) else { return true }
    let said = try voided.parsed()
    return try filter.admits(said) && passes(said, storedAt: voided.stored, filter)
  }

  private func passes(
    _ statement: Statement, storedAt stored: Instant, _ filter: ForwardingFilter
  ) throws -> Bool {
    let enrolment = try statement.context?.registration.flatMap { try records.enrolment(EnrolmentID($0)) }
    if let course = filter.course {
      guard let enrolment, try records.course(of: enrolment.version) == course else { return false }
    }
    guard let member = filter.member else { return true }
    guard let person = try enrolment?.person ?? learner(of: statement) else { return false }
    return try records.affiliations(of: person).contains {
      $0.party == member && $0.validity.contains(stored.dayInUTC)
    }
  }

  /// The person whose account of this system the actor is.
  private func learner(of statement: Statement) throws -> PersonID? {
    guard case .agent(let agent) = statement.actor, case .account(let homePage, let name) = agent.identity,
      homePage.utf8.elementsEqual(origin.utf8)
    else { return nil }
    return PersonID(name)
  }
}

extension ForwardingFilter {
  /// Whether a statement is of one of the verbs and about one of the activities.
  fileprivate func admits(_ statement: Statement) -> Bool {
    func isAmong(_ iris: [String], _ iri: String) -> Bool {
      iris.isEmpty || iris.contains { $0.utf8.elementsEqual(iri.utf8) }
    }
    guard isAmong(verbs, statement.verb) else { return false }
    guard case .activity(let activity) = statement.object else { return activities.isEmpty }
    return isAmong(activities, activity)
  }
}

/// Statements that go together: of one edition, not too large, and one with attachments alone.
private struct ChosenStatements {
  private var statements: [FoundStatement] = []
  private var attachments: [FoundAttachment] = []
  private var octets = 0
  private var edition: XAPIVersion?
  /// Whether one that was found is left for the next request.
  private var isCut = false

  /// Takes one more; false where it is left for the next request.
  mutating func take(_ statement: FoundStatement, _ contents: [FoundAttachment]) -> Bool {
    let edition = statement.edition
    let isFirst = statements.isEmpty
    let fits =
      isFirst
      || contents.isEmpty && attachments.isEmpty && edition == self.edition
        && octets + statement.bytes.count <= ForwardedBatch.mostOctets
    guard fits else {
      isCut = true
      return false
    }
    statements.append(statement)
    attachments = contents
    octets += statement.bytes.count
    self.edition = edition
    return true
  }

  /// - Parameter last: when the last one found was stored, chosen or not.
  func batch(behind last: Instant, hasMore: Bool) -> ForwardedBatch {
    ForwardedBatch(
      statements: statements, attachments: attachments,
      place: isCut ? statements.last?.stored ?? last : last, hasMore: hasMore, edition: edition ?? .version1)
  }
}

extension FoundStatement {
  /// The edition that the statement says it is of.
  fileprivate var edition: XAPIVersion {
    do {
      let version = try JSONDocument(bytes).root["version"]?.string ?? "1.0.0"
      return version.utf8.starts(with: "1.".utf8) ? .version1 : .version2
    } catch {
      return .version2
    }
  }
}

extension ForwardedBatch {
  /// The request, signed with the key of the other store. Throws where contents cannot be read, nil where there are too many.
  func parcel(
    to forwarding: Forwarding, secret: String, boundary: String, contents: any ContentKeeping
  ) throws -> Parcel? {
    let key = Base64.standard.encode(Array("\(forwarding.user):\(secret)".utf8))
    var headers = [
      (name: "Authorization", value: "Basic \(key)"),
      (name: "X-Experience-API-Version", value: edition.text),
    ]
    guard !attachments.isEmpty else {
      headers.append((name: "Content-Type", value: "application/json"))
      return Parcel(url: forwarding.statementsURL, headers: headers, body: json)
    }
    guard attachments.reduce(0, { $0 + $1.sizeBytes }) <= ForwardedBatch.mostAttachmentOctets else {
      return nil
    }
    headers.append((name: "Content-Type", value: "multipart/mixed; boundary=\(boundary)"))
    return Parcel(url: forwarding.statementsURL, headers: headers, body: try parts(boundary, contents))
  }

  private var json: [UInt8] {
    var octets = [UInt8(ascii: "[")]
    for (number, statement) in statements.enumerated() {
      if number > 0 { octets.append(UInt8(ascii: ",")) }
      octets += statement.bytes
    }
    return octets + [UInt8(ascii: "]")]
  }

  /// The statement and the contents of its attachments (xAPI 1.0.3 Communication 1.5.2).
  private func parts(_ boundary: String, _ contents: any ContentKeeping) throws -> [UInt8] {
    var octets = Array("--\(boundary)\r\nContent-Type: application/json\r\n\r\n".utf8) + json
    for attachment in attachments {
      octets += "\r\n--\(boundary)\r\nContent-Type: \(attachment.contentType)\r\n".utf8
      octets += "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: \(attachment.sha2)\r\n\r\n".utf8
      try contents.open(digest: attachment.digest).copy { octets += $0 }
    }
    return octets + Array("\r\n--\(boundary)--\r\n".utf8)
  }
}

extension Forwarding {
  fileprivate var statementsURL: String {
    url.utf8.last == UInt8(ascii: "/") ? url + "statements" : url + "/statements"
  }
}
