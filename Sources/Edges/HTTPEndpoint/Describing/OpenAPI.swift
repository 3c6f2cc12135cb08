internal import HTTP
internal import JSON
internal import Representations

/// The API as OpenAPI 3.1 describes it: written from the same declarations that requests are checked against and answers
/// are made by, so that it says what is so.
struct OpenAPI: Sendable {
  /// The version of the API's own shape: a change that breaks callers is a new one, under another path.
  static let version = "1.0.0"

  private let routes: [Route]

  /// - Parameter routes: those of the records are described, in their order.
  init(_ routes: [Route]) {
    self.routes = routes.filter(\.isDescribed)
  }

  /// The document in UTF-8.
  var document: [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("openapi", "3.1.0")
      json.member("info") { info(in: &$0) }
      json.member("servers") { $0.array { $0.object { $0.member("url", "/") } } }
      json.member("security") { json in
        json.array { json in json.object { json in json.member("key", texts: [String]()) } }
      }
      json.member("tags") { json in
        json.array(groups) { json, group in json.object { $0.member("name", group) } }
      }
      json.member("paths") { paths(in: &$0) }
      json.member("components") { components(in: &$0) }
    }
    return writer.bytes
  }

  /// The first parts of the paths, in the order of the routes.
  private var groups: [String] {
    var seen: Set<String> = []
    return routes.map(\.group).filter { seen.insert($0).inserted }
  }

  private func info(in json: inout JSONWriter) {
    json.object { json in
      json.member("title", "Registrar")
      json.member("version", OpenAPI.version)
      json.member("summary", "Training records for customs capacity building.")
      json.member("description", OpenAPI.words)
    }
  }

  private static let words = """
    A request is made with a key, by HTTP Basic authentication: its identifier is the user, its secret the password. \
    What a key may is said by its role or scope; what lies out of its reach is answered as if it were not there.

    What is sent is read strictly: a field or parameter that is not described here is refused. A refusal is a problem \
    document (RFC 9457); `errors` names each part of the request that is at fault.
    """

  private func paths(in json: inout JSONWriter) {
    json.object { json in
      for path in uniquePaths {
        json.member(path) { json in
          json.object { json in
            for route in routes where route.pattern.text == path {
              json.member(lowercased(route.method)) { route.describe(in: &$0) }
            }
          }
        }
      }
    }
  }

  private var uniquePaths: [String] {
    var seen: Set<String> = []
    return routes.map(\.pattern.text).filter { seen.insert($0).inserted }
  }

  private func components(in json: inout JSONWriter) {
    json.object { json in
      json.member("securitySchemes") { json in
        json.object { json in
          json.member("key") { json in
            json.object { json in
              json.member("type", "http")
              json.member("scheme", "basic")
            }
          }
        }
      }
      json.member("parameters") { DescribedHeader.write(in: &$0) }
      json.member("responses") { responses(in: &$0) }
      json.member("schemas") { schemas(in: &$0) }
    }
  }

  private func responses(in json: inout JSONWriter) {
    json.object { json in
      for status in Problem.codes.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
        json.member(status.componentName) { status.describe(in: &$0) }
      }
      json.member("Problem") { json in
        json.object { json in
          json.member("description", "Any other problem.")
          Problem.writeContent(in: &json)
        }
      }
      json.member("NotModified") { json in
        json.object { $0.member("description", "The sender has this state already.") }
      }
    }
  }

  private func schemas(in json: inout JSONWriter) {
    let used = routes.flatMap { route in
      (route.content.map { [$0.schema] } ?? []) + route.answers.flatMap { $0.contents.map(\.schema) }
        + (route.parameters ?? []).map(\.schema)
    }
    json.object { json in
      for (name, definition) in Schema.named(in: used + [Problem.schema]) {
        json.member(name) { definition.writeDefinition(in: &$0) }
      }
    }
  }
}

extension Route {
  /// Whether the API tells of the route.
  var isDescribed: Bool { !summary.isEmpty }

  /// What kind of thing it is about: the first part of the path behind the version.
  var group: String {
    let texts = segmentTexts(of: pattern.text)
    return texts.count > 2 ? texts[2] : ""
  }
}

private func lowercased(_ method: String) -> String {
  String(decoding: method.utf8.map { $0 | 0x20 }, as: UTF8.self)
}
