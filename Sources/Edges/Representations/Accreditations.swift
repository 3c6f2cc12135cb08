public import Accreditation
public import JSON
public import Operations
internal import Assessment
internal import Enrolment
internal import People
internal import Values

extension AccreditationState: Representable {}
extension AccreditationState.Event: Representable {}

extension Accreditation: Representable {
  /// The case; `dueBy` is the day by which the next stage is due, `heldUntil` the last day of what is held.
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("person", person)
    json.member("pool", pool)
    json.member("poolVersion", version)
    json.member("language", language)
    json.member("nominatedBy", nominatedBy)
    json.member("convertedFrom", orNull: convertedFrom)
    json.member("state", progress.state)
    json.member("stagesPassed", progress.stagesPassed)
    json.member("standing", orNull: progress.standing)
    json.member("heldSince", orNull: progress.heldSince)
    json.member("heldUntil", orNull: progress.heldUntil)
    json.member("dueBy", orNull: progress.dueBy)
    json.member("lastDay", progress.lastDay)
    json.member("recordedAt", recordedAt)
  }
}

extension ShowAccreditation.Answer: Representable {
  /// The case with its pool's code, the stage that is due, all that happened, and its missions.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      accreditation.members(in: &json)
      json.member("poolCode", pool.code)
      json.member("due", orNull: due)
      json.member("steps", each: transitions)
      json.member("missions", each: missions)
    }
  }
}

extension AccreditationTransition: Representable {
  /// One step; `step` is null for how the case began.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("position", position)
      json.member("step", orNull: event)
      json.member("state", to)
      json.member("stage", orNull: stage)
      json.member("on", on)
      json.member("session", orNull: evidence.session)
      json.member("mission", orNull: evidence.mission)
      json.member("assessor", orNull: evidence.assessor)
      json.member("observation", orNull: evidence.observation)
      json.member("decidedBy", orNull: decidedBy)
      json.member("reason", orNull: reason)
      json.member("recordedAt", at)
    }
  }
}

extension Mission: Representable {
  /// A mission; the ground on which its evaluator evaluates is an accreditation or a place in the Secretariat.
  public func represent(in json: inout JSONWriter) {
    let (own, place): (AccreditationID?, AffiliationID?) =
      switch basis {
      case .accredited(let own): (own, nil)
      case .staff(let place): (nil, place)
      }
    json.object { json in
      json.member("id", id)
      json.member("party", party)
      json.member("days", days)
      json.member("evaluator", evaluator)
      json.member("evaluatorAccreditation", orNull: own)
      json.member("evaluatorAffiliation", orNull: place)
      json.member("recordedAt", recordedAt)
    }
  }
}

extension RegisteredExpert: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("person", accreditation.person)
      json.member("name", name)
      json.member("standing", standing)
      json.member("category", category)
      json.member("subject", orNull: subject)
      json.member("language", accreditation.language)
      json.member("pool", pool)
      json.member("party", accreditation.nominatedBy)
      json.member("heldSince", orNull: accreditation.progress.heldSince)
      json.member("heldUntil", orNull: accreditation.progress.heldUntil)
      json.member("accreditation", accreditation.id)
    }
  }
}

extension ExpertRelease: Representable {
  /// A release; `endedAt` is null while it stands.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("person", person)
      json.member("party", party)
      json.member("days", days)
      json.member("recordedAt", recordedAt)
      json.member("endedAt", orNull: endedAt)
    }
  }
}

extension Accreditation: Described {
  public static let schema = Schema.named("Accreditation", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("person", .id), .init("pool", .id),
    .init("poolVersion", .whole(from: 1, to: nil), "The version of the pool's rules that the case goes by."),
    .init("language", .language), .init("nominatedBy", .id),
    .init("convertedFrom", .orNull(.id), "The accreditation that it was converted from."),
    .init("state", .choice(of: AccreditationState.self)), .init("stagesPassed", .count),
    .init("standing", .orNull(.choice(of: Standing.self)), "What is held, or was held at last."),
    .init("heldSince", .orNull(.day)),
    .init("heldUntil", .orNull(.day), "Null where it does not end by itself."),
    .init("dueBy", .orNull(.day), "By when the next stage is due; null where it has no deadline."),
    .init("lastDay", .day, "The day of the last step."), .init("recordedAt", .instant),
  ]
}

extension ShowAccreditation.Answer: Described {
  public static let schema = Schema.named(
    "AccreditationWithSteps",
    .object(
      Accreditation.members + [
        .init("poolCode", .code(example: "TOA-PCA")),
        .init("due", .orNull(AccreditationStage.schema), "The stage that is due."),
        .init("steps", .list(of: AccreditationTransition.schema)),
        .init("missions", .list(of: Mission.schema)),
      ]))
}

extension AccreditationTransition: Described {
  public static let schema = Schema.named(
    "AccreditationStep",
    .object([
      .init("position", .whole(from: 1, to: nil)),
      .init("step", .orNull(.choice(of: AccreditationState.Event.self)), "Null for how the case began."),
      .init("state", .choice(of: AccreditationState.self)),
      .init("stage", .orNull(.code(example: "workshop"))), .init("on", .day),
      .init("session", .orNull(.id)), .init("mission", .orNull(.id)), .init("assessor", .orNull(.id)),
      .init("observation", .orNull(.id), "The observation that the verdict rests on."),
      .init("decidedBy", .orNull(.id)), .init("reason", .orNull(.text())), .init("recordedAt", .instant),
    ]))
}

extension Mission: Described {
  public static let schema = Schema.named(
    "Mission",
    .object([
      .init("id", .id), .init("party", .id), .init("days", DayRange.schema), .init("evaluator", .id),
      .init("evaluatorAccreditation", .orNull(.id), "The evaluator's own, by which they evaluate."),
      .init("evaluatorAffiliation", .orNull(.id), "In its place: the evaluator's place in the Secretariat."),
      .init("recordedAt", .instant),
    ]))
}

extension RegisteredExpert: Described {
  public static let schema = Schema.named(
    "Expert",
    .object([
      .init("person", .id), .init("name", .text()), .init("standing", .choice(of: Standing.self)),
      .init("category", .choice(of: ExpertCategory.self)), .init("subject", .orNull(.code(example: "PCA"))),
      .init("language", .language), .init("pool", .code(example: "TOA-PCA")),
      .init("party", .id, "The organisation that nominated."), .init("heldSince", .orNull(.day)),
      .init("heldUntil", .orNull(.day)), .init("accreditation", .id),
    ]))
}

extension ExpertRelease: Described {
  public static let schema = Schema.named(
    "Release",
    .object([
      .init("id", .id), .init("person", .id), .init("party", .id), .init("days", DayRange.schema),
      .init("recordedAt", .instant), .init("endedAt", .orNull(.instant), "Null while it stands."),
    ]))
}

extension MoveAccreditation.Step {
  /// What it means to take an accreditation this step, in a sentence.
  public var summary: String {
    switch self {
    case .screen: "Select a nominee in the pre-screening."
    case .decline: "Do not select a nominee in the pre-screening."
    case .prepare: "Record that a preparatory workshop was attended."
    case .pass: "Record that a workshop was passed; what that grants, the pool's path says."
    case .fail: "Record that a workshop was failed."
    case .callOffMission: "Call off the mission that a candidate was assigned to."
    case .confirm: "Confirm a candidate by the verdict on a mission, or on support that was delivered."
    case .reject: "Do not confirm a candidate, by the verdict on a mission or on support."
    case .refresh: "Record that a refresher was attended: it extends what is held, and raises nothing."
    case .deactivate: "Have an expert not asked for a time."
    case .reactivate: "Have an inactive expert asked again."
    case .lapse: "Record that what an expert held has lapsed."
    case .withdraw: "Take a candidate back."
    }
  }
}
