public import JSON
public import Operations
internal import Values

extension Forwarding: Representable {
  /// The forwarding without its secret.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("url", url)
      json.member("user", user)
      json.member("verbs", texts: filter.verbs)
      json.member("activities", texts: filter.activities)
      json.member("course", orNull: filter.course)
      json.member("party", orNull: filter.member)
      json.member("createdAt", createdAt)
      json.member("state", state.pause == nil ? "active" : "paused")
      json.member("pausedAt", orNull: state.pause?.at)
      json.member("pauseReason", orNull: state.pause?.reason)
      json.member("place", state.place)
      json.member("sent", state.sent)
      json.member("sentAt", orNull: state.sentAt)
      json.member("setAside", state.setAside)
      json.member("failures", state.failures)
      json.member("failure", orNull: state.failure)
      json.member("nextAttemptAt", orNull: state.nextAttemptAt)
    }
  }
}

extension Forwarding: Described {
  public static let schema = Schema.named(
    "Forwarding",
    .object([
      .init("id", .id), .init("code", .code(example: "CENTRAL-LRS")),
      .init("url", .text(example: "https://lrs.example/xapi")), .init("user", .text(example: "registrar")),
      .init("verbs", .list(of: .text(example: "http://adlnet.gov/expapi/verbs/passed"))),
      .init("activities", .list(of: .text(example: "https://example.org/lesson"))),
      .init("course", .orNull(.id)), .init("party", .orNull(.id)), .init("createdAt", .instant),
      .init("state", .choice(["active", "paused"])), .init("pausedAt", .orNull(.instant)),
      .init("pauseReason", .orNull(.text())),
      .init("place", .instant, "When the last statement was stored that is settled."),
      .init("sent", .count, "How many statements the other store took."),
      .init("sentAt", .orNull(.instant)), .init("setAside", .count, "How many it refused for good."),
      .init("failures", .count, "How many attempts failed in a row."), .init("failure", .orNull(.text())),
      .init("nextAttemptAt", .orNull(.instant)),
    ]))
}

extension SetAsideStatement: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("statement", id.description)
      json.member("stored", stored)
      json.member("reason", reason)
      json.member("setAsideAt", at)
    }
  }
}

extension SetAsideStatement: Described {
  public static let schema = Schema.named(
    "SetAsideStatement",
    .object([
      .init("statement", .id), .init("stored", .instant), .init("reason", .text()),
      .init("setAsideAt", .instant),
    ]))
}
