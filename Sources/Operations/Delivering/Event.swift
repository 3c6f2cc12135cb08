internal import Assessment
internal import Catalogue
internal import Certification
internal import Enrolment
internal import JSON
internal import People
internal import Reports
public import Values

/// The identity of an event, the same however often it is delivered.
public typealias EventID = Identifier<Event>

/// Something that happened to records and that others may want to be told of.
public struct Event: Sendable, Hashable {
  public let id: EventID
  public let type: EventType
  public let at: Instant
  /// The body that is delivered: `type`, `timestamp` and `data`, as JSON.
  public let payload: [UInt8]

  public init(id: EventID, type: EventType, at: Instant, payload: [UInt8]) {
    self.id = id
    self.type = type
    self.at = at
    self.payload = payload
  }
}

/// What may happen.
public enum EventType: String, Sendable, CaseIterable {
  case enrolmentCompleted = "enrolment.completed"
  case enrolmentPassed = "enrolment.passed"
  /// A completion or a pass that was told of does not hold: records were corrected, or taken back.
  case enrolmentCorrected = "enrolment.corrected"
  case certificateIssued = "certificate.issued"
  /// Another was issued that goes on from one before.
  case certificateRenewed = "certificate.renewed"
  case certificateSuspended = "certificate.suspended"
  case certificateReinstated = "certificate.reinstated"
  case certificateRevoked = "certificate.revoked"
  case certificateReplaced = "certificate.replaced"
  /// Its last day is so many days ahead, and none that renews it was issued.
  case certificateExpiring = "certificate.expiring"
  /// That its last day has passed became a record.
  case certificateExpired = "certificate.expired"
  /// A report was issued, or a correction of one.
  case reportIssued = "report.issued"
}

extension Work {
  /// Appends a transition of an enrolment, with the events that come of it.
  ///
  /// - Parameter shown: what records showed of it before.
  func record(_ transition: EnrolmentTransition, of enrolment: Enrolment, before shown: EnrolmentFacts) throws
  {
    try records.append(transition)
    let isCompleted = (before: enrolment.state == .completed, after: transition.to == .completed)
    let isPassed = (before: shown.isPassed, after: transition.facts.isPassed)
    var types: [EventType] = []
    if !isCompleted.before, isCompleted.after { types.append(.enrolmentCompleted) }
    if !isPassed.before, isPassed.after { types.append(.enrolmentPassed) }
    if isCompleted.before && !isCompleted.after || isPassed.before && !isPassed.after {
      types.append(.enrolmentCorrected)
    }
    for type in types {
      try announce(type) { data in
        data.member("state", transition.to.rawValue)
        data.member("passed", transition.facts.isPassed)
        try tell(of: enrolment, in: &data)
      }
    }
  }

  /// Appends a transition of a certificate, with the event that it is.
  func record(_ transition: CertificateTransition, of certificate: Certificate, as type: EventType) throws {
    try records.append(transition)
    try announce(type) { data in
      data.member("number", certificate.number.text)
      data.member("state", transition.to.rawValue)
      data.member("scheme", try records.scheme(named: .id(certificate.scheme)).code.text)
      data.member(
        "renews", orNull: try certificate.renews.flatMap { try records.certificate($0) }?.number.text)
      try tell(of: records.enrolment(identified: certificate.enrolment), in: &data)
    }
  }

  /// Announces that a certificate's last day comes near.
  func announceEnd(of certificate: Certificate, daysAhead: Int) throws {
    try announce(.certificateExpiring) { data in
      data.member("number", certificate.number.text)
      data.member("state", certificate.decidedState.rawValue)
      data.member("scheme", try records.scheme(named: .id(certificate.scheme)).code.text)
      data.member("lastDay", orNull: certificate.facts.lastDay?.description)
      data.member("daysAhead", daysAhead)
      try tell(of: records.enrolment(identified: certificate.enrolment), in: &data)
    }
  }

  /// Tells of a report that was issued: its documents are read under its identifier.
  func tell(of report: IssuedReport) throws {
    let (request, correction) = (report.request, report.issue.correction)
    try announce(.reportIssued) { data in
      data.member("report", report.id.description)
      data.member("version", report.issue.version)
      data.member("corrects", orNull: correction.map { ReportID($0.of).description })
      data.member("audience", request.audience.rawValue)
      data.member("party", orNull: try request.party.map { try records.party(named: .id($0)).code.text })
      data.member("from", request.from.description)
      data.member("to", request.to.description)
    }
  }

  /// Identifiers and codes: of the person no more than the identifier, which says nothing to who has no key.
  private func tell(of enrolment: Enrolment, in data: inout JSONWriter) throws {
    data.member("enrolment", enrolment.id.description)
    data.member("person", enrolment.person.description)
    data.member("session", try records.session(named: .id(enrolment.session)).code.text)
    let course = try records.course(of: enrolment.version)
    data.member("course", orNull: try course.map { try records.course(named: .id($0)).code.text })
  }

  /// Writes an event for every webhook that wants to be told, in this transaction; nothing where none does.
  private func announce(_ type: EventType, _ tell: (inout JSONWriter) throws -> Void) throws {
    let webhooks = try records.webhooks().filter { $0.events.contains(type) }
    guard !webhooks.isEmpty else { return }
    var writer = JSONWriter()
    try writer.object { json in
      json.member("type", type.rawValue)
      json.member("timestamp", now.description)
      json.name("data")
      try json.object(tell)
    }
    let event = Event(id: newIdentifier(), type: type, at: now, payload: writer.bytes)
    try records.insert(event, for: webhooks.map(\.id))
  }
}

extension CertificateState.Event {
  /// What others are told where it happens.
  var told: EventType {
    switch self {
    case .suspend: .certificateSuspended
    case .reinstate: .certificateReinstated
    case .revoke: .certificateRevoked
    case .expire: .certificateExpired
    case .replace: .certificateReplaced
    }
  }
}
