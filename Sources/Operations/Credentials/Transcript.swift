internal import Certification
internal import OpenBadges
public import People
public import Values

/// What a person's transcript says as of an instant, put together from the records alone: every certificate that was
/// issued by then, but those that certify nothing any more: revoked, or replaced by another that says the same.
public struct ReadTranscript: Inquiry {
  public static let right: Right? = .lookUp

  public let person: PersonID
  /// As of when; now where not given.
  public let cutOff: Instant?

  public init(of person: PersonID, asOf cutOff: Instant? = nil) {
    self.person = person
    self.cutOff = cutOff
  }

  /// A certificate, and how it stood.
  struct Entry: Sendable {
    let certificate: Certificate
    let issuedAt: Instant
    let standing: LearnerRecord.Standing
  }

  /// A certificate whose scheme requires another's scheme.
  struct Requirement: Sendable {
    let required: SchemeID
    let requiring: CertificateID
  }

  /// Everything that a transcript says, but what was signed before it.
  public struct Answer: Sendable {
    let person: PersonID
    /// As the latest of the certificates calls the person.
    let holder: String
    let asOf: Instant
    /// Whether there may be certificates that whoever asks does not reach.
    let isPartial: Bool
    /// In the order they were issued.
    let entries: [Entry]
    let requirements: [Requirement]
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let found = try reading.reached.person(identified: person)
    if let erasedAt = found.erasedAt { throw PersonErased(person: found.id, on: erasedAt.dayInUTC) }
    let asOf = cutOff ?? reading.now
    guard asOf <= reading.now else { throw TranscriptRefused.cutOffAhead }
    let entries = try certificates(of: found.id, reading).compactMap { try entry($0, asOf: asOf, reading) }
      .sorted { ($0.issuedAt, $0.certificate.number.text) < ($1.issuedAt, $1.certificate.number.text) }
    guard let latest = entries.last else { throw TranscriptRefused.nothingCertified }
    return Answer(
      person: found.id, holder: latest.certificate.facts.holder, asOf: asOf,
      isPartial: !reading.grant.reach.isWhole(of: found.id), entries: entries,
      requirements: try entries.flatMap { try requirements(of: $0.certificate, reading) })
  }

  private func certificates(of person: PersonID, _ reading: Reading) throws -> [Certificate] {
    let (filter, days) = (CertificateFilter(person: person), try reading.presentDays())
    var (found, next) = ([Certificate](), String?.none)
    repeat {
      let page = try reading.records.certificates(
        filter, within: reading.grant.reach, on: days, page: PageRequest(after: next, limit: 1000))
      found += page.items
      next = page.next
    } while next != nil
    return found
  }

  private func entry(_ certificate: Certificate, asOf instant: Instant, _ reading: Reading) throws -> Entry? {
    guard let issuedAt = try reading.records.transitions(of: certificate.id).first?.at,
      let state = try reading.records.state(of: certificate, at: instant, by: reading.calendar),
      let standing = LearnerRecord.Standing(state)
    else { return nil }
    return Entry(certificate: certificate, issuedAt: issuedAt, standing: standing)
  }

  private func requirements(of certificate: Certificate, _ reading: Reading) throws -> [Requirement] {
    try reading.records.version(of: certificate).prerequisites.map { code in
      Requirement(
        required: try reading.records.scheme(named: .code(code)).id, requiring: certificate.id)
    }
  }
}

extension LearnerRecord.Standing {
  /// Nil of what certifies nothing any more.
  fileprivate init?(_ state: CertificateState) {
    switch state {
    case .issued: self = .issued
    case .suspended: self = .suspended
    case .expired: self = .expired
    case .revoked, .replaced: return nil
    }
  }
}

extension Reach {
  /// Whether it takes in all that is recorded of a person.
  fileprivate func isWhole(of person: PersonID) -> Bool { self == .everything || self == .person(person) }
}

extension Registrar {
  /// A person's transcript, signed now: the octets of a token. What it says follows from the records, so it is not kept.
  ///
  /// - Parameter signsPending: whether certificates that have no credential yet are signed first; else they are told.
  public func transcript(
    of person: PersonID, asOf cutOff: Instant?, signsPending: Bool, as principal: Principal
  ) throws -> [UInt8] {
    let content = try answer(ReadTranscript(of: person, asOf: cutOff), as: principal)
    let tokens = try content.entries.map { entry in
      Array(try credential(of: entry.certificate, signsPending: signsPending).token.utf8)
    }
    let key = try signsPending ? signingKey.current(of: self) : signingKey.present(of: self)
    guard let key else { throw SigningKeyUnusable.missing }
    let trust = Trust(keys: try answer(PublishedKeys(), as: .owner), lists: [])
    let record = try content.record(with: tokens, by: trust, at: CredentialAddresses(origin: origin))
    let token = try sign(record.payload, as: .credential, with: key)
    guard token.count <= SignedToken.limitBytes else { throw TranscriptRefused.tooLong }
    guard try trust.learnerRecord(in: token) == record else { throw CredentialMisread() }
    return token
  }

  private func credential(of certificate: Certificate, signsPending: Bool) throws -> SignedCredential {
    if signsPending { return try credential(of: certificate.id) }
    guard let signed = try store.read({ try $0.signedCredential(of: certificate.id) }) else {
      throw CredentialPending(number: certificate.number)
    }
    return signed
  }
}

extension ReadTranscript.Answer {
  /// The transcript, with the credential of each entry.
  fileprivate func record(
    with tokens: [[UInt8]], by trust: Trust, at addresses: CredentialAddresses
  ) throws -> LearnerRecord {
    let signed = try zip(entries, tokens).map { entry, token in
      LearnerRecord.Entry(
        token: token, credential: try trust.credential(in: token), standing: entry.standing)
    }
    return LearnerRecord(
      address: addresses.transcript(person, asOf: asOf), issuer: addresses.keeper,
      issuerName: addresses.keeperName, subject: "urn:uuid:\(person)",
      holder: holder, asOf: asOf, isPartial: isPartial, entries: signed,
      precedences: precedences(among: signed))
  }

  /// Each achievement that was required for another one, where both are in the transcript.
  private func precedences(among signed: [LearnerRecord.Entry]) -> [LearnerRecord.Precedence] {
    let achievements = Dictionary(
      grouping: zip(entries, signed), by: \.0.certificate.scheme
    ).mapValues { $0.map(\.1.credential.achievement) }
    let byCertificate = Dictionary(
      uniqueKeysWithValues: zip(entries.map(\.certificate.id), signed.map(\.credential.achievement)))
    var found: [LearnerRecord.Precedence] = []
    for requirement in requirements {
      guard let requiring = byCertificate[requirement.requiring] else { continue }
      for required in achievements[requirement.required] ?? [] {
        let precedence = LearnerRecord.Precedence(required: required, requiring: requiring)
        if !found.contains(precedence) { found.append(precedence) }
      }
    }
    return found
  }
}

/// Why there is no transcript.
public enum TranscriptRefused: Explainable, Hashable {
  /// What will have been certified then is not known.
  case cutOffAhead
  /// Nothing that was issued by then certifies anything.
  case nothingCertified
  /// More certificates than one token may carry.
  case tooLong

  public var explanation: Explanation {
    switch self {
    case .cutOffAhead:
      Explanation(
        .unusable, "cut-off-ahead", "a transcript tells of the past, and the cut-off lies ahead",
        remedy: "leave the cut-off out, or name an instant that has passed", field: "cut-off")
    case .nothingCertified:
      Explanation(
        .conflict, "nothing-certified", "the person had no certificate then that certifies anything",
        remedy: "name a later cut-off, or look at the certificates that the person had")
    case .tooLong:
      Explanation(
        .conflict, "transcript-too-long",
        "the person's certificates are more than one file of \(SignedToken.limitBytes) octets can carry",
        remedy: "hand them out one by one, or take an earlier cut-off")
    }
  }
}
