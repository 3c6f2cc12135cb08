internal import HTTP
internal import JSON
internal import Representations

extension Problem {
  /// The problem as it goes out: `application/problem+json`.
  ///
  /// `type` is `urn:registrar:problem:` and the code, the same wherever this program runs; `errors` names the parts of
  /// the request at fault; `report` is what was found in a refused package or roster.
  var response: Response {
    Response(
      status: status.rawValue,
      headers: [Response.Field("Content-Type", "application/problem+json")] + headers,
      body: .bytes(document))
  }

  private var document: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("type", "urn:registrar:problem:\(code)")
      json.member("title", title)
      json.member("status", status.rawValue)
      json.member("code", code)
      json.member("detail", detail)
      json.member("remedy", remedy)
      json.member("requestId", requestID)
      if !flaws.isEmpty {
        json.member("errors") { $0.array(flaws) { $1.write(to: &$0) } }
      }
      if let report { json.member("report", report) }
    }
    return writer.bytes
  }

  /// The code in words: the same for every problem of its type.
  private var title: String {
    let words = code.utf8.split(separator: UInt8(ascii: "-")).map { word in
      let word = String(Substring(word))
      return Problem.initials.contains(word) ? word.uppercased() : word
    }
    let text = words.joined(separator: " ")
    return String(text.unicodeScalars.prefix(1)).uppercased() + String(text.unicodeScalars.dropFirst())
  }

  private static let initials: Set<String> = ["iri", "json", "uuid", "xapi"]
}

extension Problem.Flaw {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      switch place {
      case .pointer(let pointer): json.member("pointer", pointer)
      case .parameter(let name): json.member("parameter", name)
      case .header(let name): json.member("header", name)
      }
      json.member("line", textPlace?.line)
      json.member("column", textPlace?.column)
      json.member("detail", detail)
    }
  }
}
