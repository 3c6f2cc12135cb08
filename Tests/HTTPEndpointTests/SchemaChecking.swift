import Foundation
import JSON

/// Holds JSON values against the schemas of the API's own description: the keywords of JSON Schema 2020-12 that it uses,
/// and no others.
struct SchemaChecking {
  /// The description, whose components are referred to.
  let document: JSONValue

  /// What of a value is not as the schema has it; empty where all is.
  func faults(of value: JSONValue, against schema: JSONValue, at place: String = "") -> [String] {
    if let reference = schema["$ref"]?.string {
      return faults(of: value, against: resolved(reference), at: place)
    }
    if let forms = schema.list("anyOf") as [JSONValue]?, !forms.isEmpty, schema["type"] == nil {
      let all = forms.map { faults(of: value, against: $0, at: place) }
      return all.contains([])
        ? [] : ["\(place): none of \(forms.count) forms: \(all.min { $0.count < $1.count } ?? [])"]
    }
    return typeFaults(value, schema, place) + textFaults(value, schema, place)
      + numberFaults(value, schema, place)
      + listFaults(value, schema, place) + objectFaults(value, schema, place)
  }

  func resolved(_ reference: String) -> JSONValue {
    reference.split(separator: "/").dropFirst().reduce(document) { value, name in
      guard let member = value.member(named: String(name)) else { preconditionFailure("no \(reference)") }
      return member
    }
  }

  private func typeFaults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard let type = schema["type"]?.string else { return [] }
    let isOfType =
      switch type {
      case "null": value.isNull
      case "string": value.string != nil
      case "boolean": value.boolean != nil
      case "integer": value.number?.int64 != nil
      case "number": value.number != nil
      case "array": value.elements != nil
      case "object": value.members != nil
      default: false
      }
    return isOfType ? [] : ["\(place): not of type \(type)"]
  }

  private func textFaults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard let text = value.string else { return [] }
    var faults: [String] = []
    let names = schema.list("enum").compactMap(\.string)
    if !names.isEmpty, !names.contains(text) { faults.append("\(place): “\(text)” is none of \(names)") }
    if let pattern = schema["pattern"]?.string,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      faults.append("\(place): “\(text)” does not match \(pattern)")
    }
    return faults
  }

  private func numberFaults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard let number = value.number?.int64 else { return [] }
    if let least = schema["minimum"]?.number?.int64, number < least { return ["\(place): below \(least)"] }
    if let most = schema["maximum"]?.number?.int64, number > most { return ["\(place): above \(most)"] }
    return []
  }

  private func listFaults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard let elements = value.elements, let items = schema["items"] else { return [] }
    return elements.enumerated().flatMap { faults(of: $1, against: items, at: "\(place)/\($0)") }
  }

  private func objectFaults(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard let members = value.members.map(Array.init) else { return [] }
    let properties = schema["properties"]
    let given = Set(members.map(\.name.string))
    var found = schema.list("required").compactMap(\.string).filter { !given.contains($0) }
      .map { "\(place): \($0) is missing" }
    for member in members {
      let (name, inner) = (member.name.string, "\(place)/\(member.name.string)")
      if let known = properties?.member(named: name) {
        found += faults(of: member.value, against: known, at: inner)
      } else if let others = schema["additionalProperties"] {
        if others.boolean == false { found.append("\(inner): not described") }
        if others.members != nil { found += faults(of: member.value, against: others, at: inner) }
      }
    }
    return found
  }
}
