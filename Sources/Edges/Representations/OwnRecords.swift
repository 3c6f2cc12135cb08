internal import Assessment
internal import Catalogue
public import Certification
internal import Enrolment
public import JSON
public import Operations
internal import People
internal import Values

/// A person's own record.
public struct OwnRecordRepresentation: Representable {
  let answer: ShowOwnRecord.Answer
  let address: String

  /// - Parameter address: the address that this system is reached at; `/verify/CODE` lies below it.
  public init(_ answer: ShowOwnRecord.Answer, address: String) {
    self.answer = answer
    self.address = address
  }

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("person", answer.person)
      json.member("enrolments") { json in
        json.array(answer.enrolments) { represent($1, in: &$0) }
      }
      json.member(
        "certificates",
        each: answer.certificates.map { ListedCertificateRepresentation($0, origin: address) })
    }
  }

  private func represent(_ own: OwnEnrolment, in json: inout JSONWriter) {
    json.object { json in
      own.enrolment.members(in: &json)
      json.member("passed", own.isPassed)
      json.member("sessionCode", own.session.code)
      json.member("days", own.session.days)
      json.member("courseCode", own.course.code)
      json.member("title", own.version.structure.title)
      json.member("progress") { progress(of: own, in: &$0) }
      json.member("schemes", each: own.prospects)
    }
  }

  private func progress(of own: OwnEnrolment, in json: inout JSONWriter) {
    json.object { json in
      json.member("course", own.progress.course)
      json.member("activities") { json in
        json.array(own.version.structure.assignables) { json, activity in
          json.object { json in
            json.member("key", activity.key)
            json.member("iri", ActivityIRI.of(activity.key, version: own.version.id, origin: answer.origin))
            json.member("title", activity.title)
            json.member("satisfied", own.isSatisfied(activity))
            (own.progress.activities[activity.key] ?? .none).members(in: &json)
          }
        }
      }
    }
  }
}

extension OwnEnrolment.Prospect: Representable {
  /// `reasons` are what is left, or what stands against it; none where the certificate has been earned.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("scheme", scheme.code)
      json.member("titles", scheme.titles)
      switch eligibility {
      case .eligible:
        json.member("eligible", true)
        json.member("sentence", eligibility.sentence)
        json.member("reasons", each: [Eligibility.Reason]())
      case .notEligible(let reasons):
        json.member("eligible", false)
        json.member("sentence", eligibility.sentence)
        json.member("reasons", each: reasons)
      }
    }
  }
}

extension Eligibility.Reason: Representable {
  /// `code` is stable, for programs; the facts that belong to it stand beside it, and the reason as a clause.
  public func represent(in json: inout JSONWriter) {
    var (state, asked, score): (EnrolmentState?, ExactDecimal?, Score?)
    var (scheme, certificate): (String?, String?)
    let code: Code
    switch self {
    case .otherCourse: code = .otherCourse
    case .notAttended(let found): (code, state) = (.notAttended, found)
    case .notCompleted(let found): (code, state) = (.notCompleted, found)
    case .notPassed: code = .notPassed
    case .scoreMissing(let minimum): (code, asked) = (.scoreMissing, minimum)
    case .scoreTooLow(let found, let minimum): (code, score, asked) = (.scoreTooLow, found, minimum)
    case .trustTooLow: code = .trustTooLow
    case .deciderUnknown: code = .deciderUnknown
    case .deciderNotApart: code = .deciderNotApart
    case .assessorUnknown: code = .assessorUnknown
    case .releaseNeeded: code = .releaseNeeded
    case .releasedByProposer: code = .releasedByProposer
    case .prerequisiteMissing(let required, let found):
      (code, scheme, certificate) = (.prerequisiteMissing, required.text, found?.number.text)
    case .alreadyCertified(let number): (code, certificate) = (.alreadyCertified, number.text)
    case .scoreWithdrawn: code = .scoreWithdrawn
    case .renewalNotOffered: code = .renewalNotOffered
    case .endsNever(let number): (code, certificate) = (.endsNever, number.text)
    case .notRenewable(let number, _): (code, certificate) = (.notRenewable, number.text)
    case .renewalTooEarly(let number, _): (code, certificate) = (.renewalTooEarly, number.text)
    case .renewalTooLate(let number, _): (code, certificate) = (.renewalTooLate, number.text)
    case .renewedAlready(_, let later): (code, certificate) = (.renewedAlready, later.text)
    case .evidenceNotNewer(let number): (code, certificate) = (.evidenceNotNewer, number.text)
    case .refresherWouldRaise: code = .refresherWouldRaise
    case .stageMissing: code = .stageMissing
    case .renewedInDoubt(let number): (code, certificate) = (.renewedInDoubt, number.text)
    }
    json.object { json in
      json.member("code", code.rawValue)
      json.member("sentence", sentence)
      json.member("state", orNull: state)
      json.member("asked", orNull: asked)
      json.member("score", orNull: score)
      json.member("scheme", orNull: scheme)
      json.member("certificate", orNull: certificate)
    }
  }

  /// The kinds of reasons.
  enum Code: String, CaseIterable {
    case otherCourse = "other-course"
    case notAttended = "not-attended"
    case notCompleted = "not-completed"
    case notPassed = "not-passed"
    case scoreMissing = "score-missing"
    case scoreTooLow = "score-too-low"
    case trustTooLow = "trust-too-low"
    case deciderUnknown = "decider-unknown"
    case deciderNotApart = "decider-not-apart"
    case assessorUnknown = "assessor-unknown"
    case releaseNeeded = "release-needed"
    case releasedByProposer = "own-proposal"
    case prerequisiteMissing = "prerequisite-missing"
    case alreadyCertified = "already-certified"
    case scoreWithdrawn = "score-withdrawn"
    case renewalNotOffered = "renewal-not-offered"
    case endsNever = "ends-never"
    case notRenewable = "not-renewable"
    case renewalTooEarly = "renewal-too-early"
    case renewalTooLate = "renewal-too-late"
    case renewedAlready = "renewed-already"
    case evidenceNotNewer = "evidence-not-newer"
    case refresherWouldRaise = "refresher-would-raise"
    case renewedInDoubt = "renewed-in-doubt"
    case stageMissing = "stage-missing"
  }
}

extension OwnRecordRepresentation: Described {
  public static let schema = Schema.named(
    "OwnRecord",
    .object([
      .init("person", Person.schema), .init("enrolments", .list(of: enrolment)),
      .init("certificates", .list(of: ListedCertificateRepresentation.schema), "Those in force first."),
    ]))

  private static let enrolment = Schema.object(
    Enrolment.members + [
      .init("passed", .truth), .init("sessionCode", .code(example: "VAL-2026-1")),
      .init("days", DayRange.schema), .init("courseCode", .code()), .init("title", .texts),
      .init(
        "progress",
        .object([.init("course", ActivityProgress.schema), .init("activities", .list(of: activity))])),
      .init("schemes", .list(of: OwnEnrolment.Prospect.schema), "Every scheme that certifies the course."),
    ])

  private static let activity = Schema.object(
    [
      .init("key", .text(example: "1")), .init("iri", .text()), .init("title", .texts),
      .init("satisfied", .truth, "Whether it asks for nothing more."),
    ] + ActivityProgress.members)
}

extension OwnEnrolment.Prospect: Described {
  public static let schema = Schema.object([
    .init("scheme", .code(example: "VAL-CERT")), .init("titles", .texts), .init("eligible", .truth),
    .init("sentence", .text()),
    .init("reasons", .list(of: Eligibility.Reason.schema), "What is left, or stands against it."),
  ])
}

extension Eligibility.Reason: Described {
  public static let schema = Schema.named(
    "EligibilityReason",
    .object([
      .init("code", .choice(of: Code.self)), .init("sentence", .text()),
      .init("state", .orNull(.choice(of: EnrolmentState.self)), "The enrolment's."),
      .init("asked", .orNull(.number), "The score to reach."), .init("score", .orNull(Score.schema)),
      .init("scheme", .orNull(.code(example: "TTT")), "The scheme of which a certificate is required."),
      .init(
        "certificate", .orNull(.text()),
        "The number of the certificate in force, or of the required scheme's latest, which is not."),
    ]))
}
