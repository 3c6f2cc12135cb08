internal import Arguments
internal import Assessment
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// By what observed performance is judged.
  static let rubric = Noun(
    name: "rubric", summary: "By what observed performance is judged: criteria with anchors.",
    verbs: [.importRubric, .listRubrics, .showRubric, .exportRubric])
}

extension Verb {
  fileprivate static let importRubric = Verb(
    Command(
      "import", summary: "Open a rubric from its XML, or add the versions that are not there yet.",
      discussion: """
        The format is Schemas/xsd/rubric.xsd; Courses/TrainTheTrainers/practice-lesson.xml is one. A version that is \
        recorded is never edited; the second time nothing is changed.
        """,
      examples: [
        Example("registrar rubric import practice-lesson.xml", "Open a rubric with all its versions.")
      ],
      arguments: [Argument("FILE", kind: .file, help: "The XML file; - for standard input.")],
      options: [.dryRun]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let (bytes, name) = try errand.document()
    let report = try errand.registrar.importRubric(
      bytes, name: name, isDryRun: errand.given.flag("dry-run"), as: .owner)
    if errand.output.isJSON { try errand.output.json(report) } else { try errand.tell(report) }
    return report.isAccepted ? .done : .refused
  }

  fileprivate static let listRubrics = Verb.showing(
    "list", summary: "List the rubrics by code.",
    examples: [Example("registrar rubric list", "List the rubrics with their titles.")],
    options: Option.paging
  ) { errand in
    let rubrics = try errand.answer(ListRubrics(page: try errand.given.page()))
    try errand.list(rubrics, ["CODE", "TITLE", "CRITERIA", "VERSION"]) { rubric in
      [
        rubric.code.text, rubric.titles.text(), rubric.current.map { String($0.criteria.count) } ?? "",
        rubric.current.map { String($0.number) } ?? "",
      ]
    }
  }

  fileprivate static let showRubric = Verb.showing(
    "show", summary: "Show a rubric with all its versions.",
    examples: [Example("registrar rubric show PRACTICE-LESSON", "See what is seen for each mark.")],
    arguments: [.rubric]
  ) { errand in
    let rubric = try errand.answer(ShowRubric(try errand.given.required("RUBRIC", .reference())))
    try errand.show(rubric) {
      let head = Details([
        ("code", rubric.code.text), ("id", rubric.id.description), ("title", words(rubric.titles)),
      ])
      let rows = rubric.versions.flatMap { version in
        version.criteria.flatMap { criterion in
          criterion.anchors.map { anchor in
            [
              String(version.number), criterion.code.text, criterion.minimum.map(String.init) ?? "",
              String(anchor.mark), anchor.titles.text(),
            ]
          }
        }
      }
      return head.lines + rubric.versions.map(rule) + [""]
        + Table(["VERSION", "CRITERION", "MINIMUM", "MARK", "WHAT IS SEEN"], rows).lines(
          columns: errand.surroundings.columns)
    }
  }

  fileprivate static let exportRubric = Verb.showing(
    "export", summary: "Write a rubric with all its versions as XML.",
    examples: [
      Example(
        "registrar rubric export PRACTICE-LESSON --out practice-lesson.xml", "Write a rubric to a file.")
    ],
    arguments: [.rubric], options: [.out]
  ) { errand in
    try errand.hand(outXML: errand.answer(ExportRubric(errand.given.required("RUBRIC", .reference()))))
  }
}

/// What a version asks for beside its criteria.
private func rule(_ version: RubricVersion) -> String {
  let total = version.minimumTotal.map { ", \($0) in all to reach" } ?? ""
  return "version \(version.number): \(version.needsSecond ? "two observers" : "one observer")\(total)"
}

extension Argument {
  fileprivate static let rubric = Argument(
    "RUBRIC", kind: .naming(.rubric), help: "The rubric's code or identifier.")
}
