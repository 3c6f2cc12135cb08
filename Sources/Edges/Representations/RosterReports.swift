internal import ContentPackaging
internal import Enrolment
public import JSON
public import Operations
internal import People
internal import Values

extension RosterReport.Result: Representable {}

extension RosterReport: Representable {
  /// What was found and done. The counts are of entries; `waiting` counts places on waiting lists.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member("dryRun", isDryRun)
      for result in Result.allCases { json.member(result.rawValue, count(of: result)) }
      json.member("waiting", waiting)
      json.member("findings", each: findings)
      json.member("entries", each: entries)
    }
  }
}

extension RosterReport.Entry: Representable {
  /// `person` is `null` where nobody is entered: in a dry run, and where the entry is refused.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("number", number)
      json.member("source", identity.source)
      json.member("sourceID", identity.identifier.text)
      json.member("result", result)
      json.member("person", orNull: person)
      json.member("enrolments") { json in
        json.array(enrolments) { json, enrolment in
          json.object { json in
            json.member("session", enrolment.session)
            json.member("waitingPosition", orNull: enrolment.admission.waitingPosition)
          }
        }
      }
    }
  }
}

extension Seats.Admission {
  /// The place on the waiting list, from 1; nil for a seat.
  fileprivate var waitingPosition: Int? {
    switch self {
    case .seat: nil
    case .waitingList(let position): position
    }
  }
}

extension RosterReport: Described {
  public static let schema = Schema.named(
    "RosterReport",
    .object(
      [.init("accepted", .truth), .init("dryRun", .truth)]
        + Result.allCases.map { .init($0.rawValue, .count) } + [
          .init("waiting", .count, "How many places on waiting lists are given."),
          .init("findings", .list(of: Finding.schema)), .init("entries", .list(of: entry)),
        ]))

  private static let entry = Schema.object([
    .init("number", .count), .init("source", .code(example: "HR")), .init("sourceID", .text()),
    .init("result", .choice(of: Result.self)), .init("person", .orNull(.id)),
    .init(
      "enrolments",
      .list(
        of: .object([
          .init("session", .code(example: "VAL-2026-1")),
          .init("waitingPosition", .orNull(.whole(from: 1, to: nil))),
        ]))),
  ])
}
