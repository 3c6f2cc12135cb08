public import Certification
internal import Enrolment
public import Values

/// What came of deciding again on every certificate.
public struct Recomputation: Sendable {
  /// How many decisions were made again.
  public let decisions: Int
  /// Those that come out otherwise, in the order they were made.
  public let differences: [Difference]

  /// A decision that the records, as they stood when it was made, do not give.
  public struct Difference: Sendable, Hashable {
    public let certificate: CertificateNumber
    public let code: VerificationCode
    public let decidedAt: Instant
    /// What was decided, as it was recorded.
    public let recorded: String
    /// What the records of that instant give by the same version of the scheme.
    public let derived: String
  }
}

extension Registrar {
  /// Decides again on every certificate that was ever issued, from the records as they stood then and by the version of
  /// the scheme that it was issued under, and names whatever comes out otherwise. Nothing is changed.
  ///
  /// Cost: for every certificate the records of its enrolment. Memory stays flat but for the differences.
  ///
  /// - Parameter progress: is told how many decisions were made again.
  public func recomputeCertificates(
    as principal: Principal, progress: (Int) -> Void = { _ in }
  ) throws -> Recomputation {
    try permit(.readRecords, to: principal, doing: "recompute certificates")
    return try store.read { records in
      let then = DecidedThen(records: records, origin: origin, rules: rules, calendar: calendar)
      var differences: [Recomputation.Difference] = []
      var (decisions, request) = (0, PageRequest?(PageRequest(limit: 1000)))
      while let next = request {
        let page = try records.certificates(page: next)
        for certificate in page.items {
          try then.decision(on: certificate).difference.map { differences.append($0) }
          decisions += 1
          progress(decisions)
        }
        request = page.next.map { PageRequest(after: $0, limit: 1000) }
      }
      return Recomputation(decisions: decisions, differences: differences)
    }
  }
}

extension DecidedThen.Decision {
  /// What comes out otherwise than it was recorded; nil where nothing does.
  fileprivate var difference: Recomputation.Difference? {
    let derived = derived
    guard recorded != derived else { return nil }
    return Recomputation.Difference(
      certificate: certificate.number, code: certificate.code, decidedAt: grounds.decidedAt,
      recorded: recorded, derived: derived)
  }

  /// The decision as it was recorded. Of one that took another's place it is recorded only that it did.
  private var recorded: String {
    let because =
      certificate.replaces == nil ? ": eligible because " + grounds.evidence.joined(separator: "; ") : ""
    return "issued" + because + stating(certificate.facts.score)
  }

  private var derived: String {
    switch verdict {
    case .notEligible: "not issued: " + verdict.sentence
    case .eligible:
      "issued" + (certificate.replaces == nil ? ": " + verdict.sentence : "")
        + stating(version.kind.attainment == .achievement ? score : nil)
    }
  }

  private func stating(_ score: String?) -> String { score.map { ", stating the score \($0)" } ?? "" }
}
