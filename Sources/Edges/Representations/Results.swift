public import Assessment
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
  /// `{"result": …, "enrolment": …}`: the result, and the enrolment as it stands after it.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("result", result)
      json.member("enrolment", enrolment)
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
