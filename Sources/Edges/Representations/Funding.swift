public import Enrolment
public import JSON
public import Operations
internal import People
internal import Values

extension FundingIndicator: Representable {}

extension SessionFunding: Representable {
  /// A donor that pays for seats in a session; `endedAt` is null while it holds.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("session", session)
      json.member("donor", donor)
      json.member("seats", orNull: seats)
      json.member("programme", orNull: programme)
      json.member("recordedAt", recordedAt)
      json.member("endedAt", orNull: endedAt)
    }
  }
}

extension FundingProgramme: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("code", code)
    json.member("donor", donor)
    json.member("titles", titles)
    json.member("days", days)
    json.member("recordedAt", recordedAt)
  }
}

extension FundingTarget: Representable {
  /// What is to be reached; `endedAt` is null while it holds.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("programme", programme)
      json.member("indicator", indicator)
      json.member("days", days)
      json.member("value", value)
      json.member("recordedAt", recordedAt)
      json.member("endedAt", orNull: endedAt)
    }
  }
}

extension ShowFundingProgramme.Answer: Representable {
  /// The programme with the targets that hold.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      programme.members(in: &json)
      json.member("targets", each: targets)
    }
  }
}

extension SessionFunding: Described {
  public static let schema = Schema.named(
    "Funding",
    .object([
      .init("session", .id), .init("donor", .id),
      .init("seats", .orNull(.count), "Null where the number is not known."),
      .init("programme", .orNull(.id), "Null where the donor pays under none."),
      .init("recordedAt", .instant), .init("endedAt", .orNull(.instant), "Null while it holds."),
    ]))
}

extension FundingProgramme: Described {
  public static let schema = Schema.named("FundingProgramme", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("code", .code(example: "TRADE-2026")), .init("donor", .id),
    .init("titles", .texts), .init("days", DayRange.schema), .init("recordedAt", .instant),
  ]
}

extension FundingTarget: Described {
  public static let schema = Schema.named(
    "FundingTarget",
    .object([
      .init("programme", .id), .init("indicator", .choice(of: FundingIndicator.self)),
      .init("days", DayRange.schema), .init("value", .whole(from: 1, to: nil)),
      .init("recordedAt", .instant), .init("endedAt", .orNull(.instant), "Null while it holds."),
    ]))
}

extension ShowFundingProgramme.Answer: Described {
  public static let schema = Schema.named(
    "FundingProgrammeWithTargets",
    .object(FundingProgramme.members + [.init("targets", .list(of: FundingTarget.schema))]))
}
