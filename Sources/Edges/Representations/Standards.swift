public import Catalogue
public import JSON
internal import People
internal import Values

extension StandardEdition.State: Representable {}
extension RequirementKind: Representable {}

extension StandardEdition: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("code", code)
      json.member("framework", framework)
      json.member("year", year)
      json.member("state", state)
      json.member("titles", titles)
      json.member("items", each: items)
    }
  }
}

extension StandardItem: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code)
      json.member("level", level)
      json.member("kind", kind)
      json.member("titles", titles)
    }
  }
}

extension StandardMapping: Representable {
  /// `{"edition": code, "item": code}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("edition", edition)
      json.member("item", item)
    }
  }
}
