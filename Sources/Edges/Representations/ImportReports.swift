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
      json.member("openEnrolments", openEnrolments)
      json.member("hash", hash)
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
