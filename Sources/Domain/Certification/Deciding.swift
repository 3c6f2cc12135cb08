internal import Assessment
public import People

/// What a version asks of whoever decides.
public struct DecisionRule: Sendable, Hashable {
  /// What none of them may have been, or be, to the person decided on.
  public let separation: Set<Duty>
  /// Whether one person proposes an award and another releases it.
  public let isReleasedByAnother: Bool

  /// Whoever has the right decides, alone.
  public static let anybody = DecisionRule(separation: [], isReleasedByAnother: false)

  public init(separation: Set<Duty>, isReleasedByAnother: Bool) {
    self.separation = separation
    self.isReleasedByAnother = isReleasedByAnother
  }

  /// What has to be kept apart, in the order of the cases.
  public var separated: [Duty] { Duty.allCases.filter(separation.contains) }

  /// Whether it has to be known who decides.
  public var asksWho: Bool { !separation.isEmpty || isReleasedByAnother }

  /// What stands against somebody as the one who decides.
  public func objections(to deciding: Deciding) -> [Eligibility.Reason] {
    guard asksWho else { return [] }
    guard deciding.person != nil else { return [.deciderUnknown] }
    let kept = separated.filter(deciding.duties.contains)
    return kept.isEmpty ? [] : [.deciderNotApart(kept)]
  }
}

/// Who decides, and in which part of the decision.
public struct Deciding: Sendable, Hashable {
  /// The part that somebody has in a decision.
  public enum Part: Sendable, Hashable {
    /// Awards, with nobody else.
    case alone
    case proposing
    case releasing(proposedBy: PersonID)
  }

  /// Nil where it is not known who acts.
  public let person: PersonID?
  /// What that person, and who proposed what is released, was or is to the one decided on.
  public let duties: Set<Duty>
  /// Whether a result that holds names nobody who assessed: it may have been any of them.
  public let hasUnknownAssessor: Bool
  public let part: Part

  public init(person: PersonID?, duties: Set<Duty>, hasUnknownAssessor: Bool = false, part: Part) {
    self.person = person
    self.duties = duties
    self.hasUnknownAssessor = hasUnknownAssessor
    self.part = part
  }
}

extension SchemeVersion {
  /// What speaks for and against an award because of who decides it. Where evidence has to be observed, and whoever
  /// assessed does not decide, it must be known of every result who that was.
  func judge(_ deciding: Deciding, _ reasons: inout [Eligibility.Reason]) -> [Eligibility.Evidence] {
    reasons += decision.objections(to: deciding)
    if deciding.hasUnknownAssessor, decision.separation.contains(.assessed), minimumTrust >= .observed {
      reasons.append(.assessorUnknown)
    }
    guard let person = deciding.person else { return [] }
    let apart =
      decision.separation.isEmpty ? [] : [Eligibility.Evidence.apart(person, from: decision.separated)]
    switch (decision.isReleasedByAnother, deciding.part) {
    case (true, .alone):
      reasons.append(.releaseNeeded)
      return []
    case (true, .releasing(let proposer)) where proposer == person:
      reasons.append(.releasedByProposer)
      return []
    case (_, .releasing(let proposer)): return apart + [.released(by: person, proposedBy: proposer)]
    case (_, .proposing), (false, .alone): return apart
    }
  }
}
