public import Certification
public import Enrolment
public import Values
internal import Assessment

/// Whether an enrolment is eligible for a certificate of a scheme, and why: asked without awarding.
public struct AskEligibility: Inquiry {
  public static let right: Right? = .lookUp

  public let enrolment: EnrolmentID
  public let scheme: Reference<Scheme>
  /// The public code or the number of a certificate that is to be renewed; nil of a first award.
  public let renewing: String?

  public init(enrolment: EnrolmentID, scheme: Reference<Scheme>, renewing: String? = nil) {
    self.enrolment = enrolment
    self.scheme = scheme
    self.renewing = renewing
  }

  public func answer(_ reading: Reading) throws -> Eligibility {
    let enrolment = try reading.reached.enrolment(identified: enrolment)
    let scheme = try reading.records.scheme(named: scheme)
    guard let version = scheme.current else { throw NotFound(.scheme, scheme.code.description) }
    return try reading.judging.eligibility(
      of: enrolment, by: version, of: scheme,
      renewing: renewing.map { try reading.reached.certificate(named: $0) })
  }
}

/// An award was asked for that the rules do not allow.
public struct AwardRefused: Explainable, Hashable {
  public let reasons: [Eligibility.Reason]

  public var explanation: Explanation {
    Explanation(
      category, code, "not eligible because " + reasons.map(\.sentence).joined(separator: "; "),
      remedy: remedy)
  }

  /// What a program has to tell apart: the first of the reasons that has a code of its own.
  private var code: String { reasons.lazy.compactMap(\.problem).first ?? "not-eligible" }

  /// Where nothing but who decides stands against it, somebody else may.
  private var category: Explanation.Category {
    reasons.contains { !$0.isOfDecider } ? .conflict : .notPermitted
  }

  private var remedy: Remedy? {
    if reasons.contains(.releaseNeeded) { return "propose it, and have somebody else release it" }
    return category == .notPermitted ? "have somebody decide it who is known, and apart from the person" : nil
  }
}

extension Eligibility.Reason {
  /// Whether it speaks against who decides, and not against the award.
  fileprivate var isOfDecider: Bool {
    switch self {
    case .deciderUnknown, .deciderNotApart, .releasedByProposer: true
    case .otherCourse, .notAttended, .notCompleted, .notPassed, .scoreMissing, .scoreTooLow, .trustTooLow,
      .assessorUnknown, .releaseNeeded, .prerequisiteMissing, .alreadyCertified, .scoreWithdrawn,
      .renewalNotOffered,
      .endsNever, .notRenewable, .renewalTooEarly, .renewalTooLate, .renewedAlready, .evidenceNotNewer,
      .refresherWouldRaise, .renewedInDoubt, .stageMissing:
      false
    }
  }

  fileprivate var problem: String? {
    switch self {
    case .alreadyCertified: "already-certified"
    case .releaseNeeded: "release-needed"
    case .deciderUnknown: "decider-unknown"
    case .deciderNotApart: "decider-not-apart"
    case .releasedByProposer: "own-proposal"
    case .assessorUnknown: "assessor-unknown"
    case .renewalNotOffered, .endsNever: "renewal-not-offered"
    case .notRenewable: "not-renewable"
    case .renewalTooEarly: "renewal-too-early"
    case .renewalTooLate: "renewal-too-late"
    case .renewedAlready: "renewed-already"
    case .otherCourse, .notAttended, .notCompleted, .notPassed, .scoreMissing, .scoreTooLow, .trustTooLow,
      .prerequisiteMissing, .scoreWithdrawn, .evidenceNotNewer, .refresherWouldRaise, .renewedInDoubt,
      .stageMissing:
      nil
    }
  }
}

extension [Duty] {
  /// The duties as clauses that share one subject, `trained the person or assessed the person`.
  var words: String { map(\.clause).joined(separator: " or ") }
}

extension Eligibility {
  /// The verdict as a sentence: `eligible because …` or `not eligible because …`.
  public var sentence: String {
    switch self {
    case .eligible(let evidence): "eligible because " + evidence.map(\.sentence).joined(separator: "; ")
    case .notEligible(let reasons): "not eligible because " + reasons.map(\.sentence).joined(separator: "; ")
    }
  }
}

extension Eligibility.Evidence {
  /// The evidence as a clause.
  public var sentence: String {
    switch self {
    case .attended(let enrolment): "enrolment \(enrolment) was attended"
    case .completed(let enrolment): "enrolment \(enrolment) is completed"
    case .passed(let enrolment): "enrolment \(enrolment) is passed"
    case .scored(let score, let asked): "the score \(score.words) reaches \(asked)"
    case .trusted(let trust): "that is shown by evidence that is \(trust.rawValue)"
    case .apart(let person, let duties):
      "\(person) decides, and is none of those who " + duties.words
    case .released(let person, let proposer): "\(proposer) proposed it, and \(person) releases it"
    case .holds(let number, let scheme): "certificate \(number) of scheme \(scheme) is in force"
    case .stageShown(let course, let enrolment): "stage \(course) is shown by enrolment \(enrolment)"
    case .stageWaived(let course, let reason): "stage \(course) is waived (\(reason))"
    case .renews(let number, let lastDay):
      "that is newer than certificate \(number), which it goes on from, with the last day \(lastDay)"
    }
  }
}

extension Eligibility.Reason {
  /// The reason as a clause.
  public var sentence: String {
    switch self {
    case .otherCourse: "the enrolment is on another course than the scheme's"
    case .notAttended(let state):
      "nothing shows that the person took part (the enrolment is \(state.rawValue))"
    case .notCompleted(let state): "the enrolment is not completed (it is \(state.rawValue))"
    case .notPassed: "the course is completed but not passed"
    case .scoreMissing(let asked): "there is no score that could be set against the \(asked) asked"
    case .scoreTooLow(let score, let asked): "the score \(score.words) does not reach \(asked)"
    case .trustTooLow(let trust, let asked):
      "what is attested is shown by \(trust.map { "evidence that is \($0.rawValue)" } ?? "no evidence that holds"), "
        + "and \(asked.rawValue) is asked at the least"
    case .deciderUnknown: "the scheme asks who decides, and nobody in particular does"
    case .deciderNotApart(let duties): "who decides " + duties.map(\.clause).joined(separator: " and ")
    case .assessorUnknown: "of a result it is not known who assessed, and whoever did does not decide"
    case .releaseNeeded: "one person has to propose it, and another to release it"
    case .releasedByProposer: "who proposed it does not also release it"
    case .prerequisiteMissing(let scheme, nil):
      "there is no certificate of scheme \(scheme), which is required"
    case .prerequisiteMissing(let scheme, .some(let found)):
      "certificate \(found.number) of scheme \(scheme), which is required, is \(found.state.rawValue)"
    case .alreadyCertified(let number): "certificate \(number) of this scheme is in force"
    case .scoreWithdrawn(let score): "no record that holds gives the score \(score) that it states"
    case .renewalNotOffered: "the version of the scheme that is in force lets no certificate be renewed"
    case .endsNever(let number): "certificate \(number) never ends"
    case .notRenewable(let number, let state): "certificate \(number) is \(state.rawValue)"
    case .renewalTooEarly(let number, let day): "certificate \(number) can be renewed from \(day) on"
    case .renewalTooLate(let number, let day):
      "certificate \(number) could be renewed until \(day): what is earned anew is awarded anew"
    case .renewedAlready(let number, let later): "behind certificate \(number) there is \(later) already"
    case .evidenceNotNewer(let number):
      "nothing newer than certificate \(number) shows of its holder what a renewal asks"
    case .refresherWouldRaise(let kind, let other):
      "a refresher keeps what was certified, \(kind.rawValue), and does not make it \(other.rawValue)"
    case .stageMissing(let course, let attainment):
      "of stage \(course) \(attainment.rawValue) is neither shown nor waived"
    case .renewedInDoubt(let number):
      "certificate \(number), whose facts it keeps, rests on evidence that no longer holds"
    }
  }
}

extension Score {
  /// The score in its source's numbers: `85 of 100`, `85 on a scale from 20 to 100`, `0.85`.
  public var words: String {
    switch (raw, minimum, maximum) {
    case (.some(let raw), _, .some(let maximum)): Score.words(raw, minimum, of: maximum)
    case (.some(let raw), _, nil): scaled.map(\.description) ?? raw.description
    case (nil, _, _): scaled.map(\.description) ?? ""
    }
  }

  /// A raw value on its scale: `85 of 100`, `85 on a scale from 20 to 100`.
  static func words(_ raw: ExactDecimal, _ minimum: ExactDecimal?, of maximum: ExactDecimal) -> String {
    guard let minimum, minimum != ExactDecimal(0) else { return "\(raw) of \(maximum)" }
    return "\(raw) on a scale from \(minimum) to \(maximum)"
  }
}
