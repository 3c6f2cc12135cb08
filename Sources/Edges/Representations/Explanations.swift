public import JSON
public import Operations

extension Explanation.Category: Representable {}

extension Explanation: Representable {
  /// A refusal in words, with its stable code.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("category", category)
      json.member("code", code)
      json.member("message", message)
      json.member("remedy", orNull: remedy)
      json.member("field", orNull: field)
    }
  }
}
