public import Certification
public import People
public import Values

/// Records that the holder of a certificate, or a party, was told of the latest decision on it.
public struct NoteNotice: Change {
  public static let right = Right.certify

  /// The public code or the number.
  public let certificate: String
  /// Who was told; the holder where nil.
  public let party: Reference<Party>?
  /// The day on which they were told; the present one where nil.
  public let day: Day?
  public let way: CertificateNotice.Way

  public init(
    certificate: String, party: Reference<Party>? = nil, on day: Day? = nil, way: CertificateNotice.Way
  ) {
    self.certificate = certificate
    self.party = party
    self.day = day
    self.way = way
  }

  public func carryOut(_ work: Work) throws -> CertificateNotice {
    let certificate = try work.reached.certificate(named: certificate)
    try work.grant.requireActing(
      for: work.records.party(named: .id(work.records.scheme(named: .id(certificate.scheme)).issuer)))
    let today = try work.calendar.day(work.now, certificate.facts.timeZone)
    let transitions = try work.records.transitions(of: certificate.id)
    guard let latest = transitions.last else {
      throw NotFound(.certificate, certificate.number.text)
    }
    try CertificateNotice.check(
      (transitions.count, latest.to, latest.on), toldOn: day ?? today, today: today)
    let recipient = try party.map { try work.records.party(named: $0) }
    let notice = CertificateNotice(
      id: work.newIdentifier(), certificate: certificate.id, change: transitions.count,
      recipient: recipient.map { .party($0.id) } ?? .holder, on: day ?? today, way: way,
      recordedAt: work.now, recordedBy: work.grant.person)
    try work.records.insert(notice)
    try work.note(
      "certificate notice", .certificate, certificate.id.uuid, person: certificate.person,
      [
        FieldChange("told", from: nil, to: recipient?.code.text ?? "holder"),
        FieldChange("of", from: nil, to: latest.to.rawValue),
        FieldChange("on", from: nil, to: notice.on.description),
        FieldChange("way", from: nil, to: way.rawValue),
      ])
    return notice
  }
}

extension CertificateNotice.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .nothingToTell(let state):
      Explanation(
        .conflict, "nothing-to-tell",
        "the certificate is \(state.rawValue), which nobody decided since it was issued",
        remedy: "record who was told once it was suspended, reinstated or revoked")
    case .beforeDecision(let day):
      Explanation(
        .unusable, "told-before-decision", "it was decided on \(day): nobody was told of it before",
        field: "on")
    case .inFuture:
      Explanation(.unusable, "told-in-future", "a notice is recorded once somebody was told", field: "on")
    }
  }
}
