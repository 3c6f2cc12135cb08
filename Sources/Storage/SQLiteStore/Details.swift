internal import Catalogue
internal import JSON
internal import SQLite

/// Details as JSON; nil for none. An element is a list: its name, its attributes as a list of names and values, its text,
/// its parts.
func storedDetails(_ details: [Detail]) -> String? {
  guard !details.isEmpty else { return nil }
  var writer = JSONWriter()
  writer.array(details) { write($1, to: &$0) }
  return writer.text
}

private func write(_ detail: Detail, to json: inout JSONWriter) {
  json.array { json in
    json.string(detail.name)
    json.array { json in
      for attribute in detail.attributes {
        json.string(attribute.name)
        json.string(attribute.value)
      }
    }
    if let text = detail.text { json.string(text) } else { json.null() }
    json.array(detail.parts) { write($1, to: &$0) }
  }
}

extension Row {
  /// The details of a column; none where it is null.
  func details(_ column: Int) throws -> [Detail] {
    guard let text = try textOrNil(column) else { return [] }
    // An element of a manifest may lie 100 deep, and each is two lists.
    let limits = JSONLimits(depth: 512, sizeBytes: .max, values: .max)
    let document = try JSONDocument(Array(text.utf8), limits: limits)
    return try readDetails(document.root)
  }
}

private func readDetails(_ value: JSONValue) throws -> [Detail] {
  guard let elements = value.elements else {
    throw StoredValueUnreadable(what: "details of a package", value: "\(value.kind)")
  }
  return try elements.map { try readDetail($0) }
}

private func readDetail(_ value: JSONValue) throws -> Detail {
  let fields = value.elements.map { Array($0) } ?? []
  guard fields.count == 4, let name = fields[0].string, let words = fields[1].elements else {
    throw StoredValueUnreadable(what: "details of a package", value: "\(value.kind)")
  }
  let texts = words.map { $0.string ?? "" }
  let attributes = stride(from: 0, to: texts.count - 1, by: 2).map { position in
    Detail.Attribute(texts[position], texts[position + 1])
  }
  return Detail(name, attributes: attributes, text: fields[2].string, parts: try readDetails(fields[3]))
}
