internal import Certification
internal import Values

extension Registrar {
  /// Makes records of what the calendar does to certificates, as far as a webhook wants to be told of it:
  ///
  /// 1. That the last day of one has passed: it is expired.
  /// 2. That the last day of one in force comes near, and none that renews it was issued: it is announced at each step
  ///    once, at the nearest where several are due.
  ///
  /// Costs a look at the certificates that end within the longest step.
  ///
  /// - Parameter steps: the days ahead of the last day at which certificates are announced.
  /// - Returns: how many certificates were told of.
  @discardableResult
  public func followCalendar(announcing steps: [Int]) throws -> Int {
    let change = FollowCalendar(steps: Array(Set(steps)).sorted())
    var told = 0
    while try answer(change.isDue, as: .owner) {
      let some = try perform(change, as: .owner)
      guard some > 0 else { break }
      told += some
    }
    return told
  }
}

/// Tells of some certificates that have ended, or soon will.
struct FollowCalendar: Change {
  static let right = Right.certify

  /// In rising order, each once.
  let steps: [Int]

  /// How many are told of in one transaction.
  private static let atOnce = 100

  var isDue: IsDue { IsDue(change: self) }

  func carryOut(_ work: Work) throws -> Int {
    let found = try found(in: work.records, on: work.presentDays(), limit: FollowCalendar.atOnce)
    for certificate in found.ended { try work.expire(certificate) }
    for (certificate, step) in found.near {
      try work.records.noteReminder(of: certificate.id, daysAhead: step, at: work.now)
      try work.announceEnd(of: certificate, daysAhead: step)
      try work.note(
        "certificate announce", .certificate, certificate.id.uuid, person: certificate.person,
        [FieldChange("daysAhead", from: nil, to: String(step))])
    }
    return found.ended.count + found.near.count
  }

  /// Whether anything is to be told.
  struct IsDue: Inquiry {
    static let right: Right? = .certify

    let change: FollowCalendar

    func answer(_ reading: Reading) throws -> Bool {
      let found = try change.found(in: reading.records, on: reading.presentDays(), limit: 1)
      return !found.ended.isEmpty || !found.near.isEmpty
    }
  }

  private typealias Found = (ended: [Certificate], near: [(certificate: Certificate, step: Int)])

  private func found(in records: any Records, on days: PresentDays, limit: Int) throws -> Found {
    let wanted = try records.webhooks().reduce(into: Set<EventType>()) { $0.formUnion($1.events) }
    let ended =
      wanted.contains(.certificateExpired) ? try records.certificatesEnded(on: days, limit: limit) : []
    guard wanted.contains(.certificateExpiring) else { return (ended, []) }
    let near = try zip(steps, [-1] + steps).flatMap { step, nearer in
      try records.certificatesToAnnounce(daysAhead: step, nearer: nearer, on: days, limit: limit)
        .map { (certificate: $0, step: step) }
    }
    return (ended, near)
  }
}
