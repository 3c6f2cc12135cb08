public import Evaluation
public import JSON
public import Operations
internal import ContentPackaging
internal import Enrolment
internal import People
internal import Values

extension EvaluationLevel: Representable {}
extension RespondentRole: Representable {}
extension Commitment.State: Representable {}

extension Evaluation: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("code", code)
    json.member("session", session)
    json.member("level", level)
    json.member("respondents", respondents)
    json.member("instrument", instrument)
    json.member("asked", asked)
    json.member("due", due)
    json.member("highestMark", highestMark)
    json.member("questions", texts: questions.map(\.text))
    json.member("anonymous", isAnonymous)
    json.member("recordedAt", recordedAt)
  }
}

extension ShowEvaluation.Answer: Representable {
  /// The evaluation, and how many answers to it hold.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      evaluation.members(in: &json)
      json.member("answers", answers)
    }
  }
}

extension EvaluationMark: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("question", question)
      json.member("mark", mark)
    }
  }
}

extension EvaluationAnswer: Representable {
  /// A form that came back; `respondent` is null in an anonymous evaluation.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("evaluation", evaluation)
      json.member("respondent", orNull: respondent)
      json.member("source", orNull: source?.text)
      json.member("answeredOn", answeredOn)
      json.member("marks", each: marks)
      json.member("recordedAt", recordedAt)
      json.member("annulledAt", orNull: annulledAt)
    }
  }
}

extension Commitment: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("enrolment", enrolment)
    json.member("people", people)
    json.member("due", due)
    json.member("recordedAt", recordedAt)
    json.member("endedAt", orNull: endedAt)
  }
}

extension KeptCommitment: Representable {
  /// The commitment, and how far it was kept.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      commitment.members(in: &json)
      json.member("trained", trained)
      json.member("state", state)
    }
  }
}

extension TrainedPeople: Representable {
  /// How many of each sex.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      for sex in Person.Sex.allCases { json.member(sex.rawValue, self[sex]) }
    }
  }
}

extension OnwardTraining: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("enrolment", enrolment)
      json.member("on", on)
      json.member("title", title)
      json.member("trained", trained)
      json.member("helpers", each: helpers)
      json.member("evidence", evidence)
      json.member("source", orNull: source?.text)
      json.member("recordedAt", recordedAt)
      json.member("annulledAt", orNull: annulledAt)
    }
  }
}

extension RecordsReport: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member("dryRun", isDryRun)
      json.member("added", counts.added)
      json.member("changed", counts.changed)
      json.member("unchanged", counts.unchanged)
      json.member("leftOut", counts.leftOut)
      json.member("findings", each: findings)
    }
  }
}

extension Evaluation: Described {
  public static let schema = Schema.named("Evaluation", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("code", .code(example: "VAL-2026-1-REACTION")), .init("session", .id),
    .init("level", .choice(of: EvaluationLevel.self)),
    .init("respondents", .choice(of: RespondentRole.self), "Who fills the form in."),
    .init("instrument", .text(), "The form, as people call it; empty where nothing was said."),
    .init("asked", .whole(from: 1, to: nil), "How many were asked."),
    .init("due", .day, "The last day on which an answer is expected."),
    .init("highestMark", .whole(from: 2, to: 100), "Marks go from 1 to this one."),
    .init("questions", .list(of: .code(example: "relevance"))),
    .init("anonymous", .truth, "Whether answers name nobody."), .init("recordedAt", .instant),
  ]
}

extension ShowEvaluation.Answer: Described {
  public static let schema = Schema.named(
    "EvaluationWithAnswers", .object(Evaluation.members + [.init("answers", .count, "How many hold.")]))
}

extension EvaluationMark: Described {
  public static let schema = Schema.named(
    "EvaluationMark",
    .object([.init("question", .code(example: "relevance")), .init("mark", .whole(from: 1, to: 100))]))
}

extension EvaluationAnswer: Described {
  public static let schema = Schema.named(
    "EvaluationAnswer",
    .object([
      .init("id", .id), .init("evaluation", .id),
      .init("respondent", .orNull(.id), "Null in an anonymous evaluation."),
      .init("source", .orNull(.text()), "What the form is called where it came from."),
      .init("answeredOn", .day), .init("marks", .list(of: EvaluationMark.schema)),
      .init("recordedAt", .instant), .init("annulledAt", .orNull(.instant), "Null while it holds."),
    ]))
}

extension Commitment: Described {
  public static let schema = Schema.named("Commitment", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("enrolment", .id, "The training that it was made at."),
    .init("people", .whole(from: 1, to: nil), "How many are to be trained."), .init("due", .day),
    .init("recordedAt", .instant), .init("endedAt", .orNull(.instant), "Null while it holds."),
  ]
}

extension KeptCommitment: Described {
  public static let schema = Schema.named(
    "KeptCommitment",
    .object(
      Commitment.members + [
        .init("trained", .count, "How many were, by the due day."),
        .init("state", .choice(of: Commitment.State.self)),
      ]))
}

extension TrainedPeople: Described {
  public static let schema = Schema.named(
    "TrainedPeople", .object(Person.Sex.allCases.map { .init($0.rawValue, .count) }))
}

extension OnwardTraining: Described {
  public static let schema = Schema.named(
    "OnwardTraining",
    .object([
      .init("id", .id), .init("enrolment", .id, "The training that the trainer was trained in."),
      .init("on", .day), .init("title", .text()), .init("trained", TrainedPeople.schema),
      .init("helpers", .list(of: .id)), .init("evidence", .text()),
      .init("source", .orNull(.text()), "What it is called where it came from."),
      .init("recordedAt", .instant), .init("annulledAt", .orNull(.instant), "Null while it holds."),
    ]))
}

extension RecordsReport: Described {
  public static let schema = Schema.named(
    "RecordsReport",
    .object([
      .init("accepted", .truth), .init("dryRun", .truth), .init("added", .count),
      .init("changed", .count, "How many take the place of what was said before."),
      .init("unchanged", .count, "How many are recorded already."),
      .init("leftOut", .count, "How many are about what is not recorded here, where that was asked for."),
      .init("findings", .list(of: Finding.schema)),
    ]))
}
