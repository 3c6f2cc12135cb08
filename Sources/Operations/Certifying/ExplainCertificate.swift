public import Assessment
internal import Catalogue
public import Certification
public import Enrolment
public import People
public import Values

/// Why a certificate was issued: what was recorded, by what rule that was judged, what was decided, and what became of it
/// since.
public struct CertificateExplanation: Sendable {
  /// A record that the decision rests on.
  public struct Evidence: Sendable, Hashable {
    public enum Source: Sendable, Hashable {
      /// A result that an assessor recorded.
      case result(AssessmentResultID)
      /// A statement that content sent.
      case statement(UUID)
      /// A change of the enrolment's state.
      case change(EnrolmentID)
    }

    public let source: Source
    public let recordedAt: Instant
    /// What it says, as a clause.
    public let says: String
    /// How far it can be trusted; nil of what other records brought about.
    public let trust: EvidenceTrust?
  }

  public let certificate: Certificate
  /// The state that holds now.
  public let state: CertificateState
  /// What had been recorded of the enrolment when it was decided: the records that count, then what they brought about,
  /// each in the order they were recorded.
  public let evidence: [Evidence]
  public let scheme: SchemeCode
  /// The version of the scheme that it was decided by.
  public let version: SchemeVersion
  /// The rule of that version as a sentence.
  public let rule: String
  public let decidedAt: Instant
  /// Who decided; nil where that is not known.
  public let decidedBy: PersonID?
  /// The decision as a sentence, in the words that were recorded when it was made.
  public let decision: String
  /// Every change of its state, the first when it was issued.
  public let transitions: [CertificateTransition]
  /// The certificate that it renewed, and the one that renews it.
  public let renewals: CertificateRenewals
  /// Who was told of decisions on it.
  public let notices: [CertificateNotice]
  /// What stands against it while it is in force; nil where nothing does.
  public let doubt: CertificateDoubt?
}

/// Asks why a certificate was issued.
public struct ExplainCertificate: Inquiry {
  public static let right: Right? = .lookUp

  /// The public code or the number.
  public let certificate: String

  public init(certificate: String) {
    self.certificate = certificate
  }

  public func answer(_ reading: Reading) throws -> CertificateExplanation {
    let records = reading.records
    let certificate = try reading.reached.certificate(named: certificate)
    let then = DecidedThen(
      records: records, origin: reading.origin, rules: VersionRules(), calendar: reading.calendar)
    let decision = try then.decision(on: certificate)
    let state = try reading.state(of: certificate)
    let transitions = try records.transitions(of: certificate.id)
    return CertificateExplanation(
      certificate: certificate, state: state, evidence: try decision.evidence(in: records),
      scheme: decision.scheme.code, version: decision.version,
      rule: try decision.version.sentence(of: decision.scheme.code) {
        try records.course(named: .id($0)).code
      },
      decidedAt: decision.grounds.decidedAt, decidedBy: transitions.first?.decidedBy,
      decision: decision.sentence, transitions: transitions,
      renewals: try records.renewals(of: certificate), notices: try records.notices(of: certificate.id),
      doubt: state == .issued ? try reading.judging.doubt(on: certificate) : nil)
  }
}

extension DecidedThen.Decision {
  /// The records that counted, then what they brought about.
  fileprivate func evidence(in records: any Records) throws -> [CertificateExplanation.Evidence] {
    let changes = try records.transitions(of: enrolment.id).filter { $0.at <= judgedAt }.map {
      CertificateExplanation.Evidence(
        source: .change(enrolment.id), recordedAt: $0.at, says: $0.clause, trust: nil)
    }
    return counted.map(\.explained) + changes
  }

  fileprivate var sentence: String {
    certificate.replaces == nil
      ? "eligible because " + grounds.evidence.joined(separator: "; ")
      : grounds.evidence.joined(separator: "; ")
  }
}

extension Derivation.Counted {
  fileprivate var explained: CertificateExplanation.Evidence {
    let source: CertificateExplanation.Evidence.Source =
      switch self.source {
      case .result(let id): .result(id)
      case .statement(let id): .statement(id)
      }
    return .init(source: source, recordedAt: evidence.recordedAt, says: evidence.clause, trust: trust)
  }
}

extension ProgressEvidence {
  /// What the record says: `completed and passed, with 85 of 100, in activity 1`.
  fileprivate var clause: String {
    let claimed = Claim.allCases.filter { claims.contains($0) && ($0 != .started || claims.count == 1) }
      .map(\.rawValue)
    return (claimed.isEmpty ? "taken part" : claimed.joined(separator: " and "))
      + (score.map { ", with \($0.words)" } ?? "")
      + (activity.map { ", in activity \($0)" } ?? ", in the course as a whole")
      + (isFinal ? ", the last attempt" : "")
  }
}

extension EnrolmentTransition {
  fileprivate var clause: String {
    "the enrolment is \(to.rawValue)" + (facts.hasAttended ? ", attended" : "")
      + (facts.isPassed ? ", passed" : "")
  }
}
