public import JSON
public import Operations
internal import People
internal import Values

extension HistoryObject.Kind: Representable {}

extension HistoryEntry: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("sequence", sequence)
      json.member("at", at)
      json.member("actor", actor)
      json.member("action", action)
      json.member("object", object)
      json.member("person", orNull: person)
      json.member("reason", orNull: reason)
      json.member("changes", each: changes)
    }
  }
}

extension HistoryObject: Representable {
  /// `{"kind": …, "id": …}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("kind", kind)
      json.member("id", id)
    }
  }
}

extension FieldChange: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("field", field)
      json.member("before", orNull: before)
      json.member("after", orNull: after)
    }
  }
}
