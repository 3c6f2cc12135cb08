public import Assessment
public import JSON
public import Operations
internal import ContentPackaging
internal import Enrolment
internal import People
internal import Values

extension ObservationState: Representable {}
extension ObservationState.Event: Representable {}
extension Observation.Acknowledgement: Representable {}

extension Rubric: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("titles", titles)
      json.member("versions", each: versions)
    }
  }
}

extension RubricVersion: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("number", number)
      json.member("minimumTotal", orNull: minimumTotal)
      json.member("needsSecond", needsSecond)
      json.member("criteria", each: criteria)
    }
  }
}

extension RubricCriterion: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("titles", titles)
      json.member("minimum", orNull: minimum)
      json.member("anchors", each: anchors)
    }
  }
}

extension RubricCriterion.Anchor: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("mark", mark)
      json.member("titles", titles)
    }
  }
}

extension ObservedMark: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("criterion", criterion)
      json.member("mark", mark)
      json.member("comment", comment)
    }
  }
}

extension Observation: Representable {
  /// The observation; `verdict` is null where two observers disagree.
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("rubric", rubric)
    json.member("rubricVersion", version)
    json.member("person", person)
    json.member("session", orNull: session)
    json.member("on", on)
    json.member("observer", observer)
    json.member("secondObserver", orNull: secondObserver)
    json.member("witness", witness)
    json.member("state", state)
    json.member("verdict", orNull: verdict)
    json.member("firstVerdict", firstVerdict)
    json.member("secondVerdict", orNull: secondVerdict)
    json.member("recordedAt", recordedAt)
  }
}

extension ShowObservation.Answer: Representable {
  /// The observation with its rubric's code, its marks, what happened to it, and the result that rests on it.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      observation.members(in: &json)
      json.member("rubricCode", rubric)
      json.member("marks", each: marks)
      json.member("secondMarks", each: secondMarks)
      json.member("steps", each: transitions)
      json.member("result", orNull: result)
    }
  }
}

extension ObservationTransition: Representable {
  /// One step; `step` is null for how it began.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("position", position)
      json.member("step", orNull: event)
      json.member("state", to)
      json.member("by", orNull: by)
      json.member("acknowledgement", orNull: acknowledgement)
      json.member("comment", orNull: comment)
      json.member("recordedAt", at)
    }
  }
}

extension Rubric: Described {
  public static let schema = Schema.named(
    "Rubric",
    .object([
      .init("id", .id), .init("code", .code(example: "PRACTICE-LESSON")), .init("titles", .texts),
      .init("versions", .list(of: RubricVersion.schema)),
    ]))
}

extension RubricVersion: Described {
  public static let schema = Schema.named(
    "RubricVersion",
    .object([
      .init("number", .whole(from: 1, to: nil)),
      .init("minimumTotal", .orNull(.count), "The sum of marks to reach; null where none is asked."),
      .init("needsSecond", .truth, "Whether it takes two observers."),
      .init("criteria", .list(of: RubricCriterion.schema)),
    ]))
}

extension RubricCriterion: Described {
  public static let schema = Schema.named(
    "Criterion",
    .object([
      .init("code", .code(example: "instruction")), .init("titles", .texts),
      .init("minimum", .orNull(.count), "Null where it counts in the sum only."),
      .init("anchors", .list(of: .object([.init("mark", .count), .init("titles", .texts)]))),
    ]))
}

extension Rubric: ReportedInVersions {
  public static var word: String { "rubric" }
  public static var reportName: String { "RubricReport" }
}

extension ObservedMark: Described {
  public static let schema = Schema.named(
    "Mark",
    .object([
      .init("criterion", .code(example: "instruction")), .init("mark", .count),
      .init("comment", .text(), "The line that supports it; empty where nothing was written."),
    ]))
}

extension Observation: Described {
  public static let schema = Schema.named("Observation", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("rubric", .id), .init("rubricVersion", .whole(from: 1, to: nil)),
    .init("person", .id), .init("session", .orNull(.id)), .init("on", .day), .init("observer", .id),
    .init("secondObserver", .orNull(.id)), .init("witness", .text()),
    .init("state", .choice(of: ObservationState.self)),
    .init(
      "verdict", .orNull(.choice(of: AssessmentResult.Verdict.self)), "Null where two observers disagree."),
    .init("firstVerdict", .choice(of: AssessmentResult.Verdict.self)),
    .init("secondVerdict", .orNull(.choice(of: AssessmentResult.Verdict.self))),
    .init("recordedAt", .instant),
  ]
}

extension ShowObservation.Answer: Described {
  public static let schema = Schema.named(
    "ObservationWithMarks",
    .object(
      Observation.members + [
        .init("rubricCode", .code(example: "PRACTICE-LESSON")),
        .init("marks", .list(of: ObservedMark.schema)),
        .init("secondMarks", .list(of: ObservedMark.schema), "Empty where nobody observed beside."),
        .init("steps", .list(of: ObservationTransition.schema)),
        .init("result", .orNull(.id), "The result that rests on it."),
      ]))
}

extension ObservationTransition: Described {
  public static let schema = Schema.named(
    "ObservationStep",
    .object([
      .init("position", .whole(from: 1, to: nil)),
      .init("step", .orNull(.choice(of: ObservationState.Event.self)), "Null for how it began."),
      .init("state", .choice(of: ObservationState.self)), .init("by", .orNull(.id)),
      .init("acknowledgement", .orNull(.choice(of: Observation.Acknowledgement.self))),
      .init("comment", .orNull(.text())), .init("recordedAt", .instant),
    ]))
}
