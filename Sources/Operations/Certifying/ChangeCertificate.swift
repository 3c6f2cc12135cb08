public import Certification
public import Values
internal import Enrolment
public import People

/// Suspends, reinstates or revokes a certificate. Taking it from a person needs a reason, and so does giving it back.
public struct ChangeCertificate: Change {
  public static let right = Right.certify

  /// What is decided; expiry follows from the calendar and replacement from a new award.
  public enum Decision: String, Sendable, CaseIterable {
    case suspend, reinstate, revoke

    var event: CertificateState.Event {
      switch self {
      case .suspend: .suspend
      case .reinstate: .reinstate
      case .revoke: .revoke
      }
    }
  }

  /// The public code or the number.
  public let certificate: String
  public let decision: Decision
  public let reason: String
  /// Who decided it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(certificate: String, decision: Decision, reason: String, decidedBy: PersonID? = nil) {
    self.certificate = certificate
    self.decision = decision
    self.reason = reason
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> Certificate {
    let certificate = try work.reached.certificate(named: certificate)
    let decider = try work.decider(on: certificate, named: decidedBy)
    if decision == .reinstate { try requireOther(decider, thanWhoSuspended: certificate, work) }
    guard reason.isVisible else { throw CertificateState.Refusal.reasonMissing(decision.event) }
    let today = try work.calendar.day(work.now, certificate.facts.timeZone)
    let state = certificate.state(on: today)
    guard state == certificate.decidedState else {
      throw CertificateState.Refusal.notFrom(state, decision.event)
    }
    try work.move(certificate, by: decision.event, on: today, reason: reason, decidedBy: decider)
    return try work.records.certificate(named: certificate.number.text)
  }

  /// Who suspended does not also reinstate, as far as both are known: of a role that nobody is known to hold, the key.
  private func requireOther(
    _ decider: PersonID?, thanWhoSuspended certificate: Certificate, _ work: Work
  ) throws {
    let suspension = try work.records.transitions(of: certificate.id).last { $0.to == .suspended }
    let isSame =
      if let suspender = suspension?.decidedBy { suspender == decider } else {
        try isSameKey(asSuspended: certificate, work)
      }
    guard !isSame else { throw BeyondOwn.ownSuspension }
  }

  private func isSameKey(asSuspended certificate: Certificate, _ work: Work) throws -> Bool {
    guard case .key(let key) = work.principal, key.held != nil else { return false }
    let entries = try work.records.history(
      HistoryFilter(object: certificate.id.uuid), page: PageRequest(limit: 1000))
    let suspension = entries.items.last {
      $0.action == CertificateState.Event.suspend.actionInHistory
    }
    return suspension?.actor == work.principal.label
  }
}

extension CertificateState.Event {
  /// As the history names it: `certificate suspend`.
  fileprivate var actionInHistory: String { "certificate \(rawValue)" }
}

extension Work {
  func move(
    _ certificate: Certificate, by event: CertificateState.Event, on day: Day, reason: String?,
    decidedBy decider: PersonID? = nil
  ) throws {
    let state = try certificate.decidedState.after(event)
    try record(
      CertificateTransition(
        certificate: certificate.id, at: now, on: day, to: state, reason: reason,
        decidedBy: decider ?? grant.person),
      of: certificate, as: event.told)
    try note(
      event.actionInHistory, .certificate, certificate.id.uuid, person: certificate.person,
      reason: reason,
      [FieldChange("state", from: certificate.decidedState.rawValue, to: state.rawValue)]
        + (decider.map { [FieldChange("decidedBy", from: nil, to: $0.description)] } ?? []))
  }
}
