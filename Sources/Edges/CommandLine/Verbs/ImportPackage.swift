internal import Arguments
internal import Catalogue
internal import ContentPackaging
internal import JSON
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Reads packages of courses and makes them versions of courses.
  static let importPackage = Verb(
    Command(
      "import", summary: "Read course packages and make them versions of courses.",
      discussion: """
        A package is a zip, a folder, or a bare manifest: imsmanifest.xml, cmi5.xml or tincan.xml. Its format is recognised by its \
        content. What is wrong with it is told with file, line and column; a refused package changes nothing.

        The same package twice is one version. While learners are under way on a course, a new version is made only \
        by a plan that was looked at: --dry-run shows it, --apply HASH agrees to it. The plan tells which activities are \
        added, moved or gone, and what would be judged in another way.

        A course in another language is a variant of the same course: --variant-of COURSE --language TAG says so. Its \
        versions are published beside the others, and a session in that language delivers them. Later editions of the \
        package find their variant by themselves.
        """,
      examples: [
        Example("registrar import course.zip", "Import a package."),
        Example(
          "registrar import --dry-run course/", "See what an import would find and do; nothing is kept."),
        Example("registrar import - < course.zip", "Import what comes on standard input."),
        Example(
          "registrar import course.zip --catalogue TTT", "Import, publish and offer it in a catalogue."),
        Example(
          "registrar import cours.zip --variant-of VALUATION-1 --language fr", "Import a course in French."),
      ],
      arguments: [
        Argument(
          "PACKAGE", .oneOrMore, kind: .file,
          help:
            "A zip, a folder, or a bare manifest; - for a zip or manifest on standard input, 256 MiB at the most."
        )
      ],
      options: [
        .flag("dry-run", help: "Read and plan only; nothing is kept, no data folder is needed."),
        .flag("sarif", help: "Tell the findings as SARIF 2.1.0, for editors and build servers."),
        .value(
          "catalogue", "CODE", kind: .naming(.catalogue),
          help: "Publish the version and offer the course in this catalogue."),
        .value("code", "CODE", help: "The code of a new course; worked out from its title where not given."),
        .value(
          "variant-of", "COURSE", kind: .naming(.course),
          help: "The course that the package is in another language, with --language."),
        .value("language", "TAG", help: "The language of that variant."),
        .value(
          "schemas", "DIR", kind: .file,
          help:
            "Hold manifests against the XML Schemas in this folder too; what they say are notes and decide nothing."
        ),
        .value("apply", "HASH", help: "Agree to the plan that --dry-run showed."),
      ]),
    need: { .records($0.flag("dry-run") ? .examining : .writing) }
  ) { errand in
    let requests = try errand.importRequests()
    let reports = try requests.map { try errand.report(on: $0) }
    if errand.given.flag("sarif") {
      try errand.output.json(errand.findingsLog(requests, reports))
    } else if errand.output.isJSON {
      try errand.tellAsJSON(reports)
    } else {
      for (request, report) in zip(requests, reports) { try errand.tell(report, of: request) }
    }
    return reports.allSatisfy(\.isAccepted) ? .done : .refused
  }
}

extension Errand {
  /// The most bytes that a package on standard input may have: it is held in memory.
  private static let mostPackageBytes = 256 << 20

  fileprivate func importRequests() throws -> [ImportRequest] {
    let paths = try given.each("PACKAGE", .text)
    let code: CourseCode? = try given.optional("code", .code())
    if code != nil, paths.count > 1 {
      throw given.unfit("code", code?.text ?? "", "given with one package only")
    }
    let variant = try languageVariant(of: paths, code)
    return try paths.map { path in
      ImportRequest(
        try packageSource(path), name: path == Errand.stream ? "standard input" : lastStep(of: path),
        isDryRun: given.flag("dry-run"),
        code: code, variant: variant,
        catalogue: try given.optional("catalogue", .code()), planHash: try given.optional("apply", .text),
        schemas: try given.optional("schemas", .text).map(surroundings.absolute))
    }
  }

  /// The variant that the package is, where one is named.
  private func languageVariant(of paths: [String], _ code: CourseCode?) throws -> LanguageVariant? {
    let course: Reference<Course>? = try given.optional("variant-of", .reference())
    switch (course, try given.optional("language", .language)) {
    case (nil, nil): return nil
    case (.some, nil): throw given.missing("language", "TAG")
    case (nil, .some): throw given.missing("variant-of", "COURSE")
    case (.some(let course), .some(let language)):
      guard paths.count == 1, code == nil else {
        throw given.unfit("variant-of", course.description, "given with one package, and without --code")
      }
      return LanguageVariant(of: course, in: language)
    }
  }

  /// The findings, each package named as it was given.
  fileprivate func findingsLog(_ requests: [ImportRequest], _ reports: [ImportReport]) throws -> FindingsLog {
    let given = zip(try given.each("PACKAGE", .text), zip(requests, reports))
    return FindingsLog(
      packages: given.map { path, read in
        let name = read.0.name ?? ""
        return FindingsLog.Package(
          name: name, address: path == Errand.stream ? name : path, findings: read.1.findings)
      })
  }

  private func packageSource(_ path: String) throws -> PackageSource {
    guard path == Errand.stream else { return .path(surroundings.absolute(path)) }
    return .octets(try surroundings.input(Errand.mostPackageBytes))
  }

  fileprivate func report(on request: ImportRequest) throws -> ImportReport {
    if request.isDryRun {
      return try examinePackage(
        request, packages: folders.packages, store: records.openedIfPresent?.registrar.store)
    }
    let line = ProgressLine(surroundings: surroundings, unit: "files")
    defer { line.clear() }
    return try registrar.importPackage(request, as: .owner, progress: line.show)
  }

  /// One object for one package, an array for several.
  fileprivate func tellAsJSON(_ reports: [ImportReport]) throws {
    if let only = reports.first, reports.count == 1 { return try output.json(only) }
    var json = JSONWriter(surroundings.outputIsTerminal ? .indented : .compact)
    json.array(reports) { $0.value($1) }
    try output.bytes(json.bytes + [UInt8(ascii: "\n")])
  }

  fileprivate func tell(_ report: ImportReport, of request: ImportRequest) throws {
    try tell(report.findings)
    try output.lines([shown(summary(of: report, request))] + (report.plan.map(changes(of:)) ?? []))
    try tellNext(report, request)
  }

  private func summary(of report: ImportReport, _ request: ImportRequest) -> String {
    let name = request.name ?? ""
    guard let plan = report.plan else {
      let errors = report.findings.count { $0.severity == .error }
      return "\(name): refused, \(counted(errors, "error")); nothing was changed"
    }
    let what =
      "\(report.title) (\(report.format ?? "") \(report.version)), \(counted(report.activities, "activity"))"
    return "\(name): \(step(plan, request)): \(what)"
  }

  /// How a new version differs from the latest, a line each.
  private func changes(of plan: ImportPlan) -> [String] {
    let activities = plan.changes.map { change in
      let values = [change.values.from.map { "from \($0)" }, change.values.to.map { "to \($0)" }]
      let words = [change.name, change.activity, "“\(change.title)”"] + values.compactMap { $0 }
      return shown("  " + words.joined(separator: " "))
    }
    let files = [
      (plan.files.added, "added"), (plan.files.removed, "removed"), (plan.files.changed, "changed"),
    ]
    let counts = files.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return activities + (counts.isEmpty ? [] : ["  files: " + counts.joined(separator: ", ")])
  }

  private func step(_ plan: ImportPlan, _ request: ImportRequest) -> String {
    let wouldBe = request.isDryRun ? "would be " : ""
    let variant = plan.variant.map { " in \($0)" } ?? ""
    return switch plan.step {
    case .newCourse(let code): "\(wouldBe)new course \(code), version 1"
    case .newVersion(of: let code, let number): "\(wouldBe)version \(number) of course \(code)\(variant)"
    case .unchanged(let code, let number): "unchanged, it is version \(number) of course \(code)\(variant)"
    }
  }

  private func tellNext(_ report: ImportReport, _ request: ImportRequest) throws {
    guard let plan = report.plan else { return try tellToExplain(report.findings) }
    guard request.isDryRun else { return try tellNext(plan.step.course, report.stored) }
    if plan.openEnrolments > 0 {
      try output.say("\(counted(plan.openEnrolments, "enrolment")) under way would stay on their version.")
    }
    if plan.certificates > 0 {
      try output.say("\(counted(plan.certificates, "certificate")) in force rest on earlier versions.")
    }
    let path = if case .path(let path) = request.source { quotedForShell(path) } else { Errand.stream }
    let options = [
      request.catalogue.map { "--catalogue \($0)" }, request.code.map { "--code \($0)" },
      request.variant.map { "--variant-of \($0.course) --language \($0.language)" },
      plan.openEnrolments > 0 ? "--apply \(plan.hash)" : nil,
    ]
    try output.next((["import", path] + options.compactMap { $0 }).joined(separator: " "))
  }

  /// What may come next follows from the state that the version is in.
  private func tellNext(_ course: CourseCode, _ stored: CourseVersionID?) throws {
    let versions = try answer(ShowCourse(.code(course))).versions
    guard let version = versions.first(where: { $0.id == stored }) else { return }
    switch version.state {
    case .accepted where version.isOutline:
      try output.say(
        "It is an outline, \(counted(version.missingFiles, "file")) missing: it cannot be published.")
      try output.next("course show \(course)")
    case .accepted:
      let isLatest = version.number == versions.last?.number
      try output.next("course publish \(course)" + (isLatest ? "" : " --number \(version.number)"))
    case .published:
      try output.next("session plan CODE --course \(course) --mode MODE --from DAY --to DAY")
    case .superseded, .retired: try output.next("course show \(course)")
    }
  }
}

/// The last step of a path, whatever slashes follow it.
private func lastStep(of path: String) -> String {
  let steps = path.utf8.split(separator: UInt8(ascii: "/"))
  return steps.last.map { String(decoding: $0, as: UTF8.self) } ?? path
}
