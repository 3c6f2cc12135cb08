internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// People taking part in sessions, and what assessors found of them.
  static let enrolmentRoutes: [Route] =
    [
      asks(
        "/api/v1/enrolments", "List enrolments in the order they were recorded.",
        by: .optional("session", .reference("VAL-2026-1"), "Only those in this session."),
        .optional("person", .id(), "Only those of this person."),
        .optional("state", .choice(), "Only those in this state."), .paging, told: .page()
      ) { _, session, person, state, page in
        ListEnrolments(session: session, person: person, state: state, page: page)
      },
      changes(
        "/api/v1/enrolments", "Enrol a person: a seat where one is free, else a place on the waiting list.",
        takes: .candidate,
        .optional(
          "language", .language,
          "The language that the person takes the course in; that of the session where not given."),
        told: .created { "/api/v1/enrolments/\($0.id)" }
      ) { _, candidate, language in Enrol(candidate, language: language) },
      asks(
        "/api/v1/enrolments/{enrolment}",
        "Show an enrolment: progress, results, and what its statements name it by.", told: .record
      ) { call in ShowEnrolment(try call.id(0, .enrolment)) },
      asks(
        "/api/v1/enrolments/{enrolment}/results", "List the results of an enrolment, corrected ones too.",
        by: .paging, told: .page()
      ) { call, page in ListResults(enrolment: try call.id(0, .enrolment), page: page) },
      changes(
        "/api/v1/enrolments/{enrolment}/results", "Record what an assessor found.",
        takes: .optional(
          "activity", .text("1"), "The activity assessed; the course as a whole where not given."),
        .basis, .assessedOn,
        .optional(
          "final", .truth, else: false, "false",
          "Whether it is the last attempt: where it fails, the enrolment has failed."),
        .optional(
          "proctored", .truth, else: false, "false", "Whether the assessment was watched over."),
        told: .recorded
      ) { call, activity, basis, day, isFinal, isProctored in
        RecordResult(
          enrolment: try call.id(0, .enrolment), activity: activity, basis: basis,
          assessedOn: day ?? call.today, isFinal: isFinal, isProctored: isProctored)
      },
      asks(
        "/api/v1/enrolments/{enrolment}/eligibility",
        "Say whether an enrolment has earned a certificate, and why.",
        by: .needed("scheme", .reference("VAL-CERT"), "The scheme."),
        .optional("renews", .text, "The code or number of a certificate that is to be renewed."),
        told: .record
      ) { call, scheme, renews in
        AskEligibility(enrolment: try call.id(0, .enrolment), scheme: scheme, renewing: renews)
      },
    ]
    + EndEnrolment.Ending.allCases.map { ending in
      moves("/api/v1/enrolments/{enrolment}/\(ending.rawValue)", ending.summary, told: .record) {
        call, reason in
        EndEnrolment(enrolment: try call.id(0, .enrolment), ending: ending, reason: reason)
      }
    }

  /// Results, which are only ever corrected by later ones.
  static let resultRoutes: [Route] = [
    asks("/api/v1/results/{result}", "Show a result.", told: .record) { call in
      ShowResult(try call.id(0, .result))
    },
    changes(
      "/api/v1/results/{result}/corrections", "Correct a result by a new one, with a reason.",
      takes: .basis, .reason, told: .recorded
    ) { call, basis, reason in
      CorrectResult(result: try call.id(0, .result), basis: basis, reason: reason)
    },
    changes(
      "/api/v1/results/{result}/annul", "Annul a result, with a reason: the attempt no longer counts.",
      takes: .reason, told: .recorded
    ) { call, reason in AnnulResult(result: try call.id(0, .result), reason: reason) },
    changes(
      "/api/v1/results/{result}/second-marks", "Mark a result a second time, independently of the first.",
      takes: .basis, .assessedOn, told: .recorded
    ) { call, basis, day in
      MarkSecond(result: try call.id(0, .result), basis: basis, assessedOn: day ?? call.today)
    },
  ]
}

extension EndEnrolment.Ending {
  fileprivate var summary: String {
    switch self {
    case .withdraw: "Withdraw an enrolment; its seat goes to the first who waits."
    case .markNoShow: "Record that an enrolled person never came."
    }
  }
}

extension Call {
  fileprivate var today: Day { registrar.clock().dayInUTC }
}

extension Telling where Outcome == RecordedResult {
  fileprivate static var recorded: Telling { .created { "/api/v1/results/\($0.result.id)" } }
}

extension Member where Value == String {
  fileprivate static var reason: Member { .needed("reason", .text, "Why; kept in the history.") }
}

extension Member where Value == Day? {
  fileprivate static var assessedOn: Member {
    .optional("assessedOn", .day, "The day of the assessment; today (UTC) where not given.")
  }
}

extension Member where Value == Enrol.Candidate {
  /// Who is to be enrolled: `nomination`, or `person` and `session`.
  fileprivate static var candidate: Member {
    let nomination: Form<NominationID> = .id()
    let person: Form<PersonID> = .id()
    let session: Form<Reference<Session>> = .reference("VAL-2026-1")
    return Member(
      [
        .given("nomination", nomination, "The endorsed nomination."),
        .given("person", person, "In place of a nomination: the person, with session."),
        .given("session", session, "The session, with person."),
      ], oneOf: [["nomination"], ["person", "session"]]
    ) { (fields) throws(Problem) in
      guard let nominated = try fields.optional("nomination", nomination) else {
        return .direct(
          try fields.required("person", person), session: try fields.required("session", session))
      }
      for other in ["person", "session"] where fields.isGiven(other) {
        throw .member(
          fields.pointer(to: other), "unknown-field", "with nomination, \(other) is not given")
      }
      return .nominated(nominated)
    }
  }
}

extension Member where Value == AssessmentResult.Basis {
  /// What a result rests on: `score` with `scaled`, or `raw` with `min` and `max`; or `observed`. Not both.
  fileprivate static var basis: Member {
    let observed: Form<AssessmentResult.Verdict> = .choice()
    return Member(
      [
        .given("score", .score, "What the assessment counted."),
        .given("observed", observed, "In place of a score: what an observer found."),
      ], oneOf: [["score"], ["observed"]]
    ) { (fields) throws(Problem) in
      switch (try fields.optional("score", .score), try fields.optional("observed", observed)) {
      case (nil, .some(let verdict)): return .observed(verdict)
      case (.some(let score), nil): return .scored(score)
      case (nil, nil):
        throw .member(fields.pointer(to: "score"), "missing-field", "score or observed must be given")
      case (.some, .some):
        throw .member(
          fields.pointer(to: "observed"), "unusable-value", "score and observed are not given together")
      }
    }
  }
}

extension Form where Value == Score {
  /// A score as its source counts it.
  fileprivate static var score: Form {
    .object(
      .optional("scaled", .decimal, "From -1 to 1."), .optional("raw", .decimal, "As it was counted."),
      .optional("min", .decimal, "The least possible; 0 where not given."),
      .optional("max", .decimal, "The greatest possible.")
    ) { (_, scaled, raw, minimum, maximum) throws(Problem) in
      do throws(Score.Refusal) {
        return try Score(scaled: scaled, raw: raw, minimum: minimum, maximum: maximum)
      } catch {
        throw Problem(error, in: .records)
      }
    }
  }
}
