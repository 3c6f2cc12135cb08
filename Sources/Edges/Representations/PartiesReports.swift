internal import ContentPackaging
public import JSON
public import Operations
internal import Values

extension PartiesReport: Representable {
  /// `added` and `changed` hold codes.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member("added", each: added)
      json.member("changed", each: changed)
      json.member("unchanged", unchanged)
      json.member("findings", each: findings)
    }
  }
}

extension PartiesReport: Described {
  public static let schema = Schema.named(
    "OrganisationsReport",
    .object([
      .init("accepted", .truth), .init("added", .list(of: .code())), .init("changed", .list(of: .code())),
      .init("unchanged", .count), .init("findings", .list(of: Finding.schema)),
    ]))
}
