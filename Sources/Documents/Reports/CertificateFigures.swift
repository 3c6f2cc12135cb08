import Certification
import Values

/// What is counted of certificates, folded one by one.
struct CertificateFigures {
  /// What happened to certificates in the period, and how many were in force at its end.
  enum Event: String, CaseIterable {
    case issued, renewed, suspended, revoked, expired, replaced
    case inForce = "in-force"
  }

  /// Certificates of one kind under one scheme.
  struct SchemeGroup {
    let label: SchemeLabel
    let kind: SchemeVersion.Kind
    var tally = Tally.none
  }

  private struct SchemeKey: Hashable {
    let scheme: SchemeID
    let kind: SchemeVersion.Kind
  }

  /// What changes how many are in force and is no event of the period, or is one and changes nothing.
  enum Unseen: CaseIterable {
    /// A suspension was lifted in the period.
    case reinstated
    /// It ended in the period and was suspended before.
    case endedSuspended
    /// It was issued before the period and holds from a day of it on.
    case begun
    /// It was issued in the period and holds from a day after it on.
    case toBegin
  }

  private(set) var events: [Event: Tally] = [:]
  private(set) var unseen: [Unseen: Tally] = [:]
  /// Those in force on the last day of the period, by when they run out.
  private(set) var terms: [ExpiryTerm: Tally] = [:]
  private var groups: [SchemeKey: SchemeGroup] = [:]

  /// The schemes under which certificates were issued in the period, by code and kind.
  var schemes: [SchemeGroup] {
    groups.values.sorted {
      ($0.label.code.folded, $0.kind.rawValue) < ($1.label.code.folded, $1.kind.rawValue)
    }
  }

  /// Counts a certificate by its holder's number.
  mutating func add(_ fact: CertificateFact, person: Int, in period: ReportParameters) {
    if fact.isInForce(on: period.to) {
      events[.inForce, default: .none].add(person)
      terms[ExpiryTerm(until: fact.lastDay, from: period.to), default: .none].add(person)
    }
    for change in Unseen.allCases where fact.shows(change, in: period) {
      unseen[change, default: .none].add(person)
    }
    if let event = Event(of: fact.state), period.contains(fact.stateSince) {
      events[event, default: .none].add(person)
    }
    // One that replaces another certifies nothing anew.
    guard fact.replacingSince == nil, period.contains(fact.issuedOn) else { return }
    guard !fact.isRenewal else {
      events[.renewed, default: .none].add(person)
      return
    }
    events[.issued, default: .none].add(person)
    let key = SchemeKey(scheme: fact.scheme.id, kind: fact.kind)
    groups[key, default: SchemeGroup(label: fact.scheme, kind: fact.kind)].tally.add(person)
  }
}

extension CertificateFigures.Event {
  /// The event that brings a certificate into a state; nil for `issued`, which is counted by the day of issue.
  init?(of state: CertificateState) {
    switch state {
    case .issued: return nil
    case .suspended: self = .suspended
    case .revoked: self = .revoked
    case .expired: self = .expired
    case .replaced: self = .replaced
    }
  }
}

extension CertificateFact {
  /// Whether it was in force on a day, as far as its state at the cut-off tells.
  func isInForce(on day: Day) -> Bool {
    guard heldFrom <= day else { return false }
    if let lastDay, lastDay < day { return false }
    return state == .issued || day < stateSince
  }

  /// Whether it parts what is in force at the ends of two periods from the events of the second.
  fileprivate func shows(_ change: CertificateFigures.Unseen, in period: ReportParameters) -> Bool {
    switch change {
    case .reinstated: state == .issued && wasSuspended && period.contains(stateSince)
    case .endedSuspended: state != .issued && wasSuspended && period.contains(stateSince)
    case .begun: (replacingSince ?? issuedOn) < period.from && period.contains(heldFrom)
    case .toBegin: period.contains(replacingSince ?? issuedOn) && period.to < heldFrom
    }
  }

  /// The first day on which it could be in force.
  private var heldFrom: Day { max(replacingSince ?? issuedOn, firstDay ?? issuedOn) }

  /// Whether a report over the period names it: issued, put in another's place or changed in the period, or in force at
  /// its end.
  func concerns(_ period: ReportParameters) -> Bool {
    period.contains(replacingSince ?? issuedOn) || isInForce(on: period.to)
      || state != .issued && period.contains(stateSince)
  }
}
