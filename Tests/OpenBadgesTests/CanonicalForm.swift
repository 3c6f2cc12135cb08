import JSON

/// The canonical form of JSON without numbers (RFC 8785), by which the fixed texts of the house are measured.
enum CanonicalForm {
  static func text(of value: JSONValue) -> String {
    switch value.kind {
    case .object: "{\(members(of: value).joined(separator: ","))}"
    case .array: "[\(elements(of: value).joined(separator: ","))]"
    case .string: quoted(value.string ?? "")
    default: String(decoding: value.raw, as: UTF8.self)
    }
  }

  /// RFC 8785 §3.2.3: in the order of the names' UTF-16 code units.
  private static func members(of value: JSONValue) -> [String] {
    let members = value.members.map { Array($0) } ?? []
    return members.sorted { $0.name.string.utf16.lexicographicallyPrecedes($1.name.string.utf16) }
      .map { "\(quoted($0.name.string)):\(text(of: $0.value))" }
  }

  private static func elements(of value: JSONValue) -> [String] {
    value.elements.map { $0.map { text(of: $0) } } ?? []
  }

  /// RFC 8785 §3.2.2.2: what has a short escape has it, other control characters are `\u00xx`, all else is as it is.
  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\u{8}": "\\b"
      case "\t": "\\t"
      case "\n": "\\n"
      case "\u{C}": "\\f"
      case "\r": "\\r"
      case "\u{0}"..."\u{1F}": "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
