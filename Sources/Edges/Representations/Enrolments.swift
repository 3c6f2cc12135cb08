public import Enrolment
public import JSON
public import Operations
internal import Assessment
internal import Catalogue
internal import People
internal import Values

extension EnrolmentState: Representable {}
extension ActivityProgress.Success: Representable {}

extension Enrolment: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("person", person)
    json.member("session", session)
    json.member("courseVersion", version)
    json.member("nomination", orNull: nomination)
    json.member("affiliation", orNull: affiliation)
    json.member("recordedAt", recordedAt)
    json.member("state", state)
  }
}

extension EnrolmentTransition: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("at", at)
      json.member("from", orNull: from)
      json.member("to", to)
      json.member("attended", facts.hasAttended)
      json.member("passed", facts.isPassed)
    }
  }
}

extension ShowEnrolment.Answer: Representable {
  /// The enrolment's members with progress, results and transitions, and what statements name it by: `xapi` has the
  /// actor and registration to use, and the category by which statements decide, each activity of `progress` its IRI.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      enrolment.members(in: &json)
      json.member("attended", facts.hasAttended)
      json.member("passed", facts.isPassed)
      json.member("personName", person.name)
      json.member("sessionCode", session.code)
      json.member("courseCode", course.code)
      json.member("courseVersionNumber", version.number)
      json.member("xapi") { xapi(in: &$0) }
      json.member("progress") { progress(in: &$0) }
      json.member("results", each: results)
      json.member("transitions", each: transitions)
    }
  }

  private func xapi(in json: inout JSONWriter) {
    json.object { json in
      json.member("actor") { json in
        json.object { json in
          json.member("objectType", "Agent")
          json.member("account") { json in
            json.object { json in
              json.member("homePage", origin)
              json.member("name", person.id)
            }
          }
        }
      }
      json.member("registration", enrolment.id)
      json.member("activity", ActivityIRI.of(nil, version: version.id, origin: origin))
      json.member("category", orNull: category)
    }
  }

  /// What the course as a whole says, and every activity that can be launched, begun or not.
  private func progress(in json: inout JSONWriter) {
    json.object { json in
      json.member("course", progress.course)
      json.member("activities") { json in
        json.array(version.structure.assignables) { json, activity in
          json.object { json in
            json.member("key", activity.key)
            json.member("iri", ActivityIRI.of(activity.key, version: version.id, origin: origin))
            json.member("title", activity.title)
            (progress.activities[activity.key] ?? .none).members(in: &json)
          }
        }
      }
    }
  }
}

extension ActivityProgress: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("startedAt", orNull: startedAt)
    json.member("completedAt", orNull: completedAt)
    json.member("success", success)
    json.member("successAt", orNull: successAt)
    json.member("score", orNull: score)
  }
}

extension Score: Representable {
  /// The four numbers as their source gave them, exact.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("scaled", orNull: scaled)
      json.member("raw", orNull: raw)
      json.member("min", orNull: minimum)
      json.member("max", orNull: maximum)
    }
  }
}

extension Enrolment: Described {
  public static let schema = Schema.named("Enrolment", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("person", .id), .init("session", .id), .init("courseVersion", .id),
    .init("nomination", .orNull(.id)), .init("affiliation", .orNull(.id)), .init("recordedAt", .instant),
    .init("state", .choice(of: EnrolmentState.self)),
  ]
}

extension Score: Described {
  public static let schema = Schema.named(
    "Score",
    .object([
      .init("scaled", .orNull(.number)), .init("raw", .orNull(.number)), .init("min", .orNull(.number)),
      .init("max", .orNull(.number)),
    ]))
}

extension ActivityProgress: Described {
  public static let schema = Schema.named("Progress", .object(members))

  static let members: [Schema.Member] = [
    .init("startedAt", .orNull(.instant)), .init("completedAt", .orNull(.instant)),
    .init("success", .choice(of: Success.self)), .init("successAt", .orNull(.instant)),
    .init("score", .orNull(Score.schema)),
  ]
}

extension ShowEnrolment.Answer: Described {
  public static let schema = Schema.named(
    "EnrolmentWithProgress",
    .object(
      Enrolment.members + [
        .init("attended", .truth, "Whether anything shows that the person took part."),
        .init("passed", .truth), .init("personName", .text(example: "Amina Example")),
        .init("sessionCode", .code(example: "VAL-2026-1")), .init("courseCode", .code()),
        .init("courseVersionNumber", .whole(from: 1, to: nil)),
        .init("xapi", xapi, "What statements about this enrolment name it by."),
        .init(
          "progress",
          .object([.init("course", ActivityProgress.schema), .init("activities", .list(of: activity))])),
        .init("results", .list(of: AssessmentResult.schema)),
        .init("transitions", .list(of: EnrolmentTransition.schema)),
      ]))

  private static let xapi = Schema.object([
    .init(
      "actor",
      .object([
        .init("objectType", .choice(["Agent"])),
        .init("account", .object([.init("homePage", .text()), .init("name", .id)])),
      ])),
    .init("registration", .id), .init("activity", .text()),
    .init("category", .orNull(.text()), "The category by which statements decide; null where any does."),
  ])

  private static let activity = Schema.object(
    [.init("key", .text(example: "1")), .init("iri", .text()), .init("title", .texts)]
      + ActivityProgress.members)
}

extension EnrolmentTransition: Described {
  public static let schema = Schema.named(
    "EnrolmentTransition",
    .object([
      .init("at", .instant), .init("from", .orNull(.choice(of: EnrolmentState.self))),
      .init("to", .choice(of: EnrolmentState.self)), .init("attended", .truth), .init("passed", .truth),
    ]))
}
