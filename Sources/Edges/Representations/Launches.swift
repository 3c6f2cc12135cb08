internal import Catalogue
public import Enrolment
public import JSON
public import Operations
internal import Values

extension LaunchSessionState: Representable {}

extension LaunchSession: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("enrolment", enrolment)
    json.member("activity", activity)
    json.member("mode", mode.rawValue)
    json.member("state", state)
    json.member("launchedAt", launchedAt)
    json.member("endedAt", orNull: endedAt)
  }
}

extension LaunchActivity.Outcome: Representable {
  /// The launch with its address in clear, told this once.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      session.members(in: &json)
      json.member("method", method.rawValue)
      json.member("url", url)
    }
  }
}

extension Waiver: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("enrolment", enrolment)
      json.member("activity", activity)
      json.member("statement", statement.description)
      json.member("reason", reason)
      json.member("recordedAt", recordedAt)
    }
  }
}

extension LaunchSession: Described {
  public static let schema = Schema.named("Launch", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id, "Also the session id of its statements."), .init("enrolment", .id),
    .init("activity", .text(example: "1")), .init("mode", .choice(of: LaunchMode.self)),
    .init("state", .choice(of: LaunchSessionState.self)), .init("launchedAt", .instant),
    .init("endedAt", .orNull(.instant)),
  ]
}

extension LaunchActivity.Outcome: Described {
  public static let schema = Schema.named(
    "LaunchWithAddress",
    .object(
      LaunchSession.members + [
        .init(
          "method", .choice(of: Launch.Method.self), "In what window the activity asks to run."),
        .init("url", .text(), "The address for the learner's browser. Told this once, and kept nowhere."),
      ]))
}

extension Waiver: Described {
  public static let schema = Schema.named(
    "Waiver",
    .object([
      .init("enrolment", .id), .init("activity", .text(example: "1")), .init("statement", .id),
      .init("reason", .text(example: "Tested Out")), .init("recordedAt", .instant),
    ]))
}
