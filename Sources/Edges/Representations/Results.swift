public import Assessment
internal import Certification
public import JSON
public import Operations
internal import Enrolment
internal import People
internal import Values

extension AssessmentResult.Verdict: Representable {}
extension AssessmentResult.Outcome: Representable {}

extension AssessmentResult: Representable {
  /// The result: `score` or `observed`, whichever it rests on, and `correction` where it corrects another.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("enrolment", enrolment)
      json.member("activity", orNull: activity)
      json.member("attempt", attempt)
      json.member("final", isFinal)
      json.member("proctored", isProctored)
      basis(in: &json)
      json.member("outcome", outcome)
      json.member("assessedOn", assessedOn)
      json.member("recordedAt", recordedAt)
      json.member("correction", orNull: correction)
      json.member("assessor", orNull: assessor)
      json.member("seconds", orNull: seconds)
    }
  }

  private func basis(in json: inout JSONWriter) {
    let (score, verdict): (Score?, Verdict?) =
      switch basis {
      case .scored(let score): (score, nil)
      case .observed(let verdict): (nil, verdict)
      case .annulled: (nil, nil)
      }
    json.member("score", orNull: score)
    json.member("observed", orNull: verdict)
  }
}

extension AssessmentResult.Correction: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("of", of)
      json.member("reason", reason)
    }
  }
}

extension RecordedResult: Representable {
  /// `{"result": …, "enrolment": …, "doubts": […]}`: the result, the enrolment as it stands after it, and what stands now
  /// against certificates in force.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("result", result)
      json.member("enrolment", enrolment)
      json.member("doubts", each: doubts)
    }
  }
}

extension AssessorAssignment: Representable {
  /// Who is to assess; `enrolment` is null where it is every one of the session.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("assessor", assessor)
      json.member("session", session)
      json.member("enrolment", orNull: enrolment)
      json.member("recordedAt", recordedAt)
      json.member("endedAt", orNull: endedAt)
    }
  }
}

extension AssessmentResult: Described {
  public static let schema = Schema.named(
    "Result",
    .object([
      .init("id", .id), .init("enrolment", .id),
      .init("activity", .orNull(.text(example: "1")), "Null for the course as a whole."),
      .init("attempt", .whole(from: 1, to: nil)),
      .init("final", .truth, "Whether it is of the last attempt."),
      .init("proctored", .truth, "Whether the assessment was watched over."),
      .init("score", .orNull(Score.schema)),
      .init("observed", .orNull(.choice(of: Verdict.self))), .init("outcome", .choice(of: Outcome.self)),
      .init("assessedOn", .day), .init("recordedAt", .instant),
      .init(
        "correction", .orNull(.object([.init("of", .id), .init("reason", .text())])),
        "The result that it corrects, and why."),
      .init("assessor", .orNull(.id)), .init("seconds", .orNull(.id), "The result that it marks again."),
    ]))
}

extension RecordedResult: Described {
  public static let schema = Schema.named(
    "RecordedResult",
    .object([
      .init("result", AssessmentResult.schema), .init("enrolment", Enrolment.schema),
      .init(
        "doubts", .list(of: CertificateDoubt.schema), "Certificates in force whose evidence no longer holds."),
    ]))
}

extension AssessorAssignment: Described {
  public static let schema = Schema.named(
    "Assignment",
    .object([
      .init("id", .id), .init("assessor", .id), .init("session", .id),
      .init("enrolment", .orNull(.id), "Null where it is every one of the session."),
      .init("recordedAt", .instant), .init("endedAt", .orNull(.instant)),
    ]))
}
