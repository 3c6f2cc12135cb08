internal import Catalogue
public import JSON
public import Pages
internal import Values

extension CoursePreview: Described {
  public static let schema = Schema.named(
    "CoursePreview",
    .object([
      .init("course", .code()), .init("version", .whole(from: 1, to: nil)),
      .init("state", .choice(of: CourseVersionState.self)), .init("title", .texts),
      .init("format", .text(example: "cmi5")), .init("formatVersion", .text()),
      .init("languages", .list(of: .language)),
      .init("activities", .list(of: Activity.schema), "In the order of the tree, each with its depth."),
      .init("files", .list(of: Files.schema), "The files by how their names end, the most bytes first."),
      .init("brokenLinks", .list(of: BrokenLink.schema)),
      .init("pagesPassedOver", .count, "How many pages were too many to look at for links."),
    ]))

  /// The preview: activities in the order of the tree, each with its depth.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("course", course)
      json.member("version", number)
      json.member("state", state)
      json.member("title", title)
      json.member("format", format.family)
      json.member("formatVersion", format.version)
      json.member("languages", each: languages)
      json.member("activities", each: activities)
      json.member("files", each: files)
      json.member("brokenLinks", each: brokenLinks)
      json.member("pagesPassedOver", pagesPassedOver)
    }
  }
}

extension CoursePreview.Activity: Representable {
  fileprivate static let schema = Schema.object([
    .init("depth", .count), .init("title", .texts), .init("kind", .choice(of: ActivityKind.self)),
    .init("opens", .orNull(.text())), .init("sizeBytes", .orNull(.count)), .init("missing", .truth),
    .init(
      "approval", .orNull(.choice(of: ToolApproval.self)), "Of an external tool; null for any other activity."
    ),
  ])

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("depth", depth)
      json.member("title", title)
      json.member("kind", kind)
      json.member("opens", orNull: opens)
      json.member("sizeBytes", orNull: sizeBytes)
      json.member("missing", isMissing)
      json.member("approval", orNull: approval)
    }
  }
}

extension CoursePreview.Files: Representable {
  fileprivate static let schema = Schema.object([
    .init("ending", .text(example: "html")), .init("count", .count), .init("sizeBytes", .count),
  ])

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("ending", ending)
      json.member("count", count)
      json.member("sizeBytes", sizeBytes)
    }
  }
}

extension CoursePreview.BrokenLink: Representable {
  fileprivate static let schema = Schema.object([
    .init("file", .text()), .init("line", .whole(from: 1, to: nil)), .init("address", .text()),
  ])

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("file", file)
      json.member("line", line)
      json.member("address", address)
    }
  }
}
