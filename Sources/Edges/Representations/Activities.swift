internal import Catalogue
internal import JSON
internal import Operations
internal import Values

extension MoveOn: Representable {}
extension Launch.Method: Representable {}
extension ActivityKind: Representable {}

extension Detail: Representable {
  /// The element's name, attributes by their names, text and parts.
  func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("attributes") { json in
        json.object { json in
          var written: Set<String> = []
          for attribute in attributes where written.insert(attribute.name).inserted {
            json.member(attribute.name, attribute.value)
          }
        }
      }
      json.member("text", orNull: text)
      json.member("parts", each: parts)
    }
  }

  static let schema = Schema.named(
    "Detail",
    .object([
      .init("name", .text(example: "sequencing")),
      .init("attributes", .map(of: .text(), names: Schema.Text("flow")), "As the package writes them."),
      .init("text", .orNull(.text())), .init("parts", .list(of: .reference("Detail"))),
    ]))
}

/// An activity with those below it. The publisher's entitlement key is a secret and has no place here.
struct ActivityRepresentation: Representable {
  let node: ActivityNode
  let version: CourseVersionID
  let origin: String

  func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("key", node.key)
      json.member("iri", ActivityIRI.of(node.key, version: version, origin: origin))
      json.member("publisherIdentifier", node.publisherIdentifier)
      json.member("kind", node.kind)
      json.member("title", node.title)
      json.member("description", node.description)
      json.member("objectives", texts: node.objectives)
      json.member("prerequisites", orNull: node.prerequisites)
      json.member("visible", node.isVisible)
      json.member("launch", orNull: node.launch.map(LaunchRepresentation.init))
      json.member("details", each: node.details)
      json.member("activities", each: node.children.map(below))
    }
  }

  private func below(_ child: ActivityNode) -> ActivityRepresentation {
    ActivityRepresentation(node: child, version: version, origin: origin)
  }
}

/// How an activity is launched: `path` and `suffix` for a file of the package, `url` for content elsewhere.
private struct LaunchRepresentation: Representable {
  let launch: Launch

  func represent(in json: inout JSONWriter) {
    json.object { json in
      target(in: &json)
      json.member("method", launch.method)
      json.member("moveOn", launch.moveOn)
      json.member("masteryScore", orNull: launch.masteryScore)
      json.member("launchParameters", orNull: launch.launchParameters)
      json.member("activityType", orNull: launch.activityType)
      json.member("timeLimit", orNull: launch.timeLimit)
      json.member("timeLimitAction", orNull: launch.timeLimitAction)
      json.member("completionThreshold", orNull: launch.completionThreshold)
      json.member("tracked", launch.isTracked)
    }
  }

  private func target(in json: inout JSONWriter) {
    let (path, suffix, url): (String?, String?, String?) =
      switch launch.target {
      case .file(let path, let suffix): (path, suffix, nil)
      case .external(let url): (nil, nil, url)
      }
    json.member("path", orNull: path)
    json.member("suffix", orNull: suffix)
    json.member("url", orNull: url)
  }
}

extension ActivityRepresentation {
  static let schema = Schema.named(
    "Activity",
    .object([
      .init("key", .text(example: "1"), "What results and progress name it by."), .init("iri", .text()),
      .init("publisherIdentifier", .text()), .init("kind", .choice(of: ActivityKind.self)),
      .init("title", .texts), .init("description", .texts), .init("objectives", .list(of: .text())),
      .init("prerequisites", .orNull(.text())),
      .init("visible", .truth),
      .init("launch", .orNull(LaunchRepresentation.schema), "Null for a group, which is not launched."),
      .init("details", .list(of: Detail.schema), "What the package says beyond all this."),
      .init("activities", .list(of: .reference("Activity"))),
    ]))
}

extension LaunchRepresentation {
  fileprivate static let schema = Schema.object([
    .init("path", .orNull(.text())), .init("suffix", .orNull(.text())), .init("url", .orNull(.text())),
    .init("method", .choice(of: Launch.Method.self)), .init("moveOn", .choice(of: MoveOn.self)),
    .init("masteryScore", .orNull(.number)), .init("launchParameters", .orNull(.text())),
    .init("activityType", .orNull(.text())), .init("timeLimit", .orNull(.text())),
    .init("timeLimitAction", .orNull(.text())), .init("completionThreshold", .orNull(.number)),
    .init("tracked", .truth),
  ])
}
