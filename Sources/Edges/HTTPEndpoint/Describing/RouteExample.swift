internal import JSON
internal import Representations

extension Route {
  /// The address of the route with something in the place of each brace, and with what its query cannot be without.
  var exampleTarget: String {
    let path = pattern.segments.map { segment in
      switch segment {
      case .fixed(let text): text
      case .any(let name): PathName.known[name]?.schema.exampleText ?? name
      }
    }
    // A report needs its period, or the days of it, which no schema of single parameters can say.
    let query = (parameters ?? []).filter { $0.isRequired || $0.name == "period" }.map {
      "\($0.name)=\($0.schema.exampleText)"
    }
    return "/" + path.joined(separator: "/") + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// A body that the route reads; nil where it takes none in JSON.
  var exampleBody: String? {
    guard let content, content.mediaTypes == ["application/json"] else { return nil }
    var writer = JSONWriter()
    content.schema.writeExample(in: &writer)
    return writer.text
  }

  /// The request as a command of curl, a line each.
  var exampleCommand: [String] {
    var lines = ["curl --user \"$KEY\""]
    if let exampleBody, exampleBody != "{}" {
      lines.append("--header 'Content-Type: application/json'")
      lines.append("--data '\(exampleBody)'")
    } else if let type = content?.mediaTypes.first, exampleBody == nil {
      lines.append("--header 'Content-Type: \(type)'")
      lines.append("--data-binary @FILE")
    } else if method != "GET" {
      lines.append("--request \(method)")
    }
    return lines + ["\"$URL\(exampleTarget)\""]
  }
}

extension Schema {
  /// An example of a text or a number, as it stands in an address.
  fileprivate var exampleText: String {
    var writer = JSONWriter()
    writeExample(in: &writer)
    let text = writer.text.utf8
    return text.first == UInt8(ascii: "\"")
      ? String(decoding: text.dropFirst().dropLast(), as: UTF8.self) : writer.text
  }
}
