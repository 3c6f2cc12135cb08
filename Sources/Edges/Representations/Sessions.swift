public import Enrolment
public import JSON
public import Operations
internal import Catalogue
internal import Values

extension Session.Mode: Representable {}
extension SessionState: Representable {}
extension NominationState: Representable {}

extension Session: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("code", code)
    json.member("courseVersion", version)
    json.member("mode", mode)
    json.member("days", days)
    json.member("timeZone", timeZone)
    json.member("language", language)
    json.member("capacity", orNull: capacity)
    json.member("host", orNull: host)
    json.member("state", state)
  }
}

extension Seats: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("capacity", orNull: capacity)
      json.member("taken", taken)
      json.member("waiting", waiting)
    }
  }
}

extension ShowSession.Answer: Representable {
  /// The session's members, its `seats`, and which version of which course it delivers.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      session.members(in: &json)
      json.member("seats", seats)
      json.member("course", course)
      json.member("courseVersionNumber", version.number)
    }
  }
}

extension Nomination: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("person", person)
      json.member("session", session)
      json.member("nominatedBy", nominatedBy)
      json.member("state", state)
      json.member("recordedAt", recordedAt)
    }
  }
}

extension Session: Described {
  public static let schema = Schema.named("Session", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("code", .code(example: "VAL-2026-1")), .init("courseVersion", .id),
    .init("mode", .choice(of: Mode.self)), .init("days", DayRange.schema),
    .init("timeZone", .text(example: "UTC")), .init("language", .language),
    .init("capacity", .orNull(.whole(from: 1, to: nil)), "Null where it is not limited."),
    .init("host", .orNull(.id), "The party that delivers it."),
    .init("state", .choice(of: SessionState.self)),
  ]
}

extension ShowSession.Answer: Described {
  public static let schema = Schema.named(
    "SessionWithSeats",
    .object(
      Session.members + [
        .init(
          "seats",
          .object([
            .init("capacity", .orNull(.whole(from: 1, to: nil))), .init("taken", .count),
            .init("waiting", .count),
          ])),
        .init("course", Course.schema), .init("courseVersionNumber", .whole(from: 1, to: nil)),
      ]))
}

extension Nomination: Described {
  public static let schema = Schema.named(
    "Nomination",
    .object([
      .init("id", .id), .init("person", .id), .init("session", .id), .init("nominatedBy", .id),
      .init("state", .choice(of: NominationState.self)), .init("recordedAt", .instant),
    ]))
}
