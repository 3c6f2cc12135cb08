internal import Assessment
internal import Enrolment
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// People taking part in sessions, and what assessors found of them.
  static let enrolmentRoutes: [Route] =
    [
      asks("/api/v1/enrolments", parameters: Call.paging.union(["session", "person", "state"])) { call in
        ListEnrolments(
          session: try call.parameter("session", .reference()), person: try call.parameter("person", .id()),
          state: try call.parameter("state", .choice()), page: try call.page())
      },
      changes("/api/v1/enrolments") { _, fields in
        Enrol(try fields.candidate())
      } _: { enrolment, _ in
        .created(enrolment, at: "/api/v1/enrolments/\(enrolment.id)")
      },
      asks("/api/v1/enrolments/{enrolment}") { call in ShowEnrolment(try call.id(0, .enrolment)) },
      asks("/api/v1/enrolments/{enrolment}/results") { call in
        ShowEnrolment(try call.id(0, .enrolment))
      } _: { answer, _ in
        .json(Page.whole(answer.results))
      },
      changes("/api/v1/enrolments/{enrolment}/results") { call, fields in
        try fields.check(needs: [], takes: ["activity", "score", "observed", "assessedOn", "final"])
        return RecordResult(
          enrolment: try call.id(0, .enrolment), activity: try fields.optional("activity", .text),
          basis: try fields.basis(),
          assessedOn: try fields.optional("assessedOn", .day) ?? call.registrar.clock().dayInUTC,
          isFinal: try fields.optional("final", .truth) ?? false)
      } _: { recorded, _ in
        .json(recorded, status: 201)
      },
      asks("/api/v1/enrolments/{enrolment}/eligibility", parameters: ["scheme"]) { call in
        AskEligibility(
          enrolment: try call.id(0, .enrolment), scheme: try call.requiredParameter("scheme", .reference()))
      },
    ]
    + EndEnrolment.Ending.allCases.map { ending in
      moves("/api/v1/enrolments/{enrolment}/\(ending.rawValue)") { call, reason in
        EndEnrolment(enrolment: try call.id(0, .enrolment), ending: ending, reason: reason)
      }
    }

  /// Results, which are only ever corrected by later ones.
  static let resultRoutes: [Route] = [
    changes("/api/v1/results/{result}/corrections") { call, fields in
      try fields.check(needs: ["reason"], takes: ["score", "observed"])
      return CorrectResult(
        result: try call.id(0, .result), basis: try fields.basis(),
        reason: try fields.required("reason", .text))
    } _: { recorded, _ in
      .json(recorded, status: 201)
    },
    changes("/api/v1/results/{result}/annul") { call, fields in
      try fields.check(needs: ["reason"])
      return AnnulResult(result: try call.id(0, .result), reason: try fields.required("reason", .text))
    } _: { recorded, _ in
      .json(recorded, status: 201)
    },
    changes("/api/v1/results/{result}/second-marks") { call, fields in
      try fields.check(needs: [], takes: ["score", "observed", "assessedOn"])
      return MarkSecond(
        result: try call.id(0, .result), basis: try fields.basis(),
        assessedOn: try fields.optional("assessedOn", .day) ?? call.registrar.clock().dayInUTC)
    } _: { recorded, _ in
      .json(recorded, status: 201)
    },
  ]
}

extension Fields {
  /// Who is to be enrolled: `nomination`, or `person` and `session`.
  fileprivate func candidate() throws(Problem) -> Enrol.Candidate {
    if let nomination: NominationID = try optional("nomination", .id()) {
      try check(needs: ["nomination"])
      return .nominated(nomination)
    }
    try check(needs: ["person", "session"], takes: ["nomination"])
    return .direct(try required("person", .id()), session: try required("session", .reference()))
  }

  /// What a result rests on: `score` with `scaled`, or `raw` with `min` and `max`; or `observed`. Not both.
  fileprivate func basis() throws -> AssessmentResult.Basis {
    let verdict: AssessmentResult.Verdict? = try optional("observed", .choice())
    let score = try object("score")
    switch (score, verdict) {
    case (nil, .some(let verdict)): return .observed(verdict)
    case (.some(let score), nil): return .scored(try score.score())
    case (nil, nil):
      throw Problem.member(pointer(to: "score"), "missing-field", "score or observed must be given")
    case (.some, .some):
      throw Problem.member(
        pointer(to: "observed"), "unusable-value", "score and observed are not given together")
    }
  }

  private func score() throws -> Score {
    try check(needs: [], takes: ["scaled", "raw", "min", "max"])
    return try Score(
      scaled: try optional("scaled", .decimal), raw: try optional("raw", .decimal),
      minimum: try optional("min", .decimal), maximum: try optional("max", .decimal))
  }
}
