public import JSON

extension Schema {
  /// Writes a value of this form. Of an object, what is required, and of alternatives the first.
  public func writeExample(in json: inout JSONWriter) {
    switch self {
    case .anything, .null, .reference: json.null()
    case .text(let text): json.string(text.example)
    case .whole(let from, _): json.integer(max(from ?? 1, 1))
    case .number: json.number(exactly: "0.8")
    case .truth: json.boolean(true)
    case .choice(let names): json.string(names.first ?? "")
    case .list(let element): json.array { element.writeExample(in: &$0) }
    case .object(let members, let sets): writeExample(of: members, oneOf: sets.first ?? [], in: &json)
    case .map(let value, let names, _):
      json.object { json in json.member(names.example) { value.writeExample(in: &$0) } }
    case .orNull(let value), .named(_, let value): value.writeExample(in: &json)
    case .either(let forms): forms.first?.writeExample(in: &json)
    }
  }

  private func writeExample(of members: [Member], oneOf set: [String], in json: inout JSONWriter) {
    json.object { json in
      for member in members where member.isRequired || set.contains(member.name) {
        json.member(member.name) { member.schema.writeExample(in: &$0) }
      }
    }
  }
}
