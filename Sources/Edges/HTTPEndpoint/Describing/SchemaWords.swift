internal import Representations

extension Schema {
  /// What a value has to be, in a few words for people.
  var words: String {
    switch self {
    case .anything: "anything"
    case .null: "null"
    case .text(let text): text.words
    case .whole(let from, let to): Schema.words(from: from, to: to)
    case .number: "a number"
    case .truth: "true or false"
    case .choice(let names): "one of " + names.joined(separator: ", ")
    case .list(let element): "a list, each: \(element.words)"
    case .object(let members, _): "an object: " + members.map(\.name).joined(separator: ", ")
    case .map(let value, let names, _): "an object of \(value.words) by \(names.words)"
    case .orNull(let value): value.words
    case .either(let forms): forms.map(\.words).joined(separator: ", or ")
    case .named(let name, _), .reference(let name): name
    }
  }

  private static func words(from: Int?, to: Int?) -> String {
    switch (from, to) {
    case (.some(let from), _) where from > Int(Int64.min): "a whole number from \(from)"
    default: "a whole number"
    }
  }
}

extension Schema.Text {
  fileprivate var words: String {
    switch format {
    case "date": "a day like \(example)"
    case "date-time": "an instant like \(example)"
    case "uuid": "an identifier of 36 characters"
    default: pattern == nil ? "a text" : "a text like \(example)"
    }
  }
}
