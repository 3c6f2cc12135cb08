public import Assessment
public import Catalogue
public import Enrolment

/// What a record that counts says, with how far it can be trusted.
public struct TrustedEvidence: Sendable, Hashable {
  public let evidence: ProgressEvidence
  public let trust: EvidenceTrust

  public init(evidence: ProgressEvidence, trust: EvidenceTrust) {
    self.evidence = evidence
    self.trust = trust
  }
}

extension SchemeVersion {
  /// The most that can be asked for so that the records which reach it show by themselves what the version attests; nil
  /// where not even all of them do. Of achievement that is the pass or the score: what else there is to complete may be
  /// shown by less.
  ///
  /// - Parameter records: in the order of their occasions.
  public func trust(
    in records: [TrustedEvidence], launches: [String: Launch], passRule: PassRule, isRenewal: Bool = false
  ) -> EvidenceTrust? {
    (isRenewal ? renewalRequirement : requirement).trust(in: records, launches: launches, passRule: passRule)
  }
}

extension CourseRequirement {
  fileprivate func trust(
    in records: [TrustedEvidence], launches: [String: Launch], passRule: PassRule
  ) -> EvidenceTrust? {
    EvidenceTrust.allCases.reversed().first { asked in
      var progress = EnrolmentProgress.none
      for record in records where record.trust >= asked {
        progress.take(record.evidence, launches: launches, passRule: passRule)
      }
      return isShown(by: progress, launches: launches, passRule: passRule)
    }
  }

  private func isShown(
    by progress: EnrolmentProgress, launches: [String: Launch], passRule: PassRule
  ) -> Bool {
    switch (attainment, minimumScore) {
    case (.attendance, _): return progress.hasBegun
    case (.completion, _):
      guard case .completed = progress.outcome(launches: launches, passRule: passRule) else { return false }
      return true
    case (.achievement, nil): return progress.isPassed(launches: launches, passRule: passRule)
    case (.achievement, .some(let asked)): return progress.score?.reaches(asked) ?? false
    }
  }
}
