public import ContentPackaging
public import JSON
public import Operations
public import Catalogue
public import Values

extension Finding.Severity: Representable {}

extension ImportReport: Representable {
  /// What was read, found and done. `plan` is `null` where the package is refused, `courseVersion` where nothing was
  /// stored.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("accepted", isAccepted)
      json.member("format", orNull: format)
      json.member("version", version)
      json.member("title", title)
      json.member("identifier", identifier)
      json.member("activities", activities)
      json.member("files", files)
      json.member("findings", each: findings)
      json.member("plan", orNull: plan)
      json.member("course", orNull: plan?.step.course)
      json.member("courseVersion", orNull: stored)
    }
  }
}

extension ImportPlan: Representable {
  /// `step` is `new-course`, `new-version` or `unchanged`; `version` is the number the content has, or would get.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("step", step.name)
      json.member("course", step.course)
      json.member("version", step.number)
      json.member("variant", orNull: variant)
      json.member("openEnrolments", openEnrolments)
      json.member("certificates", certificates)
      json.member("changes", each: changes)
      json.member("files", files)
      json.member("hash", hash)
    }
  }
}

extension FileChanges: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("added", added)
      json.member("removed", removed)
      json.member("changed", changed)
    }
  }
}

extension ActivityChange: Representable {
  /// `change` is what became of the activity; `from` and `to` are what was and is written, where that is what changed.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("change", name)
      json.member("activity", activity)
      json.member("title", title)
      json.member("from", orNull: values.from)
      json.member("to", orNull: values.to)
    }
  }

  /// The change's stable name.
  public var name: String {
    switch what {
    case .added: "added"
    case .removed: "removed"
    case .moved: "moved"
    case .renamed: "renamed"
    case .masteryScore: "mastery-score"
    case .moveOn: "move-on"
    case .target: "launched-file"
    }
  }

  /// What was written and what is; nil where that is not what changed, or nothing was.
  public var values: (from: String?, to: String?) {
    switch what {
    case .added, .removed, .moved, .target: (nil, nil)
    case .renamed(let from): (from, title)
    case .masteryScore(let from, let to): (from?.description, to?.description)
    case .moveOn(let from, let to): (from?.rawValue, to?.rawValue)
    }
  }
}

extension ImportPlan.Step {
  /// The step's stable name: `new-course`, `new-version`, `unchanged`.
  public var name: String {
    switch self {
    case .newCourse: "new-course"
    case .newVersion: "new-version"
    case .unchanged: "unchanged"
    }
  }

  /// The course concerned.
  public var course: CourseCode {
    switch self {
    case .newCourse(let code), .newVersion(of: let code, _), .unchanged(let code, _): code
    }
  }

  /// The number of the version that the content is, or would be.
  public var number: Int {
    switch self {
    case .newCourse: 1
    case .newVersion(_, let number), .unchanged(_, let number): number
    }
  }
}

extension Finding: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("code", code.identifier)
      json.member("severity", severity)
      json.member("message", message)
      json.member("file", orNull: file)
      json.member("line", orNull: line)
      json.member("column", orNull: column)
      json.member("fix", orNull: fix)
      json.member("elementPath", orNull: elementPath)
      json.member("offendingText", orNull: offendingText)
    }
  }
}

extension Finding: Described {
  public static let schema = Schema.named(
    "Finding",
    .object([
      .init("code", .text(example: "cmi5.au.url")), .init("severity", .choice(of: Severity.self)),
      .init("message", .text()), .init("file", .orNull(.text())), .init("line", .orNull(.count)),
      .init("column", .orNull(.count)), .init("fix", .orNull(.text())),
      .init("elementPath", .orNull(.text())), .init("offendingText", .orNull(.text())),
    ]))
}

extension ImportReport: Described {
  public static let schema = Schema.named(
    "ImportReport",
    .object([
      .init("accepted", .truth), .init("format", .orNull(.text(example: "cmi5"))), .init("version", .text()),
      .init("title", .text()), .init("identifier", .text()), .init("activities", .count),
      .init("files", .count), .init("findings", .list(of: Finding.schema)),
      .init("plan", .orNull(planForm), "Null where the package is refused."),
      .init("course", .orNull(.code())),
      .init("courseVersion", .orNull(.id), "Null where nothing was stored."),
    ]))

  private static let planForm = Schema.object([
    .init("step", .choice(["new-course", "new-version", "unchanged"])), .init("course", .code()),
    .init("version", .whole(from: 1, to: nil)),
    .init(
      "variant", .orNull(.language),
      "The language of the variant that the version is of; null for the course as it came first."),
    .init("openEnrolments", .count, "Learners under way, who stay on their version."),
    .init("certificates", .count, "Certificates in force that rest on a version of the course."),
    .init("changes", .list(of: changeForm), "Against the latest version of the same variant."),
    .init(
      "files", .object([.init("added", .count), .init("removed", .count), .init("changed", .count)])),
    .init("hash", .text()),
  ])

  private static let changeForm = Schema.object([
    .init(
      "change",
      .choice(["added", "removed", "moved", "renamed", "mastery-score", "move-on", "launched-file"])),
    .init("activity", .text(), "The publisher's identifier."), .init("title", .text()),
    .init("from", .orNull(.text())), .init("to", .orNull(.text())),
  ])
}
