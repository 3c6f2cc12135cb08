public import Enrolment

// What results say together. Two marks of one attempt that disagree decide nothing until one of them is corrected.
extension AssessmentRule {
  /// What the results of an enrolment say of its progress, in the order they were recorded. A correction speaks of the
  /// occasion of what it corrects.
  ///
  /// An attempt that was marked twice with the same outcome counts by its first mark; with different ones it shows only
  /// that it was begun.
  public static func evidence(of results: [AssessmentResult]) -> [ProgressEvidence] {
    counted(results).map(\.evidence)
  }

  /// The same, each beside the result that says it, and how far it can be trusted.
  public static func counted(
    _ results: [AssessmentResult]
  ) -> [(result: AssessmentResultID, evidence: ProgressEvidence, trust: EvidenceTrust)] {
    let standing = inForce(results)
    return standing.filter { $0.seconds == nil }.map { first in
      let seconds = standing.filter { $0.seconds.map { original(of: first, in: results) == $0 } ?? false }
      let isAgreed = seconds.allSatisfy { $0.outcome == first.outcome || $0.outcome == .annulled }
      let evidence = isAgreed ? first.evidence : first.evidenceOfBeginning
      let trust = seconds.contains(where: first.isMarkedIndependently) ? .doubleMarked : first.trust
      return (first.id, evidence.on(firstOfChain(of: first, in: results).recordedAt), trust)
    }
  }

  /// Throws unless a result can be marked a second time: it holds, is no second mark itself, and has none that holds.
  public static func refuseSecondMark(
    of result: AssessmentResult, among results: [AssessmentResult]
  ) throws(Refusal) {
    let standing = inForce(results)
    guard standing.contains(where: { $0.id == result.id }), result.seconds == nil, result.outcome != .annulled
    else { throw .notMarkable(result.id) }
    let first = original(of: result, in: results)
    guard !standing.contains(where: { $0.seconds == first && $0.outcome != .annulled }) else {
      throw .markedTwice(result.id)
    }
  }

  /// The first result of the chain of corrections that a result ends: what second marks name.
  public static func original(
    of result: AssessmentResult, in results: [AssessmentResult]
  ) -> AssessmentResultID {
    firstOfChain(of: result, in: results).id
  }

  private static func firstOfChain(
    of result: AssessmentResult, in results: [AssessmentResult]
  ) -> AssessmentResult {
    var first = result
    while let earlier = first.correction.flatMap({ correction in results.first { $0.id == correction.of } }) {
      first = earlier
    }
    return first
  }
}

extension AssessmentResult {
  /// What the result shows whatever its outcome: that the attempt was begun.
  fileprivate var evidenceOfBeginning: ProgressEvidence {
    ProgressEvidence(activity: activity, claims: [.started], score: nil, recordedAt: recordedAt)
  }
}
