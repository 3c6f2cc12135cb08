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
